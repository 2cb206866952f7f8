/**
 * Files by key, on disk. A file is written aside, flushed and put in place whole; `put` answers once it would survive
 * a power cut. The caller commits the row that names the key after that, so a row never names a missing file; a file
 * without a row (a crash in between) is swept later.
 */
import { randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredFile {
  readonly key: string;
  readonly sizeBytes: number;
  readonly writtenAtMilliseconds: number;
}

export type Content = { readonly path: string } | { readonly stream: Readable } | { readonly bytes: Uint8Array };

export interface Storage {
  /** Whole and durable when it answers; an older file of the key is replaced. */
  put(key: string, content: Content): Promise<void>;
  /** `content` is open: read it, or destroy it. Throws FileMissingError. */
  get(key: string): Promise<{ readonly content: Readable; readonly sizeBytes: number }>;
  exists(key: string): Promise<boolean>;
  /** A file that is not there is no error. */
  delete(key: string): Promise<void>;
  /** Everything whose key begins with the segments of `prefix`. */
  deleteAll(prefix: string): Promise<void>;
  list(prefix: string): AsyncGenerator<StoredFile>;
  /** Removes what a killed process left half-written; answers how much. No `put` takes longer than an hour. */
  tidy(nowMilliseconds: number): Promise<number>;
  /** Whether a file can be written and read back. */
  check(): Promise<void>;
}

export class FileMissingError extends Error {
  override readonly name = 'FileMissingError';
  constructor(key: string, cause: unknown) {
    super(`There is no file ${key}`, { cause });
  }
}

const segment = /^[a-z0-9][a-z0-9-]{0,63}$/;
const mostSegments = 8;

/** `org/<organisation>/<kind>/<id>/<name>`. Segments are ids and small words: nothing that a person typed. */
export function storageKey(organisationId: string, kind: string, id: string, name: string): string {
  return checkedKey(['org', organisationId, kind, id, name].join('/'));
}

function checkedKey(key: string): string {
  const segments = key.split('/');
  if (segments.length > mostSegments || !segments.every((each) => segment.test(each))) throw new TypeError('A storage key is made of lower-case ids and words between slashes');
  return key;
}

/** Not a segment of any key, so that half-written files are never read or listed. */
const asideFolder = '.incoming';
const longestPutMilliseconds = 3_600_000;

export function diskStorage(root: string): Storage {
  const pathOf = (key: string) => join(root, checkedKey(key));

  async function put(key: string, content: Content): Promise<void> {
    const target = pathOf(key);
    const aside = join(root, asideFolder, randomUUID());
    await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
    try {
      await write(aside, content);
      await flush(aside);
      const firstMade = await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(aside, target);
      await flushFolders(dirname(target), firstMade);
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }

  async function* walk(folder: string, prefix: string): AsyncGenerator<StoredFile> {
    const entries = await unlessMissing(opendir(folder));
    if (entries === undefined) return;
    for await (const entry of entries) {
      const [path, key] = [join(folder, entry.name), `${prefix}/${entry.name}`];
      if (entry.isDirectory()) {
        yield* walk(path, key);
        continue;
      }
      // Deleted since the folder was read.
      const found = await unlessMissing(stat(path));
      if (found !== undefined) yield { key, sizeBytes: found.size, writtenAtMilliseconds: found.mtimeMs };
    }
  }

  return {
    put,
    async get(key) {
      // Opened here, so that a file deleted a moment later can still be read to its end.
      const file = await open(pathOf(key), 'r').catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new FileMissingError(key, error) : error;
      });
      const { size } = await file.stat();
      return { content: file.createReadStream(), sizeBytes: size };
    },
    exists: async (key) => (await unlessMissing(stat(pathOf(key)))) !== undefined,
    delete: (key) => rm(pathOf(key), { force: true }),
    deleteAll: (prefix) => rm(pathOf(prefix), { recursive: true, force: true }),
    list: (prefix) => walk(pathOf(prefix), prefix),
    async tidy(now) {
      let removed = 0;
      for await (const { key, writtenAtMilliseconds } of walk(join(root, asideFolder), asideFolder)) {
        if (now - writtenAtMilliseconds < longestPutMilliseconds) continue;
        await rm(join(root, key), { force: true });
        removed += 1;
      }
      return removed;
    },
    async check() {
      const key = `health/${randomUUID()}`;
      try {
        await put(key, { bytes: Buffer.from('whole') });
        const { size } = await stat(pathOf(key));
        if (size !== 5) throw new Error('A file was not written whole');
      } finally {
        await rm(pathOf(key), { force: true });
      }
    },
  };
}

async function write(path: string, content: Content): Promise<void> {
  if ('path' in content) {
    await copyFile(content.path, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    return;
  }
  await pipeline('bytes' in content ? [content.bytes] : content.stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}

/** A name is durable when its folder is, and a new folder when the one above it is. */
async function flushFolders(innermost: string, firstMade: string | undefined): Promise<void> {
  const outermost = firstMade === undefined ? innermost : dirname(firstMade);
  for (let folder = innermost; ; folder = dirname(folder)) {
    await flush(folder);
    if (folder === outermost) return;
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
