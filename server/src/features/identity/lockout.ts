/**
 * How guessing passwords is slowed down. Wrong passwords are counted in the database, by account and address together
 * and for the account as a whole, whether the account exists or not.
 * Sources: OWASP Authentication Cheat Sheet (account lockout, exponential back-off); OWASP "Slow Down Online Guessing
 * Attacks with Device Cookies" (a stranger must not be able to lock the owner out).
 */
import type { Transaction } from '../../platform/database/database.ts';
import { addressKey } from '../../platform/http/limits.ts';
import { pseudonym } from './secrets.ts';
import { clearFailures, countFailure, deleteOldFailures, isKnownAddress, lockedUntil, rememberAddress } from './lockout.store.ts';

interface Policy {
  /** So many wrong passwords in a row are free. */
  readonly free: number;
  readonly firstSeconds: number;
  readonly mostSeconds: number;
}

/** The same person at the same place. */
export const sameAddress: Policy = { free: 5, firstSeconds: 30, mostSeconds: 15 * 60 };
/** Many places at once, as a botnet guesses. Does not hold where the owner has signed in before. */
export const wholeAccount: Policy = { free: 50, firstSeconds: 30, mostSeconds: 15 * 60 };
/** Without another wrong password the count starts anew. */
export const forgetAfterSeconds = 24 * 60 * 60;

/** Seconds for which the account is locked after so many wrong passwords in a row: 0, then 30, 60, 120 … up to 15 minutes. */
export function lockSeconds(failures: number, { free, firstSeconds, mostSeconds }: Policy): number {
  if (failures < free) return 0;
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.min(failures - free, 30));
}

export interface Attempt {
  readonly email: string;
  readonly address: string;
}

export interface Lockout {
  /** Seconds until the next try is allowed; 0 when it is allowed now. `userId` is undefined where there is no such account. */
  secondsLeft(tx: Transaction, attempt: Attempt, userId: string | undefined): Promise<number>;
  wrong(tx: Transaction, attempt: Attempt): Promise<void>;
  right(tx: Transaction, attempt: Attempt, userId: string): Promise<void>;
  /** Whoever proves the mailbox is let in again at once. */
  clear(tx: Transaction, email: string): Promise<void>;
  sweep(tx: Transaction): Promise<void>;
  /** Runs attempts on one account from one address one after the other, so that sending them all at once gains no tries. */
  inTurn<T>(attempt: Attempt, work: () => Promise<T>): Promise<T>;
}

/** The place in the table of the account as a whole. */
const everywhere = Buffer.alloc(0);

export function createLockout({ key, now }: { readonly key: Buffer; readonly now: () => number }): Lockout {
  const turns = new Map<string, Promise<unknown>>();
  const accountKey = (email: string) => pseudonym(key, `account ${email}`);
  const placeKey = (address: string) => pseudonym(key, `address ${addressKey(address)}`);

  return {
    async secondsLeft(tx, { email, address }, userId) {
      const place = placeKey(address);
      const until = await lockedUntil(tx, accountKey(email), [place, everywhere], new Date(now()));
      const known = until.account !== null && userId !== undefined && (await isKnownAddress(tx, userId, place));
      const latest = Math.max(until.place?.getTime() ?? 0, known ? 0 : (until.account?.getTime() ?? 0));
      return Math.max(0, Math.ceil((latest - now()) / 1000));
    },

    async wrong(tx, { email, address }) {
      for (const [place, policy] of [[placeKey(address), sameAddress], [everywhere, wholeAccount]] as const) {
        await countFailure(tx, { account: accountKey(email), place, now: new Date(now()), forgottenBefore: new Date(now() - forgetAfterSeconds * 1000) }, (failures) => {
          const seconds = lockSeconds(failures, policy);
          return seconds === 0 ? null : new Date(now() + seconds * 1000);
        });
      }
    },

    async right(tx, { email, address }, userId) {
      await clearFailures(tx, accountKey(email), placeKey(address));
      await rememberAddress(tx, userId, placeKey(address), new Date(now()));
    },

    clear: (tx, email) => clearFailures(tx, accountKey(email)),

    sweep: (tx) => deleteOldFailures(tx, new Date(now() - forgetAfterSeconds * 1000)),

    async inTurn(attempt, work) {
      const turn = `${attempt.email} ${addressKey(attempt.address)}`;
      const before = turns.get(turn) ?? Promise.resolve();
      const mine = before.then(work, work);
      turns.set(turn, mine);
      try {
        return await mine;
      } finally {
        if (turns.get(turn) === mine) turns.delete(turn);
      }
    },
  };
}
