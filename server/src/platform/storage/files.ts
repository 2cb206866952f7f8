/** Files that belong to rows: gone after their rows, and swept when a crash left one without. */
import { z } from 'zod';
import type { Transaction } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { defineJob } from '../jobs/define-job.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Storage } from './storage.ts';

export const deleteFilesData = z.object({ organisationId: z.uuid(), prefixes: z.array(z.string()).max(1000) });

/** Deleting twice does no harm, so the job may run twice. */
export const deleteFiles = defineJob({
  name: 'platform.delete-files',
  schema: deleteFilesData,
  retry: { limit: 10, delaySeconds: 10 },
  timeoutSeconds: 600,
  handler: () => import('./delete-files.jobs.handler.ts'),
});

export interface Files {
  /**
   * Says which of `keys` have a row, for the files of one kind (the third segment of a key). Files of a kind that
   * nobody owns are left alone.
   */
  own(kind: string, having: (tx: Transaction, keys: readonly string[]) => Promise<readonly string[]>): void;
  /** Deletes every file under these keys once `tx` has committed, even if the process dies in between. */
  deleteAfter(tx: Transaction, organisationId: string, prefixes: readonly string[]): Promise<void>;
  /** Deletes files without a row, and what was never whole; answers how many. */
  sweep(nowMilliseconds: number): Promise<number>;
}

export interface FilesParts {
  readonly storage: Storage;
  readonly database: Database;
  readonly jobs: Pick<Jobs, 'enqueue' | 'register'>;
}

/** A file is stored before its row commits: it is given the time that the slowest request or job may take, and more. */
const safeAgeMilliseconds = 24 * 3_600_000;
const keysAtOnce = 500;

export function createFiles({ storage, database, jobs }: FilesParts): Files {
  const owners = new Map<string, (tx: Transaction, keys: readonly string[]) => Promise<readonly string[]>>();
  jobs.register(deleteFiles, { storage });

  async function sweepSome(organisationId: string, keysByKind: ReadonlyMap<string, readonly string[]>): Promise<number> {
    let removed = 0;
    for (const [kind, keys] of keysByKind) {
      const having = owners.get(kind);
      if (having === undefined) continue;
      const kept = new Set(await database.transaction({ organisationId }, (tx) => having(tx, keys)));
      for (const key of keys) {
        if (kept.has(key)) continue;
        await storage.delete(key);
        removed += 1;
      }
    }
    return removed;
  }

  return {
    own: (kind, having) => void owners.set(kind, having),
    async deleteAfter(tx, organisationId, prefixes) {
      if (prefixes.length > 0) await jobs.enqueue(tx, deleteFiles, { organisationId, prefixes: [...prefixes] });
    },
    async sweep(now) {
      let removed = await storage.tidy(now);
      let organisationId = '';
      let waiting = new Map<string, string[]>();
      let count = 0;
      const flush = async () => {
        removed += await sweepSome(organisationId, waiting);
        waiting = new Map();
        count = 0;
      };
      for await (const file of storage.list('org')) {
        if (now - file.writtenAtMilliseconds < safeAgeMilliseconds) continue;
        const [, organisation = '', kind = ''] = file.key.split('/');
        if (organisation !== organisationId || count >= keysAtOnce) {
          await flush();
          organisationId = organisation;
        }
        waiting.set(kind, [...(waiting.get(kind) ?? []), file.key]);
        count += 1;
      }
      await flush();
      return removed;
    },
  };
}
