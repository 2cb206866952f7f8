import { cosine, type PhraseEmbedder } from './embedding-table.ts';

/**
 * The cosine from which two phrases count as naming like work. Model: cairn-skills-1 (knowledge/embeddings/table.json). Calibrated
 * on the pairs at odd places of phrase-pairs.ts so that at least 9 of 10 called alike are (0.97, and 0.82 of those that are
 * alike found); the bench measures it on those at even places.
 */
export const likenessThreshold = { model: 'cairn-skills-1', value: 0.4 } as const;

/** Null when one of the phrases says nothing to the model. */
export function isAlike(embedder: PhraseEmbedder, one: string, other: string): boolean | null {
  const first = embedder.phrase(one);
  const second = embedder.phrase(other);
  return first === null || second === null ? null : cosine(first, second) >= likenessThreshold.value;
}

export interface JudgedPair {
  readonly cosine: number;
  readonly isAlike: boolean;
}

/** Nine of ten that are called alike are (specification, similarity threshold). */
const leastPrecision = 0.9;

/**
 * The smallest cosine of a pair from which on at least nine of ten pairs are alike; 1 where there is none, so that such a model
 * calls nothing alike. For a model whose cosines are not known yet.
 */
export function calibrate(pairs: readonly JudgedPair[]): number {
  let threshold = 1;
  let right = 0;
  pairs.toSorted((one, other) => other.cosine - one.cosine).forEach((pair, at) => {
    if (pair.isAlike) right += 1;
    if (right / (at + 1) >= leastPrecision) threshold = Math.min(threshold, pair.cosine);
  });
  return threshold;
}
