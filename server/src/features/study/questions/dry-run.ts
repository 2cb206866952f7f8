import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { propose, type Proposal, type ProposeParts } from './propose.ts';
import { readQuestionFile, type FileWishes } from './read-file.ts';
import type { ReadFailure } from './rows.ts';

export interface UnreadFile extends ProposeParts {
  readonly bytes: Uint8Array;
  readonly wishes: FileWishes;
}

export function dryRun({ bytes, wishes, ...parts }: UnreadFile): Proposal | ReadFailure {
  const read = readQuestionFile(bytes, wishes);
  return 'code' in read ? read : propose(read, parts);
}

/** Megabytes; 20 MB of rows as objects take some 300. */
const mostMegabytes = 768;

/** In a thread of its own, with memory of its own: a large file takes seconds, in which this process has others to answer. */
export async function dryRunAside(file: UnreadFile): Promise<Proposal | ReadFailure> {
  const worker = new Worker(new URL('./dry-run.worker.ts', import.meta.url), { workerData: file, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  try {
    const [proposal] = (await once(worker, 'message')) as [Proposal | ReadFailure];
    return proposal;
  } finally {
    await worker.terminate();
  }
}
