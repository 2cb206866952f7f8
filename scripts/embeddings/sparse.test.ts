import { expect, test } from 'vitest';
import { seededRandom } from '@cairn/engine/seeds';
import { PairCounts, randomisedEigen } from './sparse.ts';
import { quantise } from './write-table.ts';

test('pairs that meet more often than by chance have information, the same both ways; others have none', () => {
  const pairs = new PairCounts(4);
  pairs.add(0, 1, 10);
  pairs.add(2, 3, 10);
  pairs.add(0, 2, 0.1);
  pairs.add(1, 1, 100);
  const { starts, columns, values } = pairs.toPositiveInformation(0);
  expect([...columns]).toEqual([1, 0, 3, 2]);
  expect([...starts]).toEqual([0, 1, 2, 3, 4]);
  expect(values[0]).toBeCloseTo(values[1] as number, 6);
  expect(values[0]).toBeGreaterThan(0.5);
});

test('the largest eigenvalues and their vectors of a matrix that is known', () => {
  // Two blocks [[a, b], [b, a]] have the eigenvalues a + b and a - b: 7, 3, 4 and 2.
  const matrix = { size: 4, starts: Uint32Array.from([0, 2, 4, 6, 8]), columns: Uint32Array.from([0, 1, 0, 1, 2, 3, 2, 3]), values: Float32Array.from([5, 2, 2, 5, 3, 1, 1, 3]) };
  const { values, vectors } = randomisedEigen(matrix, { dimensions: 2, extra: 2, rounds: 3, random: seededRandom(1) });
  expect([...values].map((value) => Number(value.toFixed(3)))).toEqual([7, 4]);
  expect(Math.abs(vectors[0] as number)).toBeCloseTo(Math.SQRT1_2, 4);
  expect(Math.abs(vectors[4] as number)).toBeLessThan(1e-4);
});

test('8 bits keep each number within half a step of the longest of its row', () => {
  const { vectors, scales } = quantise(Float32Array.from([0.5, -1, 0, 0, 0.015, 0.02]), 2);
  expect([...vectors]).toEqual([64, -127, 0, 0, 95, 127]);
  expect([...scales].map((scale) => Number((scale * 127).toFixed(4)))).toEqual([1, 0, 0.02]);
});
