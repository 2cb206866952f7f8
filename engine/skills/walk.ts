/** From a word start into the trie: which forms begin there. */
import { foldCodeUnit } from '../text/fold.ts';
import { classOf, letterClass, wordLetter, wordLetters } from './letters.ts';
import { emptyHash, goesOn, hashLetter, nodeAfter, type PhraseTrie } from './phrase-trie.ts';

const newline = 10;
const space = 32;
const sharp = 35;
const plus = 43;

/** Digits of a version glued to a name ("Python3", "HTML5"). */
const mostVersionDigits = 4;
const shortestVersioned = 3;

/**
 * The first code unit after a gap between two words of a form, or -1 when it is no such gap. A gap is spaces, or one
 * hyphen or underscore without a space before it, or one line break (text wraps); " - " and empty lines part phrases.
 */
function afterGap(text: string, start: number): number {
  let at = start;
  let hyphens = 0;
  let newlines = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === letterClass.ignored) continue;
    if (kind !== letterClass.separator) break;
    if (code === newline) newlines += 1;
    else if (code !== space && code !== 9 && code !== 13 && code !== 0xa0) {
      if (/\s/.test(text[at] as string)) continue;
      if (at > start && hyphens === 0) return -1;
      hyphens += 1;
    }
  }
  return hyphens > 1 || newlines > 1 || at >= text.length ? -1 : at;
}

/** A form may end here: no letter follows, and no sign that would make it another name ("C" in "C++" and "C#"). */
function isFormEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  if (code === sharp) return false;
  if (code === plus) return text.charCodeAt(at + 1) !== plus;
  const kind = classOf(code);
  return kind !== letterClass.word && kind !== letterClass.ignored;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether the word that ends at `end` may be a name with a version. */
export function mayHaveVersion(text: string, start: number, end: number): boolean {
  return isDigit(text.charCodeAt(end - 1)) && !isDigit(text.charCodeAt(start));
}

/** Where the name ends in a word with a version; -1 when it has none. */
function beforeVersion(text: string, formStart: number, wordStart: number, end: number): number {
  let at = end;
  while (at > wordStart && isDigit(text.charCodeAt(at - 1))) at -= 1;
  const isVersion = at < end && end - at <= mostVersionDigits && at > wordStart && at - formStart >= shortestVersioned;
  return isVersion && /\p{L}/u.test(text[at - 1] as string) ? at : -1;
}

/** What a walk writes; one object serves every walk of a scan. */
export interface Walk {
  /** Where the forms end, shortest first. */
  readonly ends: number[];
  readonly values: number[];
  /** Of the word that is being read: behind its last letter, behind what folding leaves out there, the hash of its letters. */
  end: number;
  next: number;
  hash: number;
}

export const newWalk = (): Walk => ({ ends: [], values: [], end: 0, next: 0, hash: 0 });

/** Reads the word, or the sign, that begins at `start`. */
function readWord(text: string, start: number, limit: number, walk: Walk): void {
  let hash = emptyHash;
  let end = start;
  let at = start;
  for (; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    let letter = wordLetters[code] as number;
    if (letter < 0) letter = wordLetter(code);
    if (letter > 0) {
      hash = hashLetter(hash, letter);
      end = at + 1;
      continue;
    }
    if (letter < 0 && classOf(code) === letterClass.ignored) continue;
    if (at === start) {
      hash = hashLetter(hash, foldCodeUnit(code));
      end = at + 1;
      at += 1;
    }
    break;
  }
  walk.end = end;
  walk.next = at;
  walk.hash = hash;
}

function note(walk: Walk, count: number, at: number, value: number): number {
  walk.ends[count] = at;
  walk.values[count] = value;
  return count + 1;
}

/**
 * Follows the trie from a word start; answers how many forms begin there and end as a word ends. `alone` when no form
 * goes on from the first word with what stands behind it.
 */
export function walkFrom(trie: PhraseTrie, text: string, formStart: number, alone: boolean, walk: Walk): number {
  const { nodes } = trie;
  let count = 0;
  let node = 0;
  let gap = 0;
  let start = formStart;
  for (;;) {
    readWord(text, start, text.length, walk);
    const { end, next, hash } = walk;
    const mayEnd = isFormEnd(text, end);
    if (mayEnd && mayHaveVersion(text, start, end)) {
      const nameEnd = beforeVersion(text, formStart, start, end);
      if (nameEnd >= 0) {
        readWord(text, start, nameEnd, walk);
        const named = nodeAfter(trie, node, gap, text, start, nameEnd, walk.hash);
        if (named !== 0 && (nodes[named] as number) >= 0) count = note(walk, count, end, (nodes[named] as number) >> 2);
      }
    }
    node = nodeAfter(trie, node, gap, text, start, end, hash);
    if (node === 0) return count;
    const info = nodes[node] as number;
    if (mayEnd && info >= 0) count = note(walk, count, end, info >> 2);
    if (alone || (info & 3) === 0 || next >= text.length) return count;
    let kind = classOf(text.charCodeAt(next));
    start = next;
    gap = 0;
    if (kind === letterClass.separator) {
      if ((info & goesOn.behindGap) === 0) return count;
      start = afterGap(text, next);
      if (start < 0) return count;
      gap = 1;
      kind = classOf(text.charCodeAt(start));
    } else if ((info & goesOn.glued) === 0) return count;
    if (kind !== letterClass.word && kind !== letterClass.sign) return count;
  }
}
