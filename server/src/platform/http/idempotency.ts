/**
 * Writes that carry an Idempotency-Key happen once: the same request again within a day gets the answer of the first.
 * Keys belong to a person. A handler that calls `settle` in its transaction is exact even across a crash; without it
 * the answer is stored just after, and a crash in between lets the request run again once the claim has lapsed.
 */
import { sql } from '../database/sql.ts';
import type { Database, Transaction } from '../database/database.ts';
import { Failure } from './failure.ts';
import type { Person } from './person.ts';

export const idempotencyHours = 24;
/** How long a claim without an answer is believed to be still at work: longer than any request may take. */
const claimSeconds = 180;
/** Where work may take longer its claim is renewed, and lapses soon when nobody does: a few missed are no matter. */
const renewedClaimSeconds = 8;
export const renewEverySeconds = 2;

export interface StoredAnswer {
  readonly status: number;
  readonly text: string | null;
}

export interface Claim {
  readonly person: Person;
  readonly key: string;
  readonly requestHash: string;
  /** Whoever is at work renews it as often as they should. */
  readonly isRenewed: boolean;
}

export interface Idempotency {
  /** The answer of the first such request, or null when this one is the first and now holds the key. */
  claim(claim: Claim): Promise<StoredAnswer | null>;
  settle(tx: Transaction, claim: Claim, answer: StoredAnswer): Promise<void>;
  finish(claim: Claim, answer: StoredAnswer): Promise<void>;
  /** Somebody is still at work on it. */
  renew(claim: Claim): Promise<void>;
  /** Gives the key back after a failure that another try may mend. */
  release(claim: Claim): Promise<void>;
}

export const keyPattern = /^[\x21-\x7e]{1,200}$/;

interface Row {
  requestHash: string;
  status: number | null;
  answer: string | null;
  lapsed: boolean;
}

export function createIdempotency(database: Database, now: () => number): Idempotency {
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  const within = <T>(person: Person, work: (tx: Transaction) => Promise<T>) => database.transaction({ organisationId: person.organisationId, userId: person.userId }, work);

  async function settle(tx: Transaction, { person, key }: Claim, answer: StoredAnswer): Promise<void> {
    await tx.query(sql`update idempotency_keys set status = ${answer.status}, answer = ${answer.text} where user_id = ${person.userId} and key = ${key}`);
  }

  return {
    claim: ({ person, key, requestHash, isRenewed }) => within(person, async (tx) => {
      const instant = now();
      const lapsesAfterSeconds = isRenewed ? renewedClaimSeconds : claimSeconds;
      const expired = at(instant - idempotencyHours * 3_600_000);
      await tx.query(sql`delete from idempotency_keys where user_id = ${person.userId} and claimed_at < ${expired}`);
      const made = await tx.query(sql`insert into idempotency_keys (organisation_id, user_id, key, request_hash, claimed_at)
        values (${person.organisationId}, ${person.userId}, ${key}, ${requestHash}, ${at(instant)}) on conflict do nothing returning 1`);
      if (made.length > 0) return null;
      const row = await tx.maybe<Row>(sql`select request_hash as "requestHash", status, answer, claimed_at < ${at(instant - lapsesAfterSeconds * 1000)} as lapsed
        from idempotency_keys where user_id = ${person.userId} and key = ${key} for update`);
      // Released between the two statements: the caller may try again at once.
      if (row === undefined) throw new Failure('request.in-progress', { retryAfterSeconds: 1 });
      if (row.requestHash !== requestHash) throw new Failure('request.idempotency-conflict');
      if (row.status !== null) return { status: row.status, text: row.answer };
      if (!row.lapsed) throw new Failure('request.in-progress', { retryAfterSeconds: 1 });
      await tx.query(sql`update idempotency_keys set claimed_at = ${at(instant)} where user_id = ${person.userId} and key = ${key}`);
      return null;
    }),
    settle,
    finish: (claim, answer) => within(claim.person, (tx) => settle(tx, claim, answer)),
    renew: ({ person, key }) => within(person, async (tx) => {
      await tx.query(sql`update idempotency_keys set claimed_at = ${at(now())} where user_id = ${person.userId} and key = ${key} and status is null`);
    }),
    release: ({ person, key }) => within(person, async (tx) => {
      await tx.query(sql`delete from idempotency_keys where user_id = ${person.userId} and key = ${key} and status is null`);
    }),
  };
}
