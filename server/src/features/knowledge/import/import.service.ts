import type { KnowledgeImport, KnowledgeImportDetails } from '@cairn/contracts';
import { skillCategories, type SkillCategory } from '@cairn/engine/knowledge';
import { createReadStream } from 'node:fs';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import type { Place } from '../../../platform/database/newest-first.ts';
import type { UploadedFile } from '../../../platform/http/endpoint-types.ts';
import { Failure } from '../../../platform/http/failure.ts';
import type { Person } from '../../../platform/http/person.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Live } from '../../../platform/live/live.ts';
import { mutable } from '../../../platform/mutable.ts';
import type { Files } from '../../../platform/storage/files.ts';
import { storageKey, type Storage } from '../../../platform/storage/storage.ts';
import { lockKnowledge, ownKnowledge, renewVersion } from '../knowledge.store.ts';
import type { KnownTo } from '../known-to.ts';
import { refuseToLeave } from '../refusals.ts';
import type { WhatCairnKnows } from '../what-cairn-knows.ts';
import { sourceOfKind } from './file-kinds.ts';
import { decide } from './decide.ts';
import { readImportJob } from './import.jobs.ts';
import { applyChanges, changesOf, findImport, insertImport, listImports, remarksOf, saveFiles, saveProposal, saveState, takeChangesBack, type StoredFile, type StoredImport } from './import.store.ts';
import { propose } from './propose.ts';
import { kindOfContent } from './read-tables.ts';

export interface ImportParts {
  readonly database: Database;
  readonly storage: Storage;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly live: Live;
  /** Cairn's own. */
  readonly base: WhatCairnKnows;
  readonly knownTo: KnownTo;
  /** Files that are together no larger are read while the upload waits; a megabyte takes about half a second. */
  readonly readAtOnceBytes?: number | undefined;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

const usualReadAtOnceBytes = 1_500_000;
const remarksTold = 200;

type Answer = { readonly status: 201 | 202; readonly body: KnowledgeImport };
type Settle = (tx: Transaction, answer: Answer) => Promise<void>;

export type ImportService = ReturnType<typeof createImportService>;

export function createImportService({ database, storage, files, jobs, live, base, knownTo, readAtOnceBytes = usualReadAtOnceBytes, now, newId }: ImportParts) {
  async function fetch(tx: Transaction, id: string, lock: 'lock' | 'look' = 'look'): Promise<StoredImport> {
    const found = await findImport(tx, id, lock);
    if (!found) throw new Failure('knowledge.import-unknown');
    return found;
  }

  async function keep(person: Person, importId: string, file: UploadedFile): Promise<StoredFile> {
    const kind = await kindOfContent(createReadStream(file.path), file.fileName);
    if (kind === null) throw new Failure('knowledge.file-unknown', { params: { file: file.fileName } });
    const key = storageKey(person.organisationId, 'knowledge', importId, newId());
    await storage.put(key, { path: file.path });
    return { kind, fileName: file.fileName, sizeBytes: file.sizeBytes, rows: 0, storageKey: key };
  }

  /** Works out the changes at once, or leaves that to a job where it takes long. In the transaction that made or changed the import. */
  async function work(person: Person, begun: StoredImport, store: (tx: Transaction, id: string) => Promise<void>, settle: Settle): Promise<Answer> {
    const isSmall = begun.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) <= readAtOnceBytes;
    const own = isSmall ? await database.transaction(person, ownKnowledge) : undefined;
    const proposed = isSmall ? await propose({ storage, decide: (undecided) => decide(undecided, base.knowledge) }, begun.files, own?.entries ?? [], begun.category) : null;
    return database.transaction(person, async (tx) => {
      await store(tx, begun.id);
      if (proposed) await saveProposal(tx, begun.id, proposed, own?.version ?? null);
      else await jobs.enqueue(tx, readImportJob, { organisationId: person.organisationId, userId: person.userId, importId: begun.id });
      await tell(tx, person, begun.id);
      const answer: Answer = { status: proposed ? 201 : 202, body: present(await fetch(tx, begun.id)) };
      await settle(tx, answer);
      return answer;
    });
  }

  async function tell(tx: Transaction, { organisationId }: Person, importId: string): Promise<void> {
    await live.publish(tx, { organisationId, event: { kind: 'knowledge.import-changed', importId } });
  }

  return {
    async create(person: Person, file: UploadedFile, category: string, settle: Settle): Promise<Answer> {
      if (!isCategory(category)) throw new Failure('request.invalid', { errors: [{ path: 'body.category', message: `Must be one of ${skillCategories.join(', ')}` }] });
      const id = newId();
      const stored = await keep(person, id, file);
      const begun: StoredImport = { id, source: sourceOfKind(stored.kind), state: 'reading', category, files: [stored], baseVersion: null, summary: null, createdAt: new Date(now()), appliedAt: null, takenBackAt: null };
      return work(person, begun, (tx) => insertImport(tx, person, begun), settle);
    },

    /** A file of the same kind and name takes the place of the one before. */
    async addFile(person: Person, id: string, file: UploadedFile, settle: Settle): Promise<Answer> {
      open(await database.transaction(person, (tx) => fetch(tx, id)));
      const stored = await keep(person, id, file);
      const before = await database.transaction(person, (tx) => fetch(tx, id));
      if (sourceOfKind(stored.kind) !== before.source) throw new Failure('knowledge.other-source', { params: { file: file.fileName } });
      const all = [...before.files.filter(({ kind, fileName }) => kind !== stored.kind || (kind === 'esco-collection' && fileName !== stored.fileName)), stored];
      return work(person, { ...before, files: all }, async (tx) => {
        const present = open(await fetch(tx, id, 'lock'));
        // Somebody else added a file since: what was worked out here would leave it out.
        if (keysOf(present) !== keysOf(before)) throw new Failure('knowledge.import-closed');
        await saveFiles(tx, id, all, 'reading');
      }, settle);
    },

    async list(person: Person, after: Place | null, limit: number) {
      const { items, total } = await database.transaction(person, (tx) => listImports(tx, after, limit + 1));
      return { items: items.slice(0, limit).map(present), total, more: items.length > limit };
    },

    async read(person: Person, id: string, offset: number, limit: number): Promise<{ details: Omit<KnowledgeImportDetails, 'changes'>; changes: KnowledgeImportDetails['changes']['items']; total: number }> {
      return database.transaction(person, async (tx) => {
        const found = await fetch(tx, id);
        const { items, total } = await changesOf(tx, id, offset, limit);
        return { details: { ...present(found), remarks: mutable(await remarksOf(tx, id, remarksTold)) }, changes: mutable(items) as unknown as KnowledgeImportDetails['changes']['items'], total };
      });
    },

    /** Throws knowledge.import-changed when the organisation's knowledge is not the one of the dry run any more; a new one is made then. */
    async apply(person: Person, id: string, settle: (tx: Transaction, answer: { status: 200; body: KnowledgeImport }) => Promise<void>): Promise<KnowledgeImport> {
      const applied = await database.transaction(person, async (tx) => {
        const version = (await lockKnowledge(tx, person.organisationId)) ?? null;
        const found = open(await fetch(tx, id, 'lock'));
        if (found.state !== 'proposed') throw new Failure('knowledge.import-closed');
        if (version !== found.baseVersion) {
          await saveState(tx, id, 'reading');
          await jobs.enqueue(tx, readImportJob, { organisationId: person.organisationId, userId: person.userId, importId: id });
          await tell(tx, person, id);
          return null;
        }
        const at = new Date(now());
        await applyChanges(tx, person, id, at);
        await saveState(tx, id, 'applied', at);
        if (found.summary && found.summary.newSkills + found.summary.changedSkills + found.summary.newRoles + found.summary.changedRoles > 0) await renewVersion(tx, person.organisationId, newId());
        await forget(tx, person, id);
        await live.publish(tx, { organisationId: person.organisationId, event: { kind: 'knowledge.changed' } });
        const body = present({ ...found, state: 'applied', appliedAt: at });
        await settle(tx, { status: 200, body });
        return body;
      });
      if (applied === null) throw new Failure('knowledge.import-changed');
      await database.transaction(person, knownTo);
      return applied;
    },

    /** Throws knowledge.still-used where an entry that stays names one that would go. */
    async takeBack(person: Person, id: string, settle: (tx: Transaction, answer: { status: 200; body: KnowledgeImport }) => Promise<void>): Promise<KnowledgeImport> {
      const takenBack = await database.transaction(person, async (tx) => {
        await lockKnowledge(tx, person.organisationId);
        if ((await fetch(tx, id, 'lock')).state !== 'applied') throw new Failure('knowledge.import-closed');
        const before = await ownKnowledge(tx);
        await takeChangesBack(tx, person, id, new Date(now()));
        refuseToLeave(base.knowledge, before?.entries ?? [], (await ownKnowledge(tx))?.entries ?? []);
        await renewVersion(tx, person.organisationId, newId());
        await tell(tx, person, id);
        await live.publish(tx, { organisationId: person.organisationId, event: { kind: 'knowledge.changed' } });
        const body = present(await fetch(tx, id));
        await settle(tx, { status: 200, body });
        return body;
      });
      await database.transaction(person, knownTo);
      return takenBack;
    },

    async discard(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        const { state } = await fetch(tx, id, 'lock');
        if (state === 'applied' || state === 'taken-back' || state === 'discarded') throw new Failure('knowledge.import-closed');
        await saveState(tx, id, 'discarded');
        await forget(tx, person, id);
      });
    },
  };

  /** The files of an import that is over. */
  async function forget(tx: Transaction, person: Person, id: string): Promise<void> {
    await files.deleteAfter(tx, person.organisationId, [`org/${person.organisationId}/knowledge/${id}`]);
    await tell(tx, person, id);
  }
}

function open(found: StoredImport): StoredImport {
  if (found.state !== 'proposed' && found.state !== 'failed') throw new Failure('knowledge.import-closed');
  return found;
}

function keysOf({ files }: StoredImport): string {
  return files.map(({ storageKey: key }) => key).join();
}

function isCategory(category: string): category is SkillCategory {
  return (skillCategories as readonly string[]).includes(category);
}

function present({ id, source, state, category, files, summary, createdAt, appliedAt, takenBackAt }: StoredImport): KnowledgeImport {
  return {
    id, source, state, category, files: files.map(({ kind, fileName, rows, sizeBytes }) => ({ kind, fileName, rows, sizeBytes })), summary,
    createdAt: createdAt.toISOString(), appliedAt: appliedAt?.toISOString() ?? null, takenBackAt: takenBackAt?.toISOString() ?? null,
  };
}
