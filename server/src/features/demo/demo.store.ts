import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { DemoCareer } from './demo-careers.ts';
import type { DemoJob } from './demo-jobs.ts';

export async function insertCareers(tx: Transaction, organisationId: string, careers: readonly { readonly userId: string; readonly career: DemoCareer }[]): Promise<void> {
  await tx.query(sql`
    insert into alumni (organisation_id, user_id, degree, field, graduated)
    select ${organisationId}, * from unnest(${careers.map(({ userId }) => userId)}::uuid[], ${careers.map(({ career }) => career.degree)}::text[],
      ${careers.map(({ career }) => career.field)}::text[], ${careers.map(({ career }) => career.graduated)}::smallint[])`);
  const steps = careers.flatMap(({ userId, career }) => career.steps.map((step, index) => ({ userId, number: index + 1, ...step })));
  await tx.query(sql`
    insert into career_step (organisation_id, user_id, number, role_title, role_id, organisation_name, place, started, ended)
    select ${organisationId}, * from unnest(${steps.map(({ userId }) => userId)}::uuid[], ${steps.map(({ number }) => number)}::smallint[], ${steps.map(({ roleTitle }) => roleTitle)}::text[],
      ${steps.map(({ roleId }) => roleId)}::text[], ${steps.map(({ organisationName }) => organisationName)}::text[], ${steps.map(({ place }) => place)}::text[],
      ${steps.map(({ started }) => started)}::text[], ${steps.map(({ ended }) => ended)}::text[])`);
}

export async function insertJobs(tx: Transaction, organisationId: string, jobs: readonly (DemoJob & { readonly id: string; readonly postedOn: string })[]): Promise<void> {
  await tx.query(sql`
    insert into job (organisation_id, id, title, organisation_name, place, text, posted_on)
    select ${organisationId}, * from unnest(${jobs.map(({ id }) => id)}::uuid[], ${jobs.map(({ title }) => title)}::text[], ${jobs.map((job) => job.organisationName)}::text[],
      ${jobs.map(({ place }) => place)}::text[], ${jobs.map(({ text }) => text)}::text[], ${jobs.map(({ postedOn }) => postedOn)}::date[])`);
  const asked = jobs.flatMap(({ id, requirements }) => requirements.map(({ skillId, requirement, level }) => ({ id, skillId, requirement, level })));
  await tx.query(sql`
    insert into job_skill (organisation_id, job_id, skill_id, requirement, level)
    select ${organisationId}, * from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ skillId }) => skillId)}::text[], ${asked.map(({ requirement }) => requirement)}::text[], ${asked.map(({ level }) => level)}::smallint[])
    on conflict do nothing`);
}

/** The demo student, when the demo college is here, and how much of their story has been told. */
export function findStudent(tx: Transaction, email: string): Promise<{ userId: string; isTold: boolean; hasResume: boolean; hasGap: boolean; hasRoadmap: boolean } | undefined> {
  return tx.maybe(sql`
    select m.user_id as "userId", m.onboarded_at is not null as "isTold", exists (select from resume where user_id = m.user_id) as "hasResume",
      exists (select from skill_gap where user_id = m.user_id) as "hasGap", exists (select from roadmap where user_id = m.user_id) as "hasRoadmap"
    from member m where m.email = ${email}`);
}

/** Students besides those whose story is told, by their names. */
export async function otherStudents(tx: Transaction, count: number): Promise<string[]> {
  return (await tx.query<{ userId: string }>(sql`select user_id as "userId" from member where role = 'student' and onboarded_at is null and not exists (select from roadmap where user_id = member.user_id) order by email limit ${count}`)).map(({ userId }) => userId);
}

export async function lastLearnedAt(tx: Transaction, userId: string): Promise<Date | null> {
  return (await tx.one<{ at: Date | null }>(sql`select max(created_at) as at from learning_session where user_id = ${userId}`)).at;
}
