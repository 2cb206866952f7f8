import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge, Skill } from '@cairn/engine/knowledge';
import type * as EngineSkills from '@cairn/engine/skills';
import type { CompiledPhrases, Taxonomy } from '@cairn/engine/skills';
import { digestOf, readCompiled, readCompiledBytes, writeCompiled, writeCompiledBytes, type CompiledFile } from './compiled.ts';
import { kinds, readKnowledge, type Source } from './read.ts';

const compiledKnowledge: CompiledFile<Knowledge> = { name: 'knowledge.json' };
/** The code that gives the sources their form. */
const formFiles = ['schema.ts', 'relations.ts', 'read.ts'];

const compiledPhrases = 'phrases.bin';
const engine = join(import.meta.dirname, '..', 'engine');
/** The code that makes the phrases out of the skills: compile-phrases.ts and all that it imports, and what packs them. */
export const phraseFiles = [
  'skills/build-phrase-table.ts', 'skills/case-endings.ts', 'skills/compile-phrases.ts', 'skills/forms.ts', 'skills/letters.ts', 'skills/packed-phrases.ts', 'skills/phrase-table.ts', 'text/fold.ts',
];

/**
 * Everything in skills/, roles/, resources/, projects/ and said/ below `folder` (this one when none is named).
 * Throws KnowledgeError, which names every fault of form by file, line, id and field.
 */
export function loadKnowledge(folder: string = import.meta.dirname): Knowledge {
  return knowledgeIn(folder, digestOfSources(folder));
}

/** '@cairn/engine/skills', handed over by who may run it: knowledge sees types of the engine only. */
export type TaxonomyCompiler = Pick<typeof EngineSkills, 'compilePhrases' | 'compileTaxonomy' | 'formsOf' | 'packPhrases' | 'readPackedPhrases'>;

/**
 * The same, and the taxonomy of its skills. The phrases that name them are compiled when knowledge or code has changed, and
 * else read from dist/: ten milliseconds in place of 150 at every start.
 */
export function loadTaxonomy(compiler: TaxonomyCompiler, folder: string = import.meta.dirname): { readonly knowledge: Knowledge; readonly taxonomy: Taxonomy } {
  const digest = digestOfSources(folder);
  const knowledge = knowledgeIn(folder, digest);
  return { knowledge, taxonomy: compiler.compileTaxonomy(knowledge.skills, knowledge.said, phrasesIn(compiler, folder, digest, knowledge.skills)) };
}

function knowledgeIn(folder: string, digest: string): Knowledge {
  const compiled = readCompiled(folder, digest, compiledKnowledge);
  if (compiled !== null) return compiled;
  const knowledge = readKnowledge(readSources(folder));
  writeCompiled(folder, digest, knowledge, compiledKnowledge);
  return knowledge;
}

function phrasesIn({ compilePhrases, formsOf, packPhrases, readPackedPhrases }: TaxonomyCompiler, folder: string, sources: string, skills: readonly Skill[]): CompiledPhrases {
  const digest = digestOf(phraseFiles.map((file) => [engine, file]), sources);
  const bytes = readCompiledBytes(folder, digest, compiledPhrases);
  const kept = bytes === null ? null : readPackedPhrases(bytes);
  if (kept !== null) return kept;
  const phrases = compilePhrases(formsOf(skills));
  writeCompiledBytes(folder, digest, packPhrases(phrases), compiledPhrases);
  return phrases;
}

function digestOfSources(folder: string): string {
  return digestOf([...formFiles.map((file) => [import.meta.dirname, file] as const), ...sourceFiles(folder).map(({ file }) => [folder, file] as const)]);
}

export function readSources(folder: string): Source[] {
  return sourceFiles(folder).map(({ file, kind }) => ({ file, kind, text: readFileSync(join(folder, file), 'utf8') }));
}

function sourceFiles(folder: string): Omit<Source, 'text'>[] {
  return kinds.flatMap((kind) => readdirSync(join(folder, kind)).filter((name) => name.endsWith('.yaml')).sort().map((name) => ({ file: `${kind}/${name}`, kind })));
}
