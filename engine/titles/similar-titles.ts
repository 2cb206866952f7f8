import { titleFeatures } from './title-features.ts';
import { cosine, type TitleModel } from './title-model.ts';

/** How much the letters count beside the meaning: enough to tell apart titles of words that the vectors do not know. */
const shareOfLetters = 0.2;

export interface PreparedTitle {
  readonly vector: Float32Array;
  /** Weights of its features, brought to length one. */
  readonly letters: ReadonlyMap<string, number>;
}

export function prepareTitle(title: string, model: TitleModel): PreparedTitle {
  return { vector: model.titleVector(title), letters: lettersOf(title) };
}

/** Weights of the features of a title, brought to length one. */
export function lettersOf(title: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { key, weight } of titleFeatures(title)) weights.set(key, (weights.get(key) ?? 0) + weight);
  const length = Math.hypot(...weights.values()) || 1;
  for (const [key, weight] of weights) weights.set(key, weight / length);
  return weights;
}

/**
 * How alike two titles are: (cosine of their vectors + 0.2 × cosine of their words and letters) / 1.2; 1 for the same
 * title, around 0 for titles that have nothing to do with each other, at least -1. The order of the words counts only as
 * pairs of words. Source: vectors as in title-model.ts.
 */
export function titleSimilarity(a: PreparedTitle, b: PreparedTitle): number {
  const [shorter, longer] = a.letters.size <= b.letters.size ? [a.letters, b.letters] : [b.letters, a.letters];
  let letters = 0;
  for (const [key, weight] of shorter) letters += weight * (longer.get(key) ?? 0);
  return (cosine(a.vector, b.vector) + shareOfLetters * letters) / (1 + shareOfLetters);
}
