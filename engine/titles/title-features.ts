import { fold } from '../text/fold.ts';

/** Words that say nothing about an occupation. */
const emptyWords: ReadonlySet<string> = new Set('the a an of and or to in for with on by as at from that is are be they their it its such may other using this these which have has can also use'.split(' '));
const wordPattern = /[\p{L}\p{M}\p{N}+#]+/gu;
const pieceLengths = [4, 5] as const;
const pluralEndings: readonly (readonly [ending: string, instead: string])[] = [['ies', 'y'], ['sses', 'ss'], ['ers', 'er'], ['ors', 'or'], ['s', '']];
/** A shorter rest is no stem ("gas", "bus"). */
const shortestStem = 3;

/** Whether a feature is of a whole word, of two words that follow one another, or of letters inside a word. */
export type TitleFeatureKind = 'word' | 'pair' | 'piece';

export interface TitleFeature {
  /** Of kind "pair" with an underscore between the words, of kind "piece" with ^ and $ for the ends of the word. */
  readonly key: string;
  readonly kind: TitleFeatureKind;
  readonly weight: number;
}

/** The words of a text, folded, in the singular, without those that say nothing. */
export function titleWords(text: string): string[] {
  return (fold(text).match(wordPattern) ?? []).filter((word) => !emptyWords.has(word)).map(singular);
}

/**
 * What a title is compared by: its words, its pairs of words, and the pieces of four and five letters of each word, which
 * together weigh as the square root of their number. Linear in the title.
 */
export function titleFeatures(title: string): TitleFeature[] {
  const words = titleWords(title);
  const features: TitleFeature[] = words.map((key) => ({ key, kind: 'word', weight: 1 }));
  words.slice(1).forEach((word, index) => features.push({ key: `${words[index] ?? ''}_${word}`, kind: 'pair', weight: 1 }));
  for (const word of words) features.push(...wordPieces(word));
  return features;
}

/** The pieces of four and five letters of a word, the ends counting as letters; together they weigh as the square root of their number. */
export function wordPieces(word: string): TitleFeature[] {
  const weight = pieceWeight(word);
  const pieces: TitleFeature[] = [];
  visitPieces(word, (key) => pieces.push({ key, kind: 'piece', weight }));
  return pieces;
}

export function visitPieces(word: string, visit: (piece: string) => void): void {
  const bounded = `^${word}$`;
  for (const length of pieceLengths) {
    for (let start = 0; start + length <= bounded.length; start += 1) visit(bounded.slice(start, start + length));
  }
}

export function pieceCount({ length }: string): number {
  return pieceLengths.reduce((count, pieceLength) => count + Math.max(0, length + 2 - pieceLength + 1), 0);
}

/** What each piece of a word weighs. */
export function pieceWeight(word: string): number {
  return 1 / Math.sqrt(pieceCount(word));
}

/** The words of a running text, each weighing as the square root of how often it stands there. */
export function textFeatures(text: string): TitleFeature[] {
  const counts = new Map<string, number>();
  for (const word of titleWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Array.from(counts, ([key, count]) => ({ key, kind: 'word', weight: Math.sqrt(count) }));
}

function singular(word: string): string {
  if (!word.endsWith('s')) return word;
  for (const [ending, instead] of pluralEndings) {
    if (word.endsWith(ending) && word.length >= ending.length + shortestStem && !word.endsWith('ss')) return word.slice(0, -ending.length) + instead;
  }
  return word;
}
