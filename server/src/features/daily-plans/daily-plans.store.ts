import type { DayItem } from '@cairn/engine/daily-plans';
import type { Message, Reason } from '@cairn/engine/reasons';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

/** What an item was called when it was planned, and when it was ticked. */
type Named<Item> = Item extends { readonly kind: 'task' } ? Item & { readonly title: string; readonly what: Message } : Item extends { readonly kind: 'lesson' } ? Item & { readonly title: string } : Item;
export type StoredItem = Named<DayItem> & { readonly doneAt: string | null };

export interface StoredPlan {
  /** 'YYYY-MM-DD' */
  readonly day: string;
  readonly minutes: number;
  readonly items: readonly StoredItem[];
  readonly reasons: readonly Reason[];
  readonly madeAt: Date;
  readonly seenAt: Date | null;
  readonly mailedAt: Date | null;
}

export interface StoredRhythm {
  readonly minutesByWeekday: number[] | null;
  readonly mailed: boolean;
}

const columns = sql`to_char(day, 'YYYY-MM-DD') as day, minutes, items, reasons, made_at as "madeAt", seen_at as "seenAt", mailed_at as "mailedAt"`;

export function findPlan(tx: Transaction, { userId }: Owner, day: string, lock: 'lock' | 'look'): Promise<StoredPlan | undefined> {
  const found = sql`select ${columns} from daily_plan where user_id = ${userId} and day = ${day}::date`;
  return tx.maybe<StoredPlan>(lock === 'lock' ? sql`${found} for update` : found);
}

export function plansBefore(tx: Transaction, { userId }: Owner, day: string, limit: number): Promise<StoredPlan[]> {
  return tx.query<StoredPlan>(sql`select ${columns} from daily_plan where user_id = ${userId} and day < ${day}::date order by day desc limit ${limit}`);
}

export function plansOf(tx: Transaction, { userId }: Owner): Promise<StoredPlan[]> {
  return tx.query<StoredPlan>(sql`select ${columns} from daily_plan where user_id = ${userId} order by day`);
}

/** Of two at once the first stays; false for the second. */
export async function insertPlan(tx: Transaction, { organisationId, userId }: Owner, plan: StoredPlan): Promise<boolean> {
  const inserted = await tx.query(sql`
    insert into daily_plan (organisation_id, user_id, day, minutes, items, reasons, made_at, seen_at)
    values (${organisationId}, ${userId}, ${plan.day}::date, ${plan.minutes}, ${JSON.stringify(plan.items)}, ${JSON.stringify(plan.reasons)}, ${plan.madeAt}, ${plan.seenAt})
    on conflict do nothing returning day`);
  return inserted.length === 1;
}

export async function updatePlan(tx: Transaction, { userId }: Owner, plan: StoredPlan): Promise<void> {
  await tx.query(sql`
    update daily_plan set minutes = ${plan.minutes}, items = ${JSON.stringify(plan.items)}, reasons = ${JSON.stringify(plan.reasons)}, seen_at = ${plan.seenAt}, mailed_at = ${plan.mailedAt}
    where user_id = ${userId} and day = ${plan.day}::date`);
}

/** Those of the people who have no plan for their day yet, less those whose newest `leftAlone` plans nobody looked at. */
export function thoseWithoutPlan(tx: Transaction, people: readonly { readonly userId: string; readonly day: string }[], leftAlone: number): Promise<{ userId: string; day: string }[]> {
  return tx.query<{ userId: string; day: string }>(sql`
    select person.user_id as "userId", to_char(person.day, 'YYYY-MM-DD') as day
    from unnest(${people.map(({ userId }) => userId)}::uuid[], ${people.map(({ day }) => day)}::date[]) as person (user_id, day)
    where not exists (select 1 from daily_plan where daily_plan.user_id = person.user_id and daily_plan.day = person.day)
      and not (select count(*) = ${leftAlone} and bool_and(seen_at is null)
        from (select seen_at from daily_plan where daily_plan.user_id = person.user_id order by daily_plan.day desc limit ${leftAlone}) newest)`);
}

export async function readRhythm(tx: Transaction, { userId }: Owner): Promise<StoredRhythm> {
  const row = await tx.maybe<StoredRhythm>(sql`select minutes_by_weekday as "minutesByWeekday", mailed from daily_rhythm where user_id = ${userId}`);
  return row ?? { minutesByWeekday: null, mailed: false };
}

export async function writeRhythm(tx: Transaction, { organisationId, userId }: Owner, { minutesByWeekday, mailed }: StoredRhythm, at: Date): Promise<void> {
  await tx.query(sql`
    insert into daily_rhythm (organisation_id, user_id, minutes_by_weekday, mailed, updated_at) values (${organisationId}, ${userId}, ${minutesByWeekday}::integer[], ${mailed}, ${at})
    on conflict (organisation_id, user_id) do update set minutes_by_weekday = excluded.minutes_by_weekday, mailed = excluded.mailed, updated_at = excluded.updated_at`);
}
