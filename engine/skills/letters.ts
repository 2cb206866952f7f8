/** What each UTF-16 code unit is to the matcher, and what it is folded to. */
import { foldCodeUnit } from '../text/fold.ts';

export const letterClass = {
  /** Ends a word and stands in no form. */
  other: 0,
  /** Left out by folding. */
  ignored: 1,
  /** White space, hyphens, underscore: between the words of a form. */
  separator: 2,
  /** . + # / & ': part of names such as "C++" and "CI/CD". */
  sign: 3,
  /** A letter, digit or mark: part of a word. */
  word: 4,
} as const;

export type LetterClass = (typeof letterClass)[keyof typeof letterClass];

const signs = ".+#/&'";
const isWordUnit = /[\p{L}\p{N}\p{M}]/u;

function describe(code: number): LetterClass {
  const folded = foldCodeUnit(code);
  if (folded === 0) return letterClass.ignored;
  const letter = String.fromCharCode(folded);
  if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) return letterClass.word;
  if (letter === ' ' || letter === '-' || letter === '_') return letterClass.separator;
  if (signs.includes(letter)) return letterClass.sign;
  return folded >= 128 && isWordUnit.test(letter) ? letterClass.word : letterClass.other;
}

const unknown = 255;
const classes = new Uint8Array(65_536).fill(unknown);

/** Of a code unit. Looked up once for each that is met: to describe them all takes a tenth of a second. */
export function classOf(code: number): LetterClass {
  if (classes[code] === unknown) classes[code] = describe(code);
  return classes[code] as LetterClass;
}

/** In `wordLetters`: neither a letter of a word nor something that merely ends one. */
export const lookCloser = -1;

/**
 * For the loop that sees every letter of a text: what a code unit that is part of a word is folded to; 0 for one that ends
 * words; below `lookCloser` the negated letter of a sign; `lookCloser` for what folding leaves out, and until wordLetter
 * has been asked.
 */
export const wordLetters = new Int32Array(65_536).fill(lookCloser);

/** Answers and remembers what stands in `wordLetters`. */
export function wordLetter(code: number): number {
  const kind = classOf(code);
  const letter = kind === letterClass.word ? foldCodeUnit(code) : kind === letterClass.sign ? -foldCodeUnit(code) : kind === letterClass.ignored ? lookCloser : 0;
  wordLetters[code] = letter;
  return letter;
}
