import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

/** Of somebody whose pages have not said theirs yet. */
const unknownTimeZone = 'UTC';

/** The time zone in which the person's days begin, by its name in the IANA database. */
export async function timeZoneOf(tx: Transaction, userId: string): Promise<string> {
  const row = await tx.maybe<{ timeZone: string | null }>(sql`select time_zone as "timeZone" from identity."user" where id = ${userId}`);
  return row?.timeZone ?? unknownTimeZone;
}

export async function writeTimeZone(tx: Transaction, userId: string, timeZone: string): Promise<void> {
  await tx.query(sql`update identity."user" set time_zone = ${timeZone} where id = ${userId}`);
}

/** Of many at once; whose account is gone is left out. */
export async function timeZonesOf(tx: Transaction, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ userId: string; timeZone: string | null }>(sql`select id as "userId", time_zone as "timeZone" from identity."user" where id = any(${[...userIds]}::uuid[])`);
  return new Map(rows.map(({ userId, timeZone }) => [userId, timeZone ?? unknownTimeZone]));
}
