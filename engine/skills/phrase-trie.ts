/**
 * A trie whose edges are words, in typed arrays: the steps from node to node are entries of one hash table, under the node
 * they leave, the folded letters of the word, and whether a gap stands before it. A sign ("+", "/") is a word of one
 * letter. Beside it stand filters over hashes of phrases, some hundred kilobytes: where they say that no form can begin, and
 * that is at nine words of a text in ten, the table is not visited.
 */
import { foldCodeUnit } from '../text/fold.ts';

export interface PhraseTrie {
  /** Four numbers for each step, see `stepFields`. */
  readonly steps: Int32Array;
  /** The folded letters of every word, each word ended by a 0. */
  readonly letters: Uint16Array;
  /** For each node, the value of the form that ends there (-1 for none) × 8, plus `nodeBits`. */
  readonly nodes: Int32Array;
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

/** The fields of a step. `to` is 0 (the root, where no step leads) in a free place. */
export const stepFields = { from: 0, wordHash: 1, wordAndGap: 2, to: 3, size: 4 } as const;
/** Steps go on from a node with a word or sign glued to it, or behind a gap; the form that ends there is final. */
export const nodeBits = { goesOnGlued: 1, goesOnBehindGap: 2, isFinal: 4, valueShift: 3 } as const;

export const emptyHash = 0x811c9dc5 | 0;

/** FNV-1a, over code units. */
export function hashLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** Of words one after another: `phrase` is the hash of the words before, the first word's is its own. */
export function hashPhrase(phrase: number, wordHash: number): number {
  return Math.imul(phrase, 0x85ebca6b) ^ wordHash;
}

export function hashStep(from: number, wordHash: number, gap: number): number {
  const mixed = Math.imul(from + 1, 0x9e3779b1) ^ (wordHash + gap);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
}

/** Two bits of one number stand for a hash. 1: it may be in the filter; 0: it is not. */
export function passes(filter: Int32Array, hash: number): number {
  const bits = filter[(hash ^ (hash >>> 17)) & (filter.length - 1)] as number;
  return (bits >>> (hash >>> 27)) & (bits >>> (hash >>> 22)) & 1;
}

export function letPass(filter: Int32Array, hash: number): void {
  const at = (hash ^ (hash >>> 17)) & (filter.length - 1);
  filter[at] = (filter[at] as number) | (1 << (hash >>> 27)) | (1 << (hash >>> 22));
}

/** Eight to sixteen bits for each entry: one stranger in twenty to fifty passes. */
export function filterFor(count: number): Int32Array {
  let length = 32;
  while (4 * length < count) length *= 2;
  return new Int32Array(length);
}

/** The node that a word of a text leads to, 0 for none. */
export function nodeAfter(trie: PhraseTrie, from: number, gap: number, text: string, start: number, end: number, wordHash: number): number {
  const { steps } = trie;
  const hash = hashStep(from, wordHash, gap);
  const mask = steps.length - 1;
  for (let at = (hash << 2) & mask; ; at = (at + stepFields.size) & mask) {
    const to = steps[at + stepFields.to] as number;
    if (to === 0) return 0;
    if (steps[at + stepFields.wordHash] !== wordHash || steps[at] !== from) continue;
    const wordAndGap = steps[at + stepFields.wordAndGap] as number;
    if ((wordAndGap & 1) === gap && isWord(trie.letters, wordAndGap >> 1, text, start, end)) return to;
  }
}

function isWord(letters: Uint16Array, wordStart: number, text: string, start: number, end: number): boolean {
  let letter = wordStart;
  for (let at = start; at < end; at += 1) {
    const folded = foldCodeUnit(text.charCodeAt(at));
    if (folded === 0) continue;
    if (letters[letter] !== folded) return false;
    letter += 1;
  }
  return letters[letter] === 0;
}
