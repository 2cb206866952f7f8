/** From a word of a text on: which forms begin there. */
import { foldCodeUnit } from '../text/fold.ts';
import { classOf, letterClass, wordLetters } from './letters.ts';
import { behindLetter, emptyHash, hashLetter, hashPhrase, passes, readInfo, slotFields, slotOf, type PhraseTable } from './phrase-table.ts';
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

/**
 * Where a form ends whose last letter stands before `at`: behind what folding leaves out. -1 when another letter follows,
 * or a sign that would make it another name ("C" in "C++" and "C#").
 */
function formEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === space) return at;
  let end = at;
  let kind: number = letterClass.other;
  while (end < text.length && (kind = classOf(text.charCodeAt(end))) === letterClass.ignored) end += 1;
  if (end >= text.length || kind === letterClass.other || kind === letterClass.separator) return end;
  if (kind === letterClass.word) return -1;
  const code = text.charCodeAt(end);
  return code === sharp || (code === plus && text.charCodeAt(end + 1) === plus) ? -1 : end;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Where the name ends in a word with a version; -1 when it has none. */
function beforeVersion(text: string, formStart: number, wordStart: number, end: number): number {
  let at = end;
  while (at > wordStart && isDigit(text.charCodeAt(at - 1))) at -= 1;
  const isVersion = at < end && end - at <= mostVersionDigits && at > wordStart && at - formStart >= shortestVersioned;
  return isVersion && /\p{L}/u.test(text[at - 1] as string) ? at : -1;
}

/** Phrases of a text that the filters let pass, in arrays: by their first word, and shorter ones first. */
export interface Candidates {
  readonly hashes: Int32Array;
  /** The phrase's words, as indices. */
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  /** Behind the last letter that has to match: before a version and what folding leaves out. */
  readonly lettersEnds: Int32Array;
  readonly ends: Int32Array;
  count: number;
}

/** Room for what begins at `words` words: at each of up to `longest` words a phrase may end, and one with its version left out. */
export function roomForCandidates(words: number, longest: number): Candidates {
  const size = 2 * words * longest;
  return { hashes: new Int32Array(size), firsts: new Int32Array(size), lasts: new Int32Array(size), lettersEnds: new Int32Array(size), ends: new Int32Array(size), count: 0 };
}

function note(found: Candidates, hash: number, first: number, last: number, lettersEnd: number, end: number): void {
  const { count } = found;
  found.hashes[count] = hash;
  found.firsts[count] = first;
  found.lasts[count] = last;
  found.lettersEnds[count] = lettersEnd;
  found.ends[count] = end;
  found.count = count + 1;
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
  if (start === end) return 0;
  if (start === end + 1 && text.charCodeAt(end) === space) return 1;
  let at = end;
  while (at < start && classOf(text.charCodeAt(at)) === letterClass.ignored) at += 1;
  if (at === start) return 0;
  return classOf(text.charCodeAt(at)) === letterClass.separator && afterGap(text, at) === start ? 1 : -1;
}

/** Whether the letters at a place of the table are those of the candidate's words. Between them stands nothing or a gap. */
function isCandidate(letters: Uint8Array, lettersStart: number, text: string, { starts, ends }: TextWords, found: Candidates, index: number): boolean {
  const last = found.lasts[index] as number;
  let letter = lettersStart;
  for (let word = found.firsts[index] as number; ; word += 1) {
    const wordEnd = word === last ? (found.lettersEnds[index] as number) : (ends[word] as number);
    for (let at = starts[word] as number; at < wordEnd; at += 1) {
      const code = text.charCodeAt(at);
      // The table that was just used for these letters stands in the nearest cache.
      const known = wordLetters[code] as number;
      const folded = known > 0 ? known : foldCodeUnit(code);
      if (folded === 0) continue;
      letter = behindLetter(letters, letter, folded);
      if (letter === 0) return false;
    }
    if (word === last) return letters[letter] === 0;
    if (gapBetween(text, wordEnd, starts[word + 1] as number) === 1) {
      if (letters[letter] !== space) return false;
      letter += 1;
    }
  }
}

/** What the table says of a candidate; -1 when it is no form. */
export function infoOf({ slots, letters }: PhraseTable, text: string, words: TextWords, found: Candidates, index: number): number {
  const mask = slots.length - 1;
  const hash = found.hashes[index] as number;
  for (let slot = slotOf(slots, hash); ; slot = (slot + slotFields.size) & mask) {
    const lettersStart = slots[slot + slotFields.letters] as number;
    if (lettersStart === 0) return -1;
    if (slots[slot] === hash && isCandidate(letters, lettersStart, text, words, found, index)) return readInfo(letters, lettersStart);
  }
}

/** Adds the phrases that begin at the word at `first`, end as a word ends, and may be forms. */
export function findCandidates({ singles, phrases, pairs, beginnings }: PhraseTable, text: string, words: TextWords, first: number, found: Candidates): void {
  const { starts, ends, hashes, marks, count: wordCount } = words;
  let before = 0;
  for (let word = first; ; word += 1) {
    const lettersEnd = ends[word] as number;
    const isFirst = word === first;
    const hash = isFirst ? (hashes[word] as number) : hashPhrase(before, hashes[word] as number);
    const hasVersion = ((marks[word] as number) & wordMarks.hasVersion) !== 0;
    const mayBeForm = passes(isFirst ? singles : phrases, hash) === 1;
    const end = hasVersion || mayBeForm ? formEnd(text, lettersEnd) : -1;
    if (hasVersion && end >= 0) {
      const start = starts[word] as number;
      const nameEnd = beforeVersion(text, starts[first] as number, start, lettersEnd);
      const name = nameEnd < 0 ? 0 : hashWord(text, start, nameEnd);
      const named = isFirst ? name : hashPhrase(before, name);
      if (nameEnd >= 0 && passes(isFirst ? singles : phrases, named) === 1) note(found, named, first, word, nameEnd, end);
    }
    if (mayBeForm && end >= 0) note(found, hash, first, word, lettersEnd, end);
    const next = word + 1;
    if (next >= wordCount) return;
    const goesOn = isFirst ? passes(pairs, hashPhrase(hash, hashes[next] as number)) | ((marks[next] as number) & wordMarks.hasVersion) : passes(beginnings, hash);
    if (goesOn === 0 || gapBetween(text, lettersEnd, starts[next] as number) < 0) return;
    before = hash;
  }
}
