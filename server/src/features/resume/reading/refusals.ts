/** Why a file is not read, and the limits behind it. What the student is told stands with the codes in contracts. */
import type { FailureCode } from '@cairn/contracts';

export interface ReadingLimits {
  readonly fileBytes: number;
  readonly pages: number;
  /** Bytes that the parts of an archive (DOCX) may inflate to, together. */
  readonly inflatedBytes: number;
  readonly seconds: number;
  /** Resident memory of the child process: what it rests with (about 110 MB) and what a file may take. */
  readonly residentBytes: number;
}

export const readingLimits: ReadingLimits = {
  fileBytes: 10 * 1024 * 1024,
  pages: 30,
  inflatedBytes: 32 * 1024 * 1024,
  seconds: 10,
  residentBytes: 448 * 1024 * 1024,
};

/** Each refusal and when it is given. */
export const refusals = {
  'resume.empty-file': 'no bytes, or nothing but white space',
  'resume.no-text': 'a document without a word in it and without pictures',
  'resume.scanned': 'pages with pictures and no text',
  'resume.password': 'an encrypted PDF or DOCX',
  'resume.not-a-document': 'by its bytes a picture, a program, an archive, a spreadsheet, an old .doc, HTML …, whatever its name says',
  'resume.wrong-extension': 'a document that can be read, under the name of another kind',
  'resume.not-json-resume': 'JSON that is not valid or not a JSON Resume',
  'resume.too-large': 'more bytes than an upload may have',
  'resume.too-many-pages': 'more pages than a resume has',
  'resume.archive-bomb': 'a DOCX that declares or inflates to more than the limit',
  'resume.damaged': 'nothing can be read because the file is broken',
  'resume.too-slow': 'the time limit was reached; the process was killed',
  'resume.out-of-memory': 'the memory limit was reached; the process was killed',
} as const satisfies Partial<Record<FailureCode, string>>;

export type RefusalCode = keyof typeof refusals;
export type RefusalParams = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly code: RefusalCode;
  readonly params: RefusalParams;
}

/** What was read although the file is not whole. */
export const readingWarnings = ['resume.page-lost', 'resume.partly-damaged'] as const;

export interface ReadingWarning {
  readonly code: (typeof readingWarnings)[number];
  readonly params: RefusalParams;
}

export class ReadingRefused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(refusals[code]);
    this.name = 'ReadingRefused';
    this.refusal = { code, params };
  }
}

/** What a file that ended its reading with the error is refused with. An allocation that the limit denies throws where V8 does not abort. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ReadingRefused) return error.refusal;
  const outOfMemory = error instanceof RangeError && /alloc|Invalid array length|string longer/i.test(error.message);
  return { code: outOfMemory ? 'resume.out-of-memory' : 'resume.damaged', params: {} };
}
