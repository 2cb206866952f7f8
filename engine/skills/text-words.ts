/** A text as the words and signs that stand in it, a block at a time. */
import { classOf, letterClass, lookCloser, wordLetter, wordLetters } from './letters.ts';
import { emptyHash, hashLetter } from './phrase-table.ts';

/** So many stay in the nearest cache. */
const blockSize = 1024;
const dot = 46;

/** What is true of a word or sign; the bits of `marks`. */
export const wordMarks = {
  /** A form may begin here: a word, or a dot that stands behind none. */
  mayBegin: 1,
  /** Digits behind something else: perhaps a name with its version. */
  hasVersion: 2,
} as const;

export interface TextWords {
  readonly starts: Int32Array;
  /** Behind the last letter. */
  readonly ends: Int32Array;
  /** Of the folded letters. */
  readonly hashes: Int32Array;
  readonly marks: Uint8Array;
  /** Scratch: the words that are worth a second look. */
  readonly kept: Int32Array;
  count: number;
  /** Where in the text the reading goes on; past its length at the end. */
  next: number;
}

/** `kept`: how many words of one block may be carried into the next. */
export function startWords(text: string, kept: number): TextWords {
  const size = Math.min(blockSize, text.length) + kept + 2;
  return { starts: new Int32Array(size), ends: new Int32Array(size), hashes: new Int32Array(size), marks: new Uint8Array(size), kept: new Int32Array(size), count: 0, next: 0 };
}

/** Drops the words before the one at `index`. */
export function dropWords(words: TextWords, index: number): void {
  words.starts.copyWithin(0, index, words.count);
  words.ends.copyWithin(0, index, words.count);
  words.hashes.copyWithin(0, index, words.count);
  words.marks.copyWithin(0, index, words.count);
  words.count -= index;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function endOfLetters(text: string, end: number): number {
  let at = end;
  while (classOf(text.charCodeAt(at - 1)) === letterClass.ignored) at -= 1;
  return at;
}

/** Reads on until the block is full or the text ends. */
export function readWords(text: string, words: TextWords): void {
  const { starts, ends, hashes, marks } = words;
  const length = text.length;
  let { count, next: at } = words;
  while (at <= length && count < starts.length - 1) {
    let start = at;
    let hash = emptyHash;
    let last = 0;
    let sign = 0;
    let hasIgnored = false;
    for (;;) {
      let letter = 0;
      while (at < length && (letter = wordLetters[text.charCodeAt(at)] as number) > 0) {
        hash = hashLetter(hash, letter);
        last = letter;
        at += 1;
      }
      if (at >= length || letter === 0) break;
      if (letter === lookCloser) letter = wordLetter(text.charCodeAt(at));
      if (letter > 0) continue;
      if (letter < lookCloser) sign = -letter;
      if (letter !== lookCloser) break;
      if (start === at) start += 1;
      else hasIgnored = true;
      at += 1;
    }
    const hasWord = at > start;
    if (hasWord) {
      const end = hasIgnored ? endOfLetters(text, at) : at;
      starts[count] = start;
      ends[count] = end;
      hashes[count] = hash;
      marks[count] = isDigit(last) && !isDigit(text.charCodeAt(start)) ? wordMarks.mayBegin | wordMarks.hasVersion : wordMarks.mayBegin;
      count += 1;
    }
    if (sign !== 0) {
      starts[count] = at;
      ends[count] = at + 1;
      hashes[count] = hashLetter(emptyHash, sign);
      // A dot begins a name (".net") only where no word stands before it.
      marks[count] = sign === dot && !hasWord ? wordMarks.mayBegin : 0;
      count += 1;
    }
    at += 1;
  }
  words.count = count;
  words.next = at;
}
