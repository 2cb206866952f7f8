/**
 * YAML reads at about 1 MB a second (0.4 to 0.7 s for the skills alone on 2 cores), JSON at about 200: what was read is
 * kept as JSON in dist/, under a digest of all that decides it, and read from there until a source or the form changes.
 */
import { hash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '@cairn/engine/knowledge';
import type { Source } from './read.ts';

const formFiles = ['schema.ts', 'relations.ts', 'read.ts'];

/** Changes whenever a source, or the code that gives it form, does. */
export function digestOf(sources: readonly Source[]): string {
  const form = formFiles.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  return hash('sha256', JSON.stringify([form, sources]));
}

export function readCompiled(folder: string, digest: string): Knowledge | null {
  const file = compiledFile(folder);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const digestEnd = text.indexOf('\n');
  if (text.slice(0, digestEnd) !== digest) return null;
  try {
    return JSON.parse(text.slice(digestEnd + 1)) as Knowledge;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // cut short by a power loss: the sources are there
    throw error;
  }
}

/** Where the file system refuses (read-only, full, another's folder) the next start reads the sources again. */
export function writeCompiled(folder: string, digest: string, knowledge: Knowledge): void {
  try {
    mkdirSync(join(folder, 'dist'), { recursive: true });
    replaceFile(compiledFile(folder), `${digest}\n${JSON.stringify(knowledge)}`);
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

function compiledFile(folder: string): string {
  return join(folder, 'dist', 'knowledge.json');
}
