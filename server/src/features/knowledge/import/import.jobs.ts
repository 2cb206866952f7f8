import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';

export const readImportData = z.object({ organisationId: z.uuid(), userId: z.uuid(), importId: z.uuid() });

/** Works out what a download would change, where that takes longer than somebody waits for an answer. */
export const readImportJob = defineJob({
  name: 'knowledge.read-import',
  schema: readImportData,
  retry: { limit: 2, delaySeconds: 5 },
  timeoutSeconds: 300,
  concurrency: 1,
  handler: () => import('./import.jobs.handler.ts'),
});
