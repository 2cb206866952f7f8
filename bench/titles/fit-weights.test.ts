import { occupationTerms } from '@cairn/engine/titles';
import { expect, test } from 'vitest';
import { foldsOf } from './cross-validate.ts';
import { equalWeights, fitWeights } from './fit-weights.ts';
import { rankOfRight, type ScoredTerms } from './score-terms.ts';

/** Three occupations; one term tells the right one, another speaks against it, the others say nothing. */
const ad = (right: number): ScoredTerms => {
  const values = new Float32Array(occupationTerms.length * 3);
  values[occupationTerms.indexOf('work') * 3 + right] = 1;
  values[occupationTerms.indexOf('letters') * 3 + ((right + 1) % 3)] = 1.5;
  return { values, occupations: 3, right };
};

test('a term that tells the right occupation gets weight, and one that misleads none', () => {
  const weights = fitWeights([ad(0), ad(1), ad(2)]);
  expect(weights.work).toBeGreaterThan(1);
  expect(weights.letters).toBe(0);
  expect(rankOfRight(ad(1), weights)).toBe(0);
  expect(rankOfRight(ad(1), equalWeights)).toBe(1);
});

test('an occupation that the model does not have is never found, and teaches nothing', () => {
  expect(rankOfRight(ad(-1), equalWeights)).toBe(Infinity);
  expect(fitWeights([ad(0), ad(-1)])).toEqual(fitWeights([ad(0)]));
  expect(() => fitWeights([ad(-1)])).toThrow(RangeError);
});

test('ads of one title are never on both sides of a fold, and folds are of a size', () => {
  const ads = Array.from({ length: 100 }, (_, at) => ({ title: at % 2 === 0 ? `Title ${String(at % 50)}` : `TITLE  ${String((at - 1) % 50)}` }));
  const own = foldsOf(ads);
  ads.forEach((_, at) => { if (at % 2 === 1) expect(own[at]).toBe(own[at - 1]); });
  expect(own).toEqual(foldsOf(ads));
  for (const fold of [0, 1, 2, 3, 4]) expect(own.filter((one) => one === fold)).toHaveLength(20);
});
