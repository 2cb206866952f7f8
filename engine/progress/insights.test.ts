import { describe, expect, test } from 'vitest';
import { insightsOf, type InsightFacts } from './insights.ts';
import { monday, utc } from './progress.fixture.ts';
import { risksOf, type RiskFacts, type SkillInPlan } from './risks.ts';
import { streak } from './streak.ts';
import type { PaceTrend, Velocity } from './velocity.ts';

const pace = (hoursPerWeek: number | null, trend: PaceTrend | null = null): Velocity => ({ hoursPerWeek, basis: 'plan', weeks: 4, trend, reasons: [] });
const skill = (lastActiveDay: number | null, more: Partial<SkillInPlan> = {}): SkillInPlan => ({ skillId: 'sql', name: 'SQL', openHours: 4, nextTaskId: 'sql.1.learn.1-4', lastActiveDay, ...more });
const facts = (more: Partial<RiskFacts>): RiskFacts => ({ dueMinutes: 0, today: monday, velocity: pace(null), plannedHoursPerWeek: 10, skills: [], nextTaskId: 't1', ...more });
const named = (more: Partial<RiskFacts>) => risksOf(facts(more)).map(({ what, priority, action }) => [what.code, priority, action.kind]);

describe('a risk is named', () => {
  test.each([
    ['no pace is known', facts({}), []],
    ['the plan asks for a little more', facts({ velocity: pace(8) }), []],
    ['the plan asks for much more', facts({ velocity: pace(7) }), [['progress.risk.overload', 'medium', 'change-hours']]],
    ['the plan asks for twice as much', facts({ velocity: pace(5) }), [['progress.risk.overload', 'high', 'change-hours']]],
    ['the plan is at its least already', facts({ velocity: pace(0.5), plannedHoursPerWeek: 1 }), []],
    ['nothing at all is done', facts({ velocity: pace(0) }), []],
    ['the pace falls a little', facts({ velocity: pace(10, { from: 10, to: 8, fall: 0.2, weeks: 8 }) }), []],
    ['the pace falls', facts({ velocity: pace(10, { from: 10, to: 6, fall: 0.4, weeks: 8 }) }), [['progress.risk.falling-pace', 'medium', 'do-task']]],
    ['the pace falls steeply', facts({ velocity: pace(10, { from: 10, to: 3, fall: 0.7, weeks: 8 }), nextTaskId: null }), [['progress.risk.falling-pace', 'high', 'log-time']]],
    ['a skill was touched lately', facts({ skills: [skill(monday - 13)] }), []],
    ['a skill has stalled', facts({ skills: [skill(monday - 14)] }), [['progress.risk.stalled', 'low', 'do-task']]],
    ['a skill has stalled for long', facts({ skills: [skill(monday - 28)] }), [['progress.risk.stalled', 'medium', 'do-task']]],
    ['a skill was never begun', facts({ skills: [skill(null)] }), []],
    ['a skill is finished', facts({ skills: [skill(monday - 90, { openHours: 0 })] }), []],
  ])('when %s', (_case, given, wanted) => {
    expect(risksOf(given).map(({ what, priority, action }) => [what.code, priority, action.kind])).toEqual(wanted);
  });

  test('of several skills for the one that stalled longest, and the most pressing comes first', () => {
    const found = risksOf(facts({ velocity: pace(4), skills: [skill(monday - 15), skill(monday - 20, { skillId: 'css', name: 'CSS', nextTaskId: 'css.1.learn.1-2' })] }));
    expect(found.map(({ action }) => action)).toMatchObject([{ kind: 'change-hours', hoursPerWeek: 4 }, { kind: 'do-task', taskId: 'css.1.learn.1-2' }]);
  });

  test('the same whatever the order of the skills', () => {
    const skills = [skill(monday - 15), skill(monday - 15, { skillId: 'css', name: 'CSS' })];
    expect(named({ skills })).toEqual(named({ skills: [...skills].reverse() }));
  });
});

describe('insights', () => {
  const all = (more: Partial<InsightFacts>): InsightFacts => ({ ...facts({}), streak: streak(new Set(), monday, utc), forecast: null, changes: [], steps: [], ...more });
  const codes = (more: Partial<InsightFacts>) => insightsOf(all(more)).map(({ what }) => what.code);
  const running = (days: number) => streak(new Set(Array.from({ length: days }, (_unused, index) => monday - 1 - index)), monday, utc);

  test('always say one thing to do', () => {
    expect([codes({}), codes({ nextTaskId: null })]).toEqual([['progress.insight.next'], ['progress.insight.no-plan']]);
  });
  test('begin with the most pressing', () => {
    const review = { kind: 'review', id: 'sql', skillId: 'sql', minutes: 8, reason: 'progress.next.due' } as const;
    expect(codes({ skills: [skill(monday - 14)], steps: [review] })).toEqual(['progress.insight.review', 'progress.risk.stalled']);
  });
  test('tell of a review that is due', () => {
    expect(codes({ steps: [{ kind: 'review', id: 'sql', skillId: 'sql', minutes: 8, reason: 'progress.next.due' }] })).toEqual(['progress.insight.review']);
  });
  test('tell of a streak that ends today, and of none that a freeze keeps', () => {
    expect([codes({ streak: running(5) }), codes({ streak: running(8) }), codes({ streak: running(2) })]).toEqual([['progress.insight.streak-ends'], ['progress.insight.next'], ['progress.insight.next']]);
  });
  test('tell what brings the finish nearer by most', () => {
    const forecast = { kind: 'dated', finishesOn: monday + 70, earliest: monday, latest: null, monthsLeft: 2.3, reasons: [] } as const;
    expect(codes({ forecast, changes: [{ kind: 'more-hours', hours: 1, daysSooner: 7 }, { kind: 'leave-out', skillId: 'css', name: 'CSS', hours: 10, daysSooner: 14 }] })).toEqual(['progress.insight.leave-out']);
  });
});
