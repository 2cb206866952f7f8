import { readResume } from '@cairn/engine/resume';
import type { Role } from '@cairn/engine/knowledge';
import { requirementKinds } from '@cairn/engine/knowledge';
import { compileWhatCairnKnows } from '../server/src/features/knowledge/what-cairn-knows.ts';
import { createPlaces } from '../server/src/features/places/index.ts';
import { pageLooks } from '../server/src/features/resume/page-look.ts';
import { readBackOf, type AimedReadBack } from '../server/src/features/resume/read-back.ts';
import { readBytes } from '../server/src/features/resume/reading/read-bytes.ts';
import { readingLimits } from '../server/src/features/resume/reading/refusals.ts';
import { defects, longEnough, type Defect } from './resumes/defects.ts';
import type { MadeFile } from './resumes/layout.ts';
import { makePerson, type Person } from './resumes/person.ts';
import type { BenchRow } from './row.ts';

const cast = 5;
/** Of three to ten years of work, for whom two pages and 350 to 900 words are right. */
const people = 5;
const yearsOfWork = { least: 3, most: 9.5 } as const;
const today = { year: 2026, month: 3 } as const;
/** Roles whose words are left out of a resume, from various fields. */
const roleIds = ['accountant', 'backend-developer', 'staff-nurse', 'site-engineer', 'graphic-designer'];
const bars = { named: 95, falseAlarms: 5 } as const;

interface Found {
  readonly expected: readonly string[];
  readonly besides: readonly string[];
  readonly named: readonly string[];
}

/**
 * Resumes made with one known defect each (resumes/defects.ts), read back as the server does: of the defects those that are named, and
 * of what is named that which is not there. And resumes that lack two of a role's words: of the words those named rightly.
 */
export async function measureReadBack(): Promise<BenchRow[]> {
  const known = compileWhatCairnKnows();
  const { isTown } = createPlaces();
  const read = async (file: MadeFile, person: Person, roleId?: string): Promise<AimedReadBack> => {
    const { content } = await readBytes(file.bytes, file.fileName, readingLimits);
    if (!('document' in content)) throw new Error(`${file.fileName} is no document`);
    const { document } = content;
    const pageCount = document.kind === 'positioned' ? document.pages.length : 1;
    const reading = readResume(document, { today, defaultCountry: person.country, isTown });
    return readBackOf({ reading: { ...reading, pages: pageLooks(document, reading.lines) }, pageCount, roleId, today }, known);
  };
  const drawn = peopleOf(people).map((person) => longEnough(person));
  const found: Found[] = [];
  for (const defect of defects) for (const person of drawn) found.push(foundOf(defect, await read(await defect.draw(person), person)));
  const expected = found.flatMap((one) => one.expected.map((code) => one.named.includes(code)));
  const named = found.flatMap((one) => one.named.map((code) => one.expected.includes(code) || one.besides.includes(code)));
  const words: boolean[] = [];
  for (const [index, id] of roleIds.entries()) {
    const role = known.roles.get(id);
    const person = drawn[index % drawn.length];
    if (role && person) words.push(...(await keywordsRight(role, person, (made) => read(made, person, id), (skillId) => known.skills.get(skillId)?.name ?? skillId)));
  }
  const row = (id: string, label: string, value: number, bar: number, n: number, lowerIsBetter = false): BenchRow => ({ id: `read-back.${id}`, label, value, bar, lowerIsBetter, n });
  return [
    row('defects-named', 'Read-back: defects of made resumes that are named: %', shareOf(expected, true), bars.named, expected.length),
    row('false-alarms', 'Read-back: of what is named that which is not there: %', shareOf(named, false), bars.falseAlarms, named.length, true),
    row('keywords-right', "Read-back: a role's words said to be there or missing rightly: %", shareOf(words, true), bars.named, words.length),
  ];
}

function shareOf(judged: readonly boolean[], value: boolean): number {
  return (100 * judged.filter((one) => one === value).length) / judged.length;
}

export function foundOf({ named: expected, besides = [] }: Pick<Defect, 'named' | 'besides'>, { parts }: Pick<AimedReadBack, 'parts'>): Found {
  return { expected, besides, named: [...new Set(parts.flatMap(({ reasons }) => reasons.filter(({ effect }) => effect < 0).map(({ what }) => what.code)))] };
}

/** The first of a cast whose posts add up to the years asked for. */
function peopleOf(count: number): Person[] {
  const chosen: Person[] = [];
  for (let seed = 1; chosen.length < count; seed += 1) {
    const person = makePerson(cast, seed);
    const years = person.jobs.reduce((sum, { start, end }) => sum + (monthOf(end ?? '2026-03') - monthOf(start) + 1) / 12, 0);
    if (years >= yearsOfWork.least && years <= yearsOfWork.most) chosen.push(person);
  }
  return chosen;
}

function monthOf(yearMonth: string): number {
  const [year = 0, month = 1] = yearMonth.split('-').map(Number);
  return year * 12 + month;
}

/** Skills of the role are listed by name but for two of them, which alone are to be called missing. */
async function keywordsRight(role: Role, person: Person, read: (file: MadeFile) => Promise<AimedReadBack>, nameOf: (skillId: string) => string): Promise<boolean[]> {
  const asked = requirementKinds.flatMap((kind) => role[kind].map(({ id }) => nameOf(id)));
  const left = new Set([asked[0], asked.at(-1)]);
  const plain = defects.find(({ named }) => named.length === 0);
  if (!plain) throw new Error('There is no resume with nothing wrong');
  const file = await plain.draw({ ...person, summary: 'Careful and dependable.', courses: ['First certificate'], projects: [{ name: 'Garden', points: ['Grew tomatoes.'] }], jobs: person.jobs.map((job) => ({ ...job, points: ['Did what was asked.'] })), skills: [{ group: 'Main', items: asked.filter((name) => !left.has(name)) }] });
  const missing = new Set((await read(file)).parts.flatMap(({ reasons }) => reasons.flatMap(({ what }) => (what.code === 'read-back.keyword-missing' ? [String(what.params['skill'])] : []))));
  return asked.map((name) => missing.has(name) === left.has(name));
}
