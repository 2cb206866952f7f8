import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePractice } from './choose-practice.ts';
import type { Question } from './question.ts';

const question = (id: string, level: Question['level'], kind: 'blank' | 'text' = 'blank'): Question => {
  const base = { id, skillId: 'sql', level, ask: 'Ask?', code: null, explanation: 'Because.', hints: ['a', 'b', 'c'], source: 'Source' } as const;
  return kind === 'text' ? { ...base, kind, rubric: [], modelAnswer: 'm', weakAnswer: 'w', misconception: 'x' } : { ...base, kind, accepted: ['a'], mistakes: [] };
};
const bank = [question('a', 1), question('b', 1), question('c', 1, 'text'), question('d', 2), question('e', 3), question('f', 4)];
const ids = (more: Partial<Parameters<typeof choosePractice>[0]>) => choosePractice({ questions: bank, level: null, count: 4, exclude: [], ...more }).map(({ id }) => id).join('');

describe('a quiz', () => {
  test.each([
    ['takes each level in turn, from easy to hard', {}, 'adef'],
    ['takes each kind in turn within a level', { count: 6 }, 'acbdef'],
    ['stays at the level asked for while it has some', { level: 1, count: 3 }, 'acb'],
    ['then goes to the nearest, the lower first', { level: 2, count: 4 }, 'acbd'],
    ['leaves out what was had', { exclude: ['a', 'd'] }, 'bcef'],
    ['is as long as there are questions', { level: 4, count: 20 }, 'acbdef'],
  ] as const)('%s', (_, more, expected) => {
    expect(ids(more)).toBe(expected);
  });
  test('is the same whatever the order of the bank', () => {
    fc.assert(fc.property(fc.shuffledSubarray(bank, { minLength: bank.length }), fc.constantFrom(null, 1, 2, 3, 4), fc.integer({ min: 1, max: 6 }), (questions, level, count) => {
      expect(ids({ questions, level, count })).toBe(ids({ level, count }));
    }));
  });
});
