import { readOwnEntry, type EntryKind, type OwnEntry } from '@cairn/knowledge';
import type { Transaction } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { KnowledgeEntryHead } from '@cairn/contracts';

type EntrySource = KnowledgeEntryHead['source'];

export interface StoredEntry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly body: unknown;
  readonly source: EntrySource;
  readonly sourceUri: string | null;
  readonly updatedAt: Date;
}

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

export async function versionOfKnowledge(tx: Transaction): Promise<string | undefined> {
  return (await tx.maybe<{ version: string }>(sql`select version from knowledge_version`))?.version;
}

/** Waits for whoever changes the organisation's knowledge right now; undefined when nobody ever has. */
export async function lockKnowledge(tx: Transaction, organisationId: string): Promise<string | undefined> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${organisationId} || ' knowledge', 0))`);
  return versionOfKnowledge(tx);
}

export async function renewVersion(tx: Transaction, organisationId: string, version: string): Promise<void> {
  await tx.query(sql`insert into knowledge_version (organisation_id, version) values (${organisationId}, ${version}) on conflict (organisation_id) do update set version = excluded.version`);
}

/** Version and entries of one moment. An entry that today's form of knowledge does not know is left out. */
export async function ownKnowledge(tx: Transaction): Promise<{ version: string; entries: OwnEntry[] } | undefined> {
  const row = await tx.maybe<{ version: string; entries: { kind: EntryKind; body: unknown }[] }>(sql`
    select version, coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'body', body) order by kind, entry_id) from knowledge_entry), '[]') as entries from knowledge_version`);
  if (row === undefined) return undefined;
  return { version: row.version, entries: row.entries.flatMap(({ kind, body }) => { const read = readOwnEntry(kind, body); return read.ok ? [read.own] : []; }) };
}

export async function findEntry(tx: Transaction, kind: EntryKind, id: string): Promise<StoredEntry | undefined> {
  return tx.maybe<StoredEntry>(sql`select kind, entry_id as id, body, source, source_uri as "sourceUri", updated_at as "updatedAt" from knowledge_entry where kind = ${kind} and entry_id = ${id}`);
}

export interface EntrySearch {
  readonly kind?: EntryKind | undefined;
  readonly source?: EntrySource | undefined;
  readonly search?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** By name. */
export async function searchEntries(tx: Transaction, { kind, source, search, offset, limit }: EntrySearch): Promise<{ items: (Omit<StoredEntry, 'body'> & { name: string })[]; total: number }> {
  const wanted = (search ?? '').trim().toLowerCase();
  const rows = await tx.query<Omit<StoredEntry, 'body'> & { name: string; total: number }>(sql`
    select kind, entry_id as id, coalesce(body->>'name', body->>'title') as name, source, source_uri as "sourceUri", updated_at as "updatedAt", count(*) over () as total
    from knowledge_entry
    where (${kind ?? null}::text is null or kind = ${kind ?? null}) and (${source ?? null}::text is null or source = ${source ?? null})
      and (${wanted} = '' or position(${wanted} in lower(coalesce(body->>'name', body->>'title'))) > 0 or entry_id = ${wanted})
    order by lower(coalesce(body->>'name', body->>'title')), kind, entry_id offset ${offset} limit ${limit}`);
  return { items: rows, total: rows[0]?.total ?? 0 };
}

export async function saveEntry(tx: Transaction, { organisationId, userId }: Owner, { kind, id, body, source, sourceUri, updatedAt }: StoredEntry): Promise<void> {
  await tx.query(sql`
    insert into knowledge_entry (organisation_id, kind, entry_id, body, source, source_uri, updated_at, updated_by)
    values (${organisationId}, ${kind}, ${id}, ${JSON.stringify(body)}, ${source}, ${sourceUri}, ${updatedAt}, ${userId})
    on conflict (organisation_id, kind, entry_id) do update
    set body = excluded.body, source = excluded.source, source_uri = excluded.source_uri, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
}

export async function deleteEntry(tx: Transaction, kind: EntryKind, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from knowledge_entry where kind = ${kind} and entry_id = ${id} returning entry_id`)).length === 1;
}
