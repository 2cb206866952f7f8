/** What follows from the answers: memory of questions, mastery of levels, placements, and how long the person remembers. */
import type { Memory, Placement, Question } from '@cairn/engine/learning';
import type { Level } from '@cairn/engine/knowledge';
import type { Reason } from '@cairn/engine/reasons';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Owner } from './learning.store.ts';

export interface QuestionMemory extends Memory {
  readonly questionId: string;
  readonly skillId: string;
  readonly level: Level;
  readonly kind: Question['kind'];
  readonly reviewedAt: Date;
  readonly reviewedOn: string;
  readonly dueOn: string;
}

const memoryColumns = sql`question_id as "questionId", skill_id as "skillId", level, kind, stability, difficulty, reviewed_at as "reviewedAt", reviewed_on as "reviewedOn", due_on as "dueOn"`;

export function memoriesOf(tx: Transaction, { userId }: Owner, skillIds: readonly string[]): Promise<QuestionMemory[]> {
  return tx.query<QuestionMemory>(sql`select ${memoryColumns} from question_memory where user_id = ${userId} and skill_id = any(${skillIds}::text[]) order by question_id`);
}

export function findMemory(tx: Transaction, { userId }: Owner, questionId: string): Promise<QuestionMemory | undefined> {
  return tx.maybe<QuestionMemory>(sql`select ${memoryColumns} from question_memory where user_id = ${userId} and question_id = ${questionId}`);
}

export async function saveMemory(tx: Transaction, { organisationId, userId }: Owner, memory: QuestionMemory): Promise<void> {
  await tx.query(sql`
    insert into question_memory (organisation_id, user_id, question_id, skill_id, level, kind, stability, difficulty, reviewed_at, reviewed_on, due_on)
    values (${organisationId}, ${userId}, ${memory.questionId}, ${memory.skillId}, ${memory.level}, ${memory.kind}, ${memory.stability}, ${memory.difficulty}, ${memory.reviewedAt}, ${memory.reviewedOn}, ${memory.dueOn})
    on conflict (organisation_id, user_id, question_id) do update set skill_id = excluded.skill_id, level = excluded.level, kind = excluded.kind, stability = excluded.stability, difficulty = excluded.difficulty,
      reviewed_at = excluded.reviewed_at, reviewed_on = excluded.reviewed_on, due_on = excluded.due_on`);
}

export interface DueQuestion {
  readonly questionId: string;
  readonly skillId: string;
  readonly kind: Question['kind'];
  readonly dueOn: string;
}

export function dueBy(tx: Transaction, { userId }: Owner, day: string): Promise<DueQuestion[]> {
  return tx.query<DueQuestion>(sql`select question_id as "questionId", skill_id as "skillId", kind, due_on as "dueOn" from question_memory where user_id = ${userId} and due_on <= ${day} order by due_on, question_id`);
}

export async function nextDueAfter(tx: Transaction, { userId }: Owner, day: string): Promise<string | null> {
  return (await tx.one<{ day: string | null }>(sql`select min(due_on) as day from question_memory where user_id = ${userId} and due_on > ${day}`)).day;
}

export interface StoredMastery {
  readonly skillId: string;
  readonly level: Level;
  readonly probability: number;
  readonly uncertainty: number;
  readonly answers: number;
  readonly reasons: readonly Reason[];
  readonly provenAt: Date | null;
  readonly fadesAt: Date;
}

const masteryColumns = sql`skill_id as "skillId", level, probability, uncertainty, answers, reasons, proven_at as "provenAt", fades_at as "fadesAt"`;

export function masteriesOf(tx: Transaction, { userId }: Owner): Promise<StoredMastery[]> {
  return tx.query<StoredMastery>(sql`select ${masteryColumns} from level_mastery where user_id = ${userId} order by skill_id, level`);
}

/** The highest level of each skill that is proven and has not faded. */
export function provenAt(tx: Transaction, { userId }: Owner, at: Date): Promise<{ skillId: string; level: Level; provenAt: Date; answers: number }[]> {
  return tx.query(sql`
    select distinct on (skill_id) skill_id as "skillId", level, proven_at as "provenAt", answers from level_mastery
    where user_id = ${userId} and proven_at is not null and fades_at > ${at} order by skill_id, level desc`);
}

export async function saveMastery(tx: Transaction, { organisationId, userId }: Owner, mastery: StoredMastery): Promise<void> {
  await tx.query(sql`
    insert into level_mastery (organisation_id, user_id, skill_id, level, probability, uncertainty, answers, reasons, proven_at, fades_at)
    values (${organisationId}, ${userId}, ${mastery.skillId}, ${mastery.level}, ${mastery.probability}, ${mastery.uncertainty}, ${mastery.answers}, ${JSON.stringify(mastery.reasons)}, ${mastery.provenAt}, ${mastery.fadesAt})
    on conflict (organisation_id, user_id, skill_id, level) do update set probability = excluded.probability, uncertainty = excluded.uncertainty, answers = excluded.answers, reasons = excluded.reasons,
      proven_at = excluded.proven_at, fades_at = excluded.fades_at`);
}

export interface Learner {
  readonly factor: number;
  readonly deviation: number;
  readonly reviews: number;
}

export function findLearner(tx: Transaction, { userId }: Owner): Promise<Learner | undefined> {
  return tx.maybe<Learner>(sql`select memory_factor as factor, memory_deviation as deviation, memory_reviews as reviews from learner where user_id = ${userId}`);
}

export async function saveLearner(tx: Transaction, { organisationId, userId }: Owner, learner: Learner): Promise<void> {
  await tx.query(sql`
    insert into learner (organisation_id, user_id, memory_factor, memory_deviation, memory_reviews) values (${organisationId}, ${userId}, ${learner.factor}, ${learner.deviation}, ${learner.reviews})
    on conflict (organisation_id, user_id) do update set memory_factor = excluded.memory_factor, memory_deviation = excluded.memory_deviation, memory_reviews = excluded.memory_reviews`);
}

export interface StoredPlacement {
  readonly skillId: string;
  readonly sessionId: string;
  readonly placement: Placement;
  readonly placedAt: Date;
}

export function placementsOf(tx: Transaction, { userId }: Owner): Promise<StoredPlacement[]> {
  return tx.query<StoredPlacement>(sql`select skill_id as "skillId", session_id as "sessionId", placement, placed_at as "placedAt" from skill_placement where user_id = ${userId} order by placed_at desc, skill_id`);
}

export async function savePlacement(tx: Transaction, { organisationId, userId }: Owner, { skillId, sessionId, placement, placedAt }: StoredPlacement): Promise<void> {
  await tx.query(sql`
    insert into skill_placement (organisation_id, user_id, skill_id, session_id, placement, placed_at) values (${organisationId}, ${userId}, ${skillId}, ${sessionId}, ${JSON.stringify(placement)}, ${placedAt})
    on conflict (organisation_id, user_id, skill_id) do update set session_id = excluded.session_id, placement = excluded.placement, placed_at = excluded.placed_at`);
}
