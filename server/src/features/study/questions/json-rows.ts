/** Rows in JSON: a list, lists under the names of their topics, or one value a line. */
import { asksQuestions, type QuestionRow } from '@cairn/engine/question-import';
import type { ReadFailure } from './rows.ts';

interface JsonRows {
  readonly form: 'json' | 'jsonl';
  readonly rows: QuestionRow[];
  /** Lines or entries that are none. */
  readonly broken: number[];
}

const deepest = 4;
/** Names of lists that say nothing about what is in them. */
const plainNames = new Set(['questions', 'results', 'data', 'items', 'quiz', 'rows', 'records', 'entries', 'mcqs']);

export function jsonRows(text: string): JsonRows | ReadFailure {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { code: 'questions.file-unreadable', line: lineOf(error, text) };
  }
  const rows: QuestionRow[] = [];
  const broken: number[] = [];
  const found = entriesIn(value, null, 0);
  for (const [index, { entry, topic }] of found.entries()) {
    if (isObject(entry)) rows.push({ line: index + 1, cells: topic === null ? entry : { ...entry, topic: entry['topic'] ?? topic } });
    else broken.push(index + 1);
  }
  return { form: 'json', rows, broken };
}

export function linesOfJson(text: string): JsonRows {
  const rows: QuestionRow[] = [];
  const broken: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (isObject(value)) rows.push({ line: index + 1, cells: value });
    else broken.push(index + 1);
  }
  return { form: 'jsonl', rows, broken };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Said of its row: the lines around it are as good as without it.
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const asks = (value: unknown): boolean => isObject(value) && asksQuestions(Object.keys(value));

interface Entry {
  readonly entry: unknown;
  /** The name of the list it stands in, where that names something. */
  readonly topic: string | null;
}

function entriesIn(value: unknown, topic: string | null, depth: number): Entry[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.some(asks) || depth === 0 ? value.map((entry: unknown) => ({ entry, topic })) : [];
  if (!isObject(value)) return [];
  if (Object.values(value).some(asks)) return Object.values(value).filter(isObject).map((entry) => ({ entry, topic }));
  return Object.entries(value).flatMap(([name, inner]) => entriesIn(inner, plainNames.has(name.toLowerCase()) ? topic : name, depth + 1));
}

/** Node says the position in the message of the error. */
function lineOf(error: unknown, text: string): number | null {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}
