import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import type { RunningJob } from '../../../platform/jobs/define-job.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Live } from '../../../platform/live/live.ts';
import type { Files } from '../../../platform/storage/files.ts';
import type { Storage } from '../../../platform/storage/storage.ts';
import type { WhatCairnKnows } from '../../knowledge/index.ts';
import { findImport, heldQuestions, saveFailure, saveProposal, type StoredImport } from './import.store.ts';
import type { readQuestionsData } from './import.jobs.ts';
import { dryRunAside } from './dry-run.ts';
import { namedSkills } from './skill-names.ts';

export interface ReadQuestionsParts {
  readonly storage: Storage;
  readonly files: Pick<Files, 'deleteAfter'>;
  readonly live: Pick<Live, 'publish'>;
  readonly knownTo: (tx: Transaction) => Promise<WhatCairnKnows>;
  readonly bankHashes: () => ReadonlyMap<string, string>;
}

type ReadQuestions = RunningJob<z.output<typeof readQuestionsData>>;

/** Runs twice without harm: it changes the import only while that waits to be read. */
export async function handle(job: ReadQuestions, parts: ReadQuestionsParts): Promise<void> {
  const { importId, organisationId } = job.data;
  const { begun, skills, held } = await job.transaction(async (tx) => ({ begun: await findImport(tx, importId), skills: namedSkills(await parts.knownTo(tx)), held: await heldQuestions(tx) }));
  if (begun?.state !== 'reading' || begun.storageKey === null) return;
  await job.progress(0.1, 'questions.reading');
  try {
    const { level, countsFrom, skillId } = begun;
    const proposal = await dryRunAside({ bytes: await buffer((await parts.storage.get(begun.storageKey)).content), wishes: { level, countsFrom }, skills, skillId, bank: parts.bankHashes(), held });
    await job.progress(0.6, 'questions.storing');
    await ifWaiting(job, parts, begun, async (tx) => {
      if ('code' in proposal) await saveFailure(tx, importId, proposal);
      else await saveProposal(tx, { organisationId }, importId, proposal);
    });
  } catch (error) {
    // Nobody must wait for ever; staff see the failed job.
    if (job.lastAttempt) await ifWaiting(job, parts, begun, (tx) => saveFailure(tx, importId, { code: 'server.unexpected', line: null }));
    throw error;
  }
}

async function ifWaiting(job: ReadQuestions, { files, live }: ReadQuestionsParts, begun: StoredImport, store: (tx: Transaction) => Promise<void>): Promise<void> {
  const { importId, organisationId } = job.data;
  await job.transaction(async (tx) => {
    if ((await findImport(tx, importId, 'lock'))?.state !== 'reading') return;
    await store(tx);
    await files.deleteAfter(tx, organisationId, [begun.storageKey ?? '']);
    await live.publish(tx, { organisationId, event: { kind: 'questions.import-changed', importId } });
  });
}
