import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fadesAt, fadesBelow, masteryOfLevel, meanRetrievability, type LevelAnswer } from './level-mastery.ts';

const day = 86_400_000;
const answers = (count: number, more: Partial<LevelAnswer> = {}): LevelAnswer[] => Array.from({ length: count }, (_, at) => ({ questionId: `q${at}`, score: 1, guessing: 0.25, hintsUsed: 0, at: at * day, ...more }));

describe('a level', () => {
  test('is proven by right answers to different questions, from the answer that proved it', () => {
    const proven = masteryOfLevel(answers(8));
    expect(proven.provenAt).not.toBeNull();
    expect(masteryOfLevel(answers(20)).provenAt).toBe(proven.provenAt);
  });
  test('is not proven by one question asked ten times', () => {
    expect(masteryOfLevel(answers(10, { questionId: 'same' })).provenAt).toBeNull();
  });
  test('is not proven any more after wrong answers, and anew from a later day', () => {
    const before = answers(8);
    const wrong = answers(4, { score: 0 }).map((answer, at) => ({ ...answer, questionId: `w${at}`, at: (100 + at) * day }));
    expect(masteryOfLevel([...before, ...wrong]).provenAt).toBeNull();
    const again = answers(12).map((answer, at) => ({ ...answer, questionId: `a${at}`, at: (200 + at) * day }));
    expect(masteryOfLevel([...before, ...wrong, ...again]).provenAt).toBeGreaterThanOrEqual(200 * day);
  });
  test('is not unproven by a better answer, nor proven by a hint', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(0, 0.5, 1), { maxLength: 12 }), fc.constantFrom<0 | 1 | 2>(0, 1, 2), (scores, hintsUsed) => {
      const before = scores.map((score, at): LevelAnswer => ({ questionId: `q${at}`, score, guessing: 0.25, hintsUsed: 0, at }));
      const proven = (score: number, hints: 0 | 1 | 2 | 3) => masteryOfLevel([...before, { questionId: 'last', score, guessing: 0.25, hintsUsed: hints, at: 99 }]).provenAt !== null;
      expect(proven(1, hintsUsed) || !proven(0.5, hintsUsed)).toBe(true);
      expect(proven(1, hintsUsed) || !proven(1, (hintsUsed + 1) as 1 | 2 | 3)).toBe(true);
    }));
  });
  test('says where its number comes from: the effects add up to it', () => {
    fc.assert(fc.property(fc.array(fc.record({ questionId: fc.string(), score: fc.double({ min: 0, max: 1, noNaN: true }), guessing: fc.constantFrom(0, 0.25), hintsUsed: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3), at: fc.nat() }), { maxLength: 15 }), (some) => {
      const { probability, reasons } = masteryOfLevel(some);
      expect(reasons.reduce((sum, { effect }) => sum + effect, 0)).toBe(Math.round(100 * probability));
    }));
  });
});

describe('fading', () => {
  const memories = fc.array(fc.record({ stability: fc.double({ min: 0.5, max: 200, noNaN: true }), difficulty: fc.constant(5), reviewedAt: fc.integer({ min: 0, max: 300 * day }) }), { minLength: 1, maxLength: 12 });
  test('comes when the mean falls below the threshold, and not before', () => {
    const kept = [{ stability: 20, difficulty: 5, reviewedAt: 0 }, { stability: 40, difficulty: 5, reviewedAt: 5 * day }];
    const at = fadesAt(kept, 1);
    expect(meanRetrievability(kept, at, 1)).toBeLessThan(fadesBelow);
    expect(meanRetrievability(kept, at - 120_000, 1)).toBeGreaterThanOrEqual(fadesBelow);
  });
  test('is put off by a review', () => {
    fc.assert(fc.property(memories, fc.nat(), (kept, which) => {
      const now = 300 * day;
      const reviewed = kept.map((memory, at) => (at === which % kept.length ? { ...memory, reviewedAt: now } : memory));
      expect(fadesAt(reviewed, 1)).toBeGreaterThanOrEqual(fadesAt(kept, 1));
    }));
  });
  test('of what was never asked is at once', () => {
    expect(fadesAt([], 1)).toBe(0);
  });
});
