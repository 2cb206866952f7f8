import type { ImportChange, ImportRemark } from '@cairn/engine/knowledge-import';
import type { SkillCategory } from '@cairn/engine/knowledge';
import type { Transaction } from '../../../platform/database/database.ts';
import { newestFirst, type NewestFirst, type Place } from '../../../platform/database/newest-first.ts';
import { sql } from '../../../platform/database/sql.ts';
import type { Owner } from '../knowledge.store.ts';
import type { Proposed, Summary } from './propose.ts';
import type { ImportFile } from './read-tables.ts';

export interface StoredFile extends ImportFile {
  readonly storageKey: string;
}

export type ImportState = 'reading' | 'proposed' | 'applied' | 'taken-back' | 'discarded' | 'failed';

export interface StoredImport {
  readonly id: string;
  readonly source: 'esco' | 'onet';
  readonly state: ImportState;
  readonly category: SkillCategory;
  readonly files: readonly StoredFile[];
  readonly baseVersion: string | null;
  readonly summary: Summary | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly takenBackAt: Date | null;
}

const head = sql`id, source, state, category, files, base_version as "baseVersion", summary, created_at as "createdAt", applied_at as "appliedAt", taken_back_at as "takenBackAt"`;

export async function findImport(tx: Transaction, id: string, lock: 'lock' | 'look' = 'look'): Promise<StoredImport | undefined> {
  return tx.maybe<StoredImport>(sql`select ${head} from knowledge_import where id = ${id} ${lock === 'lock' ? sql`for update` : sql``}`);
}

export function listImports(tx: Transaction, after: Place | null, limit: number): Promise<NewestFirst<StoredImport>> {
  return newestFirst(tx, head, sql`knowledge_import where true`, after, limit);
}

export async function insertImport(tx: Transaction, { organisationId, userId }: Owner, { id, source, state, category, files, baseVersion, createdAt }: StoredImport): Promise<void> {
  await tx.query(sql`
    insert into knowledge_import (organisation_id, id, source, state, category, files, base_version, created_at, created_by)
    values (${organisationId}, ${id}, ${source}, ${state}, ${category}, ${JSON.stringify(files)}, ${baseVersion}, ${createdAt}, ${userId})`);
}

export async function saveFiles(tx: Transaction, id: string, files: readonly StoredFile[], state: ImportState): Promise<void> {
  await tx.query(sql`update knowledge_import set files = ${JSON.stringify(files)}, state = ${state} where id = ${id}`);
}

export async function saveState(tx: Transaction, id: string, state: ImportState, appliedAt: Date | null = null): Promise<void> {
  await tx.query(sql`update knowledge_import set state = ${state}, applied_at = ${appliedAt} where id = ${id}`);
}

export async function saveProposal(tx: Transaction, id: string, { files, changes, remarks, summary }: Proposed, baseVersion: string | null): Promise<void> {
  await tx.query(sql`
    update knowledge_import set state = 'proposed', files = ${JSON.stringify(files)}, changes = ${JSON.stringify(changes)}, remarks = ${JSON.stringify(remarks)}, summary = ${JSON.stringify(summary)}, base_version = ${baseVersion}
    where id = ${id}`);
}

/** Why the files could not be read stands where the refused rows do. */
export async function saveFailure(tx: Transaction, id: string, why: { readonly file: string; readonly line: number; readonly code: string; readonly text: string }): Promise<void> {
  await tx.query(sql`update knowledge_import set state = 'failed', remarks = ${JSON.stringify([why])} where id = ${id}`);
}

export async function changesOf(tx: Transaction, id: string, offset: number, limit: number): Promise<{ items: ImportChange[]; total: number }> {
  const rows = await tx.query<{ change: ImportChange }>(sql`
    select change from knowledge_import, jsonb_array_elements(changes) with ordinality as each (change, place) where id = ${id} and place > ${offset} order by place limit ${limit}`);
  const { total } = await tx.one<{ total: number }>(sql`select jsonb_array_length(changes) as total from knowledge_import where id = ${id}`);
  return { items: rows.map(({ change }) => change), total };
}

export async function remarksOf(tx: Transaction, id: string, limit: number): Promise<ImportRemark[]> {
  const rows = await tx.query<{ remark: ImportRemark }>(sql`
    select remark from knowledge_import, jsonb_array_elements(remarks) with ordinality as each (remark, place) where id = ${id} order by place limit ${limit}`);
  return rows.map(({ remark }) => remark);
}

/** Writes what the import proposes over the organisation's entries, and keeps those that it writes over. */
export async function applyChanges(tx: Transaction, { organisationId, userId }: Owner, id: string, at: Date): Promise<void> {
  await tx.query(sql`
    update knowledge_import set replaced = coalesce((
      select jsonb_agg(jsonb_build_object('kind', kind, 'id', entry_id, 'body', body, 'source', present.source, 'sourceUri', source_uri))
      from jsonb_array_elements(changes) as change join knowledge_entry as present on kind = change->>'kind' and entry_id = change->>'id'), '[]')
    where id = ${id}`);
  await tx.query(sql`
    insert into knowledge_entry (organisation_id, kind, entry_id, body, source, source_uri, updated_at, updated_by)
    select ${organisationId}, change->>'kind', change->>'id', change->'after', source, change->>'sourceUri', ${at}, ${userId} from knowledge_import, jsonb_array_elements(changes) as change where id = ${id}
    on conflict (organisation_id, kind, entry_id) do update
    set body = excluded.body, source = excluded.source, source_uri = excluded.source_uri, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
}

/**
 * Entries that still are as the import wrote them become what they were before it, or go. An import applied before it was kept what it
 * wrote over: what the dry run found there, as a word of the staff.
 */
export async function takeChangesBack(tx: Transaction, { userId }: Pick<Owner, 'userId'>, id: string, at: Date): Promise<void> {
  const written = sql`
    written as materialized (
      select change->>'kind' as kind, change->>'id' as entry_id, change->'after' as body, source from knowledge_import, jsonb_array_elements(changes) as change where id = ${id}),
    replaced as materialized (
      select entry->>'kind' as kind, entry->>'id' as entry_id, entry->'body' as body, entry->>'source' as source, entry->>'sourceUri' as source_uri
      from knowledge_import, jsonb_array_elements(coalesce(replaced, (
        select jsonb_agg(jsonb_build_object('kind', change->'kind', 'id', change->'id', 'body', change->'before', 'source', 'staff', 'sourceUri', null))
        from jsonb_array_elements(changes) as change where change->'before' <> 'null'), '[]')) as entry
      where id = ${id})`;
  const asWritten = sql`present.kind = written.kind and present.entry_id = written.entry_id and present.body = written.body and present.source = written.source`;
  await tx.query(sql`
    with ${written}
    delete from knowledge_entry as present using written where ${asWritten} and not exists (select from replaced where replaced.kind = written.kind and replaced.entry_id = written.entry_id)`);
  await tx.query(sql`
    with ${written}
    update knowledge_entry as present set body = replaced.body, source = replaced.source, source_uri = replaced.source_uri, updated_at = ${at}, updated_by = ${userId}
    from written join replaced using (kind, entry_id) where ${asWritten}`);
  await tx.query(sql`update knowledge_import set state = 'taken-back', taken_back_at = ${at} where id = ${id}`);
}

/** Those of the files that an import still needs. */
export async function keysWithImport(tx: Transaction, keys: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(sql`
    select file->>'storageKey' as key from knowledge_import, jsonb_array_elements(files) as file where state in ('reading', 'proposed', 'failed') and file->>'storageKey' = any(${[...keys]}::text[])`);
  return rows.map(({ key }) => key);
}

