import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { layouts } from './resumes/layouts.ts';
import { draw, readBack } from './resumes/measure.ts';
import type { BenchRow } from './row.ts';

/** People a layout, none of whom the readers were written against: those were of casts 1 and 2. */
const people = 20;
const cast = 3;
const bars = { all: 95, worst: 88 } as const;

interface Share {
  readonly name: string;
  readonly right: number;
  readonly count: number;
}

/**
 * Fields of made-up people that are read right, per cent, by layout (resumes/layouts.ts): name, contacts, every post's
 * organisation, role, start and end, every study's institution, degree, field and end, every skill, and that there are no
 * more posts and studies than that. They are measured beside the resumes of the data, and not where it has none.
 */
export async function measureLayouts(dataDirectory: string): Promise<BenchRow[]> {
  const shares = existsSync(join(dataDirectory, 'resumes')) ? await sharesByLayout() : Object.keys(layouts).map((name) => ({ name, right: 0, count: 0 }));
  const right = shares.reduce((sum, share) => sum + share.right, 0);
  const count = shares.reduce((sum, share) => sum + share.count, 0);
  const row = (id: string, label: string, value: number | null, bar: number, n: number): BenchRow => ({ id: `resume.layouts.${id}`, label, value, bar, lowerIsBetter: false, n });
  return [
    row('all', 'Fields of made-up people right, all layouts: %', shareOf(right, count), bars.all, count),
    row('worst', 'The same in the worst layout: %', count === 0 ? null : Math.min(...shares.map((share) => shareOf(share.right, share.count) ?? 0)), bars.worst, count),
    ...shares.map((share) => row(share.name, `Fields right in the layout ${share.name}: %`, shareOf(share.right, share.count), bars.worst, share.count)),
  ];
}

async function sharesByLayout(): Promise<Share[]> {
  const shares: Share[] = [];
  for (const [name, drawn] of Object.entries(layouts)) {
    const compared = [];
    for (let seed = 1; seed <= people; seed += 1) compared.push(...(await readBack(await draw(drawn, cast, seed), drawn.omits)));
    shares.push({ name, right: compared.filter((one) => one.right).length, count: compared.length });
  }
  return shares;
}

function shareOf(right: number, count: number): number | null {
  return count === 0 ? null : (100 * right) / count;
}
