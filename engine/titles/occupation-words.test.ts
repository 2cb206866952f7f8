import { expect, test } from 'vitest';
import { indexLines } from './line-index.ts';
import { compileOccupationWords, type OccupationWordsTable } from './occupation-words.ts';

/** "care" stands in both occupations and says little; "ward" in the first, "code" in the second. */
const table: OccupationWordsTable = { words: indexLines(['care', 'code', 'ward'].join('\n')), counts: Uint16Array.of(2, 1, 1), occupations: Uint16Array.of(0, 1, 1, 0), weights: Uint8Array.of(20, 10, 200, 200) };
const scores = compileOccupationWords(table, 2);

test.each([
  ['wards', [1, 0]],
  ['Code with care', [20 / 210, 1]],
  ['nothing known', [0, 0]],
  ['', [0, 0]],
])('the occupations fit "%s" with %j', (text, expected) => {
  expect(Array.from(scores(text))).toEqual(expected.map((score) => expect.closeTo(score, 5)));
});

test('a word that comes again counts again, but less', () => {
  const [ward = 0] = scores('ward code code code');
  expect(ward).toBeCloseTo(Math.log(2) / Math.log(4), 5);
});

test('a table with a column too short is refused', () => {
  expect(() => compileOccupationWords({ ...table, weights: Uint8Array.of(20) }, 2)).toThrow(RangeError);
});
