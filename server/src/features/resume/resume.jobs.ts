import { z } from 'zod';
import type { Database } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { resumesWaiting } from './resume.store.ts';

export const readResumeData = z.object({ organisationId: z.uuid(), userId: z.uuid(), resumeId: z.uuid(), version: z.int() });

/** Reads a file that took too long to be read while its upload waited. */
export const readResumeJob = defineJob({
  name: 'resume.read',
  schema: readResumeData,
  retry: { limit: 3, delaySeconds: 5 },
  timeoutSeconds: 120,
  concurrency: 2,
  handler: () => import('./resume.jobs.handler.ts'),
});

/** Longer than the job and its retries take. */
const overdueMilliseconds = 3_600_000;

/** Queues once more what has been waiting for too long: a process may have died at every try. Reading twice does no harm. */
export async function readOverdue(database: Database, jobs: Pick<Jobs, 'enqueue'>, organisationIds: readonly string[], nowMilliseconds: number): Promise<void> {
  for (const organisationId of organisationIds) {
    await database.transaction({ organisationId }, async (tx) => {
      for (const waiting of await resumesWaiting(tx, new Date(nowMilliseconds - overdueMilliseconds))) await jobs.enqueue(tx, readResumeJob, { organisationId, ...waiting });
    });
  }
}
