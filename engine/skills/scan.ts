import { childOf, type PhraseTrie } from './phrase-trie.ts';
import { escapeSymbols, isWordClass, letterClass, separatorSymbol, unitInfo } from './symbols.ts';

/** A form in a text: offsets in the text that was scanned. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** What the trie stores for the form. */
  readonly value: number;
}

const newline = 10;
const space = 32;
const dot = 46;
const plus = 43;
const sharp = 35;

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
    const kind = unitInfo(code) & 7;
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

/** Past the digits of a version glued to a name ("Python3", "HTML5"); the same place when there are none. */
function afterVersion(text: string, end: number): number {
  let at = end;
  while (at < text.length && at < end + 4) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) break;
    at += 1;
  }
  return at;
}

/** A word ends here: no letter follows, and no sign that would make it another name ("C" in "C++" and "C#"). */
function isWordEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  if (code === sharp) return false;
  if (code === plus) return text.charCodeAt(at + 1) !== plus;
  return !isWordClass(unitInfo(code)) && (unitInfo(code) & 7) !== letterClass.ignored;
}

/** Where the form that ends at `at` ends as written, with its glued version; -1 when it does not end a word. */
function writtenEnd(text: string, start: number, at: number): number {
  if (isWordEnd(text, at)) return at;
  if (at - start < 3 || !/\p{L}/u.test(text[at - 1] as string)) return -1;
  const past = afterVersion(text, at);
  return past > at && isWordEnd(text, past) ? past : -1;
}

/** Where the forms that begin at one place end, shortest first; written anew for every place. */
interface Ends {
  readonly at: number[];
  readonly value: number[];
}

/** Follows the trie from a word start; answers how many forms end at a word end. */
function walk(trie: PhraseTrie, text: string, start: number, ends: Ends): number {
  const { value: values } = trie;
  const length = text.length;
  let count = 0;
  let node = 0;
  let at = start;
  while (at < length) {
    const code = text.charCodeAt(at);
    const info = unitInfo(code);
    const kind = info & 7;
    at += 1;
    if (kind === letterClass.plain || kind === letterClass.sign) {
      node = childOf(trie, node, info >> 3);
    } else if (kind === letterClass.separator) {
      at = afterGap(text, at - 1);
      if (at < 0) return count;
      node = childOf(trie, node, separatorSymbol);
    } else if (kind === letterClass.escaped) {
      for (const symbol of escapeSymbols(code)) {
        node = childOf(trie, node, symbol);
        if (node === 0) return count;
      }
    } else if (kind === letterClass.ignored) {
      continue;
    } else {
      return count;
    }
    if (node === 0) return count;
    const value = values[node] as number;
    if (value < 0) continue;
    const end = writtenEnd(text, start, at);
    if (end < 0) continue;
    ends.at[count] = end;
    ends.value[count] = value;
    count += 1;
  }
  return count;
}

/**
 * Every form of the trie in the text that begins at a word start and ends at a word end, by start, then longest first.
 * Case, diacritics, hyphens, line wraps and glued versions do not matter. Longest match: after a form for which
 * `isFinal` holds, the scan goes on behind it; after another (one that may turn out to be an ordinary word) at the next
 * word, so that what it covers is found too. Linear in the text but for the overlap of phrases.
 */
export function scanForms(trie: PhraseTrie, text: string, isFinal: (value: number) => boolean): Hit[] {
  const hits: Hit[] = [];
  const ends: Ends = { at: [], value: [] };
  const { afterOne, afterTwo } = trie;
  const length = text.length;
  let inWord = false;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    const info = unitInfo(code);
    const kind = info & 7;
    if (kind === letterClass.ignored) continue;
    const wasInWord = inWord;
    inWord = kind === letterClass.plain || kind === letterClass.escaped;
    if (wasInWord || (!inWord && code !== dot)) continue;
    if (kind !== letterClass.escaped) {
      const first = info >> 3;
      if (afterOne[first] === 0) continue;
      const next = at + 1 < length ? unitInfo(text.charCodeAt(at + 1)) : 0;
      if ((next & 7) === letterClass.plain && afterTwo[first * 64 + (next >> 3)] === 0) continue;
    }
    for (let index = walk(trie, text, at, ends) - 1; index >= 0; index -= 1) {
      const value = ends.value[index] as number;
      const end = ends.at[index] as number;
      hits.push({ start: at, end, value });
      if (isFinal(value)) {
        at = end - 1;
        inWord = true;
        break;
      }
    }
  }
  return hits;
}
