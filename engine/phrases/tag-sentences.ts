import { chooseSpans, probableSpans, stepCount, sumLattice, tagCount } from './chain.ts';
import { adFeatures, seeWord, type SeenWord, type SentenceFeatures } from './features.ts';
import { addWeights, type FeatureTable, type PhraseModel } from './model.ts';
import { gradeFeatures, gradeSentence } from './sentence-grades.ts';
import { phraseKinds, type TaggedPhrase } from './types.ts';

/** Words; SkillSpan's longest phrase has 32, and all but a few of a thousand at most 15. */
export const longestPhrase = 20;
/** A longer sentence is read in parts, so that memory stays bounded. */
const longestSentence = 2000;

/**
 * The phrases of each sentence of an ad, given as words in order. Probabilities of whole phrases come from a linear-chain
 * CRF for each kind (chain.ts); of phrases of one kind that overlap, those are chosen whose probabilities above the
 * threshold add up to most, which is what expected F1 asks for. Deterministic; linear in the number of words.
 */
export function tagSentences(model: PhraseModel, ad: readonly (readonly string[])[]): TaggedPhrase[][] {
  const seenWords = new Map<string, SeenWord>();
  const see = (text: string): SeenWord => {
    let seen = seenWords.get(text);
    if (seen === undefined) {
      seen = seeWord(text, model.lexicon);
      seenWords.set(text, seen);
    }
    return seen;
  };
  const parts = ad.flatMap((words, sentence) => {
    const own: { sentence: number; offset: number; words: SeenWord[] }[] = [];
    for (let offset = 0; offset < words.length; offset += longestSentence) own.push({ sentence, offset, words: words.slice(offset, offset + longestSentence).map(see) });
    return own;
  });
  const seen = parts.map(({ words }) => words);
  const odds = seen.map((_, at) => gradeSentence(model.grades, gradeFeatures(seen, at)));
  const result: TaggedPhrase[][] = ad.map(() => []);
  adFeatures(seen, odds, model.lexicon).forEach((features, at) => {
    const { sentence, offset, words } = parts[at] as (typeof parts)[number];
    for (const phrase of tagWords(model, features, words.length)) (result[sentence] as TaggedPhrase[]).push({ ...phrase, start: phrase.start + offset, end: phrase.end + offset });
  });
  return result;
}

function tagWords(model: PhraseModel, features: SentenceFeatures, length: number): TaggedPhrase[] {
  const nodes = scores(model.nodes, features.nodes, features.nodeCount, length, tagCount);
  const edges = scores(model.edges, features.edges, features.edgeCount, length, stepCount);
  return phraseKinds.flatMap((kind, index) => {
    const threshold = model.thresholds[index] as number;
    const spans = probableSpans(sumLattice(length, nodes[index] as Float64Array, edges[index] as Float64Array), longestPhrase, threshold);
    return chooseSpans(length, spans, threshold).map(({ start, end, probability }) => ({ kind, start, end, confidence: probability }));
  });
}

function scores(table: FeatureTable, features: Uint32Array, count: number, length: number, width: number): readonly [Float64Array, Float64Array] {
  const skill = new Float64Array(length * width);
  const knowledge = new Float64Array(length * width);
  for (let at = 0; at < length; at += 1) {
    for (let feature = at * count; feature < (at + 1) * count; feature += 1) addWeights(table, features[feature] as number, skill, knowledge, at * width);
  }
  for (const sums of [skill, knowledge]) for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) * table.unit;
  return [skill, knowledge];
}
