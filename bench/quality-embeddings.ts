import { createPhraseEmbedder, isAlike, phrasePairs } from '@cairn/engine/embeddings';
import { compileTaxonomy } from '@cairn/engine/skills';
import { loadEmbeddings, loadKnowledge } from '@cairn/knowledge';
import type { BenchRow } from './row.ts';

/** Phrases called alike at the threshold, over the labelled pairs that it was not calibrated on. */
export function measureEmbeddings(): Promise<BenchRow[]> {
  const embedder = createPhraseEmbedder(loadEmbeddings(), compileTaxonomy(loadKnowledge().skills));
  const judged = phrasePairs.filter((_, place) => place % 2 === 0).map((pair) => ({ ...pair, called: isAlike(embedder, pair.one, pair.other) ?? false }));
  const called = judged.filter((pair) => pair.called);
  const alike = judged.filter((pair) => pair.isAlike);
  const right = called.filter((pair) => pair.isAlike).length;
  const row = (id: string, label: string, of: number, bar: number | null): BenchRow => ({ id, label, value: (100 * right) / of, bar, lowerIsBetter: false, n: of });
  return Promise.resolve([
    row('embeddings.pairs.precision', 'Phrases called alike that are, per cent', called.length, 90),
    row('embeddings.pairs.recall', 'Phrases that are alike and called so, per cent', alike.length, null),
  ]);
}
