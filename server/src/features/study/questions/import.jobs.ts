import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';

export const readQuestionsData = z.object({ organisationId: z.uuid(), userId: z.uuid(), importId: z.uuid() });

/** Makes the dry run of a file that takes longer than somebody waits for an answer. */
export const readQuestionsJob = defineJob({
  name: 'study.read-questions',
  schema: readQuestionsData,
  retry: { limit: 2, delaySeconds: 5 },
  timeoutSeconds: 180,
  concurrency: 1,
  handler: () => import('./import.jobs.handler.ts'),
});
