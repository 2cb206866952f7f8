import type { z } from 'zod';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import type { dayData, MailPlanDeps } from './mail-plan.jobs.ts';
import { findPlan, readRhythm, updatePlan } from './daily-plans.store.ts';
import { planLetter } from './plan-letter.ts';

/** Sends once, unless the process dies between the sending and the note of it. */
export async function handle(job: RunningJob<z.output<typeof dayData>>, { readUser, sendMail, publicUrl, now }: MailPlanDeps): Promise<void> {
  const due = await job.transaction(async (tx) => {
    const plan = await findPlan(tx, job.data, job.data.day, 'look');
    const user = await readUser(tx, job.data.userId);
    // Sent already, or the person has changed their mind, or has begun by themselves.
    const isWanted = plan !== undefined && plan.mailedAt === null && plan.seenAt === null && (await readRhythm(tx, job.data)).mailed;
    return isWanted && user !== undefined ? { plan, user } : undefined;
  });
  if (due === undefined) return;
  await sendMail(planLetter(due.user, due.plan, publicUrl));
  await job.transaction(async (tx) => {
    const plan = await findPlan(tx, job.data, job.data.day, 'lock');
    if (plan !== undefined) await updatePlan(tx, job.data, { ...plan, mailedAt: new Date(now()) });
  });
}
