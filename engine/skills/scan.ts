import { hashPhrase, infoBits, passes, type PhraseTable } from './phrase-table.ts';
import { dropWords, readWords, startWords, wordMarks, type TextWords } from './text-words.ts';
import { findCandidates, infoOf, roomForCandidates, type Candidates } from './walk.ts';

/** Their candidates are found before any is looked up, so that the waits for memory overlap. */
const wordsAtATime = 64;

/** A form in a text: offsets in the text that was scanned. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** What the table stores for the form. */
  readonly value: number;
}

/**
 * Every form of the table in the text that begins at a word start and ends at a word end, by start, then longest first.
 * Case, diacritics, hyphens, line wraps and glued versions do not matter. Longest match: after a final form the
 * scan goes on behind it; after another (one that may turn out to be an ordinary word) at the next word, so that what it
 * covers is found too. Linear in the text but for the overlap of phrases.
 */
export function scanForms(table: PhraseTable, text: string): Hit[] {
  const hits: Hit[] = [];
  const words = startWords(text, table.longest);
  const candidates = roomForCandidates(Math.min(wordsAtATime, text.length), table.longest);
  /** Where the last final form ends. Nothing begins right there: a word cannot, and a dot does not. */
  let covered = -1;
  while (words.next <= text.length) {
    readWords(text, words);
    // Behind each word that is looked at stand as many as a form can have.
    const enough = words.next > text.length ? words.count : words.count - table.longest;
    const kept = keepBeginnings(table, words, enough);
    for (let from = 0; from < kept; from += wordsAtATime) {
      candidates.count = 0;
      for (let at = from; at < Math.min(kept, from + wordsAtATime); at += 1) findCandidates(table, text, words, words.kept[at] as number, candidates);
      covered = settle(table, text, words, candidates, covered, hits);
    }
    dropWords(words, enough);
  }
  return hits;
}

/** Looks the candidates up, longest first at each word, and answers where the last final form ends. */
function settle(table: PhraseTable, text: string, words: TextWords, candidates: Candidates, coveredBefore: number, hits: Hit[]): number {
  const { firsts, ends, count } = candidates;
  let covered = coveredBefore;
  for (let group = 0, next = 0; group < count; group = next) {
    const first = firsts[group] as number;
    const start = words.starts[first] as number;
    while (next < count && firsts[next] === first) next += 1;
    for (let index = next - 1; index >= group && start > covered; index -= 1) {
      const info = infoOf(table, text, words, candidates, index);
      if (info < 0) continue;
      const end = ends[index] as number;
      hits.push({ start, end, value: info >> infoBits.valueShift });
      if ((info & infoBits.isFinal) !== 0) covered = end;
    }
  }
  return covered;
}

/** Notes the words at which a form may begin, by their first or first two words: two in ten. Answers how many. */
function keepBeginnings({ singles, pairs }: PhraseTable, { hashes, marks, kept }: TextWords, enough: number): number {
  let keptCount = 0;
  // Without a branch: which words are kept cannot be foreseen. Behind the last word stands an old one, which does no harm.
  for (let index = 0; index < enough; index += 1) {
    const hash = hashes[index] as number;
    const mark = marks[index] as number;
    const hasVersion = (mark | (marks[index + 1] as number)) >> 1;
    kept[keptCount] = index;
    keptCount += mark & (passes(singles, hash) | passes(pairs, hashPhrase(hash, hashes[index + 1] as number)) | hasVersion) & wordMarks.mayBegin;
  }
  return keptCount;
}
