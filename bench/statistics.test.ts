import { expect, test } from 'vitest';
import { median, percentile } from './statistics.ts';

test.each<[string, number[], number, number]>([
  ['the middle one', [3, 1, 2], 0.5, 2],
  ['the lower of two in the middle', [4, 1, 3, 2], 0.5, 2],
  ['the one that 95 of 100 do not exceed', Array.from({ length: 100 }, (_, index) => 100 - index), 0.95, 95],
  ['the largest', [1, 9, 5], 1, 9],
  ['the only one', [7], 0.95, 7],
])('a percentile is %s', (_what, values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

test('of nothing there is no percentile', () => {
  expect(median([])).toBeNaN();
});
