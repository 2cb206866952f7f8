import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

/** Somebody signs in from few places; older ones are forgotten. */
const knownAddresses = 20;

export async function lockedUntil(tx: Transaction, account: Buffer, [place, everywhere]: readonly [Buffer, Buffer], now: Date): Promise<{ place: Date | null; account: Date | null }> {
  return tx.one(sql`
    select max(locked_until) filter (where address_key = ${place}) as place, max(locked_until) filter (where address_key = ${everywhere}) as account
    from identity.lockout where account_key = ${account} and address_key in (${place}, ${everywhere}) and locked_until > ${now}`);
}

export interface FailureKey {
  readonly account: Buffer;
  readonly place: Buffer;
  readonly now: Date;
  readonly forgottenBefore: Date;
}

/** Counts exactly, whoever else counts at the same time: the row stays locked until the transaction ends. */
export async function countFailure(tx: Transaction, { account, place, now, forgottenBefore }: FailureKey, lockUntil: (failures: number) => Date | null): Promise<void> {
  const { failures } = await tx.one<{ failures: number }>(sql`
    insert into identity.lockout as known (account_key, address_key, failures, last_failure_at) values (${account}, ${place}, 1, ${now})
    on conflict (account_key, address_key) do update
    set failures = case when known.last_failure_at < ${forgottenBefore} then 1 else known.failures + 1 end, last_failure_at = excluded.last_failure_at
    returning failures`);
  await tx.query(sql`update identity.lockout set locked_until = ${lockUntil(failures)} where account_key = ${account} and address_key = ${place}`);
}

/** At one place, or everywhere. */
export async function clearFailures(tx: Transaction, account: Buffer, place?: Buffer): Promise<void> {
  if (place === undefined) await tx.query(sql`delete from identity.lockout where account_key = ${account}`);
  else await tx.query(sql`delete from identity.lockout where account_key = ${account} and address_key = ${place}`);
}

export async function isKnownAddress(tx: Transaction, userId: string, place: Buffer): Promise<boolean> {
  return (await tx.query(sql`select 1 from identity.known_address where user_id = ${userId} and address_key = ${place}`)).length > 0;
}

export async function rememberAddress(tx: Transaction, userId: string, place: Buffer, now: Date): Promise<void> {
  await tx.query(sql`
    insert into identity.known_address (user_id, address_key, last_used_at) values (${userId}, ${place}, ${now})
    on conflict (user_id, address_key) do update set last_used_at = excluded.last_used_at`);
  await tx.query(sql`
    delete from identity.known_address where user_id = ${userId} and address_key not in
    (select address_key from identity.known_address where user_id = ${userId} order by last_used_at desc limit ${knownAddresses})`);
}

export async function deleteOldFailures(tx: Transaction, before: Date): Promise<void> {
  await tx.query(sql`delete from identity.lockout where last_failure_at < ${before}`);
}
