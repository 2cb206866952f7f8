/** Word that a session ended or a role changed, to every process at once. A word that is lost costs at most `sessionCacheSeconds`. */
import { z } from 'zod';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Notices } from '../../platform/live/notices.ts';

const channel = 'cairn_revocation';

const revocation = z.union([z.object({ sessionId: z.uuid() }), z.object({ userId: z.uuid() })]);
/** One session, or whatever is known of a person. */
export type Revocation = z.output<typeof revocation>;

export type Revoke = (tx: Transaction, what: Revocation) => Promise<void>;

/** Tells this process now, and all of them when the transaction commits. */
export function createRevoke(tellHere: (what: Revocation) => void): Revoke {
  return async (tx, what) => {
    tellHere(what);
    await tx.query(sql`select pg_notify(${channel}, ${JSON.stringify(what)})`);
  };
}

export function hearRevocations(notices: Pick<Notices, 'on' | 'onGap'>, hear: (what: Revocation) => void, missed: () => void): void {
  notices.on(channel, (payload) => hear(revocation.parse(JSON.parse(payload))));
  notices.onGap(missed);
}
