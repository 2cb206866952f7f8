/** Questions and lessons: a few megabytes that a start does not need, so they are read when somebody first learns. */
import type { BankQuestion, Lesson } from '@cairn/engine/learning';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { digestOf, readCompiled, writeCompiled, type CompiledFile } from './compiled.ts';
import { lessonHeadSchema, questionSchema } from './question-schema.ts';
import { KnowledgeError, readEntries, type Source } from './read.ts';

export { parseEntries } from './parse-entries.ts';
export { ownQuestionSchema } from './question-schema.ts';

export interface LearningMaterial {
  readonly questions: readonly BankQuestion[];
  readonly lessons: readonly Lesson[];
}

const compiledFile: CompiledFile<LearningMaterial> = { name: 'learning.json' };
/** The code that gives the sources their form. */
const formFiles = ['question-schema.ts', 'load-questions.ts', 'read.ts'];

/** Everything in questions/ and lessons/ below `folder`. Throws KnowledgeError, which names every fault of form. */
export function loadLearningMaterial(folder: string = import.meta.dirname): LearningMaterial {
  const files = [...filesIn(folder, 'questions', '.yaml'), ...filesIn(folder, 'lessons', '.md')];
  const digest = digestOf([...formFiles.map((file) => [import.meta.dirname, file] as const), ...files.map(({ file }) => [folder, file] as const)]);
  const compiled = readCompiled(folder, digest, compiledFile);
  if (compiled !== null) return compiled;
  const material = readLearningMaterial(files.map((one) => ({ ...one, text: readFileSync(join(folder, one.file), 'utf8') })));
  writeCompiled(folder, digest, material, compiledFile);
  return material;
}

type MaterialSource = Source<'questions' | 'lessons'>;

export function readLearningMaterial(sources: readonly MaterialSource[]): LearningMaterial {
  const faults: string[] = [];
  const questions = sources.filter(({ kind }) => kind === 'questions').flatMap((source) => {
    const skillId = basename(source.file, '.yaml');
    return readEntries(source, questionSchema, faults).map((question): BankQuestion => ({ ...question, skillId }));
  });
  const lessons = sources.filter(({ kind }) => kind === 'lessons').flatMap((source) => readLesson(source, faults) ?? []);
  if (faults.length > 0) throw new KnowledgeError(faults);
  return { questions, lessons };
}

/** `lessons/<skill>/<id>.md`: a head in YAML between two lines of dashes, then Markdown. */
function readLesson({ file, text }: MaterialSource, faults: string[]): Lesson | null {
  const [, skillId = ''] = file.split('/');
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (head === undefined || body === undefined) {
    faults.push(`${file}: must begin with a head between two lines of three dashes`);
    return null;
  }
  const read = lessonHeadSchema.safeParse(parseHead(head));
  if (!read.success) {
    faults.push(...read.error.issues.map(({ path, message }) => `${file} ${path.map(String).join('.')}: ${message}`));
    return null;
  }
  return { ...read.data, id: basename(file, '.md'), skillId, text: body.trim() };
}

function parseHead(head: string): unknown {
  try {
    return parse(head);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function filesIn(folder: string, kind: MaterialSource['kind'], ending: string): Omit<MaterialSource, 'text'>[] {
  return readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ file: `${kind}/${name.replaceAll('\\', '/')}`, kind }));
}
