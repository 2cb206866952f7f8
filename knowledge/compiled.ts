/**
 * YAML reads at about 1 MB a second (0.4 to 0.7 s for the skills alone on 2 cores), JSON at about 200: what was read is
 * kept as JSON in dist/, under a digest of all that decides it, and read from there until a source or the form changes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is kept compiled under one name, for its type. */
export interface CompiledFile<Body> {
  readonly name: string;
  /** The code that gives the sources their form. */
  readonly formFiles: readonly string[];
  /** Only for its type. */
  readonly body?: Body;
}

/** Changes whenever one of the files below `folder`, or the code that gives them form, does. Of their bytes: making texts of them takes longer than all the rest. */
export function digestOf(folder: string, files: readonly string[], { formFiles }: CompiledFile<unknown>): string {
  const digest = createHash('sha256');
  for (const [from, name] of [...formFiles.map((one) => [import.meta.dirname, one] as const), ...files.map((one) => [folder, one] as const)]) {
    const bytes = readFileSync(join(from, name));
    digest.update(`${name} ${bytes.length}\n`).update(bytes);
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

/** Where the file system refuses (read-only, full, another's folder) the next start reads the sources again. */
export function writeCompiled<Body>(folder: string, digest: string, body: Body, { name }: CompiledFile<Body>): void {
  try {
    mkdirSync(join(folder, 'dist'), { recursive: true });
    replaceFile(join(folder, 'dist', name), `${digest}\n${asciiJson(body)}`);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}

/** Letters beyond ASCII escaped, so that the file can be read without decoding: half the time. */
function asciiJson(body: unknown): string {
  return JSON.stringify(body).replaceAll(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whoever reads meanwhile, or after a kill, finds the old file or the new one, whole. */
function replaceFile(file: string, text: string): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
