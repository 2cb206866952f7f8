import type { FailureCode } from '@cairn/contracts';
import { followCorrections } from '@cairn/engine/resume';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import type { Live } from '../../platform/live/live.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import type { ReadOutcome, ResumeReader } from './resume-reader.ts';
import type { readResumeData } from './resume.jobs.ts';
import { findResume, updateResume, versionsOf, type ResumeVersion, type StoredResume } from './resume.store.ts';

export interface ReadResumeParts {
  readonly storage: Storage;
  readonly reader: ResumeReader;
  readonly live: Live;
  readonly workDirectory: string;
  readonly now: () => number;
}

type ReadResume = RunningJob<z.output<typeof readResumeData>>;

/** What a resume is refused with when it is our fault that nobody could read it. */
const ourFault: FailureCode = 'server.unexpected';

/** Runs twice without harm: it changes the resume only while that version waits to be read. */
export async function handle(job: ReadResume, parts: ReadResumeParts): Promise<void> {
  const file = await job.transaction((tx) => waiting(job, tx, 'look').then(async (resume) => resume && fileOf(await versionsOf(tx, resume.id), resume.version)));
  if (!file) return;
  await job.progress(0.2, 'resume.reading');
  try {
    await store(job, parts, await readStored(parts, file));
  } catch (error) {
    // The person must not wait for ever; staff see the failed job and may retry it.
    if (job.lastAttempt) await store(job, parts, { ok: false, code: ourFault, params: {} });
    throw error;
  }
}

async function waiting({ data }: ReadResume, tx: Parameters<typeof findResume>[0], lock: 'lock' | 'look'): Promise<StoredResume | undefined> {
  const resume = await findResume(tx, data, data.resumeId, lock);
  return resume?.version === data.version && (resume.state === 'reading' || resume.refusal === ourFault) ? resume : undefined;
}

function fileOf(versions: readonly ResumeVersion[], wanted: number): ResumeVersion | undefined {
  return versions.find(({ version }) => version === wanted);
}

async function store(job: ReadResume, { live, now }: ReadResumeParts, outcome: ReadOutcome): Promise<void> {
  const { organisationId, userId, resumeId } = job.data;
  await job.transaction(async (tx) => {
    const resume = await waiting(job, tx, 'lock');
    if (!resume) return;
    const updatedAt = new Date(now());
    if (outcome.ok) {
      const { kind, pageCount, reading, pages } = outcome;
      const corrections = followCorrections(reading.resume, resume.corrections);
      await updateResume(tx, { ...resume, corrections, kind, pageCount, state: 'read', refusal: null, reading: { ...reading, pages }, updatedAt });
    } else await updateResume(tx, { ...resume, state: 'refused', refusal: outcome.code, reading: null, updatedAt });
    await live.publish(tx, { organisationId, userId, event: { kind: 'resume.changed', resumeId, state: outcome.ok ? 'read' : 'refused' } });
  });
}

/** The reader's cage opens paths, not stores. */
async function readStored({ storage, reader, workDirectory }: ReadResumeParts, { storageKey, fileName }: ResumeVersion): Promise<ReadOutcome> {
  const path = join(workDirectory, randomUUID());
  await mkdir(workDirectory, { recursive: true, mode: 0o700 });
  try {
    const { content } = await storage.get(storageKey);
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return await reader.read(path, fileName);
  } finally {
    await rm(path, { force: true });
  }
}
