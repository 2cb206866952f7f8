import { functionWords, paleVerbs } from './ad-words.ts';
import { rootOf, stemOf } from './stems.ts';
import type { Concept } from './types.ts';
import { gramsOf, wordsOf } from './words.ts';

/** One name or alias, as the words that count in it. */
export interface Label {
  readonly concept: number;
  readonly written: string;
  readonly isName: boolean;
  readonly slots: readonly Slot[];
  /** The sum of the slots' weights. */
  readonly weight: number;
}

export interface Slot {
  readonly word: number;
  readonly weight: number;
}

export interface ConceptIndex {
  readonly concepts: readonly Concept[];
  readonly places: ReadonlyMap<string, number>;
  readonly labels: readonly Label[];
  /** Distinct words of all labels. */
  readonly spellings: readonly string[];
  readonly words: ReadonlyMap<string, number>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly byRoot: ReadonlyMap<string, readonly number[]>;
  readonly byGram: ReadonlyMap<string, readonly number[]>;
  readonly gramCounts: Uint8Array;
  /** For each word where its uses begin; one entry more than there are words. */
  readonly useStarts: Uint32Array;
  readonly useLabels: Uint32Array;
  readonly useSlots: Uint8Array;
  /** For each root in how many concepts it stands. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** What stands in brackets tells concepts of one name apart: "Java (computer programming)". Texts rarely say it. */
const bracketShare = 0.15;
const paleVerbShare = 0.35;
/** For a label that consists of function words. */
const wordlessWeight = 0.3;
/** Shorter words have too few letters to be recognised by them when they are misspelt. */
const shortestMisspelt = 4;
const mostSlots = 255;

/**
 * How much a word tells concepts apart, 0 (function words) to 1 (in none):
 * ln((N + 2) ÷ (concepts with its root + 1)) ÷ ln(N + 2).
 */
export function wordWeight({ concepts, frequencies }: Pick<ConceptIndex, 'concepts' | 'frequencies'>, key: string): number {
  if (functionWords.has(key)) return 0;
  return Math.log((concepts.length + 2) / ((frequencies.get(rootOf(key)) ?? 0) + 1)) / Math.log(concepts.length + 2);
}

/**
 * An inverted index over the names and aliases of any list of concepts, for `linkText`. Time and memory grow with the
 * words of all labels: 14,000 concepts take 0.5 s of processor time, cold.
 */
export function compileConcepts(concepts: readonly Concept[]): ConceptIndex {
  const read = concepts.map(({ name, aliases }) => [name, ...aliases].map(readLabel));
  const roots = remembered(rootOf);
  const frequencies = new Map<string, number>();
  for (const labels of read) {
    for (const root of new Set(labels.flatMap(({ head, aside }) => [...head, ...aside].map(roots)))) frequencies.set(root, (frequencies.get(root) ?? 0) + 1);
  }
  const words = new Map<string, number>();
  const wordOf = (key: string): number => {
    const word = words.get(key) ?? words.size;
    words.set(key, word);
    return word;
  };
  const weigh = remembered((key) => wordWeight({ concepts, frequencies }, key));
  const labels = read.flatMap((ofConcept, concept) => {
    const made = ofConcept.map((label, index): Label => {
      const slots = slotsOf(label, weigh, wordOf);
      return { concept, written: label.written, isName: index === 0, slots, weight: slots.reduce((sum, { weight }) => sum + weight, 0) };
    });
    return [...new Map(made.toReversed().map((label) => [label.slots.map(({ word }) => word).join(), label])).values()].toReversed();
  });
  const spellings = [...words.keys()];
  return { concepts, places: new Map(concepts.map(({ id }, place) => [id, place])), labels, spellings, words, frequencies, ...lookUps(spellings), ...usesOf(labels, spellings.length) };
}

interface ReadLabel {
  readonly written: string;
  readonly head: readonly string[];
  /** What stands in brackets. */
  readonly aside: readonly string[];
}

function readLabel(written: string): ReadLabel {
  const bracket = written.indexOf('(');
  const keys = (text: string): string[] => wordsOf(text).map(({ key }) => key);
  return bracket > 0 ? { written, head: keys(written.slice(0, bracket)), aside: keys(written.slice(bracket)) } : { written, head: keys(written), aside: [] };
}

/** Labels have each word many times. */
function remembered<Value>(work: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}

function slotsOf({ head, aside }: ReadLabel, weigh: (key: string) => number, wordOf: (key: string) => number): Slot[] {
  const shareOf = (key: string, at: number): number => (at === 0 && head.length > 1 && paleVerbs.has(key) ? paleVerbShare : 1);
  const weighed = [...head.map((key, at) => ({ key, weight: weigh(key) * shareOf(key, at) })), ...aside.map((key) => ({ key, weight: weigh(key) * bracketShare }))];
  const telling = weighed.filter(({ weight }) => weight > 0);
  const used = telling.length > 0 ? telling : head.map((key) => ({ key, weight: wordlessWeight }));
  return used.slice(0, mostSlots).map(({ key, weight }) => ({ word: wordOf(key), weight }));
}

function lookUps(spellings: readonly string[]): Pick<ConceptIndex, 'byStem' | 'byRoot' | 'byGram' | 'gramCounts'> {
  const group = (keysOf: (word: string) => Iterable<string>): Map<string, number[]> => {
    const groups = new Map<string, number[]>();
    spellings.forEach((word, id) => {
      for (const key of keysOf(word)) {
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [id]);
        else group.push(id);
      }
    });
    return groups;
  };
  return {
    byStem: group((word) => [stemOf(word)]),
    byRoot: group((word) => [rootOf(word)]),
    byGram: group((word) => (word.length >= shortestMisspelt ? gramsOf(word) : [])),
    gramCounts: Uint8Array.from(spellings, (word) => gramsOf(word).size),
  };
}

function usesOf(labels: readonly Label[], wordCount: number): Pick<ConceptIndex, 'useStarts' | 'useLabels' | 'useSlots'> {
  const useStarts = new Uint32Array(wordCount + 1);
  for (const { slots } of labels) for (const { word } of slots) useStarts[word + 1] = (useStarts[word + 1] as number) + 1;
  for (let word = 0; word < wordCount; word += 1) useStarts[word + 1] = (useStarts[word + 1] as number) + (useStarts[word] as number);
  const next = useStarts.slice();
  const useLabels = new Uint32Array(useStarts[wordCount] as number);
  const useSlots = new Uint8Array(useLabels.length);
  labels.forEach(({ slots }, label) => {
    slots.forEach(({ word }, slot) => {
      const at = next[word] as number;
      next[word] = at + 1;
      useLabels[at] = label;
      useSlots[at] = slot;
    });
  });
  return { useStarts, useLabels, useSlots };
}
