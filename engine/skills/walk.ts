/** From a word start into the trie: which forms begin there. */
import { foldCodeUnit } from '../text/fold.ts';
import { classOf, letterClass } from './letters.ts';
import { emptyHash, hashLetter, nodeAfter, nodeBits, type PhraseTrie } from './phrase-trie.ts';
import { wordMarks, type TextWords } from './text-words.ts';

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

/** Where the name ends in a word with a version; -1 when it has none. */
function beforeVersion(text: string, formStart: number, wordStart: number, end: number): number {
  let at = end;
  while (at > wordStart && isDigit(text.charCodeAt(at - 1))) at -= 1;
  const isVersion = at < end && end - at <= mostVersionDigits && at > wordStart && at - formStart >= shortestVersioned;
  return isVersion && /\p{L}/u.test(text[at - 1] as string) ? at : -1;
}

/** What a walk writes: where forms end, shortest first. One object serves every walk of a scan. */
export interface Walk {
  readonly ends: number[];
  /** What the trie's nodes say of them. */
  readonly infos: number[];
}

export const newWalk = (): Walk => ({ ends: [], infos: [] });

function note(walk: Walk, count: number, end: number, info: number): number {
  walk.ends[count] = end;
  walk.infos[count] = info;
  return count + 1;
}

function hashWord(text: string, start: number, end: number): number {
  let hash = emptyHash;
  for (let at = start; at < end; at += 1) {
    const letter = foldCodeUnit(text.charCodeAt(at));
    if (letter !== 0) hash = hashLetter(hash, letter);
  }
  return hash;
}

/** Whether a word or sign stands at `start` behind one that ends at `end`: 0 glued to it, 1 behind a gap, -1 neither. */
function gapBetween(text: string, end: number, start: number): 0 | 1 | -1 {
  let at = end;
  while (at < start && classOf(text.charCodeAt(at)) === letterClass.ignored) at += 1;
  if (at === start) return 0;
  return classOf(text.charCodeAt(at)) === letterClass.separator && afterGap(text, at) === start ? 1 : -1;
}

/** Follows the trie from the word at `index`; answers how many forms begin there and end as a word ends. */
export function walkFrom(trie: PhraseTrie, text: string, { starts, ends, hashes, marks, count: wordCount }: TextWords, index: number, walk: Walk): number {
  const { nodes } = trie;
  const formStart = starts[index] as number;
  let count = 0;
  let node = 0;
  let gap = 0;
  for (let word = index; ; word += 1) {
    const start = starts[word] as number;
    const end = ends[word] as number;
    const mayEnd = isFormEnd(text, end);
    if (mayEnd && ((marks[word] as number) & wordMarks.hasVersion) !== 0) {
      const nameEnd = beforeVersion(text, formStart, start, end);
      const named = nameEnd < 0 ? 0 : nodeAfter(trie, node, gap, text, start, nameEnd, hashWord(text, start, nameEnd));
      if (named !== 0 && (nodes[named] as number) >= 0) count = note(walk, count, end, nodes[named] as number);
    }
    node = nodeAfter(trie, node, gap, text, start, end, hashes[word] as number);
    if (node === 0) return count;
    const info = nodes[node] as number;
    if (mayEnd && info >= 0) count = note(walk, count, end, info);
    if ((info & (nodeBits.goesOnGlued | nodeBits.goesOnBehindGap)) === 0 || word + 1 >= wordCount) return count;
    gap = gapBetween(text, end, starts[word + 1] as number);
    if (gap < 0 || (info & (1 << gap)) === 0) return count;
  }
}
