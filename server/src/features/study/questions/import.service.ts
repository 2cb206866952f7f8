/** Questions of the organisation: a file comes in, its dry run is looked at, and it is applied, retired or discarded. */
import type { QuestionImport, QuestionImportDetails } from '@cairn/contracts';
import type { Level } from '@cairn/engine/knowledge';
import { readFile } from 'node:fs/promises';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import type { Place } from '../../../platform/database/newest-first.ts';
import type { UploadedFile } from '../../../platform/http/endpoint-types.ts';
import { Failure } from '../../../platform/http/failure.ts';
import type { Person } from '../../../platform/http/person.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { storageKey } from '../../../platform/storage/storage.ts';
import type { WhatCairnKnows } from '../../knowledge/index.ts';
import { readQuestionsJob } from './import.jobs.ts';
import type { ReadQuestionsParts } from './import.jobs.handler.ts';
import { applyQuestions, deleteImport, errorsOf, findImport, heldQuestions, insertImport, listImports, lockQuestions, questionsOfImport, renewQuestionVersion, retireQuestions, saveProposal, type StoredImport } from './import.store.ts';
import { presentImport, presentProposed } from './present-import.ts';
import { dryRun } from './dry-run.ts';
import type { Proposal } from './propose.ts';
import { namedSkills } from './skill-names.ts';

export interface QuestionImportParts extends ReadQuestionsParts {
  readonly database: Database;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  /** Larger files are read by a job. */
  readonly readAtOnceBytes?: number | undefined;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface ImportWishes {
  readonly skillId: string | null;
  readonly level: Level;
  readonly countsFrom: 0 | 1 | null;
}

/** Read and compared in a fifth of a second; in YAML, which takes longest, in half of one. */
const usualReadAtOnceBytes = 400_000;

type Created = { readonly status: 201 | 202; readonly body: QuestionImport };
type Settle<Answer> = (tx: Transaction, answer: Answer) => Promise<void>;

export type QuestionImportService = ReturnType<typeof createQuestionImports>;

export function createQuestionImports({ database, storage, files, jobs, live, knownTo, bankHashes, readAtOnceBytes = usualReadAtOnceBytes, now, newId }: QuestionImportParts) {
  async function fetch(tx: Transaction, id: string, lock: 'lock' | 'look' = 'look'): Promise<StoredImport> {
    const found = await findImport(tx, id, lock);
    if (found === undefined) throw new Failure('questions.import-unknown');
    return found;
  }

  async function tell(tx: Transaction, { organisationId }: Person, importId: string): Promise<void> {
    await live.publish(tx, { organisationId, event: { kind: 'questions.import-changed', importId } });
  }

  async function dryRunAtOnce(person: Person, file: UploadedFile, { skillId, ...wishes }: ImportWishes): Promise<Proposal> {
    const { skills, held } = await database.transaction(person, async (tx) => ({ skills: namedSkills(await knownTo(tx)), held: await heldQuestions(tx) }));
    const proposal = dryRun({ bytes: await readFile(file.path), wishes, skills, skillId, bank: bankHashes(), held });
    if ('code' in proposal) throw new Failure(proposal.code, { params: { file: file.fileName, ...(proposal.line === null ? {} : { line: proposal.line }) } });
    return proposal;
  }

  const nameIn = (known: WhatCairnKnows) => (skillId: string): string => known.skills.get(skillId)?.name ?? skillId;

  /** One step in the life of an import, under the lock of the organisation's questions. */
  async function change(person: Person, id: string, from: StoredImport['state'], settle: Settle<{ status: 200; body: QuestionImport }>, store: (tx: Transaction, at: Date) => Promise<void>): Promise<QuestionImport> {
    return database.transaction(person, async (tx) => {
      const known = await knownTo(tx);
      await lockQuestions(tx, person.organisationId);
      if ((await fetch(tx, id, 'lock')).state !== from) throw new Failure('questions.import-closed');
      await store(tx, new Date(now()));
      await renewQuestionVersion(tx, person.organisationId, newId());
      await tell(tx, person, id);
      const body = presentImport(await fetch(tx, id), nameIn(known));
      await settle(tx, { status: 200, body });
      return body;
    });
  }

  return {
    /** Throws skills.unknown, and what is wrong with a file that is read at once; of a larger one its import says it. */
    async create(person: Person, file: UploadedFile, wishes: ImportWishes, settle: Settle<Created>): Promise<Created> {
      const id = newId();
      const isSmall = file.sizeBytes <= readAtOnceBytes;
      const proposal = isSmall ? await dryRunAtOnce(person, file, wishes) : null;
      const key = isSmall ? null : storageKey(person.organisationId, 'questions', id, newId());
      if (key !== null) await storage.put(key, { path: file.path });
      return database.transaction(person, async (tx) => {
        const known = await knownTo(tx);
        if (wishes.skillId !== null && !known.skills.has(wishes.skillId)) throw new Failure('skills.unknown');
        const begun: StoredImport = {
          ...wishes, id, fileName: file.fileName, storageKey: key, sizeBytes: file.sizeBytes, state: 'reading', form: null, summary: null, failure: null, createdAt: new Date(now()), appliedAt: null, retiredAt: null,
        };
        await insertImport(tx, person, begun);
        if (proposal === null) await jobs.enqueue(tx, readQuestionsJob, { organisationId: person.organisationId, userId: person.userId, importId: id });
        else await saveProposal(tx, person, id, proposal);
        await tell(tx, person, id);
        const answer: Created = { status: proposal === null ? 202 : 201, body: presentImport(await fetch(tx, id), nameIn(known)) };
        await settle(tx, answer);
        return answer;
      });
    },

    async list(person: Person, after: Place | null, limit: number): Promise<{ items: QuestionImport[]; last: StoredImport | undefined; total: number; more: boolean }> {
      return database.transaction(person, async (tx) => {
        const { items, total } = await listImports(tx, after, limit + 1);
        const shown = items.slice(0, limit);
        const nameOf = nameIn(await knownTo(tx));
        return { items: shown.map((one) => presentImport(one, nameOf)), last: shown.at(-1), total, more: items.length > limit };
      });
    },

    async read(person: Person, id: string, offset: number, limit: number): Promise<{ details: Omit<QuestionImportDetails, 'questions'>; questions: QuestionImportDetails['questions']['items']; total: number }> {
      return database.transaction(person, async (tx) => {
        const found = await fetch(tx, id);
        const nameOf = nameIn(await knownTo(tx));
        const { items, total } = await questionsOfImport(tx, id, offset, limit);
        return { details: { ...presentImport(found, nameOf), errors: [...(await errorsOf(tx, id))] }, questions: items.map((one) => presentProposed(one, nameOf)), total };
      });
    },

    apply: (person: Person, id: string, settle: Settle<{ status: 200; body: QuestionImport }>) => change(person, id, 'proposed', settle, (tx, at) => applyQuestions(tx, id, at)),
    retire: (person: Person, id: string, settle: Settle<{ status: 200; body: QuestionImport }>) => change(person, id, 'applied', settle, (tx, at) => retireQuestions(tx, id, at)),

    async discard(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        const { state, storageKey: key } = await fetch(tx, id, 'lock');
        if (state === 'applied' || state === 'retired') throw new Failure('questions.import-closed');
        await deleteImport(tx, id);
        if (key !== null) await files.deleteAfter(tx, person.organisationId, [key]);
        await tell(tx, person, id);
      });
    },
  };
}
