import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Owner } from './study.store.ts';

export interface LessonProgress {
  readonly lessonId: string;
  /** 0 to 1. */
  readonly position: number;
  readonly openedAt: Date;
  readonly doneAt: Date | null;
  readonly updatedAt: Date;
}

const progress = sql`lesson_id as "lessonId", position, opened_at as "openedAt", done_at as "doneAt", updated_at as "updatedAt"`;

export function progressOf(tx: Transaction, { userId }: Owner): Promise<LessonProgress[]> {
  return tx.query<LessonProgress>(sql`select ${progress} from lesson_progress where user_id = ${userId} order by updated_at desc, lesson_id`);
}

export function progressIn(tx: Transaction, { userId }: Owner, lessonId: string): Promise<LessonProgress | undefined> {
  return tx.maybe<LessonProgress>(sql`select ${progress} from lesson_progress where user_id = ${userId} and lesson_id = ${lessonId}`);
}

/** `isDone` undefined leaves it as it is; a lesson that is done already keeps its day. */
export async function saveProgress(tx: Transaction, { organisationId, userId }: Owner, lessonId: string, { position, isDone }: { readonly position: number; readonly isDone: boolean | undefined }, at: Date): Promise<LessonProgress> {
  const doneAt = isDone === true ? at : null;
  return tx.one<LessonProgress>(sql`
    insert into lesson_progress as kept (organisation_id, user_id, lesson_id, position, opened_at, done_at, updated_at)
    values (${organisationId}, ${userId}, ${lessonId}, ${position}, ${at}, ${doneAt}, ${at})
    on conflict (organisation_id, user_id, lesson_id) do update set position = excluded.position, updated_at = excluded.updated_at,
      done_at = case when ${isDone === undefined} then kept.done_at when excluded.done_at is null then null else coalesce(kept.done_at, excluded.done_at) end
    returning ${progress}`);
}

export interface StoredNote {
  readonly text: string;
  readonly revision: number;
  readonly updatedAt: Date;
}

/** Keeps other writers of the note waiting until `tx` ends, also where there is none yet. */
export async function lockNote(tx: Transaction, { userId }: Owner, lessonId: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`lesson note ${userId} ${lessonId}`}, 0))`);
}

export function noteTo(tx: Transaction, { userId }: Owner, lessonId: string): Promise<StoredNote | undefined> {
  return tx.maybe<StoredNote>(sql`select text, revision, updated_at as "updatedAt" from lesson_note where user_id = ${userId} and lesson_id = ${lessonId}`);
}

export async function saveNote(tx: Transaction, { organisationId, userId }: Owner, lessonId: string, { text, revision, updatedAt }: StoredNote): Promise<void> {
  await tx.query(sql`
    insert into lesson_note (organisation_id, user_id, lesson_id, text, revision, updated_at) values (${organisationId}, ${userId}, ${lessonId}, ${text}, ${revision}, ${updatedAt})
    on conflict (organisation_id, user_id, lesson_id) do update set text = excluded.text, revision = excluded.revision, updated_at = excluded.updated_at`);
}

export interface Aside {
  readonly id: string;
  readonly text: string;
  readonly replacedAt: Date;
}

export function asidesOf(tx: Transaction, { userId }: Owner, lessonId: string): Promise<Aside[]> {
  return tx.query<Aside>(sql`select id, text, replaced_at as "replacedAt" from lesson_note_aside where user_id = ${userId} and lesson_id = ${lessonId} order by replaced_at desc, id desc`);
}

export async function insertAside(tx: Transaction, { organisationId, userId }: Owner, lessonId: string, { id, text, replacedAt }: Aside): Promise<void> {
  await tx.query(sql`insert into lesson_note_aside (organisation_id, user_id, id, lesson_id, text, replaced_at) values (${organisationId}, ${userId}, ${id}, ${lessonId}, ${text}, ${replacedAt})`);
}

export async function deleteAside(tx: Transaction, { userId }: Owner, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from lesson_note_aside where user_id = ${userId} and id = ${id} returning id`)).length === 1;
}

export interface CheckResult {
  readonly questionId: string;
  readonly isRight: boolean;
}

export function checksOf(tx: Transaction, { userId }: Owner, lessonId: string): Promise<CheckResult[]> {
  return tx.query<CheckResult>(sql`select question_id as "questionId", is_right as "isRight" from lesson_check where user_id = ${userId} and lesson_id = ${lessonId}`);
}

/** The latest answer stays, in whichever order they arrive. */
export async function saveCheck(tx: Transaction, { organisationId, userId }: Owner, lessonId: string, { questionId, isRight }: CheckResult, at: Date): Promise<void> {
  await tx.query(sql`
    insert into lesson_check as kept (organisation_id, user_id, lesson_id, question_id, is_right, answered_at) values (${organisationId}, ${userId}, ${lessonId}, ${questionId}, ${isRight}, ${at})
    on conflict (organisation_id, user_id, lesson_id, question_id) do update set is_right = excluded.is_right, answered_at = excluded.answered_at where kept.answered_at <= excluded.answered_at`);
}
