/** The weekly mails of people: who waits for one, and who has had it. */
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Owner } from './progress.store.ts';

export type DigestKind = 'digest' | 'gentle' | 'none';

/** Who wants the mail, has a confirmed address, and has done something in Cairn. `sinceWeek`: those for whom that week's or a later one's mail is settled are left out. */
export function digestCandidates(tx: Transaction, sinceWeek: string): Promise<{ userId: string; timeZone: string | null }[]> {
  return tx.query(sql`
    select p.user_id as "userId", u.time_zone as "timeZone" from progress_person p join identity."user" u on u.id = p.user_id
    where p.weekly_digest and u.email_verified and not exists (select from progress_digest d where d.user_id = p.user_id and d.week >= ${sinceWeek} and d.settled_at is not null)
    order by p.user_id`);
}

/** After so long a job that claimed a week and told nothing more is taken for dead. */
const claimMinutes = 60;

/** True for the one job that may write this week's mail. A job that runs again keeps its claim until the mail is out. */
export async function claimDigest(tx: Transaction, { organisationId, userId }: Owner, week: string, kind: DigestKind, jobId: string, at: Date): Promise<boolean> {
  const lapsed = new Date(at.getTime() - claimMinutes * 60_000);
  const claimed = await tx.query(sql`
    insert into progress_digest as held (organisation_id, user_id, week, kind, job_id, claimed_at) values (${organisationId}, ${userId}, ${week}, ${kind}, ${jobId}, ${at})
    on conflict (organisation_id, user_id, week) do update set kind = excluded.kind, job_id = excluded.job_id, claimed_at = excluded.claimed_at
      where held.settled_at is null and (held.job_id = excluded.job_id or held.claimed_at < ${lapsed}) returning user_id`);
  return claimed.length === 1;
}

export async function settleDigest(tx: Transaction, { userId }: Owner, week: string, at: Date): Promise<void> {
  await tx.query(sql`update progress_digest set settled_at = ${at} where user_id = ${userId} and week = ${week}`);
}

/** The week of the last gentle note; null when there was none. */
export async function lastGentleNote(tx: Transaction, { userId }: Owner): Promise<string | null> {
  return (await tx.one<{ week: string | null }>(sql`select max(week) as week from progress_digest where user_id = ${userId} and kind = 'gentle' and settled_at is not null`)).week;
}
