/**
 * Phrases by the hash of their words, in typed arrays: one hash table for whole phrases, whatever stands between the words,
 * and beside it filters of some hundred kilobytes over the hashes of phrases and of their first words. Where the filters say
 * that nothing can begin, and that is at nine words of a text in ten, neither the table nor the letters are visited.
 */
export interface PhraseTable {
  /** Two numbers for each phrase, see `slotFields`; a power of two of them. */
  readonly slots: Int32Array;
  /**
   * The phrases one after another: the info (readInfo), then the letters, folded (writeLetter): a space where words stand
   * apart, nothing where they are glued to each other, and a 0 at the end.
   */
  readonly letters: Uint8Array;
  /** By the hash of their words (hashPhrase), the forms of one word, */
  readonly singles: Int32Array;
  /** the longer forms, */
  readonly phrases: Int32Array;
  /** the first two words of forms, */
  readonly pairs: Int32Array;
  /** and the first words, two or more, of still longer forms. */
  readonly beginnings: Int32Array;
  /** Words and signs of the longest form. */
  readonly longest: number;
}

/**
 * The fields of a slot. `letters`: where the phrase's letters begin; 0 in a free slot. Two numbers in place of four, with the
 * info beside the letters, which are read anyway: half the memory to fill, and first touching it is a third of a build.
 */
export const slotFields = { hash: 0, letters: 1, size: 2 } as const;
/** The info of a phrase: its value × 2, and 1 when it is final; negative without a value. */
export const infoBits = { isFinal: 1, valueShift: 1 } as const;

export const emptyHash = 0x811c9dc5 | 0;

/** FNV-1a, over code units. */
export function hashLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** Of words one after another: `phrase` is the hash of the words before, the first word's is its own. */
export function hashPhrase(phrase: number, wordHash: number): number {
  return Math.imul(phrase, 0x85ebca6b) ^ wordHash;
}

/** Where the search for a phrase begins. */
export function slotOf(slots: Int32Array, hash: number): number {
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7 << 1) & (slots.length - 1);
}

/** Three bits of one number stand for a hash. 1: it may be in the filter; 0: it is not. */
export function passes(filter: Int32Array, hash: number): number {
  const bits = filter[(hash ^ (hash >>> 17)) & (filter.length - 1)] as number;
  return (bits >>> (hash >>> 27)) & (bits >>> (hash >>> 22)) & (bits >>> (hash >>> 12)) & 1;
}

export function letPass(filter: Int32Array, hash: number): void {
  const at = (hash ^ (hash >>> 17)) & (filter.length - 1);
  filter[at] = (filter[at] as number) | (1 << (hash >>> 27)) | (1 << (hash >>> 22)) | (1 << (hash >>> 12));
}

/** Eight to sixteen bits for each hash: one stranger in thirty to a hundred passes. */
export function filterFor(count: number): Int32Array {
  let length = 32;
  while (4 * length < count) length *= 2;
  return new Int32Array(length);
}

export function mostHashes(filter: Int32Array): number {
  return 4 * filter.length;
}

/** Bytes of the info, which stands before the letters. */
export const infoBytes = 4;

export function readInfo(letters: Uint8Array, lettersStart: number): number {
  const at = lettersStart - infoBytes;
  return (letters[at] as number) | ((letters[at + 1] as number) << 8) | ((letters[at + 2] as number) << 16) | ((letters[at + 3] as number) << 24);
}

export function writeInfo(letters: Uint8Array, lettersStart: number, info: number): void {
  const at = lettersStart - infoBytes;
  letters[at] = info;
  letters[at + 1] = info >> 8;
  letters[at + 2] = info >> 16;
  letters[at + 3] = info >> 24;
}

/** Bytes of one letter at most. */
export const letterBytes = 3;

/** ASCII takes one byte, another code unit three, none of them below 128. Answers where the next letter is written. */
export function writeLetter(letters: Uint8Array, at: number, letter: number): number {
  if (letter < 128) {
    letters[at] = letter;
    return at + 1;
  }
  letters[at] = 0x80 | (letter >> 12);
  letters[at + 1] = 0x80 | ((letter >> 6) & 0x3f);
  letters[at + 2] = 0x80 | (letter & 0x3f);
  return at + letterBytes;
}

/** Where the letters go on behind this one; 0 when another stands there. */
export function behindLetter(letters: Uint8Array, at: number, letter: number): number {
  if (letter < 128) return letters[at] === letter ? at + 1 : 0;
  const isSame = letters[at] === (0x80 | (letter >> 12)) && letters[at + 1] === (0x80 | ((letter >> 6) & 0x3f)) && letters[at + 2] === (0x80 | (letter & 0x3f));
  return isSame ? at + letterBytes : 0;
}

/** Of the letter that ends before `at`. */
export function bytesOfLetterBefore(letters: Uint8Array, at: number): number {
  return (letters[at - 1] as number) < 128 ? 1 : letterBytes;
}

/** The hash of the word whose letters are written from `start` on. */
export function hashWritten(letters: Uint8Array, start: number, end: number): number {
  let hash = emptyHash;
  for (let at = start; at < end;) {
    const first = letters[at] as number;
    const isOne = first < 128;
    hash = hashLetter(hash, isOne ? first : ((first & 0x7f) << 12) | (((letters[at + 1] as number) & 0x3f) << 6) | ((letters[at + 2] as number) & 0x3f));
    at += isOne ? 1 : letterBytes;
  }
  return hash;
}
