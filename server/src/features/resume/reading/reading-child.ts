/**
 * The entry of the child process that reads one file at a time. It is given no environment, an empty folder to stand in,
 * and (by Node's permission model) the right to read its own code and nothing else; it never fetches.
 */
import { type FileReading, readBytes } from './read-bytes.ts';
import { type ReadingLimits, type Refusal, refusalOf } from './refusals.ts';
import { samplePdf } from './sample-pdf.ts';

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ReadingLimits;
}

export type ReadReply = { readonly ready: true } | { readonly reading: FileReading } | { readonly refusal: Refusal };

/** How often the sample is read at the start: the first reading takes ten times as long as the twentieth. */
const warmUps = 12;

Reflect.deleteProperty(globalThis, 'fetch');
Reflect.deleteProperty(globalThis, 'WebSocket');
Reflect.deleteProperty(globalThis, 'EventSource');

process.on('disconnect', () => process.exit(0));
// Over a broken font pdf.js leaves a rejected promise that nobody waits for, and reads on.
process.on('unhandledRejection', () => undefined);
process.on('message', (request: ReadRequest) => {
  void answer(request).then((reply) => process.send?.(reply));
});

async function answer({ bytes, name, limits }: ReadRequest): Promise<ReadReply> {
  try {
    return { reading: await readBytes(bytes, name, limits) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

const sample = samplePdf();
const limits: ReadingLimits = { fileBytes: 1_000_000, pages: 5, inflatedBytes: 1_000_000, seconds: 5, residentBytes: 1_000_000_000 };
for (let count = 0; count < warmUps; count += 1) await readBytes(sample, 'sample.pdf', limits);
process.send?.({ ready: true } satisfies ReadReply);
