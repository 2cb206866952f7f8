import { compileGazetteer, readPlace } from '@cairn/engine/places';
import { loadPlaceTable } from '@cairn/knowledge/places';
import { readPlaceCases } from './quality-places.ts';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';
import { threadSeconds } from './thread-seconds.ts';

const rounds = 9;
/** Round after round over all texts until a round is long enough to be timed. */
const textsARound = 4000;

/** Reading a place out of a text, warm, and what it takes to be ready for it: processor time of this thread, which a busy machine changes least. */
export function measurePlaceSpeed(dataDirectory: string): Promise<BenchRow[]> {
  const texts = readPlaceCases(dataDirectory).map(({ text }) => text);
  const loads = Array.from({ length: 5 }, () => timed(() => compileGazetteer(loadPlaceTable())).milliseconds);
  const gazetteer = compileGazetteer(loadPlaceTable());
  const times = texts.length === 0 ? [] : Array.from({ length: rounds }, () => timed(() => {
    let found = 0;
    for (let index = 0; index < textsARound; index += 1) if (readPlace(texts[index % texts.length] as string, gazetteer) !== null) found += 1;
    return found;
  }).milliseconds);
  return Promise.resolve([
    { id: 'places.string-us', label: 'A place out of a text, warm: µs of processor time', value: times.length === 0 ? null : (median(times) * 1000) / textsARound, bar: 50, lowerIsBetter: true, n: texts.length },
    { id: 'places.load-ms', label: 'Places: table read and compiled: ms of processor time', value: median(loads), bar: 100, lowerIsBetter: true, n: loads.length },
  ]);
}

function timed<Result>(work: () => Result): { milliseconds: number; result: Result } {
  const began = threadSeconds();
  const result = work();
  return { milliseconds: (threadSeconds() - began) * 1000, result };
}
