import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isProven, traceMastery, type Observation } from './knowledge-tracing.ts';

const answer = (score: number, more: Partial<Observation> = {}): Observation => ({ score, guessing: 0.25, hintsUsed: 0, ...more });
const times = (count: number, each: Observation): Observation[] => Array.from({ length: count }, () => each);
const observations = fc.array(fc.record({ score: fc.constantFrom(0, 0.5, 1), guessing: fc.constantFrom(0, 0.25, 0.33), hintsUsed: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const) }), { maxLength: 20 });

describe('mastery', () => {
  test('of somebody who has answered nothing is unlikely and unsure', () => {
    const { probability, uncertainty, answers } = traceMastery([]);
    expect(probability).toBeCloseTo(0.3, 6);
    expect(uncertainty).toBeGreaterThan(0.1);
    expect(answers).toBe(0);
  });

  test('is proven by some right answers without hints, and by no number of them with the last hint', () => {
    expect(isProven(traceMastery(times(4, answer(1))))).toBe(false);
    expect(isProven(traceMastery(times(6, answer(1))))).toBe(true);
    expect(traceMastery(times(6, answer(1, { hintsUsed: 3 }))).probability).toBeLessThan(traceMastery(times(6, answer(1))).probability);
    expect(traceMastery(times(6, answer(0))).probability).toBeLessThan(0.3);
  });

  test('rises more by an answer that cannot be guessed', () => {
    expect(traceMastery([answer(1, { guessing: 0 })]).probability).toBeGreaterThan(traceMastery([answer(1, { guessing: 0.33 })]).probability);
  });

  test('grows surer as the answers agree', () => {
    expect(traceMastery(times(8, answer(1))).uncertainty).toBeLessThan(traceMastery(times(1, answer(1))).uncertainty);
  });

  test('stays between 0 and 1, and a better last answer never makes it less likely', () => {
    fc.assert(fc.property(observations, fc.constantFrom(0, 0.5), (before, score) => {
      const worse = traceMastery([...before, answer(score)]);
      const better = traceMastery([...before, answer(score + 0.5)]);
      expect(worse.probability).toBeGreaterThanOrEqual(0);
      expect(better.probability).toBeLessThanOrEqual(1);
      expect(better.probability).toBeGreaterThanOrEqual(worse.probability - 1e-9);
    }));
  });

  test('with a hint more is never more likely after a right answer', () => {
    fc.assert(fc.property(observations, fc.constantFrom(0 as const, 1 as const, 2 as const), (before, hintsUsed) => {
      const fewer = traceMastery([...before, answer(1, { hintsUsed })]).probability;
      const more = traceMastery([...before, answer(1, { hintsUsed: (hintsUsed + 1) as 1 | 2 | 3 })]).probability;
      expect(more).toBeLessThanOrEqual(fewer + 1e-9);
    }));
  });
});
