/** Fetches what a person did and plans, from every feature in which people learn. */
import { mondayOfDay, personCalendar, type Activity, type AnsweredSkill, type PersonCalendar, type PossibleSteps } from '@cairn/engine/progress';
import type { Transaction } from '../../platform/database/database.ts';
import type { WalkedPlan } from '../roadmap/index.ts';
import { eventsSince, zonesOf, type Owner } from './progress.store.ts';

export type ActivitySource = (tx: Transaction, owner: Owner, since: number) => Promise<readonly Activity[]>;

/** Where the person is now, as their account says. */
export type TimeZoneOf = (tx: Transaction, userId: string) => Promise<string>;

export interface FactSources {
  readonly timeZoneOf: TimeZoneOf;
  /** Of every feature in which people learn; what people log is added here. */
  readonly activitySources: readonly ActivitySource[];
  readonly planOf: (tx: Transaction, owner: Owner) => Promise<WalkedPlan | null>;
  readonly masteryOf: (tx: Transaction, owner: Owner, at: number) => Promise<readonly AnsweredSkill[]>;
  readonly dueReviews: (tx: Transaction, owner: Owner, at: number) => Promise<PossibleSteps['dueReviews']>;
  readonly nextLessons: (tx: Transaction, owner: Owner, at: number) => Promise<PossibleSteps['lessons']>;
}

export interface Facts {
  readonly calendar: PersonCalendar;
  readonly timeZone: string;
  /** Day number. */
  readonly today: number;
  readonly activities: readonly Activity[];
  readonly plan: WalkedPlan | null;
  readonly steps: PossibleSteps;
}

/** A pause that is longer is a new beginning: pace is measured over these weeks and the one that is going on. */
export const paceWeeks = 12;

/** A move that was made in another organisation is not stored here yet: it counts from now on. */
export async function calendarOf(tx: Transaction, owner: Owner, timeZoneOf: TimeZoneOf, at: number): Promise<{ calendar: PersonCalendar; timeZone: string }> {
  const timeZone = await timeZoneOf(tx, owner.userId);
  const zones = await zonesOf(tx, owner);
  const last = zones.at(-1)?.timeZone;
  return { calendar: personCalendar(last === timeZone ? zones : [...zones, { since: at, timeZone }]), timeZone };
}

/** Monday of the first week that the pace is measured by, as a day number. */
export function paceBegan(today: number): number {
  return mondayOfDay(today) - 7 * paceWeeks;
}

/** `reach`: all that a person ever did, or the weeks that the pace is measured by. */
export async function fetchFacts(tx: Transaction, owner: Owner, sources: FactSources, at: number, reach: 'all' | 'pace'): Promise<Facts> {
  const { calendar, timeZone } = await calendarOf(tx, owner, sources.timeZoneOf, at);
  const today = calendar.dayOf(at);
  const since = reach === 'all' ? 0 : calendar.instantIn(paceBegan(today), 0);
  const activities: Activity[] = [];
  for (const activityOf of sources.activitySources) activities.push(...(await activityOf(tx, owner, since)));
  for (const { skillId, minutes, happenedAt } of await eventsSince(tx, owner, new Date(since))) activities.push({ kind: 'logged', at: happenedAt.getTime(), minutes, skillId });
  const plan = await sources.planOf(tx, owner);
  const dueReviews = await sources.dueReviews(tx, owner, at);
  const lessons = await sources.nextLessons(tx, owner, at);
  return { calendar, timeZone, today, activities, plan, steps: { dueReviews, lessons, tasks: plan?.openTasks ?? [] } };
}
