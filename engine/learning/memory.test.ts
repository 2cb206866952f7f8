import fc from 'fast-check';
import { FSRS, generatorParameters } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { estimateMemoryFactor } from './memory-factor.ts';
import { dueOn, gradeOf, intervalDays, remember, retrievability, type Grade } from './memory.ts';

const memories = fc.record({ stability: fc.double({ min: 0.1, max: 300, noNaN: true }), difficulty: fc.double({ min: 1, max: 10, noNaN: true }) });
const days = fc.integer({ min: 0, max: 400 });
const factors = fc.double({ min: 0.4, max: 2.5, noNaN: true });
const grades = fc.constantFrom<Grade>(1, 2, 3);

describe('the grade of an answer', () => {
  test.each([[true, 0, 3], [true, 1, 2], [true, 2, 2], [true, 3, 1], [false, 0, 1], [false, 3, 1]])('right: %s, hints: %d → %d', (right, hintsUsed, grade) => {
    expect(gradeOf({ right, hintsUsed })).toBe(grade);
  });
  test('is never raised by a hint', () => {
    fc.assert(fc.property(fc.boolean(), fc.integer({ min: 0, max: 2 }), (right, hintsUsed) => gradeOf({ right, hintsUsed: hintsUsed + 1 }) <= gradeOf({ right, hintsUsed })));
  });
});

describe('memory', () => {
  test.each([[1, 1], [2, 1], [3, 2]] as const)('of a first answer of grade %d is asked again after %d days', (grade, interval) => {
    expect(intervalDays(remember(null, { elapsedDays: 0, grade, factor: 1 }), 1)).toBe(interval);
  });
  test('is nine of ten at the stability, and at what the person\'s factor makes of it', () => {
    expect(retrievability({ stability: 12, difficulty: 5 }, 12)).toBeCloseTo(0.9, 6);
    expect(retrievability({ stability: 12, difficulty: 5 }, 24, 2)).toBeCloseTo(0.9, 6);
  });
  test('falls along the curve of the package', () => {
    const algorithm = new FSRS(generatorParameters({ enable_short_term: false }));
    fc.assert(fc.property(memories, days, (memory, after) => { expect(retrievability(memory, after)).toBeCloseTo(algorithm.forgetting_curve(after, memory.stability), 6); }));
  });
  test('is asked again on a day of the calendar', () => {
    expect(dueOn({ stability: 3, difficulty: 5 }, '2028-02-27', 1)).toBe('2028-03-01');
  });
  test('falls with time', () => {
    fc.assert(fc.property(memories, days, (memory, after) => retrievability(memory, after + 1) < retrievability(memory, after)));
  });
  test('lasts longer after a better answer', () => {
    fc.assert(fc.property(memories, days, factors, (memory, elapsedDays, factor) => {
      const after = ([1, 2, 3] as const).map((grade) => remember(memory, { elapsedDays, grade, factor }).stability);
      expect(after[1]).toBeGreaterThanOrEqual(after[0] ?? Infinity);
      expect(after[2]).toBeGreaterThanOrEqual(after[1] ?? Infinity);
    }));
  });
  test('is never shortened by a right answer, nor made longer on the same day', () => {
    fc.assert(fc.property(memories, days, factors, (memory, elapsedDays, factor) => {
      expect(remember(memory, { elapsedDays, grade: 3, factor }).stability).toBeGreaterThanOrEqual(memory.stability - 1e-6);
      expect(remember(memory, { elapsedDays: 0, grade: 3, factor }).stability).toBeCloseTo(memory.stability, 6);
    }));
  });
  test('waits longer the longer it lasts, from a day to a year', () => {
    fc.assert(fc.property(memories, factors, fc.double({ min: 0, max: 100, noNaN: true }), (memory, factor, more) => {
      const interval = intervalDays(memory, factor);
      expect(interval).toBeGreaterThanOrEqual(1);
      expect(interval).toBeLessThanOrEqual(365);
      expect(intervalDays({ ...memory, stability: memory.stability + more }, factor)).toBeGreaterThanOrEqual(interval);
    }));
  });
  test('stays a memory through any history, also where the clock went back', () => {
    fc.assert(fc.property(fc.array(fc.record({ elapsedDays: fc.integer({ min: -30, max: 500 }), grade: grades, factor: factors }), { minLength: 1, maxLength: 40 }), (history) => {
      const memory = history.reduce<ReturnType<typeof remember> | null>((before, review) => remember(before, review), null);
      expect(memory?.stability).toBeGreaterThan(0);
      expect(memory?.difficulty).toBeGreaterThanOrEqual(1);
      expect(memory?.difficulty).toBeLessThanOrEqual(10);
    }));
  });
});

describe('how long a person remembers', () => {
  const reviews = fc.array(fc.record({ stability: fc.double({ min: 0.5, max: 100, noNaN: true }), elapsedDays: fc.integer({ min: 1, max: 200 }), recalled: fc.boolean(), guessing: fc.constantFrom(0, 0.25) }), { maxLength: 40 });
  test('is as most people do before the first review', () => {
    expect(estimateMemoryFactor([])).toEqual({ factor: 1, deviation: expect.closeTo(0.5, 2) as number, reviews: 0 });
  });
  test('moves little by a few reviews and far by many', () => {
    const forgotten = (count: number) => estimateMemoryFactor(Array.from({ length: count }, (_, at) => ({ stability: 10, elapsedDays: 10, recalled: at % 10 >= 3, guessing: 0 })));
    expect(forgotten(10).factor).toBeGreaterThan(forgotten(400).factor);
    expect(forgotten(10).factor).toBeLessThan(1);
    // Seven of ten after ten days: the interval that keeps nine of ten is shorter by what the curve says.
    expect(retrievability({ stability: 10, difficulty: 5 }, 10, forgotten(4000).factor)).toBeCloseTo(0.7, 1);
  });
  test('is not told by a second answer on the same day', () => {
    expect(estimateMemoryFactor([{ stability: 10, elapsedDays: 0, recalled: false, guessing: 0 }]).reviews).toBe(0);
  });
  test('is never less for a review that was recalled, whatever the order', () => {
    fc.assert(fc.property(reviews, fc.integer({ min: 1, max: 90 }), (before, elapsedDays) => {
      const [recalled, forgotten] = [true, false].map((isRecalled) => estimateMemoryFactor([...before, { stability: 10, elapsedDays, recalled: isRecalled, guessing: 0 }]).factor);
      expect(recalled).toBeGreaterThanOrEqual((forgotten ?? Infinity) - 1e-9);
      expect(estimateMemoryFactor(before.toReversed()).factor).toBeCloseTo(estimateMemoryFactor(before).factor, 9);
    }));
  });
});
