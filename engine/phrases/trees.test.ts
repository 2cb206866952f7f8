import { expect, test } from 'vitest';
import { leaf, noTrees, sumTrees, type Trees } from './trees.ts';

/** Of the second value below 4, what the first says; beyond, 3. And always 10. */
const trees: Trees = {
  roots: Int32Array.of(0, 5), features: Uint8Array.of(1, 0, leaf, leaf, leaf, leaf),
  numbers: Float32Array.of(4, 0.5, 1, 2, 3, 10), rights: Int32Array.of(4, 3, 0, 0, 0, 0),
};

test.each([
  ['below both cuts', [0, 0], 11],
  ['below the first cut alone', [0.6, 0], 12],
  ['a value that is the cut is not below it', [0, 4], 13],
])('what all trees say is added up: %s', (_, values, expected) => {
  expect(sumTrees(trees, values)).toBe(expected);
});

test('values may stand further on', () => {
  expect(sumTrees(trees, [0, 9, 0, 0], 2)).toBe(11);
});

test('no trees say nothing', () => {
  expect(sumTrees(noTrees, [])).toBe(0);
});
