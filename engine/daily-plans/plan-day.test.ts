import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planDay, type DayRequest } from './plan-day.ts';
import { missedDays, usualRhythm } from './rhythm.ts';

const review = (skillId: string, questions: number, minutes = questions * 2) => ({ skillId, questions, minutes });
const task = (skillId: string, hours: number, number = 1) => ({ roadmapId: 'r', taskId: `${skillId}-${number}`, skillId, hours });
const lesson = (skillId: string, minutes: number) => ({ lessonId: `${skillId}-basics`, skillId, minutes });
const request = (parts: Partial<DayRequest>): DayRequest => ({ minutes: 30, missedDays: 0, reviews: [], tasks: [], lessons: [], ...parts });
const shown = (parts: Partial<DayRequest>) => planDay(request(parts)).items.map(({ id, minutes }) => `${id} ${minutes}`);

describe('a day', () => {
  test.each<[string, Partial<DayRequest>, string[]]>([
    ['is the next task when nothing is due', { tasks: [task('sql', 2), task('git', 1)] }, ['task:sql-1 30']],
    ['goes on to the second task when the first is short', { tasks: [task('sql', 0.25), task('git', 1), task('css', 1)] }, ['task:sql-1 15', 'task:git-1 15']],
    ['gives 40 % to what is due', { reviews: [review('python', 20)], tasks: [task('sql', 2)] }, ['review:python 12', 'task:sql-1 18']],
    ['is all reviews when there is nothing new', { reviews: [review('python', 20)] }, ['review:python 30']],
    ['fills up with reviews what no task fits into', { minutes: 12, reviews: [review('python', 20)], tasks: [task('sql', 2)] }, ['review:python 12']],
    ['has a lesson on what the next task is about', { minutes: 60, tasks: [task('sql', 2)], lessons: [lesson('css', 10), lesson('sql', 12)] }, ['lesson:sql-basics 12', 'task:sql-1 48']],
    ['has no lesson that does not fit whole', { minutes: 10, tasks: [task('sql', 2)], lessons: [lesson('sql', 12)] }, ['task:sql-1 10']],
    ['does not begin a task for a few minutes', { minutes: 9, tasks: [task('sql', 2)] }, []],
    ['finishes one that takes a few minutes', { minutes: 9, tasks: [task('sql', 0.1)] }, ['task:sql-1 6']],
    ['without minutes is a day of rest', { minutes: 0, reviews: [review('python', 3)], tasks: [task('sql', 2)] }, []],
    ['with nothing to do is empty', {}, []],
  ])('%s', (_rule, parts, expected) => {
    expect(shown(parts)).toEqual(expected);
  });
});

describe('after missed days', () => {
  test.each([[0, 40], [1, 40], [2, 30], [3, 20], [14, 20]])('%i of them: %i of 40 minutes', (missed, minutes) => {
    const plan = planDay(request({ minutes: 40, missedDays: missed, tasks: [task('sql', 2)] }));
    expect(plan.minutes).toBe(minutes);
    expect(plan.reasons.map(({ what }) => what.code)).toEqual(minutes < 40 ? ['daily-plan.smaller'] : []);
  });
  test('ten minutes stay ten', () => {
    expect(planDay(request({ minutes: 10, missedDays: 5, tasks: [task('sql', 2)] })).items).toHaveLength(1);
  });
});

describe('any day', () => {
  const anything = fc.record({
    minutes: fc.integer({ min: 0, max: 600 }), missedDays: fc.integer({ min: 0, max: 20 }),
    reviews: fc.uniqueArray(fc.record({ skillId: fc.constantFrom('a', 'b', 'c', 'd'), questions: fc.integer({ min: 1, max: 40 }), minutes: fc.integer({ min: 1, max: 120 }) }), { selector: ({ skillId }) => skillId }),
    tasks: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 }).chain((skills) => fc.tuple(...skills.map((skillId, at) => fc.integer({ min: 1, max: 12 }).map((hours) => task(skillId, hours, at))))),
    lessons: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }).map((skills) => skills.map((skillId) => lesson(skillId, 8))),
  });

  test('takes no more than there is, has each thing once, and says why', () => {
    fc.assert(fc.property(anything, (given) => {
      const { items, minutes } = planDay(given);
      expect(items.reduce((sum, item) => sum + item.minutes, 0)).toBeLessThanOrEqual(minutes);
      expect(minutes).toBeLessThanOrEqual(given.minutes);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      expect(items.every((item) => item.minutes > 0 && item.reasons.length > 0)).toBe(true);
    }));
  });
  test('is not larger after more missed days', () => {
    fc.assert(fc.property(anything, (given) => {
      expect(planDay({ ...given, missedDays: given.missedDays + 1 }).minutes).toBeLessThanOrEqual(planDay(given).minutes);
    }));
  });
});

describe('missed days', () => {
  const day = (number: number, planned = true) => ({ day: `2026-11-${String(number).padStart(2, '0')}`, planned });
  test.each<[string, Parameters<typeof missedDays>[0], string[], number]>([
    ['none without plans', [], [], 0],
    ['those since something was done', [day(1), day(3), day(2)], ['2026-11-01'], 2],
    ['a day of rest is none', [day(1), day(2, false), day(3)], ['2026-11-01'], 1],
    ['none when something was done yesterday', [day(1), day(2)], ['2026-11-02'], 0],
  ])('%s', (_rule, days, active, expected) => {
    expect(missedDays(days, new Set(active))).toBe(expected);
  });
});

test.each([[undefined, 50], [10, 100], [1, 10], [60, 600]])('%s hours a week are %i minutes from Monday to Saturday', (hours, minutes) => {
  expect(usualRhythm(hours)).toEqual([minutes, minutes, minutes, minutes, minutes, minutes, 0]);
});
