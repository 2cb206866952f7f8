import { foldCodeUnit } from '../text/fold.ts';
import { classOf, letterClass } from './letters.ts';
import { emptyHash, filterFor, hashLetter, hashPhrase, hashStep, letPass, nodeBits, stepFields, type PhraseTrie } from './phrase-trie.ts';

export interface PhraseTrieBuilder {
  /** The node at which a form ends, made where it is missing; 0 for a form that no text can match. */
  add(form: string): number;
  /** -1 when the node has none. */
  valueOf(node: number): number;
  /** Gives a node a value, in place of the one it had. What a final form covers is not searched for others. */
  setValue(node: number, value: number, isFinal: boolean): void;
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

/** Words by their letters: a hash table of (hash, place of the letters + 1), and the letters, each word ended by a 0. */
interface Words {
  letters: Uint16Array;
  /** A word that is not kept yet is written from here. */
  used: number;
  count: number;
  slots: Int32Array;
}

function placeWord(slots: Int32Array, hash: number, wordStart: number): void {
  const mask = slots.length - 1;
  let at = (hash << 1) & mask;
  while (slots[at + 1] !== 0) at = (at + 2) & mask;
  slots[at] = hash;
  slots[at + 1] = wordStart + 1;
}

/** Where the word stands whose letters have been written. */
function keepWord(words: Words, length: number, hash: number): number {
  const { letters, used, slots } = words;
  letters[used + length] = 0;
  const mask = slots.length - 1;
  for (let at = (hash << 1) & mask; slots[at + 1] !== 0; at = (at + 2) & mask) {
    if (slots[at] !== hash) continue;
    const wordStart = (slots[at + 1] as number) - 1;
    let same = 0;
    while (same <= length && letters[wordStart + same] === letters[used + same]) same += 1;
    if (same > length) return wordStart;
  }
  if (2 * words.count > fullest * slots.length) {
    words.slots = new Int32Array(2 * slots.length);
    for (let at = 0; at < slots.length; at += 2) if (slots[at + 1] !== 0) placeWord(words.slots, slots[at] as number, (slots[at + 1] as number) - 1);
  }
  placeWord(words.slots, hash, used);
  words.count += 1;
  words.used = used + length + 1;
  return used;
}

const noValue = -1 << nodeBits.valueShift;
const goesOn = nodeBits.goesOnGlued | nodeBits.goesOnBehindGap;

/** Time and memory grow with the letters of the forms; nothing is sorted. */
export function buildPhraseTrie(): PhraseTrieBuilder {
  const words: Words = { letters: new Uint16Array(8192), used: 0, count: 0, slots: new Int32Array(2 * 1024) };
  let steps = new Int32Array(stepFields.size * 1024);
  let stepCount = 0;
  let nodes = new Int32Array(1024).fill(noValue);
  let parents = new Int32Array(1024);
  let wordHashes = new Int32Array(1024);
  let nodeCount = 1;
  let longest = 1;

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
    if (nodeCount === nodes.length) {
      nodes = doubled(nodes).fill(noValue, nodeCount);
      parents = doubled(parents);
      wordHashes = doubled(wordHashes);
    }
    parents[nodeCount] = from;
    wordHashes[nodeCount] = wordHash;
    placeStep(from, wordHash, wordAndGap, nodeCount);
    nodes[from] = (nodes[from] as number) | (1 << gap);
    stepCount += 1;
    nodeCount += 1;
    return nodeCount - 1;
  };

  const add = (form: string): number => {
    let node = 0;
    let gap = 0;
    let length = 0;
    while (words.used + 2 * form.length >= words.letters.length) words.letters = doubled(words.letters);
    const { letters } = words;
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
      let letterCount = 0;
      for (;;) {
        if (kind !== letterClass.ignored) {
          const letter = foldCodeUnit(code);
          letters[words.used + letterCount] = letter;
          hash = hashLetter(hash, letter);
          letterCount += 1;
        }
        if (isSign || at >= form.length) break;
        code = form.charCodeAt(at);
        kind = classOf(code);
        if (kind !== letterClass.word && kind !== letterClass.ignored) break;
        at += 1;
      }
      node = follow(node, hash, 2 * keepWord(words, letterCount, hash) + gap);
      length += 1;
      gap = 0;
    }
    longest = Math.max(longest, length);
    return gap === 1 ? 0 : node;
  };

  /** Nodes are numbered as they are made, so that the one before a node has a smaller number. */
  const forEachPhrase = (see: (name: 'singles' | 'phrases' | 'pairs' | 'beginnings', hash: number) => void): void => {
    const hashes = new Int32Array(nodeCount);
    for (let node = 1; node < nodeCount; node += 1) {
      const before = parents[node] as number;
      const hash = before === 0 ? (wordHashes[node] as number) : hashPhrase(hashes[before] as number, wordHashes[node] as number);
      hashes[node] = hash;
      const info = nodes[node] as number;
      if (before === 0) {
        if (info >= 0) see('singles', hash);
        continue;
      }
      if (info >= 0) see('phrases', hash);
      if (parents[before] === 0) see('pairs', hash);
      if ((info & goesOn) !== 0) see('beginnings', hash);
    }
  };

  const finish = (): PhraseTrie => {
    const counts = { singles: 0, phrases: 0, pairs: 0, beginnings: 0 };
    const filters = { singles: filterFor(0), phrases: filterFor(0), pairs: filterFor(0), beginnings: filterFor(0) };
    const count = (name: keyof typeof counts): void => { counts[name] += 1; };
    forEachPhrase(count);
    for (const name of ['singles', 'phrases', 'pairs', 'beginnings'] as const) filters[name] = filterFor(counts[name]);
    forEachPhrase((name, hash) => { letPass(filters[name], hash); });
    return { steps, letters: words.letters.slice(0, words.used), nodes: nodes.slice(0, nodeCount), longest, ...filters };
  };

  return {
    add, finish,
    valueOf: (node) => (nodes[node] as number) >> nodeBits.valueShift,
    setValue: (node, value, isFinal) => {
      nodes[node] = (value << nodeBits.valueShift) | (isFinal ? nodeBits.isFinal : 0) | ((nodes[node] as number) & goesOn);
    },
  };
}
