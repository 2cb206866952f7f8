import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityKinds, type Activity } from './activity.ts';
import { activeDaysOf, completion, engagement, heatCalendar, heatOf, lastDayBySkill, masteryBySkill, median, nextSteps, quantileOfSorted, recentActivity, standing, streak, theilSen, timeInvested, velocity, weeksOf } from './index.ts';
import { done, monday, utc } from './progress.fixture.ts';

const activities = fc.array(fc.record({ kind: fc.constantFrom(...activityKinds), at: fc.integer({ min: monday * 86_400_000, max: (monday + 60) * 86_400_000 - 1 }), minutes: fc.integer({ min: 0, max: 300 }), skillId: fc.constantFrom('sql', 'css', null) }), { maxLength: 60 });
const today = monday + 60;

describe('statistics', () => {
  test.each([[[3], 3], [[1, 9], 5], [[9, 1, 2], 2], [[0, 0, 10, 20], 5]])('the median of %j is %d', (values, wanted) => { expect(median(values)).toBe(wanted); });
  test.each([[0.1, 1], [0.5, 5], [0.9, 9], [1, 10]])('the nearest rank of %d among 1 to 10 is %d', (share, wanted) => { expect(quantileOfSorted([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], share)).toBe(wanted); });
  test('one outlier does not turn a Theil–Sen line', () => {
    expect(theilSen([1, 2, 3, 40, 5, 6])).toEqual({ slope: 1, start: 1 });
  });
});

describe('completion', () => {
  test.each([[0, 0, 100], [0, 10, 0], [1, 3, 33.3], [999, 1000, 99.9], [9999, 10_000, 99.9], [10, 10, 100]])('%d of %d hours is %d %%', (doneHours, totalHours, percentage) => {
    expect(completion({ doneHours, totalHours, doneTasks: 1, totalTasks: 2 }).percentage).toBe(percentage);
  });
  test('never falls when more is done', () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(500), (doneHours, open) => {
      const of = (hours: number) => completion({ doneHours: hours, totalHours: doneHours + open, doneTasks: 0, totalTasks: 0 }).percentage;
      expect(of(doneHours + Math.min(1, open))).toBeGreaterThanOrEqual(of(doneHours));
    }));
  });
});

describe('velocity', () => {
  const weeks = (...hours: number[]) => weeksOf(hours.flatMap((each, index) => (each === 0 && index > 0 ? [] : [done(monday + 7 * index, 60 * each || 1)])), utc, monday + 7 * hours.length);
  test.each([
    ['nobody', [], null], ['one week', [5], null], ['two', [4, 6], 5], ['four', [1, 2, 4, 30], 3], ['the last four of six', [90, 90, 2, 2, 6, 6], 4], ['a week of nothing', [4, 0, 4, 4], 4],
  ])('of %s', (_case, hours, wanted) => {
    expect(velocity(weeks(...hours), monday + 7 * hours.length, 'time').hoursPerWeek).toBe(wanted);
  });
  test('leaves out the week that is still going on', () => {
    const running = weeksOf([done(monday, 240), done(monday + 7, 240), done(monday + 14, 6000)], utc, monday + 15);
    expect(velocity(running, monday + 15, 'time')).toMatchObject({ hoursPerWeek: 4, weeks: 2 });
  });
  test('of a plan counts its tasks alone', () => {
    const mixed = weeksOf([0, 7].flatMap((day) => [done(monday + day, 120), done(monday + day, 600, { kind: 'logged' })]), utc, monday + 14);
    expect([velocity(mixed, monday + 14, 'plan').hoursPerWeek, velocity(mixed, monday + 14, 'time').hoursPerWeek]).toEqual([2, 12]);
  });
  test('has a trend from five weeks on', () => {
    const trend = (...hours: number[]) => velocity(weeks(...hours), monday + 7 * hours.length, 'time').trend;
    expect([trend(8, 7, 6, 5), trend(8, 7, 6, 5, 4)]).toEqual([null, { from: 8, to: 4, fall: 0.5, weeks: 5 }]);
    expect(trend(4, 5, 6, 7, 8)?.fall).toBe(-1);
  });
});

describe('engagement', () => {
  const of = (activeDays: number, hours: number, activeWeeks: number, plannedHoursPerWeek: number | null) => engagement({ activeDays, hours, activeWeeks, plannedHoursPerWeek }).score;
  test.each([[0, 0, 0, 10, 0], [16, 40, 4, 10, 100], [28, 90, 4, 10, 100], [8, 20, 2, 10, 50], [16, 0, 4, null, 100], [8, 5, 4, null, 67], [16, 3, 4, 0, 100]])('%d days, %d hours, %d weeks of %s planned: %d', (days, hours, weeks, planned, wanted) => {
    expect(of(days, hours, weeks, planned)).toBe(wanted);
  });
  test('is the sum of its reasons', () => {
    const { score, reasons } = engagement({ activeDays: 5, hours: 7, activeWeeks: 3, plannedHoursPerWeek: 6 });
    expect(Math.abs(reasons.reduce((sum, { effect }) => sum + effect, 0) - score)).toBeLessThan(1);
  });
});

describe('the standing', () => {
  const others = (count: number, value = 10) => Array<number>(count).fill(value);
  test('is not told among 20 people, and is among 21', () => {
    expect([standing(10, others(19)), standing(10, others(20))?.people]).toEqual([null, 21]);
  });
  test('leaves out who has no data, oneself too', () => {
    expect([standing(10, [...others(19), ...others(50, 0)]), standing(0, others(50))]).toEqual([null, null]);
  });
  test.each([['all level', 10, others(20), 50], ['above all', 11, others(20), 100], ['below all', 9, others(20), 0], ['ties counted half', 10, [...others(10, 5), ...others(5), ...others(5, 20)], 62]])('%s', (_case, own, rest, percentile) => {
    expect(standing(own, rest)?.percentile).toBe(percentile);
  });
});

describe('the heat calendar', () => {
  test.each([[0, 0], [1, 1], [29, 1], [30, 2], [60, 3], [119, 3], [120, 4], [600, 4]])('%d minutes are of heat %d', (minutes, heat) => { expect(heatOf(minutes)).toBe(heat); });
  test('has whole weeks up to today', () => {
    const found = heatCalendar([done(monday + 2, 45), done(monday + 2, 30)], utc, monday + 9, 2);
    expect([found.length, found[0]?.day, found.at(-1)?.day, found[2]]).toEqual([10, monday, monday + 9, { day: monday + 2, minutes: 75, heat: 3 }]);
  });
});

describe('mastery by skill', () => {
  const planned = [{ skillId: 'sql', name: 'SQL', doneHours: 4, totalHours: 4 }, { skillId: 'css', name: 'CSS', doneHours: 0, totalHours: 6 }];
  const answered = (skillId: string, provenAt: number | null, fadedAt: number | null, level: 1 | 2 | 3 = 1, answers = 12) => ({ skillId, level, probability: 0.9, uncertainty: 0.05, answers, provenAt, fadedAt });
  test('is not given for hours alone', () => {
    expect(masteryBySkill(planned, []).map(({ skillId, state, probability }) => [skillId, state, probability])).toEqual([['sql', 'learning', null], ['css', 'ahead', null]]);
  });
  test('is proven by answers, fades, and counts beyond the plan', () => {
    expect(masteryBySkill(planned, [answered('sql', 1, null), answered('go', 1, 2)]).map(({ skillId, state }) => [skillId, state])).toEqual([['sql', 'proven'], ['css', 'ahead'], ['go', 'fading']]);
  });
  test.each([
    ['the highest that is proven', [answered('go', null, null, 3), answered('go', 1, null, 2), answered('go', 1, null, 1)], 'proven', 2],
    ['one that is proven rather than a higher one that has faded', [answered('go', 1, 2, 3), answered('go', 1, null, 1)], 'proven', 1],
    ['the highest that has faded, where none is proven', [answered('go', 1, 2, 1), answered('go', 1, 2, 3), answered('go', null, null, 2)], 'fading', 3],
    ['the one with most answers, where none was ever proven', [answered('go', null, null, 1, 3), answered('go', null, null, 2, 9)], 'learning', 2],
  ] as const)('is one for each skill, of its levels: %s', (_rule, levels, state, level) => {
    expect(masteryBySkill([], levels).map((one) => [one.skillId, one.state, one.level])).toEqual([['go', state, level]]);
  });
});

describe('the next steps', () => {
  const tasks = [{ id: 't1', skillId: 'sql', minutes: 60 }, { id: 't2', skillId: 'css', minutes: 60 }];
  test('are what is due, what is planned and the lesson that fits, in this order', () => {
    const found = nextSteps({ dueReviews: [{ skillId: 'go', questions: 1, minutes: 2 }, { skillId: 'css', questions: 5, minutes: 8 }], tasks, lessons: [{ lessonId: 'l1', skillId: 'go', minutes: 9 }, { lessonId: 'l2', skillId: 'sql', minutes: 9 }] });
    expect(found.map(({ kind, id }) => [kind, id])).toEqual([['review', 'css'], ['task', 't1'], ['lesson', 'l2']]);
  });
  test('are filled up with more of the plan', () => {
    expect(nextSteps({ dueReviews: [], tasks, lessons: [] }).map(({ id }) => id)).toEqual(['t1', 't2']);
  });
});

test('time is told by kind and skill, most first', () => {
  const found = timeInvested([done(monday, 60), done(monday, 30, { kind: 'logged', skillId: 'css' }), done(monday, 45, { kind: 'answers', skillId: null })]);
  expect([found.minutes, found.byKind, found.bySkill]).toEqual([135, { task: 60, answers: 45, lesson: 0, logged: 30 }, [{ skillId: 'sql', minutes: 60 }, { skillId: null, minutes: 45 }, { skillId: 'css', minutes: 30 }]]);
});

test('no measure depends on the order of the activities', () => {
  fc.assert(fc.property(activities, (given) => {
    const measure = (list: readonly Activity[]) => ({
      weeks: weeksOf(list, utc, today), heat: heatCalendar(list, utc, today, 9), time: timeInvested(list), recent: recentActivity(list, utc, today), streak: streak(activeDaysOf(list, utc), today, utc), last: [...lastDayBySkill(list, utc)].sort(),
    });
    expect(measure([...given].reverse())).toEqual(measure(given));
  }));
});

test('no time is lost or doubled: weeks, days and skills have the same sum', () => {
  fc.assert(fc.property(activities, (given) => {
    const all = given.reduce((sum, { minutes }) => sum + minutes, 0);
    const sum = (list: readonly { readonly minutes: number }[]) => list.reduce((whole, { minutes }) => whole + minutes, 0);
    expect([sum(weeksOf(given, utc, today)), sum(heatCalendar(given, utc, today, 12)), sum(timeInvested(given).bySkill), timeInvested(given).minutes]).toEqual([all, all, all, all]);
  }));
});

test('one more activity never lowers engagement', () => {
  fc.assert(fc.property(activities, fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 40 })), (given, day, plannedHoursPerWeek) => {
    const of = (list: readonly Activity[]) => engagement({ ...recentActivity(list, utc, today), plannedHoursPerWeek }).score;
    expect(of([...given, done(monday + day)])).toBeGreaterThanOrEqual(of(given));
  }));
});
