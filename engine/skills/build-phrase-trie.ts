import { foldCodeUnit } from '../text/fold.ts';
import { classOf, letterClass } from './letters.ts';
import { emptyHash, filterFor, hashLetter, hashPair, hashStep, letPass, stepFields, type PhraseTrie } from './phrase-trie.ts';

export interface PhraseTrieBuilder {
  /** The node at which a form ends, made where it is missing; 0 for a form that no text can match. */
  add(form: string): number;
  /** -1 when the node has none. */
  valueOf(node: number): number;
  /** Gives a node a value, in place of the one it had. */
  setValue(node: number, value: number): void;
  finish(): PhraseTrie;
}

type Numbers = Int32Array | Uint16Array;

function doubled<Kind extends Numbers>(numbers: Kind): Kind {
  const larger = new (numbers.constructor as new (length: number) => Kind)(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** Entries of a hash table may fill this share of its places. */
const fullest = 0.8;

/** Words by their letters: a hash table of (hash, place of the letters + 1), and the letters. */
function numberWords() {
  let slots = new Int32Array(2 * 1024);
  let letters = new Uint16Array(8192);
  let count = 0;
  let used = 0;

  const place = (hash: number, wordStart: number): void => {
    const mask = slots.length - 1;
    let at = (hash << 1) & mask;
    while (slots[at + 1] !== 0) at = (at + 2) & mask;
    slots[at] = hash;
    slots[at + 1] = wordStart + 1;
  };
  const grow = (): void => {
    const before = slots;
    slots = new Int32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) if (before[at + 1] !== 0) place(before[at] as number, (before[at + 1] as number) - 1);
  };
  const isSame = (wordStart: number, length: number): boolean => {
    for (let at = 0; at < length; at += 1) if (letters[wordStart + at] !== letters[used + at]) return false;
    return letters[wordStart + length] === 0;
  };

  return {
    /** A letter of a word that has not been kept yet. */
    write: (at: number, letter: number): void => {
      if (used + at + 1 >= letters.length) letters = doubled(letters);
      letters[used + at] = letter;
    },
    /** Where the word with the letters that have been written stands. */
    keep: (length: number, hash: number): number => {
      letters[used + length] = 0;
      const mask = slots.length - 1;
      for (let at = (hash << 1) & mask; slots[at + 1] !== 0; at = (at + 2) & mask) {
        const wordStart = (slots[at + 1] as number) - 1;
        if (slots[at] === hash && isSame(wordStart, length)) return wordStart;
      }
      if (2 * count > fullest * slots.length) grow();
      place(hash, used);
      count += 1;
      used += length + 1;
      return used - length - 1;
    },
    letters: (): Uint16Array => letters.slice(0, used),
  };
}

/** Time and memory grow with the letters of the forms; nothing is sorted. */
export function buildPhraseTrie(): PhraseTrieBuilder {
  const words = numberWords();
  let steps = new Int32Array(stepFields.size * 1024);
  let stepCount = 0;
  let nodes = new Int32Array(1024).fill(-4);
  let nodeCount = 1;

  const placeStep = (from: number, wordHash: number, wordAndGap: number, to: number): void => {
    const mask = steps.length - 1;
    let at = (hashStep(from, wordHash, wordAndGap & 1) << 2) & mask;
    while (steps[at + stepFields.to] !== 0) at = (at + stepFields.size) & mask;
    steps[at] = from;
    steps[at + stepFields.wordHash] = wordHash;
    steps[at + stepFields.wordAndGap] = wordAndGap;
    steps[at + stepFields.to] = to;
  };
  const growSteps = (): void => {
    const before = steps;
    steps = new Int32Array(2 * before.length);
    for (let at = 0; at < before.length; at += stepFields.size) {
      const to = before[at + stepFields.to] as number;
      if (to !== 0) placeStep(before[at] as number, before[at + stepFields.wordHash] as number, before[at + stepFields.wordAndGap] as number, to);
    }
  };

  const follow = (from: number, wordHash: number, wordAndGap: number): number => {
    const mask = steps.length - 1;
    const gap = wordAndGap & 1;
    for (let at = (hashStep(from, wordHash, gap) << 2) & mask; steps[at + stepFields.to] !== 0; at = (at + stepFields.size) & mask) {
      if (steps[at] === from && steps[at + stepFields.wordAndGap] === wordAndGap) return steps[at + stepFields.to] as number;
    }
    if (stepFields.size * stepCount > fullest * steps.length) growSteps();
    if (nodeCount === nodes.length) nodes = doubled(nodes).fill(-4, nodeCount);
    placeStep(from, wordHash, wordAndGap, nodeCount);
    nodes[from] = (nodes[from] as number) | (1 << gap);
    stepCount += 1;
    nodeCount += 1;
    return nodeCount - 1;
  };

  const add = (form: string): number => {
    let node = 0;
    let gap = 0;
    for (let at = 0; at < form.length;) {
      let code = form.charCodeAt(at);
      let kind = classOf(code);
      at += 1;
      if (kind === letterClass.ignored) continue;
      if (kind === letterClass.other || (kind === letterClass.separator && (gap === 1 || node === 0))) return 0;
      if (kind === letterClass.separator) {
        gap = 1;
        continue;
      }
      const isSign = kind === letterClass.sign;
      let hash = emptyHash;
      let length = 0;
      for (;;) {
        if (kind !== letterClass.ignored) {
          const letter = foldCodeUnit(code);
          words.write(length, letter);
          hash = hashLetter(hash, letter);
          length += 1;
        }
        if (isSign || at >= form.length) break;
        code = form.charCodeAt(at);
        kind = classOf(code);
        if (kind !== letterClass.word && kind !== letterClass.ignored) break;
        at += 1;
      }
      node = follow(node, hash, 2 * words.keep(length, hash) + gap);
      gap = 0;
    }
    return gap === 1 ? 0 : node;
  };

  const finish = (): PhraseTrie => {
    const firstHashes = new Int32Array(nodeCount);
    const isFirst = new Uint8Array(nodeCount);
    let firstCount = 0;
    for (let at = 0; at < steps.length; at += stepFields.size) {
      const to = steps[at + stepFields.to] as number;
      if (to === 0 || steps[at] !== 0) continue;
      firstHashes[to] = steps[at + stepFields.wordHash] as number;
      isFirst[to] = 1;
      firstCount += 1;
    }
    let pairCount = 0;
    for (let at = 0; at < steps.length; at += stepFields.size) if (steps[at + stepFields.to] !== 0) pairCount += isFirst[steps[at] as number] as number;
    const shortFilter = filterFor(firstCount);
    const pairFilter = filterFor(pairCount);
    const stepFilter = filterFor(stepCount - firstCount);
    for (let at = 0; at < steps.length; at += stepFields.size) {
      const to = steps[at + stepFields.to] as number;
      if (to === 0) continue;
      const from = steps[at] as number;
      const wordHash = steps[at + stepFields.wordHash] as number;
      if (from !== 0) letPass(stepFilter, hashStep(from, wordHash, (steps[at + stepFields.wordAndGap] as number) & 1));
      else if ((nodes[to] as number) >= 0) letPass(shortFilter, wordHash);
      if (isFirst[from] === 1) letPass(pairFilter, hashPair(firstHashes[from] as number, wordHash));
    }
    return { steps, letters: words.letters(), nodes: nodes.slice(0, nodeCount), shortFilter, pairFilter, stepFilter };
  };

  return {
    add, finish,
    valueOf: (node) => (nodes[node] as number) >> 2,
    setValue: (node, value) => { nodes[node] = 4 * value + ((nodes[node] as number) & 3); },
  };
}
