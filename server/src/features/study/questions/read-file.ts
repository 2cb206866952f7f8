/** The rows of a question file, whatever its form: CSV as spreadsheets and databases write it, JSON, JSON lines, or our own YAML. */
import { asksQuestions, readQuestionRows, type CountsFrom, type QuestionRow } from '@cairn/engine/question-import';
import type { Level } from '@cairn/engine/knowledge';
import { parse as parseCsv, type CsvError } from 'csv-parse/sync';
import { jsonRows, linesOfJson } from './json-rows.ts';
import { ownFormRows } from './own-form.ts';
import type { DraftRow, FileForm, FileRead, ReadFailure } from './rows.ts';

export const mostRows = 50_000;
/** Characters of a row; the longest question that is taken has some 20,000. */
const longestRow = 200_000;
/** Reading YAML takes a second for each megabyte and a hundred times that in memory. */
export const largestYamlBytes = 2 * 1024 * 1024;

export interface FileWishes {
  readonly level: Level;
  readonly countsFrom: CountsFrom | null;
}

/** Throws nothing that a file can bring about: what is wrong with it is in the answer. */
export function readQuestionFile(bytes: Uint8Array, wishes: FileWishes): FileRead | ReadFailure {
  const { text, isOldEncoding } = decoded(bytes);
  const begins = text.trimStart();
  if (begins === '') return failed('questions.file-unknown', null);
  const form = formOf(begins);
  if (form === 'yaml') {
    if (bytes.length > largestYamlBytes) return failed('questions.file-too-large', null);
    const own = ownFormRows(text);
    return 'code' in own ? own : finished('yaml', own, null, isOldEncoding);
  }
  const raw = form === 'csv' ? csvRows(text) : begins.startsWith('[') || isWhole(begins) ? jsonRows(begins) : linesOfJson(text);
  if ('code' in raw) return raw;
  if (raw.rows.length + raw.broken.length > mostRows) return failed('questions.too-many-rows', null);
  if (!raw.rows.some(({ cells }) => asksQuestions(Object.keys(cells)))) return failed('questions.file-unknown', null);
  const { rows, countsFrom } = readQuestionRows(raw.rows, wishes);
  const broken = raw.broken.map((line): DraftRow => ({ line, ask: '', fault: 'broken-row' }));
  return finished(raw.form, [...rows, ...broken].sort((a, b) => a.line - b.line), countsFrom, isOldEncoding);
}

function finished(form: FileForm, rows: readonly DraftRow[], countsFrom: CountsFrom | null, isOldEncoding: boolean): FileRead | ReadFailure {
  return rows.length > mostRows ? failed('questions.too-many-rows', null) : { form, rows, countsFrom, isOldEncoding };
}

export function failed(code: ReadFailure['code'], line: number | null): ReadFailure {
  return { code, line };
}

/** UTF-8, UTF-16 as Excel's "Unicode text" is, else what Windows in the West wrote before. */
function decoded(bytes: Uint8Array): { text: string; isOldEncoding: boolean } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), isOldEncoding: false };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), isOldEncoding: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isOldEncoding: false };
  } catch {
    // Not UTF-8. The page says that the encoding was guessed.
    return { text: new TextDecoder('windows-1252').decode(bytes), isOldEncoding: true };
  }
}

function formOf(begins: string): 'json' | 'yaml' | 'csv' {
  if (begins.startsWith('{') || begins.startsWith('[')) return 'json';
  return /^(?:---\s*\n|#.*\n|\s*\n)*- +[\w-]+:/.test(begins) ? 'yaml' : 'csv';
}

/** One JSON value over several lines; JSON lines end their first value with the first line. */
function isWhole(begins: string): boolean {
  const [line = ''] = begins.split('\n', 1);
  try {
    JSON.parse(line);
    return line.trim().length === begins.trim().length;
  } catch {
    return true;
  }
}

const delimiters = [',', ';', '\t', '|'];

/** A spreadsheet may say its delimiter in a first line "sep=;". Wholly empty rows, which they leave at the end, are none. */
function csvRows(text: string): { form: 'csv'; rows: QuestionRow[]; broken: number[] } | ReadFailure {
  const said = /^sep=(.)\r?\n/.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const linesBefore = said === null ? 0 : 1;
  const delimiter = said?.[1] ?? delimiterOf(body);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parseCsv(body, { delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: longestRow, to: mostRows + 2 }) as unknown as typeof records;
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (!code.startsWith('CSV_')) throw error;
    return failed(code === 'CSV_MAX_RECORD_SIZE' ? 'questions.too-many-rows' : 'questions.file-unreadable', lines === undefined ? null : lines + linesBefore);
  }
  const [header, ...rest] = records;
  if (header === undefined) return failed('questions.file-unknown', null);
  const names = header.record.map((name) => name.trim());
  const filled = rest.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  return { form: 'csv', broken: [], rows: filled.map(({ record, info }) => ({ line: info.lines + linesBefore, cells: Object.fromEntries(names.map((name, at) => [name, record[at] ?? ''])) })) };
}

function delimiterOf(text: string): string {
  const [header = ''] = text.trimStart().split('\n', 1);
  const outside = header.replaceAll(/"[^"]*"/g, '');
  const counted = delimiters.map((delimiter) => ({ delimiter, count: outside.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
