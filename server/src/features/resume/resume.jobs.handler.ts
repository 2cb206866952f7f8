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
import { findResume, updateResume, versionsOf } from './resume.store.ts';

export interface ReadResumeParts {
  readonly storage: Storage;
  readonly reader: ResumeReader;
  readonly live: Live;
  readonly workDirectory: string;
  readonly now: () => number;
}

type ReadResume = RunningJob<z.output<typeof readResumeData>>;

/** Runs twice without harm: it changes the resume only while that version is still being read. */
export async function handle(job: ReadResume, { storage, reader, live, workDirectory, now }: ReadResumeParts): Promise<void> {
  const { organisationId, userId, resumeId, version } = job.data;
  const owner = { organisationId, userId };

  const file = await job.transaction(async (tx) => {
    const resume = await findResume(tx, owner, resumeId);
    if (resume?.state !== 'reading' || resume.version !== version) return undefined;
    return (await versionsOf(tx, resumeId)).find((one) => one.version === version);
  });
  if (!file) return;

  await job.progress(0.2, 'resume.reading');
  const outcome = await readStored(storage, reader, file.storageKey, file.fileName, workDirectory);

  await job.transaction(async (tx) => {
    const resume = await findResume(tx, owner, resumeId, 'lock');
    if (resume?.state !== 'reading' || resume.version !== version) return;
    const updatedAt = new Date(now());
    if (outcome.ok) {
      const { kind, pageCount, reading, pages } = outcome;
      await updateResume(tx, { ...resume, kind, pageCount, state: 'read', refusal: null, reading: { ...reading, pages }, updatedAt });
    } else await updateResume(tx, { ...resume, state: 'refused', refusal: outcome.code, reading: null, updatedAt });
    await live.publish(tx, { organisationId, userId, event: { kind: 'resume.changed', resumeId, state: outcome.ok ? 'read' : 'refused' } });
  });
}

/** The reader's cage opens paths, not stores. */
async function readStored(storage: Storage, reader: ResumeReader, key: string, fileName: string, workDirectory: string): Promise<ReadOutcome> {
  const path = join(workDirectory, randomUUID());
  await mkdir(workDirectory, { recursive: true, mode: 0o700 });
  try {
    const { content } = await storage.get(key);
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return await reader.read(path, fileName);
  } finally {
    await rm(path, { force: true });
  }
}
