import { escoConcepts } from '@cairn/engine/linking';
import { createLinker, plainConcepts, readEscoLabels, readLabelled, type LabelledText } from './esco-linking.ts';
import type { BenchRow } from './row.ts';

const parts = ['tech', 'house'] as const;
const bars = { tech: 52, house: 42 } as const;
const ranks = 5;

/**
 * R-precision at 5, per cent: the mean over texts of (concepts of the text among the first 5) ÷ min(5, how many it has),
 * ranked over all ESCO skills (Decorte et al., 2022 and 2023).
 */
export function rPrecisionAt5(texts: readonly LabelledText[], rank: (text: string) => readonly string[]): number | null {
  if (texts.length === 0) return null;
  const shares = texts.map(({ text, concepts }) => rank(text).slice(0, ranks).filter((id) => concepts.has(id)).length / Math.min(ranks, concepts.size));
  return (100 * shares.reduce((sum, share) => sum + share, 0)) / texts.length;
}

/** Linking sentences and spans of job ads to ESCO's skills, with and without the wordings that Cairn adds to its labels. */
export function measureLinking(dataDirectory: string): Promise<BenchRow[]> {
  const labels = readEscoLabels(dataDirectory);
  const known = new Set(labels?.preferred);
  const worded = createLinker(labels === null ? [] : escoConcepts(labels.preferred, labels.others));
  const plain = createLinker(labels === null ? [] : plainConcepts(labels));
  const row = (id: string, label: string, texts: readonly LabelledText[], link: (text: string) => string[], bar: number | null): BenchRow =>
    ({ id, label, value: rPrecisionAt5(texts, link), bar, lowerIsBetter: false, n: texts.length });
  return Promise.resolve(parts.flatMap((part) => {
    const sentences = readLabelled(dataDirectory, part, 'sentence', known);
    const spans = readLabelled(dataDirectory, part, 'span', known);
    return [
      row(`linking.esco.${part}.rp5`, `ESCO linking, ${part} sentences, with our wordings (in part written after reading ../shared/data): RP@5, per cent`, sentences, worded, bars[part]),
      row(`linking.esco.${part}.span-rp5`, `ESCO linking, ${part} spans, with our wordings likewise: RP@5, per cent`, spans, worded, null),
      row(`linking.esco.${part}.labels-rp5`, `ESCO linking, ${part} sentences, nothing written after reading them, ESCO's labels alone: RP@5, per cent`, sentences, plain, bars[part]),
    ];
  }));
}
