/** Jobs that failed for good, under row security like everything an organisation owns. */
import { sql } from '../database/sql.ts';
import type { Transaction } from '../database/database.ts';

export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly data: Record<string, unknown>;
  readonly attempts: number;
  readonly message: string;
  readonly failedAt: Date;
}

/** Keeping the same failure twice keeps it once. An organisation that is gone has nobody to tell. */
export async function keepFailedJob(tx: Transaction, organisationId: string, job: FailedJob): Promise<boolean> {
  const kept = await tx.query(sql`insert into failed_jobs (organisation_id, id, name, data, attempts, message, failed_at)
    select id, ${job.id}, ${job.name}, ${JSON.stringify(job.data)}, ${job.attempts}, ${job.message}, ${job.failedAt} from identity.organisation where id = ${organisationId}
    on conflict (organisation_id, id) do update set attempts = excluded.attempts, message = excluded.message, failed_at = excluded.failed_at
    returning 1`);
  return kept.length > 0;
}

export interface FailedJobPage {
  readonly items: readonly FailedJob[];
  readonly total: number;
  readonly more: boolean;
}

/** Newest first, from the one after `after` on. */
export async function listFailedJobs(tx: Transaction, limit: number, after: { readonly createdAt: Date; readonly id: string } | null): Promise<FailedJobPage> {
  const rows = await tx.query<FailedJob>(sql`
    select id, name, data, attempts, message, failed_at as "failedAt" from failed_jobs
    where ${after === null} or (failed_at, id) < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)
    order by failed_at desc, id desc limit ${limit + 1}`);
  const { total } = await tx.one<{ total: number }>(sql`select count(*) as total from failed_jobs`);
  return { items: rows.slice(0, limit), total, more: rows.length > limit };
}

/** Takes the job off the list, for it to be queued again in the same transaction. */
export async function takeFailedJob(tx: Transaction, id: string): Promise<{ name: string; data: Record<string, unknown> } | undefined> {
  return tx.maybe(sql`delete from failed_jobs where id = ${id} returning name, data`);
}
