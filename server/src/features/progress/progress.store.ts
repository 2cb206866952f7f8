import type { ZoneChange } from '@cairn/engine/progress';
import type { Transaction } from '../../platform/database/database.ts';
import { newestFirst, type NewestFirst, type Place } from '../../platform/database/newest-first.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export interface StoredEvent {
  readonly id: string;
  readonly skillId: string | null;
  readonly minutes: number;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  readonly happenedAt: Date;
  readonly createdAt: Date;
}

const columns = sql`id, skill_id as "skillId", minutes, day, happened_at as "happenedAt", created_at as "createdAt"`;

export async function insertEvent(tx: Transaction, { organisationId, userId }: Owner, event: StoredEvent): Promise<void> {
  await tx.query(sql`
    insert into progress_event (organisation_id, user_id, id, skill_id, minutes, day, happened_at, created_at)
    values (${organisationId}, ${userId}, ${event.id}, ${event.skillId}, ${event.minutes}, ${event.day}, ${event.happenedAt}, ${event.createdAt})`);
}

export async function deleteEvent(tx: Transaction, { userId }: Owner, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from progress_event where id = ${id} and user_id = ${userId} returning id`)).length === 1;
}

export function eventsSince(tx: Transaction, { userId }: Owner, since: Date): Promise<StoredEvent[]> {
  return tx.query<StoredEvent>(sql`select ${columns} from progress_event where user_id = ${userId} and happened_at >= ${since}`);
}

export function listEvents(tx: Transaction, { userId }: Owner, after: Place | null, limit: number): Promise<NewestFirst<StoredEvent>> {
  return newestFirst<StoredEvent>(tx, columns, sql`progress_event where user_id = ${userId}`, after, limit);
}

export async function minutesOn(tx: Transaction, { userId }: Owner, day: string): Promise<number> {
  return (await tx.one<{ minutes: number }>(sql`select coalesce(sum(minutes), 0)::int as minutes from progress_event where user_id = ${userId} and day = ${day}`)).minutes;
}

export async function zonesOf(tx: Transaction, { userId }: Owner): Promise<ZoneChange[]> {
  const rows = await tx.query<{ since: Date; timeZone: string }>(sql`select since, time_zone as "timeZone" from progress_zone where user_id = ${userId} order by since`);
  return rows.map(({ since, timeZone }) => ({ since: since.getTime(), timeZone }));
}

/** More than anybody travels; the oldest moves are forgotten first. */
const mostZones = 300;

export async function insertZone(tx: Transaction, { organisationId, userId }: Owner, timeZone: string, since: Date): Promise<void> {
  await tx.query(sql`
    insert into progress_zone (organisation_id, user_id, since, time_zone) values (${organisationId}, ${userId}, ${since}, ${timeZone})
    on conflict (organisation_id, user_id, since) do update set time_zone = excluded.time_zone`);
  await tx.query(sql`
    delete from progress_zone where user_id = ${userId} and since < (select min(since) from (select since from progress_zone where user_id = ${userId} order by since desc limit ${mostZones}) as kept)`);
}

export interface PersonRow {
  readonly weeklyDigest: boolean;
  readonly suggestion: Suggested | null;
}

/** What tells one suggestion from another. */
export interface Suggested {
  readonly code: string;
  /** Of the action. */
  readonly about: string;
}

const firstPerson: PersonRow = { weeklyDigest: true, suggestion: null };

export async function personOf(tx: Transaction, { userId }: Owner): Promise<PersonRow> {
  return (await tx.maybe<PersonRow>(sql`select weekly_digest as "weeklyDigest", suggestion from progress_person where user_id = ${userId}`)) ?? firstPerson;
}

/** Held until `tx` ends, so that of two changes at once the second counts what the first has stored. */
export async function lockPerson(tx: Transaction, { organisationId, userId }: Owner): Promise<PersonRow> {
  await tx.query(sql`insert into progress_person (organisation_id, user_id) values (${organisationId}, ${userId}) on conflict do nothing`);
  return tx.one<PersonRow>(sql`select weekly_digest as "weeklyDigest", suggestion from progress_person where user_id = ${userId} for update`);
}

export async function saveSuggestion(tx: Transaction, { userId }: Owner, suggestion: Suggested): Promise<void> {
  await tx.query(sql`update progress_person set suggestion = ${JSON.stringify(suggestion)} where user_id = ${userId}`);
}

/** False where there is no such member any more. */
export async function saveWeeklyDigest(tx: Transaction, { userId }: Owner, weeklyDigest: boolean): Promise<boolean> {
  return (await tx.query(sql`update progress_person set weekly_digest = ${weeklyDigest} where user_id = ${userId} returning user_id`)).length === 1;
}

export interface WeekMinutes {
  /** Its Monday, 'YYYY-MM-DD'. */
  readonly week: string;
  readonly minutes: number;
}

/** In place of all that was there: running twice changes nothing. */
export async function replaceWeeks(tx: Transaction, { organisationId, userId }: Owner, weeks: readonly WeekMinutes[]): Promise<void> {
  await tx.query(sql`delete from progress_week where user_id = ${userId}`);
  if (weeks.length === 0) return;
  await tx.query(sql`
    insert into progress_week (organisation_id, user_id, week, minutes)
    select ${organisationId}, ${userId}, week, minutes from unnest(${weeks.map(({ week }) => week)}::date[], ${weeks.map(({ minutes }) => minutes)}::int[]) as given (week, minutes)`);
}

/** Minutes of each other person of the organisation since a Monday; single persons do not show in what is made of it. */
export async function minutesOfOthers(tx: Transaction, { userId }: Owner, sinceWeek: string): Promise<number[]> {
  const rows = await tx.query<{ minutes: number }>(sql`
    select sum(minutes)::int as minutes from progress_week where week >= ${sinceWeek} and user_id <> ${userId} group by user_id having sum(minutes) > 0`);
  return rows.map(({ minutes }) => minutes);
}
