import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findPhrases, leaf, noTrees, readPhraseModel, sumTrees, type Trees } from '@cairn/engine/phrases';
import { loadPhraseWeights } from '@cairn/knowledge';
import { seededRandom } from '@cairn/engine/seeds';
import { boostTrees } from './train/boosted-trees.ts';
import { writeModel } from './train/write-model.ts';

const bytes = loadPhraseWeights();
const model = readPhraseModel(bytes);
const megabytes = 1024 * 1024;

describe('the committed weights', () => {
  test('are those that the note beside them names, and small', () => {
    const note = JSON.parse(readFileSync(new URL('../knowledge/models/skill-phrases.json', import.meta.url), 'utf8')) as { sha256: string; labelled: { file: string; licence: string } };
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(note.sha256);
    expect(note.labelled).toMatchObject({ file: 'skills/skillspan_train.jsonl', licence: 'MIT' });
    expect(bytes.byteLength).toBeLessThanOrEqual(4 * megabytes);
  });

  test('that are cut short, or something else, are refused', () => {
    expect(() => readPhraseModel(bytes.subarray(0, bytes.byteLength - 1))).toThrow(RangeError);
    expect(() => readPhraseModel(new TextEncoder().encode('some other file'))).toThrow(RangeError);
  });

  const ad = [
    'Planner at Pebble Works', 'We build wind farms.', 'Your tasks:', '- Communicate with stakeholders', '- Plan and coordinate maintenance', 'Your profile:',
    '- Experience with offshore wind', '- Good knowledge of hydraulic design, soil mechanics and project planning', '- Ability to work independently', 'We offer:', '- Free lunch and health insurance',
  ].join('\n');
  const found = findPhrases(model, ad).map(({ kind, text }) => `${kind}: ${text}`);
  test.each(['skill: Communicate with stakeholders', 'skill: work independently', 'knowledge: offshore wind', 'knowledge: hydraulic design'])('find in an ad the %s', (phrase) => {
    expect(found).toContain(phrase);
  });

  test('find nothing in what the ad offers', () => {
    expect(found.filter((phrase) => /lunch|insurance/.test(phrase))).toEqual([]);
  });
});

/** One that asks twice, one that is a leaf alone, one that asks once. */
const trees: Trees = {
  roots: Int32Array.of(0, 5, 6), features: Uint8Array.of(3, 0, leaf, leaf, leaf, leaf, 1, leaf, leaf),
  numbers: Float32Array.of(0.5, -2, 1, 2, 3, 0.25, 7, -1, -0.125), rights: Int32Array.of(4, 3, 0, 0, 0, 0, 8, 0, 0),
};

test('what is written is read back: thresholds, clusters, lists and trees; and weights, but for the size of a step', () => {
  const weights = Float32Array.from({ length: 30 }, (_, at) => (at % 7) - 3);
  const read = readPhraseModel(writeModel({
    lexicon: { clusters: new Map([[7, 258], [4_000_000_000, 102_464]]), phrases: new Map([[300, 5]]) },
    thresholds: [0.25, 0.5], grades: Float32Array.from([1, -1, 0.5, 0]),
    nodes: { keys: Int32Array.from([5, 2, 16_777_215]), weights, width: 10 }, edges: { keys: Int32Array.from([1]), weights: new Float32Array(26).fill(2), width: 26 }, trees: [trees, noTrees],
  }));
  expect(read.thresholds).toEqual([0.25, 0.5]);
  expect([7, 4_000_000_000, 8].map((word) => read.lexicon.clusters.get(word))).toEqual([258, 102_464, undefined]);
  expect([300, 7].map((phrase) => read.lexicon.phrases.get(phrase))).toEqual([5, undefined]);
  expect(read.trees).toEqual([trees, noTrees]);
  const rowOf = (key: number): number[] => {
    const row = read.nodes.rows.keys.indexOf(key);
    return Array.from(read.nodes.weights.subarray(row * 10, (row + 1) * 10), (weight) => weight * read.nodes.unit);
  };
  [5, 2, 16_777_215].forEach((key, at) => { rowOf(key).forEach((weight, tag) => { expect(weight).toBeCloseTo(weights[at * 10 + tag] as number, 1); }); });
  expect((read.edges.weights[0] as number) * read.edges.unit).toBeCloseTo(2, 1);
});

test('trees learn what no single value tells, beside the odds they start from', () => {
  const random = seededRandom(7);
  const [width, count] = [3, 2000];
  const values = Float64Array.from({ length: count * width }, () => random());
  const isTrue = (row: number): boolean => ((values[row * width] as number) > 0.5) !== ((values[row * width + 1] as number) > 0.3);
  const labels = Uint8Array.from({ length: count }, (_, row) => Number(isTrue(row)));
  const odds = new Float64Array(count).fill(0.4);
  const settings = { trees: 40, depth: 3, rate: 0.3, leastHessian: 1, decay: 1, rowShare: 0.8, valueShare: 1, seed: 1 };
  const grown = boostTrees({ values, width, odds, labels }, settings);
  const right = Array.from(labels.keys()).filter((row) => 0.4 + sumTrees(grown, values, row * width) > 0 === isTrue(row));
  expect(right.length / count).toBeGreaterThan(0.97);
  expect(boostTrees({ values, width, odds, labels }, settings)).toEqual(grown);
});
