/** Draws a cast in a layout, reads it back and compares. */
import { readResume } from '@cairn/engine/resume';
import { createPlaces } from '../../server/src/features/places/index.ts';
import { readBytes } from '../../server/src/features/resume/reading/read-bytes.ts';
import { readingLimits } from '../../server/src/features/resume/reading/refusals.ts';
import { type Compared, compare } from './compare.ts';
import type { MadeFile } from './layout.ts';
import type { Drawn } from './layouts.ts';
import { chanceFrom, makePerson, type Person } from './person.ts';

/** As the server reads. */
const { isTown } = createPlaces();
/** The month that "present" means while measuring. */
const today = { year: 2026, month: 3 } as const;

export interface DrawnPerson {
  readonly person: Person;
  readonly file: MadeFile;
}

export async function draw({ layout, as }: Drawn, cast: number, seed: number): Promise<DrawnPerson> {
  const made = makePerson(cast, seed);
  const person = as ? as(made, cast * 1000 + seed) : made;
  return { person, file: await layout(person, chanceFrom(cast * 7907 + seed * 104_729)) };
}

export async function readBack({ person, file }: DrawnPerson, omits: Drawn['omits']): Promise<Compared[]> {
  const { content } = await readBytes(file.bytes, file.fileName, readingLimits);
  if (!('document' in content)) throw new Error(`${file.fileName} is no document`);
  const { resume, lines } = readResume(content.document, { today, defaultCountry: person.country, isTown });
  return compare(resume, person, new Set(omits), lines.map(({ text }) => text).join('\n'));
}
