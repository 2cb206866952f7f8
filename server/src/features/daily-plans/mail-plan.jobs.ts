import type { User } from '@cairn/contracts';
import { startOfLocalDay } from '@cairn/engine/calendar';
import { z } from 'zod';
import type { Transaction } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import type { Mail } from '../../platform/mail/mail.ts';

/** The person and their day. */
export const dayData = z.object({ organisationId: z.uuid(), userId: z.uuid(), day: z.iso.date() });

export interface MailPlanDeps {
  readonly readUser: (tx: Transaction, userId: string) => Promise<User | undefined>;
  readonly sendMail: Mail['send'];
  readonly publicUrl: string;
  readonly now: () => number;
}

/** The plan as a mail, to those who asked for it. */
export const mailPlanJob = defineJob({ name: 'daily-plans.mail', schema: dayData, retry: { limit: 6, delaySeconds: 30 }, timeoutSeconds: 60, handler: () => import('./mail-plan.jobs.handler.ts') });

/** Where the person is. */
const mailedAtHour = 7;

/** Seconds until the hour of the mail of the day; 0 when it has passed. */
export function secondsUntilMail(at: number, day: string, timeZone: string): number {
  return Math.max(0, Math.round((startOfLocalDay(day, timeZone) + mailedAtHour * 3_600_000 - at) / 1000));
}
