import { compileConcepts, escoConcepts } from '@cairn/engine/linking';
import { createLinker, readEscoLabels, readLabelled } from './esco-linking.ts';
import type { BenchRow } from './row.ts';
import { percentile } from './statistics.ts';

const rounds = 5;

/** Linking one sentence over ESCO's 13,895 skills, warm, one thread: each sentence's fastest of 5 rounds, the median of these. */
export function measureLinkingSpeed(dataDirectory: string): Promise<BenchRow[]> {
  const labels = readEscoLabels(dataDirectory);
  const known = new Set(labels?.preferred);
  const sentences = (['tech', 'house'] as const).flatMap((part) => readLabelled(dataDirectory, part, 'sentence', known));
  const concepts = labels === null ? [] : escoConcepts(labels.preferred, labels.others);
  const begun = performance.now();
  compileConcepts(concepts);
  const buildMilliseconds = performance.now() - begun;
  const link = createLinker(concepts);
  const fastest = sentences.map(({ text }) => Math.min(...Array.from({ length: rounds }, () => {
    const start = performance.now();
    link(text);
    return performance.now() - start;
  })));
  const measured = fastest.length > 0;
  return Promise.resolve([
    { id: 'linking.sentence-ms', label: 'Linking a sentence over 13,895 ESCO skills: median ms', value: measured ? percentile(fastest, 0.5) : null, bar: 5, lowerIsBetter: true, n: fastest.length },
    { id: 'linking.sentence.p95-ms', label: 'The same, 95th percentile: ms', value: measured ? percentile(fastest, 0.95) : null, bar: null, lowerIsBetter: true, n: fastest.length },
    { id: 'linking.build-ms', label: 'Compiling 13,895 ESCO skills for linking: ms', value: labels === null ? null : buildMilliseconds, bar: null, lowerIsBetter: true, n: labels === null ? 0 : 1 },
  ]);
}
