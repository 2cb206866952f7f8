/**
 * YAML reads at about 1 MB a second (0.4 to 0.7 s for the skills alone on 2 cores), JSON at about 200: what was read is
 * kept as JSON in dist/, under a digest of all that decides it, and read from there until a source or the form changes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aligned } from './aligned.ts';

/** Only for its type: what is kept compiled under a name. */
export interface CompiledFile<Body> {
  readonly name: string;
  readonly body?: Body;
}

/**
 * Changes whenever one of the files does, each named from the folder before it. Of their bytes, and all through one buffer: texts of them
 * would take longer than all the rest, and memory for each is slower to get than to hash.
 */
export function digestOf(files: readonly (readonly [folder: string, name: string])[], before = ''): string {
  const digest = createHash('sha256').update(before);
  let buffer = Buffer.allocUnsafeSlow(64 * 1024);
  for (const [folder, name] of files) {
    const file = openSync(join(folder, name), 'r');
    let length = readSync(file, buffer);
    while (length === buffer.length) {
      buffer = Buffer.concat([buffer], 2 * buffer.length);
      length += readSync(file, buffer, { offset: length });
    }
    closeSync(file);
    digest.update(`${name} ${length}\n`).update(buffer.subarray(0, length));
  }
  return digest.digest('hex');
}

export function readCompiled<Body>(folder: string, digest: string, { name }: CompiledFile<Body>): Body | null {
  const file = join(folder, 'dist', name);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'latin1');
  const digestEnd = text.indexOf('\n');
  if (text.slice(0, digestEnd) !== digest) return null;
  try {
    return JSON.parse(text.slice(digestEnd + 1)) as Body;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // cut short by a power loss: the sources are there
    throw error;
  }
}

/** Behind the digest, so that what follows starts at a multiple of four. */
const behindDigest = '\n\n\n\n';

/** The bytes kept under a name, at a multiple of four; perhaps cut short by a power loss. */
export function readCompiledBytes(folder: string, digest: string, name: string): Uint8Array<ArrayBuffer> | null {
  const file = join(folder, 'dist', name);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const start = digest.length + behindDigest.length;
  return bytes.toString('latin1', 0, start) === digest + behindDigest ? aligned(bytes.subarray(start)) : null;
}

export function writeCompiledBytes(folder: string, digest: string, bytes: Uint8Array, name: string): void {
  keep(folder, name, Buffer.concat([Buffer.from(digest + behindDigest), bytes]));
}

export function writeCompiled<Body>(folder: string, digest: string, body: Body, { name }: CompiledFile<Body>): void {
  keep(folder, name, `${digest}\n${asciiJson(body)}`);
}

/** Where the file system refuses (read-only, full, another's folder) the next start reads the sources again. */
function keep(folder: string, name: string, content: string | Uint8Array): void {
  try {
    mkdirSync(join(folder, 'dist'), { recursive: true });
    replaceFile(join(folder, 'dist', name), content);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}

/** Letters beyond ASCII escaped, so that the file can be read without decoding: half the time. */
function asciiJson(body: unknown): string {
  return JSON.stringify(body).replaceAll(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whoever reads meanwhile, or after a kill, finds the old file or the new one, whole. */
function replaceFile(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
