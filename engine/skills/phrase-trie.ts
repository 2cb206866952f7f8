/**
 * A trie whose edges are words, in typed arrays: the steps from node to node are entries of one hash table, under the node
 * they leave, the folded letters of the word, and whether a gap stands before it. A sign ("+", "/") is a word of one
 * letter. Filters of a few hundred kilobytes say "surely not" for most words of a text, so that the table is rarely seen.
 */
import { foldCodeUnit } from '../text/fold.ts';

export interface PhraseTrie {
  /** Four numbers for each step, see `stepFields`. */
  readonly steps: Int32Array;
  /** The folded letters of every word, each word ended by a 0. */
  readonly letters: Uint16Array;
  /** For each node, the value of the form that ends there (-1 for none) × 4, plus how steps go on from it: `goesOn`. */
  readonly nodes: Int32Array;
  /** Words that may be a form by themselves, by their hash. */
  readonly shortFilter: Int32Array;
  /** Two words that a form may begin with, by hashPair. */
  readonly pairFilter: Int32Array;
  /** Steps from other nodes than the root, by hashStep. */
  readonly stepFilter: Int32Array;
}

/** The fields of a step. `to` is 0 (the root, where no step leads) in a free place. */
export const stepFields = { from: 0, wordHash: 1, wordAndGap: 2, to: 3, size: 4 } as const;
/** The bits of a node that say how steps go on: a word or sign glued to it, or behind a gap. */
export const goesOn = { glued: 1, behindGap: 2 } as const;

export const emptyHash = 0x811c9dc5 | 0;

/** FNV-1a, over code units. */
export function hashLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

export function hashPair(first: number, second: number): number {
  return Math.imul(first, 0x85ebca6b) ^ second;
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

/** Sixteen bits for each entry or more: about one stranger in fifty passes. */
export function filterFor(count: number): Int32Array {
  let length = 32;
  while (2 * length < count) length *= 2;
  return new Int32Array(length);
}

/** The node that a word of a text leads to, 0 for none. */
export function nodeAfter(trie: PhraseTrie, from: number, gap: number, text: string, start: number, end: number, wordHash: number): number {
  const { steps } = trie;
  const hash = hashStep(from, wordHash, gap);
  if (from !== 0 && passes(trie.stepFilter, hash) === 0) return 0;
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
