import type { Chance, Person } from './person.ts';

/** What a layout does not print cannot be read. */
export type Omitted = 'place' | 'phone' | 'study-start' | 'field' | 'skills' | 'summary';

export interface MadeFile {
  readonly fileName: 'resume.pdf' | 'resume.docx' | 'resume.txt';
  readonly bytes: Uint8Array;
}

/** Draws a person's resume; `chance` decides wording, dates and the producer's manner. */
export type Layout = (person: Person, chance: Chance) => Promise<MadeFile>;

export async function asPdf(bytes: Promise<Uint8Array>): Promise<MadeFile> {
  return { fileName: 'resume.pdf', bytes: await bytes };
}

export function asDocx(bytes: Uint8Array): MadeFile {
  return { fileName: 'resume.docx', bytes };
}

export function asText(lines: readonly string[]): Promise<MadeFile> {
  return Promise.resolve({ fileName: 'resume.txt', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) });
}
