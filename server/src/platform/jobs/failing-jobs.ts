/**
 * Jobs that have failed and will be tried again, still in the queue. No row security holds for the queue, since it is
 * the worker's: whoever asks for an organisation names it.
 */
import { sql } from '../database/sql.ts';
import type { Transaction } from '../database/database.ts';

/** The queue of what failed for good, until it is taken over into failed_jobs. */
export const deadLetters = 'platform.dead-letters';

export interface FailingJob {
  readonly id: string;
  readonly name: string;
  /** How often it has been tried in vain. */
  readonly attempts: number;
  /** Why it failed the last time. */
  readonly message: string;
  /** Null while it is being tried. */
  readonly nextTryAt: Date | null;
}

type Row = Omit<FailingJob, 'message'> & { readonly output: unknown };

/** The next to be tried first. */
export async function listFailingJobs(tx: Transaction, organisationId: string, limit: number): Promise<{ items: FailingJob[]; total: number }> {
  const ours = sql`name <> ${deadLetters} and data @> ${JSON.stringify({ organisationId })}::jsonb and (state = 'retry' or (state = 'active' and retry_count > 0))`;
  const rows = await tx.query<Row>(sql`
    select id, name, case when state = 'retry' then retry_count + 1 else retry_count end as attempts, output, case when state = 'retry' then start_after end as "nextTryAt"
    from pgboss.job where ${ours} order by start_after, id limit ${limit}`);
  const { total } = await tx.one<{ total: number }>(sql`select count(*) as total from pgboss.job where ${ours}`);
  return { items: rows.map(({ output, ...job }) => ({ ...job, message: failureMessage(output) })), total };
}

/** Has a job that waits for its next try done as soon as a worker is free. False where there is none. */
export async function hastenJob(tx: Transaction, organisationId: string, id: string): Promise<boolean> {
  const rows = await tx.query(sql`
    update pgboss.job set start_after = now() where id = ${id} and name <> ${deadLetters} and state = 'retry' and data @> ${JSON.stringify({ organisationId })}::jsonb returning 1`);
  return rows.length > 0;
}

/** What the queue kept of a failure, in a line. A job whose process died or that took too long left no message. */
export function failureMessage(output: unknown): string {
  const kept = output as { message?: unknown; value?: { message?: unknown } } | null;
  return String(kept?.message ?? kept?.value?.message ?? 'The job did not end in time').slice(0, 500);
}
