import { foldCodeUnit } from '../text/fold.ts';
import { classOf, letterClass, wordLetter, wordLetters } from './letters.ts';
import { emptyHash, hashLetter, hashPair, passes, type PhraseTrie } from './phrase-trie.ts';
import { mayHaveVersion, newWalk, walkFrom } from './walk.ts';

/** A form in a text: offsets in the text that was scanned. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** What the trie stores for the form. */
  readonly value: number;
}

const dot = 46;

/**
 * Every form of the trie in the text that begins at a word start and ends at a word end, by start, then longest first.
 * Case, diacritics, hyphens, line wraps and glued versions do not matter. Longest match: after a form for which
 * `isFinal` holds, the scan goes on behind it; after another (one that may turn out to be an ordinary word) at the next
 * word, so that what it covers is found too. Linear in the text but for the overlap of phrases.
 *
 * Two passes over each block of words: the first hashes every word once and keeps those that the trie's filters let pass,
 * by themselves or with the word or sign behind them; the second walks the trie from what was kept.
 */
export function scanForms(trie: PhraseTrie, text: string, isFinal: (value: number) => boolean): Hit[] {
  const hits: Hit[] = [];
  const walk = newWalk();
  const block = newBlock();
  /** Where the last final form ends. Nothing begins right there: a word cannot, and a dot does not. */
  let covered = -1;
  while (block.next <= text.length) {
    keepStarts(trie, text, block);
    for (let index = 0; index < block.count; index += 1) {
      const start = block.starts[index] as number;
      if (start <= covered) continue;
      for (let form = walkFrom(trie, text, start, block.alone[index] === 1, walk) - 1; form >= 0; form -= 1) {
        const value = walk.values[form] as number;
        const end = walk.ends[form] as number;
        hits.push({ start, end, value });
        if (!isFinal(value)) continue;
        covered = end;
        break;
      }
    }
  }
  return hits;
}

/** So many starts stay in the nearest cache. */
const blockSize = 1024;

/** Where forms may begin, and how far the text has been looked through for that. */
interface Block {
  readonly starts: Int32Array;
  /** For each start 1 when no form goes on behind its first word. */
  readonly alone: Uint8Array;
  count: number;
  /** Where in the text the next block goes on. */
  next: number;
  /** The start of the word that waits for what stands behind it, -1 when none does. */
  waiting: number;
  waitingHash: number;
  waitingHasVersion: boolean;
}

function newBlock(): Block {
  return { starts: new Int32Array(blockSize), alone: new Uint8Array(blockSize), count: 0, next: 0, waiting: -1, waitingHash: 0, waitingHasVersion: false };
}

/** The waiting word may begin a form, by itself or with the word or sign that follows. */
function keepWaiting({ shortFilter, pairFilter }: PhraseTrie, block: Block, followingHash: number, hasVersion: boolean): void {
  const mayGoOn = hasVersion || block.waitingHasVersion || passes(pairFilter, hashPair(block.waitingHash, followingHash)) === 1;
  if (!mayGoOn && passes(shortFilter, block.waitingHash) === 0) return;
  block.starts[block.count] = block.waiting;
  block.alone[block.count] = mayGoOn ? 0 : 1;
  block.count += 1;
}

function keepStarts(trie: PhraseTrie, text: string, block: Block): void {
  const length = text.length;
  let at = block.next;
  block.count = 0;
  // A word and a sign glued to it can be kept in one turn.
  while (at <= length && block.count < blockSize - 1) {
    let start = at;
    let hash = emptyHash;
    let sign = 0;
    for (;;) {
      let letter = 0;
      while (at < length && (letter = wordLetters[text.charCodeAt(at)] as number) > 0) {
        hash = hashLetter(hash, letter);
        at += 1;
      }
      if (at >= length || letter === 0) break;
      const code = text.charCodeAt(at);
      letter = wordLetter(code);
      if (letter > 0) continue;
      if (letter < 0 && classOf(code) === letterClass.sign) sign = foldCodeUnit(code);
      if (letter === 0 || sign !== 0) break;
      if (start === at) start += 1;
      at += 1;
    }
    const hasWord = at > start;
    if (hasWord) {
      const hasVersion = mayHaveVersion(text, start, at);
      if (block.waiting >= 0) keepWaiting(trie, block, hash, hasVersion);
      block.waiting = start;
      block.waitingHash = hash;
      block.waitingHasVersion = hasVersion;
    }
    if (sign !== 0 || at === length) {
      const signHash = hashLetter(emptyHash, sign);
      if (block.waiting >= 0) keepWaiting(trie, block, signHash, false);
      // A dot begins a name (".net") only where no word stands before it.
      block.waiting = sign === dot && !hasWord ? at : -1;
      block.waitingHash = signHash;
      block.waitingHasVersion = false;
    }
    at += 1;
  }
  block.next = at;
}
