import { compileGazetteer, isTown } from '@cairn/engine/places';
import { foldKey } from '@cairn/engine/text';
import { splitTitle } from '@cairn/engine/titles';
import { loadPlaceTable } from '@cairn/knowledge/places';
import { splitTitleCases } from './gold/split-titles.ts';
import type { BenchRow } from './row.ts';

const bar = 90;

/** Titles of gold/split-titles.ts whose seniority, and whose work, is what a reader takes from them; as the server splits, towns known. */
export function measureSplitTitles(): Promise<BenchRow[]> {
  const gazetteer = compileGazetteer(loadPlaceTable());
  const split = splitTitleCases.map(([title, seniority, ...work]) => {
    const parts = splitTitle(title, { isPlace: (text) => isTown(text, gazetteer) });
    return { seniority: parts.seniority === seniority, work: work.some((one) => foldKey(one) === foldKey(parts.function)) };
  });
  const row = (id: string, label: string, right: number): BenchRow => ({ id: `titles.split.${id}`, label, value: (100 * right) / split.length, bar, lowerIsBetter: false, n: split.length });
  return Promise.resolve([
    row('seniority', 'Seniority read out of a title: %', split.filter(({ seniority }) => seniority).length),
    row('work', 'The work read out of a title: %', split.filter(({ work }) => work).length),
  ]);
}
