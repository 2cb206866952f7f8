import { compileTitleModel, createOccupationFinder } from '@cairn/engine/titles';
import { loadTitleTable } from '@cairn/knowledge/titles';
import { readOccupationCases } from './titles/occupation-cases.ts';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';

const rounds = 5;

/** Finding the occupation of an ad: processor time, which a busy machine changes least, over all ads once warm. */
export function measureTitleSpeed(dataDirectory: string): Promise<BenchRow[]> {
  const ads = readOccupationCases(dataDirectory);
  const began = process.cpuUsage();
  const finder = createOccupationFinder(compileTitleModel(loadTitleTable()));
  const ready = millisecondsSince(began);
  for (const ad of ads) finder.find(ad, 5);
  const times = ads.length === 0 ? [] : Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (const ad of ads) finder.find(ad, 5);
    return millisecondsSince(start) / ads.length;
  });
  return Promise.resolve([
    { id: 'titles.occupation.ms', label: 'Occupation of an ad, warm: ms of processor time', value: times.length === 0 ? null : median(times), bar: 20, lowerIsBetter: true, n: ads.length },
    { id: 'titles.load-ms', label: 'Titles: table read and made ready: ms of processor time', value: ready, bar: null, lowerIsBetter: true, n: 1 },
  ]);
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
