import type { ProbableSpan } from './chain.ts';
import type { SeenWord } from './features.ts';
import { mix } from './hashing.ts';
import { startOfPhrase } from './lexicon.ts';
import { longestPhrase, type KindReading, type SentenceReading } from './readings.ts';

/** A phrase less likely than this is not weighed. */
const leastCandidate = 0.03;
/** Log-odds are those of no probability nearer to 0 or 1 than this. */
const nearest = 1e-4;
/** What is said of the words before the first and after the last one. */
const beyond = -1;
/** Odds of the sentence before the first and after the last. */
const silence = -4;
/** So many phrases more, so that an ad with nothing in it divides by something. */
const littleMass = 0.1;
/** The place of a listed phrase's begin, last word, and of one that stands alone (features.ts). */
const [listedBegin, listedLast, listedAlone] = [0, 2, 3];

export interface Candidate extends ProbableSpan {
  /** Log-odds of `probability`, between -9.21 and 9.21. */
  readonly odds: number;
  /** `candidateWidth` numbers about the phrase as a whole, for the trees. */
  readonly values: Float64Array;
}

/** What an ad as a whole says of one kind. */
interface AdSummary {
  readonly expected: number;
  readonly perHundredWords: number;
  readonly meanLength: number;
  /** Of the phrases, the share that begin with the first or second word of a sentence. */
  readonly atStart: number;
  /** By the hash of its words, how often a phrase may stand in the ad, the sum of its probabilities, and the highest. */
  readonly phrases: ReadonlyMap<number, PhraseSummary>;
}

interface PhraseSummary { count: number; sum: number; highest: number }

function logOdds(probability: number): number {
  const between = Math.max(nearest, Math.min(1 - nearest, probability));
  return Math.log(between / (1 - between));
}

function hashOf(words: readonly SeenWord[], { start, end }: ProbableSpan): number {
  let hash = startOfPhrase;
  for (let at = start; at < end; at += 1) hash = mix(hash, (words[at] as SeenWord).word);
  return hash;
}

function summarise(ad: readonly SentenceReading[], kind: 0 | 1): AdSummary {
  const phrases = new Map<number, PhraseSummary>();
  let [expected, words, mass, lengths, early] = [0, 0, 0, 0, 0];
  for (const sentence of ad) {
    expected += sentence.kinds[kind].expected;
    words += sentence.words.length;
    for (const span of sentence.kinds[kind].spans) {
      const { start, end, probability } = span;
      mass += probability;
      lengths += probability * (end - start);
      if (start < 2) early += probability;
      const hash = hashOf(sentence.words, span);
      const known = phrases.get(hash);
      if (known === undefined) phrases.set(hash, { count: 1, sum: probability, highest: probability });
      else {
        known.count += 1;
        known.sum += probability;
        known.highest = Math.max(known.highest, probability);
      }
    }
  }
  return { expected, perHundredWords: (100 * expected) / Math.max(1, words), meanLength: lengths / (mass + littleMass), atStart: early / (mass + littleMass), phrases };
}

/** Probability of exactly this phrase, 0 when it is next to none. */
function probabilityOf({ spans, firstAt }: KindReading, start: number, end: number): number {
  if (start < 0) return 0;
  for (let at = firstAt[start] as number; at < (firstAt[start + 1] as number); at += 1) if (spans[at]?.end === end) return (spans[at] as ProbableSpan).probability;
  return 0;
}

/** Each phrase that shares a word with those from `start` up to `end`. */
function eachOver({ spans, firstAt, named }: KindReading, start: number, end: number, look: (span: ProbableSpan) => void): void {
  const until = firstAt[Math.min(end, named.length)] as number;
  for (let at = firstAt[Math.max(0, start - longestPhrase + 1)] as number; at < until; at += 1) {
    const span = spans[at] as ProbableSpan;
    if (span.end > start) look(span);
  }
}

/** The likeliest phrase that ends with the word at `start` or one of the two before it. */
function likeliestBefore(reading: KindReading, start: number): number {
  let likeliest = 0;
  if (start > 0) eachOver(reading, Math.max(0, start - 3), start, ({ end, probability }) => { if (end <= start) likeliest = Math.max(likeliest, probability); });
  return likeliest;
}

/** The likeliest phrase that begins with one of three words from `end` on. */
function likeliestAfter({ spans, firstAt, named }: KindReading, end: number): number {
  let likeliest = 0;
  const until = firstAt[Math.min(end + 3, named.length)] as number;
  for (let at = firstAt[Math.min(end, named.length)] as number; at < until; at += 1) likeliest = Math.max(likeliest, (spans[at] as ProbableSpan).probability);
  return likeliest;
}

/** Whether a listed phrase has just these words: 1 + its lists, else 0. */
function listedAs(listed: readonly number[], start: number, end: number): number {
  const [first, final] = [(listed[start] as number) - 1, (listed[end - 1] as number) - 1];
  if (first < 0 || final < 0) return 0;
  const isWhole = end - start === 1 ? first >> 3 === listedAlone : first >> 3 === listedBegin && final >> 3 === listedLast;
  return isWhole ? 1 + (first & 7) : 0;
}

/** Of the other phrases of its kind over a candidate: their probabilities' sum, the highest, of those around it, of those inside it, and the sums of those that begin and end with it. */
function rivalsOf(own: KindReading, span: ProbableSpan): readonly [sum: number, highest: number, ...number[]] {
  const { start, end } = span;
  let [sum, highest, around, inside, sameStart, sameEnd] = [0, 0, 0, 0, 0, 0];
  eachOver(own, start, end, (rival) => {
    if (rival === span) return;
    sum += rival.probability;
    highest = Math.max(highest, rival.probability);
    if (rival.start <= start && rival.end >= end) around = Math.max(around, rival.probability);
    else if (rival.start >= start && rival.end <= end) inside = Math.max(inside, rival.probability);
    if (rival.start === start) sameStart += rival.probability;
    if (rival.end === end) sameEnd += rival.probability;
  });
  return [sum, highest, around, inside, sameStart, sameEnd];
}

/** Of the phrases of the other kind: the probability of the same words, the highest inside them, the sum of those, and the highest around them. */
function othersOver(theirs: KindReading, { start, end }: ProbableSpan): readonly number[] {
  let [same, inside, sum, around] = [0, 0, 0, 0];
  eachOver(theirs, start, end, (rival) => {
    if (rival.start === start && rival.end === end) same = rival.probability;
    else if (rival.start >= start && rival.end <= end) {
      inside = Math.max(inside, rival.probability);
      sum += rival.probability;
    } else if (rival.start <= start && rival.end >= end) around = Math.max(around, rival.probability);
  });
  return [same, inside, sum, around];
}

/** How sure its ends are, and how sure its words and the two beside it are to be in a phrase of either kind. */
function certainties(own: KindReading, theirs: KindReading, { start, end }: ProbableSpan): readonly number[] {
  let [least, sum, otherSum] = [1, 0, 0];
  for (let at = start; at < end; at += 1) {
    least = Math.min(least, own.named[at] as number);
    sum += own.named[at] as number;
    otherSum += theirs.named[at] as number;
  }
  const length = end - start;
  return [
    own.begins[start] as number, own.ends[end - 1] as number, least, sum / length, otherSum / length,
    own.named[start - 1] ?? beyond, own.named[end] ?? beyond, theirs.named[start - 1] ?? beyond, theirs.named[end] ?? beyond,
  ];
}

function looks(words: readonly SeenWord[], { start, end }: ProbableSpan): readonly number[] {
  let capitals = 0;
  for (let at = start; at < end; at += 1) if (words[at]?.isCapital === true) capitals += 1;
  return [capitals / (end - start), Number(words[start]?.isCapital), Number(words[start]?.endsInIng), Number(words[end - 1]?.endsInS)];
}

/** What is the same for every phrase of a sentence: what it, its neighbours and the ad name. */
function surroundings(ad: readonly SentenceReading[], at: number, kind: 0 | 1, whole: AdSummary, otherWhole: AdSummary): readonly number[] {
  const other = kind === 0 ? 1 : 0;
  const expected = (offset: number, which: 0 | 1, absent: number): number => ad[at + offset]?.kinds[which].expected ?? absent;
  const odds = (offset: number, which: 0 | 1): number => ad[at + offset]?.odds[which] ?? silence;
  const { kinds, words } = ad[at] as SentenceReading;
  return [
    expected(0, kind, 0), expected(0, other, 0), expected(-1, kind, beyond), expected(1, kind, beyond),
    [-3, -2, 2, 3].reduce((sum, offset) => sum + expected(offset, kind, 0), 0), expected(-1, other, 0) + expected(1, other, 0),
    odds(0, kind), odds(0, other), (odds(-1, kind) + odds(1, kind)) / 2,
    kinds[kind].spans.reduce((most, { probability }) => Math.max(most, probability), 0),
    whole.perHundredWords, otherWhole.perHundredWords, whole.expected / (whole.expected + otherWhole.expected + littleMass),
    whole.meanLength, otherWhole.meanLength, whole.atStart, at / ad.length, words.length,
  ];
}

/**
 * The phrases of a kind in each sentence of an ad that are likely enough to be weighed, and what is known of each as a whole:
 * its length and place, what overlaps it in its own kind and in the other, what the sentence, its neighbours and the ad name,
 * whether the ad says it again, and what it looks like. The order of the numbers stands in the trees. Linear in the number of words.
 */
export function candidatesOf(ad: readonly SentenceReading[], kind: 0 | 1): Candidate[][] {
  const other = kind === 0 ? 1 : 0;
  const [whole, otherWhole] = [summarise(ad, kind), summarise(ad, other)];
  return ad.map(({ words, listed, kinds }, at) => {
    const [own, theirs] = [kinds[kind], kinds[other]];
    const around = surroundings(ad, at, kind, whole, otherWhole);
    return own.spans.filter(({ probability }) => probability >= leastCandidate).map((span): Candidate => {
      const { start, end, probability } = span;
      const odds = logOdds(probability);
      const rivals = rivalsOf(own, span);
      const hash = hashOf(words, span);
      const again = whole.phrases.get(hash) as PhraseSummary;
      return {
        start, end, probability, odds,
        values: Float64Array.from([
          odds, end - start, start, words.length - end, rivals[0], rivals[1], odds - logOdds(rivals[1]), ...rivals.slice(2), probability / (probability + rivals[0]),
          ...othersOver(theirs, span), ...certainties(own, theirs, span),
          probabilityOf(own, start - 1, end), probabilityOf(own, start + 1, end), probabilityOf(own, start, end - 1), probabilityOf(own, start, end + 1),
          likeliestBefore(own, start), likeliestAfter(own, end),
          again.sum / again.count, otherWhole.phrases.get(hash)?.highest ?? 0, listedAs(listed, start, end), ...looks(words, span), ...around,
        ]),
      };
    });
  });
}

/** Numbers about each candidate. */
export const candidateWidth = 56;
