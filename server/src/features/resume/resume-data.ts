/** What this feature holds about a person, for their export and their erasure. */
import { sql } from '../../platform/database/sql.ts';
import type { Files } from '../../platform/storage/files.ts';
import { storagePrefix, type Storage } from '../../platform/storage/storage.ts';
import type { ExportedFile, PersonalData } from '../profile/index.ts';
