import { fold } from '../text/fold.ts';
import { hashText, mix } from './hashing.ts';
import { longestListedPhrase, startOfPhrase, type Lexicon } from './lexicon.ts';

/** A word as the features see it. */
export interface SeenWord {
  readonly word: number;
  readonly stem: number;
  readonly shape: number;
  readonly endings: readonly number[];
  readonly beginnings: readonly number[];
  readonly fine: number;
  readonly coarse: number;
  /** No letter in it: a sign, a bullet, a number. */
  readonly isSign: boolean;
  /** Ends in a colon or a question mark, as the last word of a heading does, or is a row of asterisks. */
  readonly endsHeading: boolean;
  readonly isCapital: boolean;
  readonly endsInS: boolean;
  readonly endsInIng: boolean;
}

/** What surrounds a sentence in its ad. */
interface Surroundings {
  readonly heading: number;
  readonly previousFirst: number;
  readonly nextFirst: number;
  /** Small whole numbers that grade how likely this sentence and its neighbours are to name something. */
  readonly grades: readonly number[];
}

const edge: SeenWord = { word: 1, stem: 1, shape: 1, endings: [1, 1, 1], beginnings: [1, 1], fine: 0, coarse: 0, isSign: true, endsHeading: false, isCapital: false, endsInS: false, endsInIng: false };

/** So many leading bits of a feature's hash are its key. */
export const featureKeyBits = 24;

/** Folded, every digit a 0: "2024" and "1999" are the same word. */
export const normaliseWord = (text: string): string => fold(text).replace(/\d/g, '0');

function shapeOf(text: string): string {
  return text.slice(0, 24).replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X')).replace(/\p{Ll}+/gu, 'x').replace(/\d+/g, '0').replace(/[^Xx0]{2,}/g, '..');
}

function stemOf(word: string): string {
  let stem = word;
  if (/ies$/.test(stem) && stem.length > 5) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|us|is)$/.test(stem)) return stem;
  else if (/s$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1);
  const bare = stem.replace(/(?:ational|ations?|ating|ated|ator|ative|ment|ing|ed|er|ion|e)$/, '');
  if (bare.length < 3) return stem;
  return bare.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

/** A word as written, seen through the lexicon. What is longer than 40 code units is told by its first 40. */
export function seeWord(text: string, lexicon: Lexicon): SeenWord {
  const normal = normaliseWord(text.length > 40 ? text.slice(0, 40) : text);
  const word = hashText(normal);
  const classes = lexicon.clusters.get(word) ?? 0;
  return {
    word, stem: hashText(stemOf(normal)), shape: hashText(shapeOf(text)),
    endings: [2, 3, 4].map((count) => (normal.length > count ? hashText(normal, normal.length - count) : 2)),
    beginnings: [3, 4].map((count) => (normal.length > count ? hashText(normal, 0, count) : 2)),
    fine: classes >>> 8, coarse: classes & 255, isSign: !/\p{L}/u.test(text), endsHeading: /[:?]$|^\*+$/.test(text),
    isCapital: /^\p{Lu}/u.test(text), endsInS: normal.endsWith('s'), endsInIng: normal.endsWith('ing'),
  };
}

/** `SentenceFeatures.listed` */
function listedPlaces(words: readonly SeenWord[], { phrases }: Lexicon): number[] {
  const places = new Array<number>(words.length).fill(0);
  for (let start = 0; start < words.length;) {
    let hash = startOfPhrase;
    let found = 0;
    let lists = 0;
    for (let length = 1; length <= longestListedPhrase && start + length <= words.length; length += 1) {
      hash = mix(hash, (words[start + length - 1] as SeenWord).word);
      const known = phrases.get(hash);
      if (known !== undefined) { found = length; lists = known; }
    }
    for (let at = 0; at < found; at += 1) places[start + at] = 1 + (found === 1 ? 3 : at === 0 ? 0 : at === found - 1 ? 2 : 1) * 8 + lists;
    start += Math.max(1, found);
  }
  return places;
}

/** Room for the features of a word: there are 106 and 14. */
const mostNodes = 128;
const mostEdges = 16;

export interface SentenceFeatures {
  /** `nodeCount` for each word, one after another. */
  readonly nodes: Uint32Array;
  readonly nodeCount: number;
  /** `edgeCount` for each word: they say what may pass from the word before to it. */
  readonly edges: Uint32Array;
  readonly edgeCount: number;
  /** For each word, of the longest listed phrase over it: 1 + 8 × its place (begin 0, inside 1, last 2, alone 3) + the bits of its lists; 0 for none. */
  readonly listed: readonly number[];
}

/**
 * The features of each word of a sentence, as hashes: words, stems, shapes, endings, clusters and listed phrases within
 * three words and their pairs and triples, single words within six, the beginning of the sentence, the last sign, the
 * heading and the grades. The number of a template is part of its hash, so their order stands in the weights.
 */
function sentenceFeatures(words: readonly SeenWord[], around: Surroundings, lexicon: Lexicon): SentenceFeatures {
  const n = words.length;
  const listed = listedPlaces(words, lexicon);
  const at = (index: number): SeenWord => words[index] ?? edge;
  const place = (index: number): number => listed[index] ?? 0;
  const nodes = new Uint32Array(n * mostNodes);
  const edges = new Uint32Array(n * mostEdges);
  let nodesUsed = 0;
  let edgesUsed = 0;
  let template = 0;
  const put = (feature: number): void => {
    nodes[nodesUsed] = feature;
    nodesUsed += 1;
  };
  const add = (value: number, other = 0): void => {
    template += 1;
    put(mix(mix(template, value), other));
  };
  const join = (which: number, value: number, other = 0): void => {
    edges[edgesUsed] = mix(mix(1000 + which, value), other);
    edgesUsed += 1;
  };
  const first = words.find(({ isSign }) => !isSign) ?? edge;
  const startsWithSign = words[0]?.isSign === true ? words[0].word : 0;
  const size = n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 20 ? 6 : n < 40 ? 7 : 8;
  let lastSign = 0;
  let sinceSign = 0;
  for (let i = 0; i < n; i += 1) {
    const w = at(i);
    const a = at(i - 1);
    const b = at(i + 1);
    const aa = at(i - 2);
    const bb = at(i + 2);
    template = 0;
    add(0);
    add(w.word); add(a.word); add(b.word); add(aa.word); add(bb.word); add(at(i - 3).word); add(at(i + 3).word);
    add(w.stem); add(a.stem); add(b.stem); add(aa.stem); add(bb.stem);
    add(a.word, w.word); add(w.word, b.word); add(aa.word, a.word); add(b.word, bb.word); add(a.word, b.word);
    add(mix(a.word, w.word), b.word); add(mix(aa.word, a.word), w.word); add(mix(w.word, b.word), bb.word);
    add(a.stem, w.stem); add(w.stem, b.stem);
    add(w.shape); add(a.shape); add(b.shape); add(a.shape, w.shape); add(w.shape, b.shape); add(mix(a.shape, w.shape), b.shape);
    for (const ending of w.endings) add(ending);
    for (const beginning of w.beginnings) add(beginning);
    add(a.endings[1] as number); add(b.endings[1] as number); add(a.endings[0] as number, w.endings[0] as number); add(w.endings[0] as number, b.endings[0] as number);
    add(a.endings[1] as number, w.endings[1] as number); add(w.endings[1] as number, b.endings[1] as number);
    add(w.fine); add(a.fine); add(b.fine); add(aa.fine); add(bb.fine);
    add(a.fine, w.fine); add(w.fine, b.fine); add(a.fine, b.fine);
    add(w.coarse); add(a.coarse); add(b.coarse); add(aa.coarse); add(bb.coarse);
    add(a.coarse, w.coarse); add(w.coarse, b.coarse); add(mix(a.coarse, w.coarse), b.coarse); add(mix(aa.coarse, a.coarse), w.coarse); add(mix(w.coarse, b.coarse), bb.coarse);
    add(mix(mix(aa.coarse, a.coarse), mix(w.coarse, b.coarse)), bb.coarse);
    add(a.word, w.coarse); add(w.word, b.coarse); add(a.coarse, w.word); add(w.coarse, b.word);
    add(place(i)); add(place(i - 1), place(i)); add(place(i), place(i + 1)); add(place(i), w.shape); add(place(i), a.word); add(place(i), w.coarse);
    add(size, i === 0 ? 0 : i === 1 ? 1 : i === n - 1 ? 2 : 3); add(startsWithSign, i < 4 ? i : 4);
    add(first.word); add(first.word, w.word); add(first.coarse, w.coarse); add(first.endings[1] as number);
    add(lastSign, Math.min(6, sinceSign)); add(lastSign, w.coarse);
    add(around.heading); add(around.heading, w.coarse); add(around.previousFirst); add(around.nextFirst);
    around.grades.forEach((grade) => { add(grade); });
    around.grades.slice(0, 2).forEach((grade) => { add(grade, w.coarse); add(grade, place(i)); add(grade, w.shape); });
    add(mix(around.grades[0] ?? 0, around.grades[1] ?? 0), size);
    for (let away = 1; away <= 6; away += 1) {
      put(mix(mix(900, at(i - away).word), 0));
      put(mix(mix(901, at(i + away).word), 0));
    }
    join(0, 0); join(1, w.word); join(2, a.word); join(3, w.coarse); join(4, a.coarse); join(5, a.coarse, w.coarse); join(6, b.coarse); join(7, w.coarse, b.coarse); join(8, place(i - 1), place(i)); join(9, a.shape, w.shape); join(10, w.endings[1] as number); join(11, b.word); join(12, w.fine); join(13, a.fine);
    sinceSign += 1;
    if (w.isSign) { lastSign = w.word; sinceSign = 0; }
  }
  return { nodes: nodes.subarray(0, nodesUsed), nodeCount: nodesUsed / n, edges: edges.subarray(0, edgesUsed), edgeCount: edgesUsed / n, listed };
}

/** Log-odds of a sentence in steps of two thirds, 0 to 12. */
const grade = (odds: number): number => Math.max(0, Math.min(12, Math.round(odds * 1.5 + 6)));
/** Beyond the ends of the ad nothing is named. */
const silence = -4;
/** A heading has at most so many words. */
const longestHeading = 6;

/** The features of each sentence of an ad; `odds` are those of `gradeSentence`. */
export function adFeatures(ad: readonly (readonly SeenWord[])[], odds: readonly (readonly [number, number])[], lexicon: Lexicon): SentenceFeatures[] {
  let heading = 0;
  return ad.map((words, at) => {
    const mean = (kind: 0 | 1, offsets: readonly number[]): number => grade(offsets.reduce((sum, offset) => sum + (odds[at + offset]?.[kind] ?? silence), 0) / offsets.length);
    const features = sentenceFeatures(words, {
      heading, previousFirst: ad[at - 1]?.[0]?.word ?? 0, nextFirst: ad[at + 1]?.[0]?.word ?? 0,
      grades: [mean(0, [0]), mean(1, [0]), mean(0, [-1, 1]), mean(1, [-1, 1]), mean(0, [-3, -2, 2, 3]), mean(1, [-3, -2, 2, 3])],
    }, lexicon);
    if (words.length <= longestHeading && words.at(-1)?.endsHeading === true) heading = words.reduce((hash, { word }) => mix(hash, word), 0);
    return features;
  });
}
