/** What this feature holds about a person, for their export and their erasure. */
import { sql } from '../../platform/database/sql.ts';
import type { Files } from '../../platform/storage/files.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import type { PersonalData } from '../profile/index.ts';
import { deleteFilesAfter } from './resume-files.ts';

interface ExportedVersion {
  readonly resumeId: string;
  readonly version: number;
  readonly fileName: string;
  readonly storageKey: string;
}

export function resumeData({ storage, files }: { readonly storage: Storage; readonly files: Files }): PersonalData {
  return {
    name: 'resumes',
    async export(tx, { userId }) {
      const resumes = await tx.query(sql`
        select id, file_name as "fileName", kind, version, state, refusal, created_at as "createdAt", updated_at as "updatedAt", corrections, reading -> 'resume' as read
        from resume where user_id = ${userId} order by created_at`);
      const versions = await tx.query<ExportedVersion>(sql`
        select v.resume_id as "resumeId", v.version, v.file_name as "fileName", v.storage_key as "storageKey"
        from resume_version v join resume r on r.id = v.resume_id where r.user_id = ${userId} order by v.resume_id, v.version`);
      return [
        { path: 'resumes.json', json: resumes },
        ...versions.map(({ resumeId, version, fileName, storageKey }) => ({
          path: `files/${resumeId}/${String(version)}${extensionOf(fileName)}`, open: async () => (await storage.get(storageKey)).content,
        })),
      ];
    },
    async erase(tx, { organisationId, userId }) {
      const erased = await tx.query<{ id: string }>(sql`delete from resume where user_id = ${userId} returning id`);
      await deleteFilesAfter(tx, files, organisationId, erased.map(({ id }) => id));
    },
  };
}

/** Of the name the person gave, only what a ZIP's reader needs. */
function extensionOf(fileName: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0].toLowerCase() ?? '';
}
