import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadedParts, type EverythingLoaded } from './load-everything.ts';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';

const processes = 5;
const names = { skills: 'knowledge and taxonomy', phrases: 'phrase model', titles: 'titles and occupations', places: 'places', vectors: 'vectors' } as const;

/** All that Cairn knows made ready to be asked, part after part, each time in a fresh process. */
export async function measureEverything(): Promise<BenchRow[]> {
  const loads: EverythingLoaded[] = [];
  // The first makes the compiled JSON where it is missing.
  for (let index = 0; index <= processes; index += 1) {
    const load = await loadOnce();
    if (index > 0) loads.push(load);
  }
  const row = (id: string, label: string, value: number, bar: number | null): BenchRow => ({ id: `knowledge.everything.${id}`, label, value, bar, lowerIsBetter: true, n: processes });
  const all = loads.map(({ milliseconds }) => Object.values(milliseconds).reduce((sum, one) => sum + one, 0));
  return [
    row('ms', 'All that Cairn knows, read and ready, cold: ms', median(all), 300),
    row('mb', 'The same in memory: MB', median(loads.map(({ heldBytes }) => heldBytes / 1e6)), 120),
    ...loadedParts.map((part) => row(`${part}-ms`, `Of it ${names[part]}: ms`, median(loads.map(({ milliseconds }) => milliseconds[part])), null)),
  ];
}

async function loadOnce(): Promise<EverythingLoaded> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', join(import.meta.dirname, 'load-everything.ts')]);
  return JSON.parse(stdout) as EverythingLoaded;
}
