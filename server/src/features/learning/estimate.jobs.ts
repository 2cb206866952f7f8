import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.ts';
import type { EstimateParts } from './estimate.jobs.handler.ts';

const estimateData = z.object({ organisationId: z.uuid() });
export type EstimateData = z.output<typeof estimateData>;

/** Estimates anew how hard questions are for the people of an organisation. */
export const estimateQuestionsJob = defineJob<typeof estimateData, EstimateParts>({
  name: 'learning.estimate-questions',
  schema: estimateData,
  timeoutSeconds: 600,
  concurrency: 1,
  handler: () => import('./estimate.jobs.handler.ts'),
});
