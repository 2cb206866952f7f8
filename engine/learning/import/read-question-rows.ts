/** From the rows of a question file to questions, row by row, each with what is wrong with it. */
import type { Level } from '../../knowledge/types.ts';
import { foldKey } from '../../text/index.ts';
import type { BlankQuestion, ChoiceQuestion } from '../question.ts';
import { columnsOf, type Columns } from './columns.ts';
import { answeredNumber, rightOptions, type CountsFrom } from './read-answer.ts';
import { optionsOf, plainText, withoutLetters, type Cells, type ReadOption } from './read-options.ts';

export interface QuestionRow {
  /** Counts from 1. */
  readonly line: number;
  readonly cells: Cells;
}

type WithoutPlace<Q> = Omit<Q, 'id' | 'skillId'>;
export type DraftQuestion = WithoutPlace<ChoiceQuestion> | WithoutPlace<BlankQuestion>;

export const rowFaults = [
  'no-question', 'no-answer', 'answer-not-among-options', 'answer-too-long', 'all-right', 'too-many-options', 'options-alike', 'too-long',
] as const;
export type RowFault = (typeof rowFaults)[number];

export type ReadRow = { readonly line: number; readonly ask: string } & (
  { readonly fault: RowFault } | { readonly fault: null; readonly question: DraftQuestion; /** As the file names it; null where it does not. */ readonly skill: string | null }
);

export interface RowsRead {
  readonly rows: readonly ReadRow[];
  /** From where numbers of answers were counted; null where no answer is a number. */
  readonly countsFrom: CountsFrom | null;
}

export interface ReadingWishes {
  /** For rows that do not say. */
  readonly level: Level;
  /** Null: as the file shows. */
  readonly countsFrom: CountsFrom | null;
}

/** Characters. */
const longest = { ask: 4000, code: 10_000, option: 1000, explanation: 4000, hint: 1000, source: 300, accepted: 60 };
const mostOptions = 10;
const mostWordsOfBlank = 6;

/**
 * Numbers of answers count from 0 where one of them is 0 or their column is called an index, and from 1 where one is the number
 * of options, or nothing tells. An answer without options is a gap to fill if it has up to 6 words and 60 letters, true or false
 * a choice of the two; a longer one has no rubric to be judged by and is a fault. Never throws.
 */
export function readQuestionRows(rows: readonly QuestionRow[], wishes: ReadingWishes): RowsRead {
  const known = new Map<string, Columns>();
  const prepared = rows.map(({ line, cells: written }) => {
    const cells = unfolded(written);
    const names = Object.keys(cells);
    const key = names.join('\0');
    const columns = known.get(key) ?? columnsOf(names);
    known.set(key, columns);
    return { line, cells, columns, options: withoutLetters(optionsOf(cells, columns)), answer: answerIn(cells, columns) };
  });
  const found = countedFrom(prepared);
  const countsFrom = wishes.countsFrom ?? found ?? 1;
  return { rows: prepared.map((row) => readRow(row, wishes.level, countsFrom)), countsFrom: found === null ? null : countsFrom };
}

/** Whether a file with these columns can be one of questions. */
export function asksQuestions(names: readonly string[]): boolean {
  return columnsOf(names).ask.length > 0;
}

/** `{ question: { stem, choices }, answerKey }` as if it were flat. */
function unfolded(cells: Cells): Cells {
  const inner = Object.values(cells).find((value) => typeof value === 'object' && value !== null && !Array.isArray(value) && 'stem' in value);
  return inner === undefined ? cells : { ...Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== inner)), ...(inner as Cells) };
}

interface PreparedRow {
  readonly line: number;
  readonly cells: Cells;
  readonly columns: Columns;
  readonly options: readonly ReadOption[];
  readonly answer: { readonly value: unknown; readonly isIndex: boolean };
}

function answerIn(cells: Cells, { answer, answerIndex }: Columns): PreparedRow['answer'] {
  const given = (name: string): boolean => plainText(cells[name]) !== null || Array.isArray(cells[name]);
  const index = answerIndex.find(given);
  if (index !== undefined) return { value: cells[index], isIndex: true };
  const name = answer.find(given);
  return { value: name === undefined ? null : cells[name], isIndex: false };
}

function countedFrom(rows: readonly PreparedRow[]): CountsFrom | null {
  let found: CountsFrom | null = null;
  for (const { options, answer } of rows) {
    const number = answeredNumber(answer.value, options);
    if (number === null || options.length === 0) continue;
    if (answer.isIndex || number === 0) return 0;
    found = 1;
  }
  return found;
}

function readRow({ line, cells, columns, options, answer }: PreparedRow, level: Level, countsFrom: CountsFrom): ReadRow {
  const first = (names: readonly string[]): string | null => names.map((name) => plainText(cells[name])).find((text) => text !== null) ?? null;
  const ask = first(columns.ask);
  const head = { line, ask: (ask ?? '').slice(0, 200) };
  if (ask === null) return { ...head, fault: 'no-question' };
  const code = codeIn(cells, columns);
  const common = {
    level: levelIn(first(columns.level)) ?? level, ask, code: code === null ? null : { language: first(columns.codeLanguage)?.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, 40) ?? 'text', text: code },
    explanation: first(columns.explanation), hints: hintsIn(cells, columns), source: first(columns.source),
  };
  const built = options.length >= 2 ? choice(common, options, answer.value, countsFrom) : open(common, answer.value);
  if (typeof built === 'string') return { ...head, fault: built };
  return isTooLong(built) ? { ...head, fault: 'too-long' } : { ...head, fault: null, question: built, skill: first(columns.skill) };
}

type Common = Pick<DraftQuestion, 'level' | 'ask' | 'code' | 'explanation' | 'hints' | 'source'>;

function choice(common: Common, options: readonly ReadOption[], answer: unknown, countsFrom: CountsFrom): DraftQuestion | RowFault {
  if (options.length > mostOptions) return 'too-many-options';
  if (new Set(options.map(({ text }) => text)).size < options.length) return 'options-alike';
  const marked = options.flatMap(({ right }, at) => (right === true ? [at] : []));
  if (marked.length === 0 && plainText(answer) === null && !Array.isArray(answer)) return 'no-answer';
  const rights = marked.length > 0 ? marked : rightOptions(answer, options, countsFrom);
  if (rights === null) return 'answer-not-among-options';
  if (rights.length === options.length) return 'all-right';
  return { ...common, kind: rights.length === 1 ? 'single' : 'multiple', options: options.map(({ text }, at) => ({ text, right: rights.includes(at), misconception: null })) };
}

function open(common: Common, answer: unknown): DraftQuestion | RowFault {
  const text = plainText(Array.isArray(answer) ? answer.map((one) => plainText(one) ?? '').filter((one) => one !== '').join('|') : answer);
  if (text === null) return 'no-answer';
  if (/^(?:true|false)$/i.test(text)) {
    const isTrue = text.toLowerCase() === 'true';
    return { ...common, kind: 'single', options: [{ text: 'True', right: isTrue, misconception: null }, { text: 'False', right: !isTrue, misconception: null }] };
  }
  const accepted = [...new Set(text.split('|').map((one) => one.trim()).filter((one) => one !== ''))];
  if (accepted.length === 0) return 'no-answer';
  if (accepted.some((one) => one.length > longest.accepted || one.split(/\s+/).length > mostWordsOfBlank)) return 'answer-too-long';
  const hasGap = /(?<!_)___(?!_)/.test(`${common.ask}\n${common.code?.text ?? ''}`);
  return { ...common, ask: hasGap ? common.ask : `${common.ask} ___`, kind: 'blank', accepted, mistakes: [] };
}

/** Indents of code are kept; a column that says "null" or "-" is an empty one. */
function codeIn(cells: Cells, { code }: Columns): string | null {
  for (const name of code) {
    const value = cells[name];
    const text = plainText(value);
    if (typeof value === 'string' && text !== null && !/^(?:null|none|-|n\/a)$/i.test(text)) return plainText(`|${value.replaceAll(/^[\r\n]+|\s+$/g, '')}`)?.slice(1) ?? null;
  }
  return null;
}

function hintsIn(cells: Cells, { hints }: Columns): string[] {
  return hints.flatMap((name) => { const value = cells[name]; return Array.isArray(value) ? value as unknown[] : [value]; }).flatMap((value) => plainText(value) ?? []).slice(0, 3);
}

const levelWords: Readonly<Record<string, Level>> = {
  1: 1, 2: 2, 3: 3, 4: 4, easy: 1, beginner: 1, basic: 1, 'आसान': 1, medium: 2, intermediate: 2, moderate: 2, 'मध्यम': 2, hard: 3, difficult: 3, advanced: 3, 'कठिन': 3, expert: 4, 'very hard': 4,
};

function levelIn(text: string | null): Level | null {
  return text === null ? null : (levelWords[foldKey(text)] ?? null);
}

function isTooLong({ ask, code, explanation, hints, source, ...question }: DraftQuestion): boolean {
  const options = question.kind === 'blank' ? [] : question.options;
  return ask.length > longest.ask || (code?.text.length ?? 0) > longest.code || (explanation?.length ?? 0) > longest.explanation || (source?.length ?? 0) > longest.source
    || hints.some((hint) => hint.length > longest.hint) || options.some(({ text }) => text.length > longest.option);
}
