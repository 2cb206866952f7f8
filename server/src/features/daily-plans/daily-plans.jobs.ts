import { localDay, localHour } from '@cairn/engine/calendar';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { DailyPlansService } from './daily-plans.service.ts';
import { thoseWithoutPlan } from './daily-plans.store.ts';
import { dayData } from './mail-plan.jobs.ts';

export interface MakePlanDeps {
  readonly makeFor: DailyPlansService['makeFor'];
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly now: () => number;
}

/** The plan of a person's day, before they wake. */
export const makePlanJob = defineJob({ name: 'daily-plans.make', schema: dayData, handler: () => import('./make-plan.jobs.handler.ts') });

/** Plans are made from this hour on, where the person is. */
const madeFromHour = 4;

export interface NightParts {
  readonly database: Database;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly organisationIds: () => Promise<readonly string[]>;
  readonly peopleOnTheWay: (tx: Transaction) => Promise<readonly string[]>;
  readonly timeZonesOf: (tx: Transaction, userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly now: () => number;
}

/** Nobody is planned for who has not looked at so many plans in a row; looking at one today makes it, and the next ones again. */
const plansLeftAlone = 14;

/** Queues the plans of all for whom the day has begun and has none yet. Every hour; an hour that was missed is made up for by the next. */
export async function queueDue({ database, jobs, organisationIds, peopleOnTheWay, timeZonesOf, now }: NightParts): Promise<void> {
  for (const organisationId of await organisationIds()) {
    await database.transaction({ organisationId }, async (tx) => {
      const people = await peopleOnTheWay(tx);
      const zones = await timeZonesOf(tx, people);
      const awake = people.flatMap((userId) => {
        const timeZone = zones.get(userId);
        return timeZone !== undefined && localHour(now(), timeZone) >= madeFromHour ? [{ userId, day: localDay(now(), timeZone) }] : [];
      });
      const without = await thoseWithoutPlan(tx, awake, plansLeftAlone);
      for (const { userId, day } of without) await jobs.enqueue(tx, makePlanJob, { organisationId, userId, day });
    });
  }
}
