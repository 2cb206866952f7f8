import type { z } from 'zod';
import { Failure } from '../../../platform/http/failure.ts';
import type { RunningJob } from '../../../platform/jobs/define-job.ts';
import type { Live } from '../../../platform/live/live.ts';
import { ownKnowledge } from '../knowledge.store.ts';
import { decideAside } from './decide.ts';
import type { readImportData } from './import.jobs.ts';
import { findImport, saveFailure, saveProposal, type StoredImport } from './import.store.ts';
import { propose, type ProposeParts } from './propose.ts';

type ReadImport = RunningJob<z.output<typeof readImportData>>;

/** Runs twice without harm: it changes the import only while that waits with the same files. */
export async function handle(job: ReadImport, { storage, live }: Pick<ProposeParts, 'storage'> & { readonly live: Live }): Promise<void> {
  const { importId } = job.data;
  const begun = await job.transaction(async (tx) => ({ found: await findImport(tx, importId), own: await ownKnowledge(tx) }));
  if (begun.found?.state !== 'reading') return;
  const { found, own } = { found: begun.found, own: begun.own };
  try {
    const proposed = await propose({ storage, decide: decideAside }, found.files, own?.entries ?? [], found.category, (file) => job.progress((file + 1) / (found.files.length + 1), 'knowledge.reading'));
    await job.transaction(async (tx) => {
      if (!stillWaits(found, await findImport(tx, importId, 'lock'))) return;
      await saveProposal(tx, importId, proposed, own?.version ?? null);
      await tell(job, live, tx);
    });
  } catch (error) {
    // Nobody must wait for ever: a file that cannot be read stays so, and of our own faults staff see the failed job.
    if (!(error instanceof Failure) && !job.lastAttempt) throw error;
    await job.transaction(async (tx) => {
      if (!stillWaits(found, await findImport(tx, importId, 'lock'))) return;
      await saveFailure(tx, importId, whyFailed(error));
      await tell(job, live, tx);
    });
    if (!(error instanceof Failure)) throw error;
  }
}

function whyFailed(error: unknown): { file: string; line: number; code: string; text: string } {
  if (!(error instanceof Failure)) return { file: '', line: 0, code: 'server.unexpected', text: '' };
  const { file, line } = error.details.params ?? {};
  return { file: String(file ?? ''), line: Number(line ?? 0), code: error.code, text: '' };
}

function stillWaits(begun: StoredImport, now: StoredImport | undefined): boolean {
  const keys = ({ files }: StoredImport): string => files.map(({ storageKey }) => storageKey).join();
  return now?.state === 'reading' && keys(now) === keys(begun);
}

async function tell({ data: { organisationId, importId } }: ReadImport, live: Live, tx: Parameters<Live['publish']>[0]): Promise<void> {
  await live.publish(tx, { organisationId, event: { kind: 'knowledge.import-changed', importId } });
}
