import { begin, last, only, outside, probableSpans, stepCount, sumLattice, tagCount, tagProbability, type Lattice, type ProbableSpan } from './chain.ts';
import { adFeatures, seeWord, type SeenWord, type SentenceFeatures } from './features.ts';
import { addWeights, type FeatureTable, type PhraseModel } from './model.ts';
import { gradeFeatures, gradeSentence } from './sentence-grades.ts';

/** Words; SkillSpan's longest phrase has 32, and all but a few of a thousand at most 15. */
export const longestPhrase = 20;
/** Phrases less likely than this say nothing of those around them. */
const leastProbability = 0.01;

/** What the chain of one kind makes of a sentence. */
export interface KindReading {
  /** By start, then end. */
  readonly spans: readonly ProbableSpan[];
  /** Where in `spans` those that start at each word begin; one more than there are words. */
  readonly firstAt: Int32Array;
  /** For each word, the probability that it is in a phrase, that one begins with it, and that one ends with it. */
  readonly named: Float64Array;
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** How many phrases are to be expected. */
  readonly expected: number;
}

/** A sentence as both chains read it, before phrases are chosen. */
export interface SentenceReading {
  readonly words: readonly SeenWord[];
  /** Of each word, its place in the longest listed phrase over it (features.ts). */
  readonly listed: readonly number[];
  /** Log-odds that it names a skill, and knowledge. */
  readonly odds: readonly [skill: number, knowledge: number];
  readonly kinds: readonly [skill: KindReading, knowledge: KindReading];
}

/** The sentences of an ad, read by the chains of the model. Linear in the number of words. */
export function readSentences(model: Pick<PhraseModel, 'lexicon' | 'grades' | 'nodes' | 'edges'>, ad: readonly (readonly string[])[]): SentenceReading[] {
  const seenWords = new Map<string, SeenWord>();
  const see = (text: string): SeenWord => {
    let seen = seenWords.get(text);
    if (seen === undefined) {
      seen = seeWord(text, model.lexicon);
      seenWords.set(text, seen);
    }
    return seen;
  };
  const sentences = ad.map((words) => words.map(see));
  const odds = sentences.map((_, at) => gradeSentence(model.grades, gradeFeatures(sentences, at)));
  return adFeatures(sentences, odds, model.lexicon).map((features, at) => {
    const words = sentences[at] as SeenWord[];
    return { words, listed: features.listed, odds: odds[at] as readonly [number, number], kinds: readKinds(model, features, words.length) };
  });
}

function readKinds(model: Pick<PhraseModel, 'nodes' | 'edges'>, features: SentenceFeatures, length: number): readonly [KindReading, KindReading] {
  const nodes = scores(model.nodes, features.nodes, features.nodeCount, length, tagCount);
  const edges = scores(model.edges, features.edges, features.edgeCount, length, stepCount);
  return [readKind(sumLattice(length, nodes[0], edges[0])), readKind(sumLattice(length, nodes[1], edges[1]))];
}

function readKind(lattice: Lattice): KindReading {
  const { length } = lattice;
  const spans = probableSpans(lattice, longestPhrase, leastProbability);
  const firstAt = new Int32Array(length + 1);
  const named = new Float64Array(length);
  const begins = new Float64Array(length);
  const ends = new Float64Array(length);
  let expected = 0;
  let next = 0;
  for (let at = 0; at < length; at += 1) {
    while ((spans[next]?.start ?? length) < at) next += 1;
    firstAt[at] = next;
    const alone = tagProbability(lattice, at, only);
    const starts = tagProbability(lattice, at, begin) + alone;
    begins[at] = starts;
    expected += starts;
    named[at] = 1 - tagProbability(lattice, at, outside);
    ends[at] = alone + tagProbability(lattice, at, last);
  }
  firstAt[length] = spans.length;
  return { spans, firstAt, named, begins, ends, expected };
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
