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
    const kept = keepBeginnings(trie, words, enough);
    for (let at = 0; at < kept; at += 1) {
      const index = words.kept[at] as number;
      if ((words.starts[index] as number) <= covered) continue;
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

/** Notes the words at which a form may begin: one in ten, and nearly always one does. Answers how many. */
function keepBeginnings({ singles, pairs, phrases, beginnings }: PhraseTrie, { hashes, marks, count, kept }: TextWords, enough: number): number {
  let keptCount = 0;
  for (let index = 0; index < enough; index += 1) {
    const mark = marks[index] as number;
    if ((mark & wordMarks.mayBegin) === 0) continue;
    let hash = hashes[index] as number;
    let may = mark === wordMarks.mayBegin ? passes(singles, hash) : 1;
    for (let next = index + 1; may === 0 && next < count; next += 1) {
      const isPair = next === index + 1;
      hash = hashPhrase(hash, hashes[next] as number);
      if (((marks[next] as number) & wordMarks.hasVersion) !== 0) may = 1;
      else if (isPair && passes(pairs, hash) === 0) break;
      else if (passes(phrases, hash) === 1) may = 1;
      else if (passes(beginnings, hash) === 0) break;
    }
    kept[keptCount] = index;
    keptCount += may;
  }
  return keptCount;
}
