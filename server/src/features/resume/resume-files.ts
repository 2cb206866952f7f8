/** Where a resume's files are kept. */
import { posix } from 'node:path';
import type { Transaction } from '../../platform/database/database.ts';
import type { Files } from '../../platform/storage/files.ts';
import { storageKey } from '../../platform/storage/storage.ts';

/** `mark` tells apart the files of two uploads that race to be the same version. */
export function keyOfVersion(organisationId: string, resumeId: string, version: number, mark: string): string {
  return storageKey(organisationId, 'resume', resumeId, `${String(version)}-${mark}`);
}

/** Prefixes that one job takes. */
const resumesAtOnce = 500;

/** Deletes every version's file of these resumes once `tx` has committed. */
export async function deleteFilesAfter(tx: Transaction, files: Files, organisationId: string, resumeIds: readonly string[]): Promise<void> {
  const folders = resumeIds.map((id) => posix.dirname(keyOfVersion(organisationId, id, 1, 'any')));
  for (let from = 0; from < folders.length; from += resumesAtOnce) await files.deleteAfter(tx, organisationId, folders.slice(from, from + resumesAtOnce));
}
