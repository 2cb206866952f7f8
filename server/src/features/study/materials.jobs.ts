import { z } from 'zod';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { weekMilliseconds } from './make-materials.ts';
import { deleteVideosBefore, peopleWithMaterialsToMake, type Owner } from './study.store.ts';

export const makeMaterialsData = z.object({ organisationId: z.uuid(), userId: z.uuid() });

/** Makes the materials ready that somebody's goal asks for, or that are a week old. */
export const makeMaterialsJob = defineJob({
  name: 'study.make-materials',
  schema: makeMaterialsData,
  retry: { limit: 3, delaySeconds: 10 },
  timeoutSeconds: 180,
  concurrency: 1,
  handler: () => import('./materials.jobs.handler.ts'),
});

/** Longer than the job and its retries take. */
const overdueMilliseconds = 3_600_000;

export async function queueMaking(tx: Transaction, jobs: Pick<Jobs, 'enqueue'>, { organisationId, userId }: Owner): Promise<void> {
  await jobs.enqueue(tx, makeMaterialsJob, { organisationId, userId });
}

/** Queues what is a week old, and once more what has waited for too long; making twice does no harm. */
export async function refreshMaterials(database: Database, jobs: Pick<Jobs, 'enqueue'>, organisationIds: readonly string[], nowMilliseconds: number, patienceMilliseconds = overdueMilliseconds): Promise<void> {
  const staleBefore = new Date(nowMilliseconds - weekMilliseconds);
  for (const organisationId of organisationIds) {
    await database.transaction({ organisationId }, async (tx) => {
      await deleteVideosBefore(tx, staleBefore);
      for (const userId of await peopleWithMaterialsToMake(tx, staleBefore, new Date(nowMilliseconds - patienceMilliseconds))) await queueMaking(tx, jobs, { organisationId, userId });
    });
  }
}
