/** How hard questions have proved to be, and the answers that it follows from. */
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Estimate {
  readonly questionId: string;
  readonly questionHash: string;
  readonly discrimination: number;
  readonly difficulty: number;
  readonly answers: number;
}

export function estimatesOf(tx: Transaction, questionIds: readonly string[]): Promise<Estimate[]> {
  return tx.query<Estimate>(sql`
    select question_id as "questionId", question_hash as "questionHash", discrimination, difficulty, answers from question_estimate where question_id = any(${questionIds}::text[])`);
}

export async function saveEstimates(tx: Transaction, organisationId: string, estimates: readonly Estimate[], at: Date): Promise<void> {
  if (estimates.length === 0) return;
  await tx.query(sql`
    insert into question_estimate (organisation_id, question_id, question_hash, discrimination, difficulty, answers, estimated_at)
    select ${organisationId}, question_id, question_hash, discrimination, difficulty, answers, ${at}
    from unnest(${estimates.map(({ questionId }) => questionId)}::text[], ${estimates.map(({ questionHash }) => questionHash)}::text[], ${estimates.map(({ discrimination }) => discrimination)}::float8[],
      ${estimates.map(({ difficulty }) => difficulty)}::float8[], ${estimates.map(({ answers }) => answers)}::int[]) as estimate (question_id, question_hash, discrimination, difficulty, answers)
    on conflict (organisation_id, question_id) do update set question_hash = excluded.question_hash, discrimination = excluded.discrimination, difficulty = excluded.difficulty,
      answers = excluded.answers, estimated_at = excluded.estimated_at`);
}

/** Those of questions that fewer people have answered by now than `fewest`: somebody has left. */
export async function dropEstimates(tx: Transaction, fewest: number): Promise<void> {
  await tx.query(sql`delete from question_estimate e where (select count(distinct user_id) from attempt a where a.question_id = e.question_id and a.question_hash = e.question_hash and a.place = 'session') < ${fewest}`);
}

export async function skillsAnswered(tx: Transaction): Promise<string[]> {
  return (await tx.query<{ skillId: string }>(sql`select distinct skill_id as "skillId" from attempt order by 1`)).map(({ skillId }) => skillId);
}

export interface FirstAnswer {
  readonly userId: string;
  readonly questionId: string;
  readonly questionHash: string;
  readonly credit: number;
  readonly hintsUsed: 0 | 1 | 2 | 3;
}

/** Of everybody here: the first answer of each to each question of a skill. Later ones tell of memory, and those at the end of a lesson of the lesson just read. */
export function firstAnswersOf(tx: Transaction, skillId: string): Promise<FirstAnswer[]> {
  return tx.query<FirstAnswer>(sql`
    select user_id as "userId", question_id as "questionId", question_hash as "questionHash", credit, hints_used as "hintsUsed"
    from (select distinct on (user_id, question_id) * from attempt where skill_id = ${skillId} order by user_id, question_id, at, shown_question_id) first where place = 'session' order by user_id, question_id`);
}
