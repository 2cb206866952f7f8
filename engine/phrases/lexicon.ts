import { hashText, mix } from './hashing.ts';

/** A whole number for each of some keys. */
export type Numbers = Pick<ReadonlyMap<number, number>, 'get'>;

/** What is known of words and phrases before any labelled text is read. */
export interface Lexicon {
  /** By the hash of a folded word: its fine cluster × 256 + its coarse cluster; both count from 1. */
  readonly clusters: Numbers;
  /** By the hash of a phrase (`phraseHash`): bits that say which lists have it. */
  readonly phrases: Numbers;
}

/** One that can be written down. */
export interface ListedLexicon extends Lexicon {
  readonly clusters: ReadonlyMap<number, number>;
  readonly phrases: ReadonlyMap<number, number>;
}

/** Words in the longest phrase that is looked up. */
export const longestListedPhrase = 6;

export const startOfPhrase = hashText('a phrase begins');

/** The hash of a phrase, from the hashes of its words. */
export function phraseHash(words: readonly number[]): number {
  return words.reduce(mix, startOfPhrase);
}
