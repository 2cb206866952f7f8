/** A small model that has learned a handful of sentences of ours, so that the tests need no weights file. */
import { begin, inside, last, only, outside, stepCount, tagCount } from './chain.ts';
import { adFeatures, featureKeyBits, normaliseWord, seeWord, type SentenceFeatures } from './features.ts';
import { hashText } from './hashing.ts';
import { phraseHash, type Lexicon } from './lexicon.ts';
import type { FeatureTable, PhraseModel } from './model.ts';
import { sortedKeys } from './sorted-keys.ts';
import { noTrees } from './trees.ts';
import type { PhraseKind } from './types.ts';

/** [skill] in square brackets, <knowledge> in angle brackets. */
const lessons = [
  'You [communicate with stakeholders] and [lead small teams] .',
  'Ability to [work independently] .',
  'Experience with <offshore wind> and <soil mechanics> .',
  'Knowledge of <Kubernetes> is a plus .',
  // Taught as one, so that what parts them in a text is the sign between them.
  'Trained in <hydraulics pumps> .',
  'Nurses [assess patients plan care] .',
  'We offer free lunch and health insurance .',
  'Our company was founded by three friends .',
];

const lexicon: Lexicon = {
  clusters: new Map([['communicate', 258], ['lead', 258], ['work', 258], ['wind', 515], ['mechanics', 515]].map(([word, classes]) => [hashText(word as string), classes as number])),
  phrases: new Map([[phraseHash(['soil', 'mechanics'].map((word) => hashText(normaliseWord(word)))), 1]]),
};

function taught(lesson: string): { readonly words: string[]; readonly tags: Readonly<Record<PhraseKind, number[]>> } {
  const words: string[] = [];
  const tags = { skill: [] as number[], knowledge: [] as number[] };
  let open: PhraseKind | null = null;
  for (const piece of lesson.split(' ')) {
    const starts: PhraseKind | null = piece.startsWith('[') ? 'skill' : piece.startsWith('<') ? 'knowledge' : null;
    const ends = /[\]>]$/.test(piece);
    words.push(piece.replace(/^[[<]|[\]>]$/g, ''));
    const kind: PhraseKind | null = starts ?? open;
    for (const own of ['skill', 'knowledge'] as const) tags[own].push(own !== kind ? outside : starts !== null ? (ends ? only : begin) : ends ? last : inside);
    open = ends ? null : kind;
  }
  return { words, tags };
}

/** So many turns are enough for lessons this few. */
const turns = 10;

/** A perceptron for each word's tag, on the lessons. */
export function fixtureModel(): PhraseModel {
  const learned = new Map<number, Int8Array>();
  const rowOf = (feature: number): Int8Array => {
    const key = feature >>> (32 - featureKeyBits);
    const row = learned.get(key) ?? new Int8Array(2 * tagCount);
    learned.set(key, row);
    return row;
  };
  for (let turn = 0; turn < turns; turn += 1) {
    for (const lesson of lessons) {
      const { words, tags } = taught(lesson);
      const features = adFeatures([words.map((word) => seeWord(word, lexicon))], [[0, 0]], lexicon)[0] as SentenceFeatures;
      [tags.skill, tags.knowledge].forEach((own, half) => {
        own.forEach((tag, at) => {
          const rows = Array.from(features.nodes.subarray(at * features.nodeCount, (at + 1) * features.nodeCount), rowOf);
          const sums = Array.from({ length: tagCount }, (_, other) => rows.reduce((sum, row) => sum + (row[half * tagCount + other] as number), 0));
          const said = sums.indexOf(Math.max(...sums));
          if (said === tag) return;
          for (const row of rows) {
            row[half * tagCount + tag] = (row[half * tagCount + tag] as number) + 1;
            row[half * tagCount + said] = (row[half * tagCount + said] as number) - 1;
          }
        });
      });
    }
  }
  return { lexicon, grades: { weights: new Int8Array(8), unit: 1 }, thresholds: [0.3, 0.3], nodes: tableOf(learned, 2 * tagCount), edges: tableOf(new Map(), 2 * stepCount), trees: [noTrees, noTrees] };
}

function tableOf(learned: ReadonlyMap<number, Int8Array>, width: number): FeatureTable {
  const rows = [...learned].sort(([one], [other]) => one - other);
  return { rows: sortedKeys(Uint32Array.from(rows, ([key]) => key), featureKeyBits), weights: Int8Array.from(rows.flatMap(([, row]) => [...row])), width, unit: 0.1 };
}
