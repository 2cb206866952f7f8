import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { layouts } from './resumes/layouts.ts';
import { countedFields, type Compared } from './resumes/compare.ts';
import { draw, readBack } from './resumes/measure.ts';
import type { BenchRow } from './row.ts';

/** People a layout, none of whom the readers were written against: those were of casts 1 and 2. */
const people = 20;
const cast = 3;
const bars = { all: 95, worst: 88 } as const;
/** Kinds of fields that also have a row of their own, over all layouts. */
const ownRows = { 'job-place': 'Places of posts, where the file shows them', 'study-start': 'Years that studies began in, where shown', grade: 'Grades, where shown', 'invented-skill': 'Of the skills that were read those that are theirs' } as const;

interface Share {
  readonly name: string;
  readonly compared: readonly Compared[];
}

/**
 * Fields of made-up people that are read right, per cent, by layout (resumes/layouts.ts): name, contacts, every post's
 * organisation, role, start, end and place, every study's institution, degree, field, start, end and grade, every skill, that
 * there are no more posts and studies than that, and that no skill was made up (resumes/compare.ts). They are measured beside
 * the resumes of the data, and not where it has none.
 */
export async function measureLayouts(dataDirectory: string): Promise<BenchRow[]> {
  const shares = existsSync(join(dataDirectory, 'resumes')) ? await sharesByLayout() : Object.keys(layouts).map((name): Share => ({ name, compared: [] }));
  const all = shares.flatMap(({ compared }) => compared);
  const counted = countedFields(all);
  const row = (id: string, label: string, value: number | null, bar: number, n: number): BenchRow => ({ id: `resume.layouts.${id}`, label, value, bar, lowerIsBetter: false, n });
  return [
    row('all', 'Fields of made-up people right, all layouts: %', shareOf(counted), bars.all, counted.length),
    row('worst', 'The same in the worst layout: %', counted.length === 0 ? null : Math.min(...shares.map(({ compared }) => shareOf(countedFields(compared)) ?? 0)), bars.worst, counted.length),
    ...Object.entries(ownRows).map(([kind, label]) => {
      const own = all.filter((one) => one.kind === kind);
      return row(`fields.${kind}`, `${label}: %`, shareOf(own), bars.all, own.length);
    }),
    ...shares.map(({ name, compared }) => row(name, `Fields right in the layout ${name}: %`, shareOf(countedFields(compared)), bars.worst, countedFields(compared).length)),
  ];
}

async function sharesByLayout(): Promise<Share[]> {
  const shares: Share[] = [];
  for (const [name, drawn] of Object.entries(layouts)) {
    const compared: Compared[] = [];
    for (let seed = 1; seed <= people; seed += 1) compared.push(...(await readBack(await draw(drawn, cast, seed), drawn.omits)));
    shares.push({ name, compared });
  }
  return shares;
}

function shareOf(compared: readonly Compared[]): number | null {
  return compared.length === 0 ? null : (100 * compared.filter(({ right }) => right).length) / compared.length;
}
