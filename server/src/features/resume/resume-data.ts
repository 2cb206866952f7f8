/** What this feature holds about a person, for their export and their erasure. */
import { sql } from '../../platform/database/sql.ts';
import type { Files } from '../../platform/storage/files.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import type { PersonalData } from '../profile/index.ts';
import { listResumes, versionsOf } from './resume.store.ts';

export function resumeData({ storage, files }: { readonly storage: Storage; readonly files: Files }): PersonalData {
  return {
    name: 'resumes',
    async export(tx, owner) {
      const { items } = await listResumes(tx, owner, null, 1000);
      const exported: Awaited<ReturnType<PersonalData['export']>>[number][] = [];
      for (const resume of items) {
        const [stored] = await tx.query<{ reading: unknown; corrections: unknown }>(sql`select reading -> 'resume' as reading, corrections from resume where id = ${resume.id}`);
        exported.push({ path: `${resume.id}.json`, json: { ...resume, ...stored } });
        for (const { version, storageKey, fileName } of await versionsOf(tx, resume.id)) {
          exported.push({ path: `${resume.id}/${String(version)}${extensionOf(fileName)}`, open: async () => (await storage.get(storageKey)).content });
        }
      }
      return exported;
    },
    async erase(tx, owner) {
      const { items } = await listResumes(tx, owner, null, 1000);
      const keys = (await Promise.all(items.map(({ id }) => versionsOf(tx, id)))).flat().map(({ storageKey }) => storageKey);
      await files.deleteAfter(tx, owner.organisationId, keys);
      await tx.query(sql`delete from resume where user_id = ${owner.userId}`);
    },
  };
}

/** Of the name the person gave, only what a ZIP's reader needs. */
function extensionOf(fileName: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0].toLowerCase() ?? '';
}
