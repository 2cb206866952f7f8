import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['python', 'python', 0], ['pyton', 'python', 1], ['pyhton', 'python', 1], ['java', 'jira', 2], ['', 'ab', 2], ['kubernets', 'kubernetes', 1],
])('%s and %s are %i apart', (one, other, distance) => {
  expect(editDistance(one, other, 3)).toBe(distance);
});

const word = fc.stringMatching(/^[a-d]{0,7}$/);

test('is the same both ways, 0 only for the same word, and above the most it is asked for one more', () => {
  fc.assert(fc.property(word, word, fc.nat({ max: 4 }), (one, other, most) => {
    const distance = editDistance(one, other, 7);
    expect(editDistance(other, one, 7)).toBe(distance);
    expect(distance === 0).toBe(one === other);
    expect(editDistance(one, other, most)).toBe(Math.min(distance, most + 1));
  }));
});
