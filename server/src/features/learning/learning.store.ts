/** Sessions, the questions shown in them, and the answers. */
import type { LearningVerdict } from '@cairn/contracts';
import type { Answer, Question, Share } from '@cairn/engine/learning';
import type { Level } from '@cairn/engine/knowledge';
import type { Reason } from '@cairn/engine/reasons';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

/** Keeps other changes of what this person has learned waiting until `tx` ends: two tabs, and two sessions, count one after the other. */
export async function lockLearning(tx: Transaction, { userId }: Owner): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`learning ${userId}`}, 0))`);
}

export interface StoredSession {
  readonly id: string;
  readonly kind: 'practice' | 'placement';
  readonly skillIds: string[];
  readonly minutes: number | null;
  readonly questions: number | null;
  readonly state: 'open' | 'finished';
  readonly createdAt: Date;
  readonly activeAt: Date;
  readonly finishedAt: Date | null;
}

const sessionColumns = sql`id, kind, skill_ids as "skillIds", minutes, questions, state, created_at as "createdAt", active_at as "activeAt", finished_at as "finishedAt"`;

export async function insertSession(tx: Transaction, { organisationId, userId }: Owner, session: StoredSession): Promise<void> {
  await tx.query(sql`
    insert into learning_session (organisation_id, user_id, id, kind, skill_ids, minutes, questions, state, created_at, active_at, finished_at)
    values (${organisationId}, ${userId}, ${session.id}, ${session.kind}, ${session.skillIds}, ${session.minutes}, ${session.questions}, ${session.state}, ${session.createdAt}, ${session.activeAt}, ${session.finishedAt})`);
}

/** Of the answers in a tutor's chat, whose id it has; nobody goes on with it but through the chat. */
export async function insertTutorSession(tx: Transaction, { organisationId, userId }: Owner, { id, skillId, at }: { readonly id: string; readonly skillId: string; readonly at: Date }): Promise<void> {
  await tx.query(sql`
    insert into learning_session (organisation_id, user_id, id, kind, skill_ids, state, created_at, active_at, finished_at)
    values (${organisationId}, ${userId}, ${id}, 'tutor', ${[skillId]}, 'finished', ${at}, ${at}, ${at}) on conflict (id) do nothing`);
}

/** A tutor's chat is read where it was written. */
export function findSession(tx: Transaction, { userId }: Owner, id: string): Promise<StoredSession | undefined> {
  return tx.maybe<StoredSession>(sql`select ${sessionColumns} from learning_session where id = ${id} and user_id = ${userId} and kind <> 'tutor'`);
}

/** The newest one that somebody could go on with. */
export function openSessionOf(tx: Transaction, { userId }: Owner, activeSince: Date): Promise<StoredSession | undefined> {
  return tx.maybe<StoredSession>(sql`
    select ${sessionColumns} from learning_session where user_id = ${userId} and state = 'open' and active_at > ${activeSince} order by created_at desc, id desc limit 1`);
}

export async function touchSession(tx: Transaction, { userId }: Owner, id: string, at: Date): Promise<void> {
  await tx.query(sql`update learning_session set active_at = greatest(active_at, ${at}) where id = ${id} and user_id = ${userId}`);
}

export async function finishSession(tx: Transaction, { userId }: Owner, id: string, at: Date): Promise<void> {
  await tx.query(sql`update learning_session set state = 'finished', finished_at = ${at} where id = ${id} and user_id = ${userId} and state = 'open'`);
}

export interface ShownQuestion {
  readonly id: string;
  readonly number: number;
  readonly questionHash: string;
  readonly question: Question;
  readonly seed: number;
  readonly share: Share;
  readonly reasons: readonly Reason[];
  readonly hintsUsed: 0 | 1 | 2 | 3;
  readonly shownAt: Date;
  readonly isAnswered: boolean;
}

export async function insertShown(tx: Transaction, { organisationId, userId }: Owner, sessionId: string, shown: ShownQuestion): Promise<void> {
  await tx.query(sql`
    insert into shown_question (organisation_id, user_id, id, session_id, number, question_id, question_hash, question, seed, share, reasons, hints_used, shown_at)
    values (${organisationId}, ${userId}, ${shown.id}, ${sessionId}, ${shown.number}, ${shown.question.id}, ${shown.questionHash}, ${JSON.stringify(shown.question)}, ${shown.seed}, ${shown.share},
      ${JSON.stringify(shown.reasons)}, ${shown.hintsUsed}, ${shown.shownAt})`);
}

/** In their order. */
export function shownIn(tx: Transaction, { userId }: Owner, sessionId: string): Promise<ShownQuestion[]> {
  return tx.query<ShownQuestion>(sql`
    select id, number, question_hash as "questionHash", question, seed, share, reasons, hints_used as "hintsUsed", shown_at as "shownAt",
      exists (select from attempt where shown_question_id = s.id) as "isAnswered"
    from shown_question s where session_id = ${sessionId} and user_id = ${userId} order by number`);
}

export async function hasShown(tx: Transaction, { userId }: Owner, sessionId: string, number: number): Promise<boolean> {
  return (await tx.maybe(sql`select id from shown_question where session_id = ${sessionId} and user_id = ${userId} and number = ${number}`)) !== undefined;
}

export async function saveHints(tx: Transaction, { userId }: Owner, shownQuestionId: string, hintsUsed: number): Promise<void> {
  await tx.query(sql`update shown_question set hints_used = ${hintsUsed} where id = ${shownQuestionId} and user_id = ${userId}`);
}

export interface Attempt {
  readonly shownQuestionId: string;
  readonly sessionId: string;
  readonly questionId: string;
  readonly questionHash: string;
  readonly skillId: string;
  readonly level: Level;
  /** In the question's own order; null: "I do not know". */
  readonly answer: Answer | null;
  readonly score: number;
  readonly credit: number;
  readonly guessing: number;
  readonly isRight: boolean;
  readonly hintsUsed: 0 | 1 | 2 | 3;
  readonly seconds: number;
  readonly countedSeconds: number;
  readonly stabilityBefore: number | null;
  readonly elapsedDays: number | null;
  readonly verdict: LearningVerdict;
  readonly at: Date;
}

const attemptColumns = sql`shown_question_id as "shownQuestionId", session_id as "sessionId", question_id as "questionId", question_hash as "questionHash", skill_id as "skillId", level, answer, score, credit, guessing,
  is_right as "isRight", hints_used as "hintsUsed", seconds, counted_seconds as "countedSeconds", stability_before as "stabilityBefore", elapsed_days as "elapsedDays", verdict, at`;

export async function insertAttempt(tx: Transaction, { organisationId, userId }: Owner, attempt: Attempt): Promise<void> {
  await tx.query(sql`
    insert into attempt (organisation_id, user_id, shown_question_id, session_id, question_id, question_hash, skill_id, level, answer, score, credit, guessing, is_right, hints_used, seconds, counted_seconds,
      stability_before, elapsed_days, verdict, at)
    values (${organisationId}, ${userId}, ${attempt.shownQuestionId}, ${attempt.sessionId}, ${attempt.questionId}, ${attempt.questionHash}, ${attempt.skillId}, ${attempt.level},
      ${attempt.answer === null ? null : JSON.stringify(attempt.answer)}, ${attempt.score}, ${attempt.credit}, ${attempt.guessing}, ${attempt.isRight}, ${attempt.hintsUsed}, ${attempt.seconds}, ${attempt.countedSeconds},
      ${attempt.stabilityBefore}, ${attempt.elapsedDays}, ${JSON.stringify(attempt.verdict)}, ${attempt.at})`);
}

/** In the order in which the questions were shown. */
export function attemptsIn(tx: Transaction, { userId }: Owner, sessionId: string): Promise<Attempt[]> {
  return tx.query<Attempt>(sql`
    select ${attemptColumns} from attempt join (select id, number from shown_question where session_id = ${sessionId}) shown on shown.id = shown_question_id where user_id = ${userId} order by shown.number`);
}

export function findAttempt(tx: Transaction, { userId }: Owner, shownQuestionId: string): Promise<Attempt | undefined> {
  return tx.maybe<Attempt>(sql`select ${attemptColumns} from attempt where shown_question_id = ${shownQuestionId} and user_id = ${userId}`);
}

/** When the person last answered anything; null before the first time. */
export async function lastAnsweredAt(tx: Transaction, { userId }: Owner): Promise<Date | null> {
  return (await tx.one<{ at: Date | null }>(sql`select max(at) as at from attempt where user_id = ${userId}`)).at;
}

export interface LastAnswer {
  readonly questionId: string;
  readonly skillId: string;
  readonly level: Level;
  readonly credit: number;
  readonly guessing: number;
  readonly hintsUsed: 0 | 1 | 2 | 3;
}

/** The latest answer to each question of the skills: what says how good the person is now. */
export function lastAnswersOf(tx: Transaction, { userId }: Owner, skillIds: readonly string[]): Promise<LastAnswer[]> {
  return tx.query<LastAnswer>(sql`
    select distinct on (question_id) question_id as "questionId", skill_id as "skillId", level, credit, guessing, hints_used as "hintsUsed"
    from attempt where user_id = ${userId} and skill_id = any(${skillIds}::text[]) order by question_id, at desc, shown_question_id desc`);
}

export interface LevelAttempt {
  readonly questionId: string;
  readonly credit: number;
  readonly guessing: number;
  readonly hintsUsed: 0 | 1 | 2 | 3;
  readonly at: Date;
}

/** Every answer to a level of a skill, oldest first. */
export function levelAttemptsOf(tx: Transaction, { userId }: Owner, skillId: string, level: Level): Promise<LevelAttempt[]> {
  return tx.query<LevelAttempt>(sql`
    select question_id as "questionId", credit, guessing, hints_used as "hintsUsed", at from attempt where user_id = ${userId} and skill_id = ${skillId} and level = ${level} order by at, shown_question_id`);
}

export interface StoredReview {
  readonly stability: number;
  readonly elapsedDays: number;
  readonly recalled: boolean;
  readonly guessing: number;
}

/** The newest reviews, on another day than the answer before. */
export function reviewsOf(tx: Transaction, { userId }: Owner, most: number): Promise<StoredReview[]> {
  return tx.query<StoredReview>(sql`
    select stability_before as stability, elapsed_days as "elapsedDays", is_right and hints_used < 3 as recalled, guessing
    from attempt where user_id = ${userId} and stability_before is not null and elapsed_days >= 1 order by at desc, shown_question_id limit ${most}`);
}

/** Time spent on answers since then, by session, skill and hour. */
export function timeSpentOf(tx: Transaction, { userId }: Owner, since: Date): Promise<{ skillId: string; minutes: number; at: Date }[]> {
  return tx.query(sql`
    select skill_id as "skillId", sum(counted_seconds) / 60 as minutes, max(at) as at from attempt where user_id = ${userId} and at >= ${since}
    group by session_id, skill_id, date_trunc('hour', at) order by max(at), skill_id`);
}
