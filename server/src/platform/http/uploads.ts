/** Files of a multipart request, streamed to disk under a limit and gone again when the request is over. */
import type { FailureCode } from '@cairn/contracts/failures';
import type { FastifyRequest } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { UploadedFile } from './endpoint-types.ts';
import { Failure, type FailureDetails } from './failure.ts';

/** The failures in a feature's own words, where its contract has them. */
export interface UploadFailures {
  readonly tooLarge?: FailureCode;
  readonly missing?: FailureCode;
}

export interface UploadOptions {
  readonly directory: string;
  readonly limitBytes: number;
}

export interface Received {
  readonly files: Readonly<Record<string, UploadedFile>>;
  readonly fields: Readonly<Record<string, unknown>>;
}

const textFields = { fields: 50, fieldSize: 200_000, fieldNameSize: 100, headerPairs: 100 };

/** Calls `work` with what came; the files are removed after it, however it ends. */
export async function withUploads<T>(request: FastifyRequest, names: readonly string[], options: UploadOptions, failures: UploadFailures, work: (received: Received) => Promise<T>): Promise<T> {
  const written: string[] = [];
  try {
    return await work(await receive(request, names, options, failures, written));
  } finally {
    await Promise.all(written.map((path) => rm(path, { force: true })));
  }
}

async function receive(request: FastifyRequest, names: readonly string[], options: UploadOptions, failures: UploadFailures, written: string[]): Promise<Received> {
  if (!request.isMultipart()) throw noFile(failures, 'request.media-type', { detail: `A file comes as multipart/form-data, in the field ${names.join(', ')}.` });
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const files: Record<string, UploadedFile> = {};
  const fields: Record<string, unknown> = {};
  const parts = request.parts({ limits: { ...textFields, files: names.length, parts: names.length + textFields.fields, fileSize: options.limitBytes }, throwFileSizeLimit: false } as Parameters<FastifyRequest['parts']>[0]);
  for await (const part of readable(parts)) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw new Failure('request.too-large');
      fields[part.fieldname] = part.value;
      continue;
    }
    if (!names.includes(part.fieldname) || Object.hasOwn(files, part.fieldname)) {
      part.file.resume();
      const errors = [{ path: `files.${part.fieldname.slice(0, 60)}`, message: `Files are taken in: ${names.join(', ')}, one each` }];
      throw names.includes(part.fieldname) ? new Failure('request.invalid', { errors }) : noFile(failures, 'request.invalid', { errors });
    }
    const path = join(options.directory, randomUUID());
    written.push(path);
    const { sizeBytes, sha256 } = await writeFile(part.file, path);
    if (part.file.truncated) throw new Failure(failures.tooLarge ?? 'request.too-large', { params: { limitBytes: options.limitBytes } });
    files[part.fieldname] = { path, fileName: baseName(part.filename), mediaType: part.mimetype.slice(0, 200), sizeBytes, sha256 };
  }
  const missing = names.find((name) => !Object.hasOwn(files, name));
  if (missing !== undefined) throw noFile(failures, 'request.invalid', { errors: [{ path: `files.${missing}`, message: 'A file is needed' }] });
  return { files, fields };
}

/** Whichever way a file is not where it belongs, the feature has one word for it; `otherwise` where it has none. */
function noFile({ missing }: UploadFailures, otherwise: FailureCode, details: FailureDetails): Failure {
  return new Failure(missing ?? otherwise, details);
}

/** Multipart that cannot be read is the caller's fault; the parser's errors do not say so. */
async function* readable<T>(parts: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = parts[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<T>;
    try {
      next = await iterator.next();
    } catch (error) {
      if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
      throw new Failure('request.invalid', { detail: 'The multipart body ends too early or is damaged.', cause: error });
    }
    if (next.done === true) return;
    yield next.value;
  }
}

async function writeFile(content: Readable, path: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(content, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    // Only what the disk says names a system call; all else is the client that stopped.
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw new Failure('request.invalid', { detail: 'The file ended before it was whole.', cause: error });
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** Browsers of old sent whole paths; a name is for showing only and never becomes part of one. */
function baseName(fileName: string | undefined): string {
  const name = (fileName ?? '').toWellFormed().replaceAll('\0', '').split(/[/\\]/).at(-1)?.trim() ?? '';
  return name === '' ? 'file' : name.slice(0, 255);
}

/** Removes what a killed process left behind. No upload takes longer than `olderThanMilliseconds`. */
export async function sweepUploads(directory: string, nowMilliseconds: number, olderThanMilliseconds = 3_600_000): Promise<number> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  let removed = 0;
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (found === null || nowMilliseconds - found.mtimeMs < olderThanMilliseconds) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
