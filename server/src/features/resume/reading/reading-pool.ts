/** A few warm reader processes and a queue before them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileResult, ReaderProcess, readingEntry } from './reader-process.ts';
import { type ReadingLimits, readingLimits } from './refusals.ts';

export interface ReadingPoolOptions {
  /** Processes kept ready; each holds about 80 MB at rest. */
  readonly size: number;
  readonly limits?: ReadingLimits;
  /** Another program for the child: tests only. */
  readonly entry?: string;
}

export interface ReadingPool {
  /** Reads one file in a child process, within the limits; never rejects for what the file holds. */
  read(bytes: Uint8Array, name: string): Promise<FileResult>;
  /** Resolves when every process is warm. */
  ready(): Promise<void>;
  /** The most resident bytes any child was seen with while reading. */
  peakResidentBytes(): number;
  close(): Promise<void>;
}

/** A child is replaced after this many files, or when it rests with this share of its memory in use. */
const filesPerProcess = 500;
const restingShare = 0.7;

interface Waiting {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly resolve: (result: FileResult) => void;
  readonly reject: (error: unknown) => void;
}

export function createReadingPool(options: ReadingPoolOptions): ReadingPool {
  const limits = options.limits ?? readingLimits;
  const folder = mkdtempSync(join(tmpdir(), 'cairn-reading-'));
  const idle: ReaderProcess[] = [];
  const all = new Set<ReaderProcess>();
  const queue: Waiting[] = [];
  let peak = 0;
  let closed = false;

  const endAll = (): void => {
    for (const reader of all) reader.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', endAll);

  async function start(): Promise<void> {
    const reader = new ReaderProcess({ entry: options.entry ?? readingEntry, folder, limits });
    all.add(reader);
    try {
      await reader.ready;
    } catch (error) {
      all.delete(reader);
      if (all.size === 0) for (const waiting of queue.splice(0)) waiting.reject(error);
      throw error;
    }
    idle.push(reader);
    next();
  }

  function next(): void {
    while (queue.length > 0 && idle.length > 0) {
      const reader = idle.shift() as ReaderProcess;
      if (reader.usable) void serve(reader, queue.shift() as Waiting);
      else replace(reader);
    }
  }

  async function serve(reader: ReaderProcess, { bytes, name, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await reader.read(bytes, name));
    } catch (error) {
      reject(error);
    }
    peak = Math.max(peak, reader.peakResidentBytes);
    const worn = reader.files >= filesPerProcess || reader.restingBytes() > restingShare * limits.residentBytes;
    if (reader.usable && !worn) idle.push(reader);
    else replace(reader);
    next();
  }

  function replace(reader: ReaderProcess): void {
    all.delete(reader);
    reader.kill();
    if (!closed) start().catch(() => undefined);
  }

  const starting = Promise.all(Array.from({ length: options.size }, start)).then(() => undefined);
  starting.catch(() => undefined);

  return {
    read(bytes, name) {
      if (closed) return Promise.reject(new Error('the reading pool is closed'));
      if (bytes.length > limits.fileBytes) return Promise.resolve(tooLarge(limits));
      return new Promise<FileResult>((resolve, reject) => {
        queue.push({ bytes, name, resolve, reject });
        if (all.size === 0) start().catch(() => undefined);
        next();
      });
    },
    ready: () => starting,
    peakResidentBytes: () => peak,
    async close() {
      closed = true;
      process.off('exit', endAll);
      for (const waiting of queue.splice(0)) waiting.reject(new Error('the reading pool is closed'));
      await Promise.all([...all].map((reader) => reader.end()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function tooLarge(limits: ReadingLimits): FileResult {
  return { refusal: { code: 'resume.too-large', params: { limitMegabytes: Math.round(limits.fileBytes / 1024 / 1024) } } };
}
