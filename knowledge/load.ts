import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '@cairn/engine/knowledge';
import { digestOf, readCompiled, writeCompiled, type CompiledFile } from './compiled.ts';
import { kinds, readKnowledge, type Source } from './read.ts';

const compiledFile: CompiledFile<Knowledge> = { name: 'knowledge.json', formFiles: ['schema.ts', 'relations.ts', 'read.ts'] };

/**
 * Everything in skills/, roles/, resources/, projects/ and said/ below `folder` (this one when none is named).
 * Throws KnowledgeError, which names every fault of form by file, line, id and field.
 */
export function loadKnowledge(folder: string = import.meta.dirname): Knowledge {
  const digest = digestOf(folder, sourceFiles(folder).map(({ file }) => file), compiledFile);
  const compiled = readCompiled(folder, digest, compiledFile);
  if (compiled !== null) return compiled;
  const knowledge = readKnowledge(readSources(folder));
  writeCompiled(folder, digest, knowledge, compiledFile);
  return knowledge;
}

export function readSources(folder: string): Source[] {
  return sourceFiles(folder).map(({ file, kind }) => ({ file, kind, text: readFileSync(join(folder, file), 'utf8') }));
}

function sourceFiles(folder: string): Omit<Source, 'text'>[] {
  return kinds.flatMap((kind) => readdirSync(join(folder, kind)).filter((name) => name.endsWith('.yaml')).sort().map((name) => ({ file: `${kind}/${name}`, kind })));
}
