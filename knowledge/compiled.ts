/**
 * YAML reads at about 1 MB a second (0.4 to 0.7 s for the skills alone on 2 cores), JSON at about 200: what was read is
 * kept as JSON in dist/, under a digest of all that decides it, and read from there until a source or the form changes.
 */
import { hash, randomUUID } from 'node:crypto';
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

/** Changes whenever a source, or the code that gives it form, does. */
export function digestOf(sources: readonly unknown[], { formFiles }: CompiledFile<unknown>): string {
  const form = formFiles.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  return hash('sha256', JSON.stringify([form, sources]));
}

export function readCompiled<Body>(folder: string, digest: string, { name }: CompiledFile<Body>): Body | null {
  const file = join(folder, 'dist', name);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
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
    replaceFile(join(folder, 'dist', name), `${digest}\n${JSON.stringify(body)}`);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
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
