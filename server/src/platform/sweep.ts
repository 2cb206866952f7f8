/** Rows that the platform keeps for a time only, and runs that nobody works on any more. Row security knows one organisation at a time, so each is swept by itself. */
import type { Database } from './database/database.ts';
import { sql } from './database/sql.ts';
import { giveUpLostRuns } from './llm/agent/agent.store.ts';
import { idempotencyHours } from './http/idempotency.ts';

const failedJobDays = 90;

export async function sweepRows(database: Database, organisationIds: readonly string[], nowMilliseconds: number): Promise<void> {
  const before = (hours: number) => new Date(nowMilliseconds - hours * 3_600_000);
  for (const organisationId of organisationIds) {
    await database.transaction({ organisationId }, async (tx) => {
      await tx.query(sql`delete from idempotency_keys where claimed_at < ${before(idempotencyHours)}`);
      await giveUpLostRuns(tx, new Date(nowMilliseconds));
      await tx.query(sql`delete from failed_jobs where failed_at < ${before(failedJobDays * 24)}`);
    });
  }
}
