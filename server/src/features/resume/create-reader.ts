/** The reader of files as the features use it: the cage reads the file, the engine reads the document. */
import { fromJsonResume, readResume } from '@cairn/engine/resume';
import { readFile } from 'node:fs/promises';
import { Failure } from '../../platform/http/failure.ts';
import type { FileReading, FileResult, ReadingPool } from './reading/index.ts';
import type { PageSize, ReadOutcome, ResumeReader } from './resume-reader.ts';

/** Of a college in India, until an organisation says otherwise: phone numbers without a country code are read so. */
const defaultCountry = 'IN';

export interface Reader extends ResumeReader {
  /** The text of a document, line by line; a file that cannot be read is a Failure. */
  text(path: string, fileName: string): Promise<string>;
}

export function createReader({ pool, now }: { readonly pool: Pick<ReadingPool, 'read'>; readonly now: () => number }): Reader {
  const readInCage = async (path: string, fileName: string): Promise<FileResult> => pool.read(await readFile(path), fileName);

  async function read(path: string, fileName: string): Promise<ReadOutcome> {
    const result = await readInCage(path, fileName);
    if ('refusal' in result) return { ok: false, ...result.refusal };
    const { kind, content, warnings } = result.reading;
    const date = new Date(now());
    const today = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
    const reading = 'jsonResume' in content ? fromJsonResume(content.jsonResume) : readResume(content.document, { today, defaultCountry });
    const pages = pagesOf(result.reading);
    return { ok: true, kind: kind === 'json' ? 'json-resume' : kind, pageCount: Math.max(1, pages.length), pages, reading: { ...reading, warnings: [...warnings, ...reading.warnings] } };
  }

  return {
    read,
    async text(path, fileName) {
      const outcome = await read(path, fileName);
      if (!outcome.ok) throw new Failure(outcome.code, { params: outcome.params });
      return outcome.reading.lines.map(({ text, bullet }) => (bullet === undefined ? text : `- ${text}`)).join('\n');
    },
  };
}

function pagesOf({ content }: FileReading): PageSize[] {
  if (!('document' in content) || content.document.kind !== 'positioned') return [];
  return content.document.pages.map(({ width, height }) => ({ width, height }));
}
