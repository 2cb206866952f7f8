/** From YAML to entries. A wrong entry is named by file, line, id and field. */
import { isCollection, isScalar, LineCounter, parse, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Knowledge } from '@cairn/engine/knowledge';
import { mirrorRelations } from './relations.ts';
import { projectSchema, resourceSchema, roleSchema, skillSchema } from './schema.ts';

export const kinds = ['skills', 'roles', 'resources', 'projects'] as const;

/** One YAML file: `file` is its kind and name, "skills/web.yaml". */
export interface Source<Kind extends string = (typeof kinds)[number]> {
  readonly file: string;
  readonly kind: Kind;
  readonly text: string;
}

/** `knowledge.unreadable`: one or more entries do not have the form. Every fault found is in `faults`, one a line. */
export class KnowledgeError extends Error {
  readonly code = 'knowledge.unreadable';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`knowledge cannot be read:\n${faults.join('\n')}`);
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}

/** Throws KnowledgeError with every fault of form; what entries say about each other is for `validateKnowledge`. */
export function readKnowledge(sources: readonly Source[]): Knowledge {
  const faults: string[] = [];
  const read = <Entry>(kind: Source['kind'], schema: z.ZodType<Entry>): Entry[] =>
    sources.filter((source) => source.kind === kind).flatMap((source) => readEntries(source, schema, faults));
  const skills = read('skills', skillSchema);
  const roles = read('roles', roleSchema);
  const resources = read('resources', resourceSchema);
  const projects = read('projects', projectSchema);
  if (faults.length > 0) throw new KnowledgeError(faults);
  return { skills: mirrorRelations(skills), roles, resources, projects };
}

/** The entries of a list that have the form; what is wrong with the others is added to `faults`. */
export function readEntries<Entry>({ file, text }: Source<string>, schema: z.ZodType<Entry>, faults: string[]): Entry[] {
  let written: unknown;
  try {
    written = parse(text);
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
  if (!Array.isArray(written)) {
    faults.push(`${file}: must be a list of entries, each beginning with "- id:"`);
    return [];
  }
  const entries: Entry[] = [];
  for (const [index, entry] of written.entries()) {
    const read = schema.safeParse(entry);
    if (read.success) entries.push(read.data);
    else for (const issue of read.error.issues) faults.push(describeFault(file, text, index, entry, issue));
  }
  return entries;
}

function describeFault(file: string, text: string, index: number, entry: unknown, issue: z.core.$ZodIssue): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : `entry ${index + 1}`;
  const field = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').slice(1);
  const line = lineOf(text, [index, ...issue.path]);
  return `${file}:${line} ${id}${field === '' ? '' : ` ${field}`}: ${issue.message}`;
}

/** The line where the innermost written part of `path` begins. Parses again, with positions: only done for a fault. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if ((isCollection(node) || isScalar(node)) && node.range) return lineCounter.linePos(node.range[0]).line;
  }
  return 1;
}
