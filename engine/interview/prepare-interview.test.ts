import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../learning/question.ts';
import { prepareInterview, type InterviewDemand } from './prepare-interview.ts';

const demand = (skillId: string, importance: number, requiredLevel: InterviewDemand['requiredLevel'] = 2): InterviewDemand => ({ skillId, name: skillId, requirement: 'must', requiredLevel, importance, reasons: [] });
const question = (id: string, level: Question['level'], kind: 'text' | 'blank' = 'blank'): Question => {
  const base = { id, skillId: 'sql', level, ask: 'Ask?', code: null, explanation: 'Because.', hints: ['a', 'b', 'c'], source: 'Source' } as const;
  return kind === 'text' ? { ...base, kind, rubric: [], modelAnswer: 'm', weakAnswer: 'w', misconception: 'x' } : { ...base, kind, accepted: ['a'], mistakes: [] };
};
const none = () => [];

describe('the minutes', () => {
  test('go to the most important topics by their importance, and the last day to answering aloud', () => {
    const { topics, days, leftOut } = prepareInterview({ demands: [demand('git', 20), demand('sql', 60), demand('excel', 20)], level: null, days: 3, minutesPerDay: 60, questionsOf: none });
    // 120 minutes before the last day: 15 each, and 75 by 60 : 20 : 20.
    expect(topics.map(({ skillId, minutes }) => [skillId, minutes])).toEqual([['sql', 60], ['excel', 30], ['git', 30]]);
    expect(days.map(({ day, parts, rehearsalMinutes }) => [day, parts.map(({ skillId, minutes }) => `${skillId} ${minutes}`).join(), rehearsalMinutes])).toEqual([[1, 'sql 60', 0], [2, 'excel 30,git 30', 0], [3, '', 60]]);
    expect(leftOut).toEqual([]);
  });
  test('of an only day leave a quarter for answering aloud', () => {
    const { topics, days, leftOut } = prepareInterview({ demands: [demand('sql', 60), demand('git', 20), demand('excel', 10), demand('css', 5)], level: null, days: 1, minutesPerDay: 60, questionsOf: none });
    expect(topics.map(({ skillId, minutes }) => [skillId, minutes])).toEqual([['sql', 15], ['git', 15], ['excel', 15]]);
    expect(days).toEqual([{ day: 1, minutes: 60, parts: [{ skillId: 'sql', minutes: 15 }, { skillId: 'git', minutes: 15 }, { skillId: 'excel', minutes: 15 }], rehearsalMinutes: 15 }]);
    expect(leftOut.map(({ skillId }) => skillId)).toEqual(['css']);
  });
  test('of the shortest day go to one topic', () => {
    expect(prepareInterview({ demands: [demand('sql', 60), demand('git', 20)], level: null, days: 1, minutesPerDay: 15, questionsOf: none }).topics.map(({ minutes }) => minutes)).toEqual([11]);
  });
  test('add up, whatever is asked for, and no day is overfull', () => {
    const demands = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.double({ min: 0, max: 100, noNaN: true })), { selector: ([id]) => id, maxLength: 30 });
    fc.assert(fc.property(demands, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 15, max: 480 }), (given, days, minutesPerDay) => {
      const request = { level: null, days, minutesPerDay, questionsOf: none };
      const made = prepareInterview({ ...request, demands: given.map(([id, importance]) => demand(id, importance)) });
      expect(prepareInterview({ ...request, demands: given.toReversed().map(([id, importance]) => demand(id, importance)) })).toEqual(made);
      expect(made.topics.length + made.leftOut.length).toBe(given.length);
      const study = made.days.flatMap(({ parts }) => parts).reduce((sum, { minutes }) => sum + minutes, 0);
      expect(study).toBe(made.topics.reduce((sum, { minutes }) => sum + minutes, 0));
      if (given.length > 0) expect(study + made.days.reduce((sum, { rehearsalMinutes }) => sum + rehearsalMinutes, 0)).toBe(days * minutesPerDay);
      for (const { minutes } of made.days) expect(minutes).toBeLessThanOrEqual(minutesPerDay);
    }));
  });
  test.each([[0, 60], [31, 60], [2.5, 60], [3, 14], [3, 481], [3, 30.5]])('%d days of %d minutes are refused', (days, minutesPerDay) => {
    expect(() => prepareInterview({ demands: [], level: null, days, minutesPerDay, questionsOf: none })).toThrow(RangeError);
  });
});

test('a topic has the questions nearest to its level, those answered in words first', () => {
  const bank = [question('d', 4), question('b', 2), question('a', 2), question('t', 2, 'text'), question('c', 1)];
  const asked = (level: 1 | 2 | 3 | 4 | null) => prepareInterview({ demands: [demand('sql', 60)], level, days: 2, minutesPerDay: 60, questionsOf: () => bank }).topics[0]?.questions.map(({ id }) => id);
  expect(asked(null)).toEqual(['t', 'a', 'b']);
  expect(asked(4)).toEqual(['d', 't', 'a']);
});
