import type { KnowledgeEntry, KnowledgeEntryHead } from '@cairn/contracts';
import type { Resource } from '@cairn/engine/knowledge';
import { readOwnEntry, type EntryKind, type OwnEntry } from '@cairn/knowledge';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { mutable } from '../../platform/mutable.ts';
import type { Live } from '../../platform/live/live.ts';
import { doesNotFit, mostProblemsTold, problemsWith, refuseToLeave } from './refusals.ts';
import { deleteEntry, findEntry, lockKnowledge, ownKnowledge, renewVersion, saveEntry, searchEntries, type EntrySearch, type StoredEntry } from './knowledge.store.ts';
import type { KnownTo } from './known-to.ts';
import { resourcesToSearch, searchResources, type FoundBy } from './search-resources.ts';
import type { WhatCairnKnows } from './what-cairn-knows.ts';

export interface KnowledgeParts {
  readonly database: Database;
  readonly live: Live;
  /** Cairn's own. */
  readonly base: WhatCairnKnows;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export type KnowledgeService = ReturnType<typeof createKnowledgeService>;

export function createKnowledgeService({ database, live, base, knownTo, now, newId }: KnowledgeParts & { readonly knownTo: KnownTo }) {
  const searchable = new WeakMap<WhatCairnKnows, readonly FoundBy[]>();
  function searchableOf(known: WhatCairnKnows): readonly FoundBy[] {
    const toSearch = searchable.get(known) ?? resourcesToSearch(known);
    searchable.set(known, toSearch);
    return toSearch;
  }
  const own = async (tx: Transaction): Promise<readonly OwnEntry[]> => (await ownKnowledge(tx))?.entries ?? [];

  async function changed(tx: Transaction, person: Person): Promise<void> {
    await renewVersion(tx, person.organisationId, newId());
    await live.publish(tx, { organisationId: person.organisationId, event: { kind: 'knowledge.changed' } });
  }

  /** Compiles what a change led to before somebody's request has to wait for it. */
  async function warm(person: Person): Promise<void> {
    await database.transaction(person, knownTo);
  }

  function cairnsOwn(kind: EntryKind, id: string): unknown {
    return { skill: base.skills, role: base.roles, resource: base.resources }[kind].get(id) ?? null;
  }

  function present(kind: EntryKind, id: string, stored: StoredEntry | undefined): KnowledgeEntry {
    const cairns = cairnsOwn(kind, id);
    const entry = stored?.body ?? cairns;
    if (entry === null) throw new Failure('knowledge.unknown');
    return mutable({
      kind, id, source: stored?.source ?? 'cairn', sourceUri: stored?.sourceUri ?? null, updatedAt: stored?.updatedAt.toISOString() ?? null,
      entry: entry as Record<string, unknown>, cairnsOwn: cairns as Record<string, unknown> | null,
    });
  }

  return {
    async list(person: Person, search: EntrySearch): Promise<{ items: KnowledgeEntryHead[]; total: number }> {
      const { items, total } = await database.transaction(person, (tx) => searchEntries(tx, search));
      return { items: items.map(({ kind, id, name, source, sourceUri, updatedAt }) => ({ kind, id, name, source, sourceUri, overrides: cairnsOwn(kind, id) !== null, updatedAt: updatedAt.toISOString() })), total };
    },

    /** The nearest to the words asked for, the organisation's own among them; for other features, in their transaction. */
    async findResources(tx: Transaction, search: string, most: number): Promise<Resource[]> {
      return searchResources(searchableOf(await knownTo(tx)), search).slice(0, most);
    },

    /** Those that hold here, the organisation's own among them; `skills` are names. */
    async resources(person: Person, search: string, offset: number, limit: number): Promise<{ items: { id: string; title: string; provider: string; skills: string[] }[]; total: number }> {
      const known = await database.transaction(person, knownTo);
      const found = searchResources(searchableOf(known), search);
      const items = found.slice(offset, offset + limit).map(({ id, title, provider, skills }) => ({ id, title, provider, skills: skills.map((skill) => known.skills.get(skill)?.name ?? skill) }));
      return { items, total: found.length };
    },

    async read(person: Person, kind: EntryKind, id: string): Promise<KnowledgeEntry> {
      return present(kind, id, await database.transaction(person, (tx) => findEntry(tx, kind, id)));
    },

    async save(person: Person, kind: EntryKind, id: string, body: unknown, settle: (tx: Transaction, answer: { status: 200; body: KnowledgeEntry }) => Promise<void>): Promise<KnowledgeEntry> {
      const read = readOwnEntry(kind, body);
      if (!read.ok) throw new Failure('request.invalid', { errors: read.faults.slice(0, mostProblemsTold).map(({ path, message }) => ({ path: `body.entry.${path}`, message })) });
      if (read.own.entry.id !== id) throw new Failure('request.invalid', { errors: [{ path: 'body.entry.id', message: 'Must be the id of the address' }] });
      const answer = await database.transaction(person, async (tx) => {
        await lockKnowledge(tx, person.organisationId);
        const before = await own(tx);
        const problems = problemsWith(base.knowledge, before, [...without(before, kind, id), read.own]);
        if (problems.length > 0) throw doesNotFit(problems);
        const stored: StoredEntry = { kind, id, body: read.own.entry, source: 'staff', sourceUri: (await findEntry(tx, kind, id))?.sourceUri ?? null, updatedAt: new Date(now()) };
        await saveEntry(tx, person, stored);
        await changed(tx, person);
        const presented = present(kind, id, stored);
        await settle(tx, { status: 200, body: presented });
        return presented;
      });
      await warm(person);
      return answer;
    },

    /** Takes the organisation's own word back: Cairn's own entry of that id, where there is one, holds again. */
    async remove(person: Person, kind: EntryKind, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        await lockKnowledge(tx, person.organisationId);
        const before = await own(tx);
        if (!(await deleteEntry(tx, kind, id))) throw new Failure('knowledge.unknown');
        refuseToLeave(base.knowledge, before, without(before, kind, id));
        await changed(tx, person);
      });
      await warm(person);
    },
  };
}

function without(entries: readonly OwnEntry[], kind: EntryKind, id: string): OwnEntry[] {
  return entries.filter((own) => own.kind !== kind || own.entry.id !== id);
}
