import type { LineIndex } from './line-index.ts';
import { titleWords } from './title-features.ts';

/** What scripts/derive-titles.ts writes of the words that occupations are described in. */
export interface OccupationWordsTable {
  readonly words: LineIndex;
  /** For each word, how many occupations have it. */
  readonly counts: Uint16Array;
  /** Word after word the occupations that have it, by their place in the table. */
  readonly occupations: Uint16Array;
  /** Beside each of them what the word weighs there, from 0 to 255; only proportions mean something. */
  readonly weights: Uint8Array;
}

/**
 * How well the words of a text fit each of `occupationCount` occupations: Σ BM25 weight of the word in the occupation ×
 * ln(1 + how often the text has it), divided by the highest of all; 0 to 1. All are 0 for a text of unknown words. Throws
 * RangeError where the columns of the table are of different lengths.
 *
 * Source: Robertson and Zaragoza (2009), "The probabilistic relevance framework: BM25 and beyond"; weights with k1 = 1.2,
 * b = 0.75 over the titles and descriptions of ESCO 1.1.1.
 */
export function compileOccupationWords({ words, counts, occupations, weights }: OccupationWordsTable, occupationCount: number): (text: string) => Float32Array {
  const starts = new Uint32Array(words.count + 1);
  for (let row = 0; row < words.count; row += 1) starts[row + 1] = (starts[row] as number) + (counts[row] ?? 0);
  if (starts[words.count] !== occupations.length || weights.length !== occupations.length) throw new RangeError(`The words of occupations stand in ${starts[words.count] ?? 0} places and should stand in ${occupations.length}.`);
  return (text) => {
    const asked = new Map<number, number>();
    for (const word of titleWords(text)) {
      const row = words.lineOf(word);
      if (row >= 0) asked.set(row, (asked.get(row) ?? 0) + 1);
    }
    const scores = new Float32Array(occupationCount);
    for (const [row, count] of asked) {
      const weight = Math.log1p(count);
      for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
        const occupation = occupations[at] as number;
        scores[occupation] = (scores[occupation] as number) + weight * (weights[at] as number);
      }
    }
    const highest = scores.reduce((most, score) => Math.max(most, score), 0);
    return highest === 0 ? scores : scores.map((score) => score / highest);
  };
}
