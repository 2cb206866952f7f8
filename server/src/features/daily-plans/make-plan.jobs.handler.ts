import type { z } from 'zod';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import type { MakePlanDeps } from './daily-plans.jobs.ts';
import { mailPlanJob, secondsUntilMail, type dayData } from './mail-plan.jobs.ts';

/** Runs twice without harm: the second finds the plan of the day, and nothing to mail. */
export async function handle(job: RunningJob<z.output<typeof dayData>>, { makeFor, jobs, now }: MakePlanDeps): Promise<void> {
  await job.transaction(async (tx) => {
    const made = await makeFor(tx, job.data, job.data.day);
    if (made !== null && made.mailed && made.plan.items.length > 0) await jobs.enqueue(tx, mailPlanJob, job.data, { startAfterSeconds: secondsUntilMail(now(), job.data.day, made.timeZone) });
  });
}
