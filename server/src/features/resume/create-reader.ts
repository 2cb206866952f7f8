/** The reader of files as the features use it: the cage reads the file, the engine reads the document. */
import { fromJsonResume, readResume } from '@cairn/engine/resume';
import { readFile } from 'node:fs/promises';
import { Failure } from '../../platform/http/failure.ts';
import { storableValue } from '../../platform/storable-text.ts';
import { waitingLine } from '../../platform/waiting-line.ts';
import { pageLooks } from './page-look.ts';
import type { FileReading, ReadingPool } from './reading/index.ts';
import type { ReadOutcome, ResumeReader } from './resume-reader.ts';

/** Of a college in India, until an organisation says otherwise: phone numbers without a country code are read so where the resume names no other place. */
const defaultCountry = 'IN';
/** So long somebody waits for their turn where there is no job to take over. */
const usualPatienceMilliseconds = 20_000;
const retryAfterSeconds = 30;
/** Of text in a file: 30 full pages. The engine reads in the server's own process, at 1 to 2 µs for each. */
const mostCharacters = 120_000;

export interface Reader extends ResumeReader {
  /** The text of a document, line by line; a file that cannot be read is a Failure, and so are readers that stay busy. */
  text(path: string, fileName: string): Promise<string>;
}

export interface ReaderParts {
  readonly pool: Pick<ReadingPool, 'read'>;
  /** The country that a place lies in, where that is sure. */
  readonly countryOf?: (place: string) => string | undefined;
  readonly isTown?: (name: string) => boolean;
  /** As many as the pool has processes: whoever waits then holds a path, and not the bytes of a file. */
  readonly readingsAtOnce?: number;
  readonly patienceMilliseconds?: number;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export function createReader({ pool, countryOf, isTown, readingsAtOnce = 1, patienceMilliseconds = usualPatienceMilliseconds, now }: ReaderParts): Reader {
  const gate = waitingLine(readingsAtOnce);

  async function read(path: string, fileName: string, signal?: AbortSignal): Promise<ReadOutcome> {
    const result = await gate.through(async () => pool.read(await readFile(path), fileName), { signal });
    if ('refusal' in result) return { ok: false, ...result.refusal };
    if (charactersOf(result.reading) > mostCharacters) return { ok: false, code: 'resume.too-many-pages', params: { limitCharacters: mostCharacters } };
    const { kind, content, warnings } = result.reading;
    const date = new Date(now());
    const today = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
    const reading = 'jsonResume' in content ? fromJsonResume(content.jsonResume) : readResume(content.document, { today, defaultCountry, ...(countryOf && { countryOf }), ...(isTown && { isTown }) });
    const pages = 'document' in content ? pageLooks(content.document, reading.lines) : [];
    return { ok: true, kind: kind === 'json' ? 'json-resume' : kind, pageCount: Math.max(1, pages.length), pages, reading: storableValue({ ...reading, warnings: [...warnings, ...reading.warnings] }) };
  }

  return {
    read,
    async text(path, fileName) {
      const outcome = await readPatiently(path, fileName);
      if (!outcome.ok) throw new Failure(outcome.code, { params: outcome.params });
      return outcome.reading.lines.map(({ text, bullet }) => (bullet === undefined ? text : `- ${text}`)).join('\n');
    },
  };

  async function readPatiently(path: string, fileName: string): Promise<ReadOutcome> {
    const patience = AbortSignal.timeout(patienceMilliseconds);
    try {
      return await read(path, fileName, patience);
    } catch (error) {
      throw error === patience.reason ? new Failure('resume.readers-busy', { retryAfterSeconds }) : error;
    }
  }
}

function charactersOf({ content }: FileReading): number {
  if ('jsonResume' in content) return JSON.stringify(content.jsonResume).length;
  const { document } = content;
  const texts = document.kind === 'positioned' ? document.pages.flatMap(({ items }) => items) : document.paragraphs.flatMap(({ runs }) => runs);
  // An item without text costs something too.
  return texts.reduce((sum, { text }) => sum + text.length + 1, 0);
}
