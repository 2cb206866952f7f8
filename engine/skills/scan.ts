import { hashPhrase, nodeBits, passes, type PhraseTrie } from './phrase-trie.ts';
import { dropWords, readWords, startWords, wordMarks, type TextWords } from './text-words.ts';
import { newWalk, walkFrom } from './walk.ts';

/** A form in a text: offsets in the text that was scanned. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** What the trie stores for the form. */
  readonly value: number;
}

/**
 * Every form of the trie in the text that begins at a word start and ends at a word end, by start, then longest first.
 * Case, diacritics, hyphens, line wraps and glued versions do not matter. Longest match: after a final form the
 * scan goes on behind it; after another (one that may turn out to be an ordinary word) at the next word, so that what it
 * covers is found too. Linear in the text but for the overlap of phrases.
 */
export function scanForms(trie: PhraseTrie, text: string): Hit[] {
  const hits: Hit[] = [];
  const walk = newWalk();
  const words = startWords(text, trie.longest);
  /** Where the last final form ends. Nothing begins right there: a word cannot, and a dot does not. */
  let covered = -1;
  while (words.next <= text.length) {
    readWords(text, words);
    // Behind each word that is looked at stand as many as a form can have.
    const enough = words.next > text.length ? words.count : words.count - trie.longest;
    for (let index = 0; index < enough; index += 1) {
      if (!mayBegin(trie, words, index) || (words.starts[index] as number) <= covered) continue;
      for (let form = walkFrom(trie, text, words, index, walk) - 1; form >= 0; form -= 1) {
        const info = walk.infos[form] as number;
        const end = walk.ends[form] as number;
        hits.push({ start: words.starts[index] as number, end, value: info >> nodeBits.valueShift });
        if ((info & nodeBits.isFinal) === 0) continue;
        covered = end;
        break;
      }
    }
    dropWords(words, enough);
  }
  return hits;
}

/** False only where no form begins. True for one word in ten: nearly always where one does. */
function mayBegin({ singles, pairs, phrases, beginnings }: PhraseTrie, { hashes, marks, count }: TextWords, index: number): boolean {
  const mark = marks[index] as number;
  if (mark !== wordMarks.mayBegin) return mark !== 0;
  let hash = hashes[index] as number;
  if (passes(singles, hash) === 1) return true;
  let next = index + 1;
  if (next >= count) return false;
  hash = hashPhrase(hash, hashes[next] as number);
  if (passes(pairs, hash) === 0) return ((marks[next] as number) & wordMarks.hasVersion) !== 0;
  for (;;) {
    if (passes(phrases, hash) === 1 || ((marks[next] as number) & wordMarks.hasVersion) !== 0) return true;
    if (passes(beginnings, hash) === 0) return false;
    next += 1;
    if (next >= count) return false;
    hash = hashPhrase(hash, hashes[next] as number);
  }
}
