/** The weekly mail goes out on Monday morning, where the person is. The chore finds whom; the job writes what holds when it runs. */
import { localDay, localHour, weekday } from '@cairn/engine/calendar';
import { z } from 'zod';
import type { Database } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import type { KnownTo } from '../knowledge/index.ts';
import type { DigestLinks } from './digest-links.ts';
import { digestCandidates } from './digest.store.ts';
import type { FactSources } from './progress-facts.ts';

export const digestMailData = z.object({ organisationId: z.uuid(), userId: z.uuid(), /** Its Monday. */ week: z.iso.date() });

export interface DigestMailDeps extends FactSources {
  readonly links: DigestLinks;
  readonly knownTo: KnownTo;
  readonly sendMail: (letter: Letter) => Promise<void>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export const digestMail = defineJob({
  name: 'progress.digest-mail',
  schema: digestMailData,
  retry: { limit: 6, delaySeconds: 60 },
  timeoutSeconds: 120,
  handler: () => import('./digest.jobs.handler.ts'),
});

export interface DigestChoreParts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly organisationIds: () => Promise<readonly string[]>;
  readonly now: () => number;
}

/** Local hours of a Monday in which a mail still says good morning to the week. */
const firstHour = 7;
const lastHour = 20;
const unknownTimeZone = 'UTC';
const monday = 1;
const dayMilliseconds = 86_400_000;

/** Queues the mails that are due; found again half an hour later, they are claimed already. */
export function createDigestChore({ database, jobs, organisationIds, now }: DigestChoreParts): () => Promise<void> {
  return async () => {
    const at = now();
    // It is Monday somewhere from Sunday to Tuesday.
    const sinceWeek = localDay(at - 2 * dayMilliseconds, unknownTimeZone);
    for (const organisationId of await organisationIds()) {
      await database.transaction({ organisationId }, async (tx) => {
        for (const { userId, timeZone } of await digestCandidates(tx, sinceWeek)) {
          const week = dueWeek(at, timeZone ?? unknownTimeZone);
          if (week !== null) await jobs.enqueue(tx, digestMail, { organisationId, userId, week });
        }
      });
    }
  };
}

/** The Monday on whose morning it is; null at any other time. */
export function dueWeek(at: number, timeZone: string): string | null {
  const day = localDay(at, timeZone);
  const hour = localHour(at, timeZone);
  return weekday(day) === monday && hour >= firstHour && hour <= lastHour ? day : null;
}
