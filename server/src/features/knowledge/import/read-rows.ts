/** Rows of a CSV or tab-separated file, under limits, with the line that each ends on. */
import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { Failure } from '../../../platform/http/failure.ts';

/** ESCO's relations have 130,000 rows; a file with more is none of these downloads. */
export const mostRows = 200_000;
/** Characters; the longest description of both downloads has 6,000. */
export const longestCell = 100_000;
const longestRow = 10 * longestCell;

export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The header comes first. Throws knowledge.file-unreadable and knowledge.too-many-rows, with file and line. */
export async function* readRows(content: AsyncIterable<Uint8Array | string>, fileName: string): AsyncGenerator<Row> {
  const texts = decoded(content, fileName);
  const first = await texts.next();
  const start = first.done === true ? '' : first.value;
  const isTabbed = start.slice(0, Math.max(0, start.search(/[\r\n]/)) || start.length).includes('\t');
  const parser = parse({ delimiter: isTabbed ? '\t' : ',', ...(isTabbed ? { quote: null } : {}), relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: longestRow });
  const source = Readable.from(joined(start, texts));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let count = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      count += 1;
      if (count > mostRows + 1) throw new Failure('knowledge.too-many-rows', { params: { file: fileName, limitRows: mostRows } });
      if (record.some((cell) => cell.length > longestCell)) throw tooLong(fileName, info.lines);
      yield { cells: record.map((cell) => cell.replaceAll('\0', '')), line: info.lines };
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === 'CSV_MAX_RECORD_SIZE') throw tooLong(fileName, lines ?? count + 1);
    if (code?.startsWith('CSV_')) throw new Failure('knowledge.file-unreadable', { params: { file: fileName, line: lines ?? count + 1 }, cause: error });
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function tooLong(file: string, line: number): Failure {
  return new Failure('knowledge.too-many-rows', { params: { file, line, limitCharacters: longestCell } });
}

/** UTF-8, with or without a byte order mark. */
async function* decoded(content: AsyncIterable<Uint8Array | string>, fileName: string): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      throw new Failure('knowledge.file-unreadable', { params: { file: fileName }, detail: 'The file is not UTF-8.', cause: error });
    }
  };
  for await (const chunk of content) {
    const text = typeof chunk === 'string' ? chunk : decode(chunk);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* rest;
}
