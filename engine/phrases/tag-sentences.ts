import { candidatesOf, type Candidate } from './candidates.ts';
import { chooseSpans } from './chain.ts';
import type { PhraseModel } from './model.ts';
import { readSentences } from './readings.ts';
import { sumTrees } from './trees.ts';
import { phraseKinds, type TaggedPhrase } from './types.ts';

/** A longer sentence is read in parts, so that memory stays bounded. */
const longestSentence = 2000;

/**
 * The phrases of each sentence of an ad, given as words in order. Probabilities of whole phrases come from a linear-chain
 * CRF for each kind (chain.ts), and are corrected by trees that see each phrase as a whole (candidates.ts); of phrases of one
 * kind that overlap, those are chosen whose probabilities above the threshold add up to most, which is what expected F1 asks
 * for. Deterministic; linear in the number of words.
 */
export function tagSentences(model: PhraseModel, ad: readonly (readonly string[])[]): TaggedPhrase[][] {
  const parts = ad.flatMap((words, sentence) => {
    const own: { readonly sentence: number; readonly offset: number; readonly words: readonly string[] }[] = [];
    for (let offset = 0; offset < words.length; offset += longestSentence) own.push({ sentence, offset, words: words.slice(offset, offset + longestSentence) });
    return own;
  });
  const readings = readSentences(model, parts.map(({ words }) => words));
  const result: TaggedPhrase[][] = ad.map(() => []);
  const candidates = [candidatesOf(readings, 0), candidatesOf(readings, 1)] as const;
  parts.forEach(({ sentence, offset, words }, at) => {
    phraseKinds.forEach((kind, index) => {
      const threshold = model.thresholds[index] as number;
      const trees = model.trees[index as 0 | 1];
      const weighed = (candidates[index as 0 | 1][at] as Candidate[]).map(({ start, end, odds, values }) => ({ start, end, probability: 1 / (1 + Math.exp(-odds - sumTrees(trees, values))) }));
      for (const { start, end, probability } of chooseSpans(words.length, weighed, threshold)) (result[sentence] as TaggedPhrase[]).push({ kind, start: start + offset, end: end + offset, confidence: probability });
    });
  });
  return result;
}
