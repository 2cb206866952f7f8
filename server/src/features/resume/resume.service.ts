import type { ResumeAnswer } from '@cairn/contracts';
import { anchorCorrections, followCorrections, toJsonResume, type ResumeCorrection, type ResumeText } from '@cairn/engine/resume';
import type { SkillProfile } from '@cairn/engine/skills';
import type { KnownTo } from '../knowledge/index.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Place } from '../../platform/database/newest-first.ts';
import type { FileAnswer, UploadedFile } from '../../platform/http/endpoint-types.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Live } from '../../platform/live/live.ts';
import type { Files } from '../../platform/storage/files.ts';
import { FileMissingError, type Storage } from '../../platform/storage/storage.ts';
import { correctedTexts, newestTexts, type ResumeTexts } from './corrected-texts.ts';
import { acceptedCorrections, correctedResume, presentHead, presentResume } from './present-resume.ts';
import { type AimedReadBack, readBackOf } from './read-back.ts';
import { deleteFilesAfter, keyOfVersion } from './resume-files.ts';
import type { ReadOutcome, ResumeReader } from './resume-reader.ts';
import { readResumeJob } from './resume.jobs.ts';
import { deleteResume, findResume, insertResume, insertVersion, listResumes, saveCorrections, updateResume, versionsOf, type Owner, type ResumeVersion, type StoredResume } from './resume.store.ts';

export interface ResumeParts {
  readonly database: Database;
  readonly storage: Storage;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly live: Live;
  readonly reader: ResumeReader;
  /** The skills that the given texts show, with the person's own words over them. */
  readonly profileOf: (tx: Transaction, owner: Owner, texts: readonly ResumeText[]) => Promise<SkillProfile>;
  readonly knownTo: KnownTo;
  /** A reading that takes longer goes on as a job, so that the person can leave the page. */
  readonly waitMilliseconds: number;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

type Answer = { readonly status: 201; readonly body: ResumeAnswer } | { readonly status: 202; readonly body: ReturnType<typeof presentHead> };
type Settle = (tx: Transaction, answer: Answer) => Promise<void>;

export type ResumeService = ReturnType<typeof createResumeService>;

export function createResumeService({ database, storage, files, jobs, live, reader, profileOf, knownTo, waitMilliseconds, now, newId }: ResumeParts) {
  async function fetch(tx: Transaction, owner: Owner, id: string, lock: 'lock' | 'look' = 'look'): Promise<StoredResume> {
    const resume = await findResume(tx, owner, id, lock);
    if (!resume) throw new Failure('resume.unknown');
    return resume;
  }

  async function present(tx: Transaction, owner: Owner, resume: StoredResume): Promise<ResumeAnswer> {
    const profile = resume.reading ? await profileOf(tx, owner, correctedTexts(resume)) : { skills: [] };
    return presentResume(resume, profile);
  }

  /** The file is durable before its row is committed; a file whose row never comes is swept. */
  async function keep(person: Person, resumeId: string, version: number, file: UploadedFile): Promise<string> {
    const key = keyOfVersion(person.organisationId, resumeId, version, newId());
    await storage.put(key, { path: file.path });
    return key;
  }

  /** Reads while the upload waits; null when that takes too long. A file that cannot be read leaves nothing behind. */
  async function readNow(file: UploadedFile, patienceMilliseconds = waitMilliseconds): Promise<Extract<ReadOutcome, { ok: true }> | null> {
    const outcome = await within(patienceMilliseconds, (signal) => reader.read(file.path, file.fileName, signal));
    if (outcome && !outcome.ok) throw new Failure(outcome.code, { params: outcome.params });
    return outcome;
  }

  function resumeFrom(file: UploadedFile, outcome: Extract<ReadOutcome, { ok: true }> | null, before: Pick<StoredResume, 'id' | 'version' | 'corrections' | 'createdAt'>): StoredResume {
    const reading = outcome && { ...outcome.reading, pages: outcome.pages };
    const corrections = reading ? followCorrections(reading.resume, before.corrections) : before.corrections;
    return {
      ...before, fileName: file.fileName, sizeBytes: file.sizeBytes, kind: outcome?.kind ?? kindByName(file.fileName), pageCount: outcome?.pageCount ?? 0,
      state: outcome ? 'read' : 'reading', refusal: null, reading, corrections, updatedAt: new Date(now()),
    };
  }

  async function store(tx: Transaction, person: Person, resume: StoredResume, file: UploadedFile, storageKeyOfFile: string, settle: Settle): Promise<Answer> {
    await insertVersion(tx, person, resume.id, { version: resume.version, fileName: file.fileName, storageKey: storageKeyOfFile, sizeBytes: file.sizeBytes, sha256: file.sha256, createdAt: resume.updatedAt });
    if (resume.state === 'reading') await jobs.enqueue(tx, readResumeJob, { organisationId: person.organisationId, userId: person.userId, resumeId: resume.id, version: resume.version });
    await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'resume.changed', resumeId: resume.id, state: resume.state } });
    const answer: Answer = resume.state === 'read' ? { status: 201, body: await present(tx, person, resume) } : { status: 202, body: presentHead(resume) };
    await settle(tx, answer);
    return answer;
  }

  return {
    async create(person: Person, file: UploadedFile, settle: Settle, { patienceMilliseconds }: { patienceMilliseconds?: number } = {}): Promise<Answer> {
      const outcome = await readNow(file, patienceMilliseconds);
      const resume = resumeFrom(file, outcome, { id: newId(), version: 1, corrections: [], createdAt: new Date(now()) });
      const key = await keep(person, resume.id, resume.version, file);
      return database.transaction(person, async (tx) => {
        await insertResume(tx, person, resume);
        return store(tx, person, resume, file, key, settle);
      });
    },

    async replace(person: Person, id: string, file: UploadedFile, settle: Settle): Promise<Answer> {
      const { version } = await database.transaction(person, (tx) => fetch(tx, person, id));
      const outcome = await readNow(file);
      const key = await keep(person, id, version + 1, file);
      return database.transaction(person, async (tx) => {
        const before = await fetch(tx, person, id, 'lock');
        // What the corrected entries said is known for as long as the reading before is there.
        const corrections = before.reading ? anchorCorrections(before.reading.resume, before.corrections) : before.corrections;
        const resume = resumeFrom(file, outcome, { ...before, corrections, version: before.version + 1 });
        await updateResume(tx, resume);
        return store(tx, person, resume, file, key, settle);
      });
    },

    async list(person: Person, after: Place | null, limit: number) {
      const { items, total } = await database.transaction(person, (tx) => listResumes(tx, person, after, limit + 1));
      return { items: items.slice(0, limit).map(presentHead), total, more: items.length > limit };
    },

    async read(person: Person, id: string): Promise<ResumeAnswer> {
      return database.transaction(person, async (tx) => present(tx, person, await fetch(tx, person, id)));
    },

    async correct(person: Person, id: string, sent: readonly ResumeCorrection[]): Promise<ResumeAnswer> {
      return database.transaction(person, async (tx) => {
        const resume = await fetch(tx, person, id, 'lock');
        if (!resume.reading) throw new Failure('resume.not-read-yet');
        const corrections = acceptedCorrections(resume.reading.resume, sent, resume.corrections);
        correctedResume(resume.reading.resume, corrections);
        const at = new Date(now());
        await saveCorrections(tx, id, corrections, at);
        await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'resume.changed', resumeId: id, state: resume.state } });
        return present(tx, person, { ...resume, corrections, updatedAt: at });
      });
    },

    async versions(person: Person, id: string) {
      return database.transaction(person, async (tx) => {
        await fetch(tx, person, id);
        return (await versionsOf(tx, id)).map(({ version, fileName, sizeBytes, createdAt }) => ({ version, fileName, sizeBytes, createdAt: createdAt.toISOString() }));
      });
    },

    async file(person: Person, id: string, wanted: number | undefined): Promise<FileAnswer> {
      const version = await findVersion(person, id, wanted);
      try {
        const { content, sizeBytes } = await storage.get(version.storageKey);
        return { content, sizeBytes, fileName: version.fileName, mediaType: 'application/octet-stream' };
      } catch (error) {
        // Erased since the row was read: then there is no such resume any more.
        if (error instanceof FileMissingError) await findVersion(person, id, wanted);
        throw error;
      }
    },

    async jsonResume(person: Person, id: string): Promise<Record<string, unknown>> {
      const resume = await database.transaction(person, (tx) => fetch(tx, person, id));
      if (!resume.reading) throw new Failure('resume.not-read-yet');
      return { ...toJsonResume(correctedResume(resume.reading.resume, resume.corrections)) };
    },

    async readBack(person: Person, id: string, roleId: string | undefined): Promise<AimedReadBack> {
      const { reading, pageCount, known } = await database.transaction(person, async (tx) => ({ ...(await fetch(tx, person, id)), known: await knownTo(tx) }));
      if (!reading) throw new Failure('resume.not-read-yet');
      const date = new Date(now());
      return readBackOf({ reading, pageCount, roleId, today: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 } }, known);
    },

    async erase(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (!(await deleteResume(tx, person, id))) throw new Failure('resume.unknown');
        await deleteFilesAfter(tx, files, person.organisationId, [id]);
        await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'resume.changed', resumeId: id, state: 'erased' } });
      });
    },

    /** For a comparison: the resume asked for, or the newest that has been read; null when there is none. */
    async toCompare(tx: Transaction, owner: Owner, id: string | undefined): Promise<ResumeTexts | null> {
      if (id === undefined) return newestTexts(tx, owner);
      const resume = await fetch(tx, owner, id);
      if (!resume.reading) throw new Failure('resume.not-read-yet');
      return { resumeId: id, texts: correctedTexts(resume) };
    },

    /** The same resume as in an earlier comparison; the newest where that one is gone or is being read anew. */
    async toCompareAgain(tx: Transaction, owner: Owner, id: string | null): Promise<ResumeTexts | null> {
      const resume = id === null ? undefined : await findResume(tx, owner, id);
      return resume?.reading ? { resumeId: resume.id, texts: correctedTexts(resume) } : newestTexts(tx, owner);
    },
  };

  async function findVersion(person: Person, id: string, wanted: number | undefined): Promise<ResumeVersion> {
    return database.transaction(person, async (tx) => {
      const resume = await fetch(tx, person, id);
      const found = (await versionsOf(tx, id)).find(({ version }) => version === (wanted ?? resume.version));
      if (!found) throw new Failure('resume.version-unknown');
      return found;
    });
  }
}

/** Until the file has been read its name is all there is to go by. */
function kindByName(fileName: string): StoredResume['kind'] {
  const extension = fileName.toLowerCase().split('.').at(-1);
  switch (extension) {
    case 'pdf':
    case 'docx':
      return extension;
    case 'md':
    case 'markdown':
      return 'markdown';
    case 'json':
      return 'json-resume';
    default:
      return 'text';
  }
}

/** The answer, or null when it takes longer; what has begun by then goes on, and its end is nobody's concern any more. */
async function within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const late = new AbortController();
  const answer = work(late.signal);
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => { timer = setTimeout(() => { resolve(null); }, milliseconds); });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined);
    late.abort();
  }
}
