import { sql } from '../database/sql.ts';
import type { Transaction } from '../database/database.ts';

/**
 * Runs `effect` in `tx` unless an earlier run of the same work did. A job can run twice (its process may die after the
 * work and before the queue hears of it), so whatever it changes is guarded by a key that names the change, or is a
 * change that can be repeated without harm. Answers whether the effect happened now.
 */
export async function effectivelyOnce(tx: Transaction, organisationId: string, key: string, effect: () => Promise<void>): Promise<boolean> {
  // A second transaction waits here until the first has ended.
  const first = await tx.query(sql`insert into job_effects (organisation_id, key, happened_at) values (${organisationId}, ${key}, now()) on conflict do nothing returning 1`);
  if (first.length === 0) return false;
  await effect();
  return true;
}
