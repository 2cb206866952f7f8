import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.ts';

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
