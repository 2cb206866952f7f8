import type { Level } from '@cairn/engine/knowledge';
import type { Question } from '@cairn/engine/learning';
import type { Transaction } from '../../../platform/database/database.ts';
import { newestFirst, type NewestFirst, type Place } from '../../../platform/database/newest-first.ts';
import { sql } from '../../../platform/database/sql.ts';
import type { Owner } from '../study.store.ts';
import type { HeldQuestion, ImportSummary, Proposal, ProposedQuestion, RowError } from './propose.ts';
import type { FileForm, ReadFailure } from './rows.ts';

export interface StoredImport {
  readonly id: string;
  readonly fileName: string;
  readonly storageKey: string | null;
  readonly sizeBytes: number;
  readonly state: 'reading' | 'proposed' | 'applied' | 'retired' | 'failed';
  readonly form: FileForm | null;
  readonly skillId: string | null;
  readonly level: Level;
  readonly countsFrom: 0 | 1 | null;
  readonly summary: ImportSummary | null;
  readonly failure: { readonly code: string; readonly line: number | null } | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly retiredAt: Date | null;
}

const head = sql`
  id, file_name as "fileName", storage_key as "storageKey", size_bytes as "sizeBytes", state, form, skill_id as "skillId", level, counts_from as "countsFrom", summary, failure,
  created_at as "createdAt", applied_at as "appliedAt", retired_at as "retiredAt"`;

export function findImport(tx: Transaction, id: string, lock: 'lock' | 'look' = 'look'): Promise<StoredImport | undefined> {
  return tx.maybe<StoredImport>(sql`select ${head} from question_import where id = ${id} ${lock === 'lock' ? sql`for update` : sql``}`);
}

export function listImports(tx: Transaction, after: Place | null, limit: number): Promise<NewestFirst<StoredImport>> {
  return newestFirst(tx, head, sql`question_import where true`, after, limit);
}

export async function insertImport(tx: Transaction, { organisationId, userId }: Owner, begun: StoredImport): Promise<void> {
  await tx.query(sql`
    insert into question_import (organisation_id, id, file_name, storage_key, size_bytes, state, skill_id, level, counts_from, created_at, created_by)
    values (${organisationId}, ${begun.id}, ${begun.fileName}, ${begun.storageKey}, ${begun.sizeBytes}, ${begun.state}, ${begun.skillId}, ${begun.level}, ${begun.countsFrom}, ${begun.createdAt}, ${userId})`);
}

const rowsAtOnce = 2000;

export async function saveProposal(tx: Transaction, { organisationId }: Pick<Owner, 'organisationId'>, id: string, { form, questions, errors, summary }: Proposal): Promise<void> {
  await tx.query(sql`
    update question_import set state = 'proposed', storage_key = null, form = ${form}, summary = ${JSON.stringify(summary)}, errors = ${JSON.stringify(errors)}, counts_from = ${summary.countsFrom} where id = ${id}`);
  for (let from = 0; from < questions.length; from += rowsAtOnce) await insertQuestions(tx, organisationId, id, questions.slice(from, from + rowsAtOnce));
}

async function insertQuestions(tx: Transaction, organisationId: string, importId: string, questions: readonly ProposedQuestion[]): Promise<void> {
  await tx.query(sql`
    insert into own_question (organisation_id, import_id, question_id, line, state, body, content_hash, text_hash)
    select ${organisationId}, ${importId}, question_id, line, 'proposed', body, content_hash, text_hash
    from unnest(${questions.map(({ questionId }) => questionId)}::text[], ${questions.map(({ line }) => line)}::integer[], ${questions.map(({ body }) => JSON.stringify(body))}::jsonb[],
      ${questions.map(({ contentHash }) => contentHash)}::text[], ${questions.map(({ textHash }) => textHash)}::text[]) as proposed (question_id, line, body, content_hash, text_hash)`);
}

export async function saveFailure(tx: Transaction, id: string, { code, line }: ReadFailure | { readonly code: 'server.unexpected'; readonly line: null }): Promise<void> {
  await tx.query(sql`update question_import set state = 'failed', storage_key = null, failure = ${JSON.stringify({ code, line })} where id = ${id}`);
}

export async function deleteImport(tx: Transaction, id: string): Promise<void> {
  await tx.query(sql`delete from question_import where id = ${id}`);
}

export async function errorsOf(tx: Transaction, id: string): Promise<readonly RowError[]> {
  return (await tx.one<{ errors: RowError[] }>(sql`select errors from question_import where id = ${id}`)).errors;
}

export interface ListedQuestion {
  readonly line: number;
  readonly body: Question;
}

export async function questionsOfImport(tx: Transaction, id: string, offset: number, limit: number): Promise<{ items: ListedQuestion[]; total: number }> {
  const items = await tx.query<ListedQuestion>(sql`select line, body from own_question where import_id = ${id} order by line, question_id offset ${offset} limit ${limit}`);
  const { total } = await tx.one<{ total: number }>(sql`select count(*) as total from own_question where import_id = ${id}`);
  return { items, total };
}

/** Keeps other changes of the organisation's questions waiting until `tx` ends. */
export async function lockQuestions(tx: Transaction, organisationId: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`own questions ${organisationId}`}, 0))`);
}

const holding = sql`select distinct on (question_id) question_id, content_hash, text_hash, body from own_question where state = 'live' order by question_id, version desc`;

export function heldQuestions(tx: Transaction): Promise<HeldQuestion[]> {
  return tx.query<HeldQuestion>(sql`select question_id as "questionId", content_hash as "contentHash", text_hash as "textHash" from (${holding}) as held`);
}

/** Takes what the import proposes into the bank, save what holds already in these very words since another import. */
export async function applyQuestions(tx: Transaction, id: string, at: Date): Promise<void> {
  // The rows of a large file are new to the planner's statistics: it takes them for few and would look through all for each.
  await tx.query(sql`set local enable_nestloop = off`);
  await tx.query(sql`
    delete from own_question where import_id = ${id} and state = 'proposed'
      and exists (select from (${holding}) as held where held.question_id = own_question.question_id and held.content_hash = own_question.content_hash)`);
  await tx.query(sql`
    update own_question set state = 'live', version = 1 + coalesce(numbered.highest, 0)
    from (select mine.question_id, max(other.version) as highest from own_question mine left join own_question other on other.question_id = mine.question_id where mine.import_id = ${id} group by 1) as numbered
    where own_question.import_id = ${id} and own_question.state = 'proposed' and numbered.question_id = own_question.question_id`);
  await tx.query(sql`set local enable_nestloop = on`);
  await tx.query(sql`update question_import set state = 'applied', applied_at = ${at} where id = ${id}`);
}

export async function retireQuestions(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query(sql`update own_question set state = 'retired' where import_id = ${id} and state = 'live'`);
  await tx.query(sql`update question_import set state = 'retired', retired_at = ${at} where id = ${id}`);
}

export async function renewQuestionVersion(tx: Transaction, organisationId: string, version: string): Promise<void> {
  await tx.query(sql`insert into own_question_version (organisation_id, version) values (${organisationId}, ${version}) on conflict (organisation_id) do update set version = excluded.version`);
}

export async function questionVersion(tx: Transaction): Promise<string | undefined> {
  return (await tx.maybe<{ version: string }>(sql`select version from own_question_version`))?.version;
}

/** In the order of their ids. */
export async function questionsThatHold(tx: Transaction): Promise<Question[]> {
  return (await tx.query<{ body: Question }>(sql`select body from (${holding}) as held order by question_id`)).map(({ body }) => body);
}

/** Those of the files that an import still needs. */
export async function keysWithQuestionImport(tx: Transaction, keys: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(sql`select storage_key as key from question_import where storage_key = any(${[...keys]}::text[])`);
  return rows.map(({ key }) => key);
}
