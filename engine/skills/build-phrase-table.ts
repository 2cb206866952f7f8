import { classOf, letterClass, lookCloser, wordLetter, wordLetters } from './letters.ts';
import { bytesOfLetterBefore, emptyHash, filterFor, hashLetter, hashPhrase, hashWritten, infoBits, infoBytes, letPass, letterBytes, mostHashes, passes, readInfo, slotFields, slotOf, writeInfo, writeLetter, type PhraseTable } from './phrase-table.ts';

export interface PhraseTableBuilder {
  /** The slot of a form, made where it is missing, until the next form is added; -1 for a form that no text can match. */
  add(form: string): number;
  /**
   * Adds the form that `add` was last given with its last `cut` letters, which belong to one word, replaced by the letters of
   * `ending`. What stands before them is neither joined to a string nor read and hashed anew. Answers as `add`.
   */
  addEnding(cut: number, ending: string): number;
  /** -1 when the slot has none. */
  valueOf(slot: number): number;
  /** Gives a slot a value, in place of the one it had. What a final form covers is not searched for others. */
  setValue(slot: number, value: number, isFinal: boolean): void;
  finish(): PhraseTable;
}

type Numbers = Int32Array | Uint8Array;

function enlarged<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  const larger = new (numbers.constructor as new (length: number) => Kind)(length);
  larger.set(numbers);
  return larger;
}

/** Slots are taken up to this share. */
const fullest = 0.75;
const space = 32;
const noValue = -1;

function takeSlot(slots: Int32Array, hash: number): number {
  let slot = slotOf(slots, hash);
  while (slots[slot + slotFields.letters] !== 0) slot = (slot + slotFields.size) & (slots.length - 1);
  return slot;
}

function moved(slots: Int32Array): Int32Array {
  const larger = new Int32Array(2 * slots.length);
  for (let from = 0; from < slots.length; from += slotFields.size) {
    if (slots[from + slotFields.letters] === 0) continue;
    const to = takeSlot(larger, slots[from] as number);
    for (let field = 0; field < slotFields.size; field += 1) larger[to + field] = slots[from + field] as number;
  }
  return larger;
}

/**
 * A filter that is filled as the hashes come. It begins large enough for what is expected, and is halved at the end to what different
 * hashes there were: the half above laid over the half below is what a smaller one would have been. One that proves too small
 * stands twice behind itself, which lets more strangers pass than one that had been larger from the start, and never fewer forms.
 */
function growingFilter(expected: number) {
  let filter = filterFor(expected);
  let different = 0;
  return {
    add: (hash: number): void => {
      if (passes(filter, hash) === 1) return;
      letPass(filter, hash);
      different += 1;
      if (different > mostHashes(filter)) filter = doubled(filter);
    },
    finish: (): Int32Array => {
      const { length } = filterFor(different);
      for (let at = length; at < filter.length; at += 1) filter[at & (length - 1)] = (filter[at & (length - 1)] as number) | (filter[at] as number);
      return filter.length === length ? filter : filter.slice(0, length);
    },
  };
}

function doubled(filter: Int32Array): Int32Array {
  const larger = enlarged(filter, 2 * filter.length);
  larger.set(filter, filter.length);
  return larger;
}

/** As it stands in `wordLetters`. */
function letterOf(code: number): number {
  const letter = wordLetters[code] as number;
  return letter === lookCloser ? wordLetter(code) : letter;
}

/** About how much is to come: what was not foreseen is made room for, and the table moved. */
export interface Expected {
  readonly phrases: number;
  /** In bytes, see writeLetter. */
  readonly letters: number;
}

/** Room that was asked for and not written to is no memory yet; more than this share of it is given back. */
const mostUnused = 0.25;

/** Time and memory grow with the letters of the forms; nothing is sorted. */
export function buildPhraseTable(expected: Expected = { phrases: 0, letters: 0 }): PhraseTableBuilder {
  let slotCount = 256;
  while (fullest * slotCount < expected.phrases) slotCount *= 2;
  let slots: Int32Array = new Int32Array(slotFields.size * slotCount);
  let letters: Uint8Array = new Uint8Array(Math.max(4096, Math.ceil(expected.letters + (infoBytes + 1) * expected.phrases)));
  let used = 0;
  /** Where the letters of the form that is added end. */
  let written = 0;
  let count = 0;
  let longest = 1;
  const phrases = growingFilter(expected.phrases);
  const singles = growingFilter(expected.phrases / 2);
  const pairs = growingFilter(expected.phrases / 2);
  const beginnings = growingFilter(expected.phrases / 2);
  /** The hashes of the first word, the first two, … of the form that is added. */
  let hashes = new Int32Array(64);
  /** Of the last form that was added whole: its words, where its letters and its last word begin, where they end, and that word's hash. */
  const stem = { words: 0, start: 0, lastWord: 0, end: 0, lastHash: 0 };

  /** Writes the form's letters behind the used ones, and the hashes. Answers how many words it has, 0 for a form that no text can match. */
  const write = (form: string): number => {
    const { length } = form;
    const into = letters;
    const hashOfWords = hashes;
    let end = used + infoBytes;
    let at = 0;
    let words = 0;
    let before = 0;
    let isApart = false;
    let wordStart = end;
    let hash = emptyHash;
    while (at < length) {
      let letter = letterOf(form.charCodeAt(at));
      wordStart = end;
      hash = emptyHash;
      if (letter > 0) {
        for (; letter > 0 || letter === lookCloser; letter = letterOf(form.charCodeAt(at))) {
          if (letter > 0) {
            end = writeLetter(into, end, letter);
            hash = hashLetter(hash, letter);
          }
          at += 1;
          if (at >= length) break;
        }
      } else {
        at += 1;
        if (letter === lookCloser) continue;
        if (letter === 0) {
          if (isApart || words === 0 || classOf(form.charCodeAt(at - 1)) !== letterClass.separator) return 0;
          isApart = true;
          into[end] = space;
          end += 1;
          continue;
        }
        end = writeLetter(into, end, -letter);
        hash = hashLetter(hash, -letter);
      }
      before = words === 0 ? hash : hashPhrase(before, hash);
      hashOfWords[words] = before;
      words += 1;
      isApart = false;
    }
    into[end] = 0;
    written = end;
    stem.lastWord = wordStart - used - infoBytes;
    stem.end = end - used - infoBytes;
    stem.lastHash = hash;
    return isApart ? 0 : words;
  };

  const isWritten = (start: number): boolean => {
    const own = used + infoBytes;
    let at = 0;
    while (letters[start + at] === letters[own + at]) {
      if (letters[start + at] === 0) return true;
      at += 1;
    }
    return false;
  };

  const filterHashes = (words: number): void => {
    const whole = hashes[words - 1] as number;
    if (words === 1) {
      singles.add(whole);
      return;
    }
    phrases.add(whole);
    pairs.add(hashes[1] as number);
    for (let first = 1; first < words - 1; first += 1) beginnings.add(hashes[first] as number);
  };

  const makeRoom = (bytes: number): void => {
    const room = used + infoBytes + bytes + 1;
    if (room > letters.length) letters = enlarged(letters, Math.ceil(1.5 * room));
  };

  /** The slot of what is written, taken where it stands in none. */
  const settle = (words: number): number => {
    const hash = hashes[words - 1] as number;
    let slot = slotOf(slots, hash);
    for (; slots[slot + slotFields.letters] !== 0; slot = (slot + slotFields.size) & (slots.length - 1)) {
      if (slots[slot] === hash && isWritten(slots[slot + slotFields.letters] as number)) return slot;
    }
    if (slotFields.size * count >= fullest * slots.length) {
      slots = moved(slots);
      slot = takeSlot(slots, hash);
    }
    const start = used + infoBytes;
    slots[slot] = hash;
    slots[slot + slotFields.letters] = start;
    writeInfo(letters, start, noValue);
    used = written + 1;
    count += 1;
    longest = Math.max(longest, words);
    filterHashes(words);
    return slot;
  };

  const add = (form: string): number => {
    makeRoom(letterBytes * form.length);
    if (form.length > hashes.length) hashes = new Int32Array(2 * form.length);
    stem.words = write(form);
    if (stem.words === 0) return -1;
    const slot = settle(stem.words);
    stem.start = slots[slot + slotFields.letters] as number;
    return slot;
  };

  const addEnding = (cut: number, ending: string): number => {
    if (stem.words === 0) return -1;
    makeRoom(stem.end + letterBytes * ending.length);
    let kept = stem.end;
    for (let left = cut; left > 0; left -= 1) kept -= bytesOfLetterBefore(letters, stem.start + kept);
    const start = used + infoBytes;
    for (let at = 0; at < kept; at += 1) letters[start + at] = letters[stem.start + at] as number;
    let end = start + kept;
    let hash = cut === 0 ? stem.lastHash : hashWritten(letters, start + stem.lastWord, end);
    for (let at = 0; at < ending.length; at += 1) {
      const letter = letterOf(ending.charCodeAt(at));
      end = writeLetter(letters, end, letter);
      hash = hashLetter(hash, letter);
    }
    letters[end] = 0;
    written = end;
    hashes[stem.words - 1] = stem.words === 1 ? hash : hashPhrase(hashes[stem.words - 2] as number, hash);
    return settle(stem.words);
  };

  const infoStart = (slot: number): number => slots[slot + slotFields.letters] as number;
  return {
    add,
    addEnding,
    valueOf: (slot) => readInfo(letters, infoStart(slot)) >> infoBits.valueShift,
    setValue: (slot, value, isFinal) => { writeInfo(letters, infoStart(slot), (value << infoBits.valueShift) | (isFinal ? infoBits.isFinal : 0)); },
    finish: () => ({
      slots, longest, letters: used < (1 - mostUnused) * letters.length ? letters.slice(0, used) : letters.subarray(0, used),
      singles: singles.finish(), phrases: phrases.finish(), pairs: pairs.finish(), beginnings: beginnings.finish(),
    }),
  };
}
