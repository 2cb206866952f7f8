import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adaptWeights, baseResourceWeights, type ResourceOutcome } from './resource-weights.ts';

const outcome = (finished: boolean, rating: number): ResourceOutcome => ({ finished, parts: { relevance: 0.5, rating, completion: 0.5, recency: null } });
const part = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
const anyHistory = fc.array(fc.record({ finished: fc.boolean(), parts: fc.record({ relevance: part, rating: part, completion: part, recency: part }) }), { maxLength: 60 });

it('begins with the base weights', () => {
  expect(adaptWeights([])).toEqual(baseResourceWeights);
});

it('needs both what was finished and what was left', () => {
  expect(adaptWeights([outcome(true, 1), outcome(true, 0.9)])).toEqual(baseResourceWeights);
});

it('gives weight to what told the finished from the left, and takes it where it told the opposite', () => {
  const towards = adaptWeights([outcome(true, 0.9), outcome(false, 0.1)]);
  const away = adaptWeights([outcome(true, 0.1), outcome(false, 0.9)]);
  expect(towards.rating).toBeGreaterThan(0.3);
  expect(away.rating).toBeLessThan(0.3);
  expect(towards.rating).toBeCloseTo((0.3 * (1 + 0.5 * 0.8 * (2 / 12))) / (1 + 0.3 * 0.5 * 0.8 * (2 / 12)), 12);
});

it('trusts a longer history more', () => {
  const history = [outcome(true, 0.9), outcome(false, 0.1)];
  expect(adaptWeights([...history, ...history, ...history]).rating).toBeGreaterThan(adaptWeights(history).rating);
});

it('keeps every weight within a third and three times its base, and the sum at 1, whatever happened, in whatever order', () => {
  fc.assert(fc.property(anyHistory, (history) => {
    const weights = adaptWeights(history);
    for (const name of ['relevance', 'rating', 'completion', 'recency'] as const) {
      expect(weights[name]).toBeGreaterThanOrEqual(baseResourceWeights[name] / 3);
      expect(weights[name]).toBeLessThanOrEqual(baseResourceWeights[name] * 3);
    }
    expect(weights.relevance + weights.rating + weights.completion + weights.recency).toBeCloseTo(1, 12);
    expect(adaptWeights([...history].reverse())).toEqual(weights);
  }));
});
