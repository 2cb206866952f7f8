import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsReached, progressOf, taskStates, tasksOf } from './progress.ts';
import { replan, weekOn } from './replan.ts';
import {
  aKnowledge, aProject, anyChangeOf, anyProgressOn, anyWish, aRequest, aSkill, dateAfter, hourNames, namesOfHours, planOf, type Wish,
} from './test-support/fixtures.ts';
import type { Plan, Progress, RoadmapChange, TaskState } from './types.ts';

const at = '2026-02-01T10:00:00Z';
const done = (...taskIds: string[]): Progress => taskIds.map((taskId) => ({ taskId, state: 'done', changedAt: '2026-01-06T10:00:00Z' }));
const weeksOf = (plan: Plan): string[][] => plan.months.flatMap((phase) => phase.weeks.map((week) => week.tasks.map((task) => task.id)));

/** 24 hours of A at 6 a week: 14 to level 1, 10 to level 2. */
const knowledge = aKnowledge({ skills: [aSkill('base', { hours: [6, 6, 6, 6] }), aSkill('a', { hours: [14, 10, 20, 30], prerequisites: [{ id: 'base', level: 1 }] })] });
const plan = planOf(aRequest({ targets: [{ skillId: 'a', level: 2, importance: 80 }], known: [{ skillId: 'base', level: 1 }], hoursPerWeek: 6 }), knowledge);

describe('a missed week', () => {
  it('moves open work on and keeps the done where it was', () => {
    expect(weeksOf(plan).slice(0, 2)).toEqual([['a.1.learn.1-3', 'a.1.practise.1-3'], ['a.1.learn.4-7', 'a.1.practise.4-5']]);
    const { plan: after } = replan(plan, done('a.1.learn.1-3'), { kind: 'missed-week', from: '2026-01-12', at });
    expect(weeksOf(after).slice(0, 3)).toEqual([
      ['a.1.learn.1-3'],
      ['a.1.practise.1-3', 'a.1.learn.4-6'],
      ['a.1.learn.7-7', 'a.1.practise.4-6', 'a.1.check.1-1', 'a.2.learn.1-1'],
    ]);
    expect(after.totalHours).toBe(plan.totalHours);
  });

  it('stays in the calendar as an empty week', () => {
    const { plan: after } = replan(plan, [], { kind: 'missed-week', from: '2026-01-19', at });
    expect(weeksOf(after).slice(0, 2)).toEqual([[], []]);
    expect(after.totalWeeks).toBe(plan.totalWeeks + 2);
    expect(after.months[0]?.weeks[2]?.startsOn).toBe('2026-01-19');
  });

  it.each(['2026-01-05', '2026-01-11'])('that is the first, said on %s, moves the start and nothing else', (from) => {
    const { plan: after } = replan(plan, [], { kind: 'missed-week', from, at });
    expect(after.startsOn).toBe('2026-01-12');
    expect(after.months[0]?.weeks[0]?.startsOn).toBe('2026-01-12');
    expect(weeksOf(after)).toEqual(weeksOf(plan));
    expect(after.timeline.params).toMatchObject({ startsOn: '2026-01-12' });
  });

  it('that is the first, with some of it done, keeps that and goes on in the second week', () => {
    const { plan: after } = replan(plan, done('a.1.learn.1-3'), { kind: 'missed-week', from: '2026-01-07', at });
    expect(after.startsOn).toBe(plan.startsOn);
    expect(weeksOf(after).slice(0, 2)).toEqual([['a.1.learn.1-3'], ['a.1.practise.1-3', 'a.1.learn.4-6']]);
    expect(after.totalHours).toBe(plan.totalHours);
  });

  it('before the start was not missed', () => {
    expect(replan(plan, [], { kind: 'missed-week', from: '2026-01-04', at }).plan).toEqual(plan);
  });

  it('adds no week after the end when all is done', () => {
    const all = done(...tasksOf(plan).map((task) => task.id));
    expect(replan(plan, all, { kind: 'missed-week', from: '2026-06-01', at }).plan).toEqual(plan);
  });

  it('counts what was done ahead of time to the current week, and leaves it no more room than is left', () => {
    const { plan: after } = replan(plan, done('a.1.learn.4-7'), { kind: 'undo', from: '2026-01-05', at, taskIds: [] });
    expect(weeksOf(after)[0]).toEqual(['a.1.learn.4-7', 'a.1.learn.1-2']);
  });
});

describe('more and less time', () => {
  it.each<[RoadmapChange['kind'], number, number]>([['less-time', 3, 8], ['more-time', 12, 2]])('%s: %i hours a week make %i weeks', (kind, hoursPerWeek, weeks) => {
    const change = { kind, from: '2026-01-05', at, hoursPerWeek } as RoadmapChange;
    expect(replan(plan, [], change).plan).toMatchObject({ totalWeeks: weeks, hoursPerWeek });
  });

  it('there and back is the plan as it was', () => {
    const less = replan(plan, [], { kind: 'less-time', from: '2026-01-05', at, hoursPerWeek: 2 }).plan;
    expect(replan(less, [], { kind: 'more-time', from: '2026-01-05', at, hoursPerWeek: 6 }).plan).toEqual(plan);
  });
});

describe('skipping a skill by self-check', () => {
  const chain = planOf(aRequest({ targets: [{ skillId: 'a', level: 2, importance: 80 }], hoursPerWeek: 6 }), knowledge);

  it('reaches its level, drops its foundations, and shortens the plan', () => {
    const { plan: after, records } = replan(chain, [], { kind: 'skip-skill', from: '2026-01-05', at, skillId: 'a', level: 1 });
    expect(after.totalHours).toBe(10);
    expect(after.totalWeeks).toBe(2);
    expect(new Set(records.map((record) => record.taskId.split('.').slice(0, 2).join('.')))).toEqual(new Set(['base.1', 'a.1']));
    expect(levelsReached(after, records).get('a')).toBe(1);
    expect(after.reasons.reduce((sum, reason) => sum + reason.effect, 0)).toBe(10);
  });

  it('does not touch what is done', () => {
    const before = done('a.1.learn.1-3');
    const { records } = replan(plan, before, { kind: 'skip-skill', from: '2026-01-05', at, skillId: 'a', level: 1 });
    expect(records.flatMap((record) => namesOfHours(record.taskId)).filter((name) => /^a\.1\.learn\.[123]$/.test(name))).toEqual([]);
  });

  it.each<{ rule: string; practises: string[]; skipped: boolean }>([
    { rule: 'keeps a project that still practises something', practises: ['x', 'y'], skipped: false },
    { rule: 'drops a project that would practise nothing but it', practises: ['y'], skipped: true },
  ])('$rule', ({ practises, skipped }) => {
    const built = planOf(
      aRequest({ targets: [{ skillId: 'x', level: 1, importance: 80 }, { skillId: 'y', level: 1, importance: 70 }] }),
      aKnowledge({
        skills: [aSkill('x', { hours: [40, 1, 1, 1] }), aSkill('y', { hours: [40, 1, 1, 1] })],
        projects: [aProject('shop', practises.map((id) => ({ id, level: 1 })))],
      }),
    );
    expect(built.projects.map((project) => project.projectId)).toEqual(['shop']);
    const { records } = replan(built, [], { kind: 'skip-skill', from: '2026-01-05', at, skillId: 'y', level: 1 });
    expect(records.some((record) => record.taskId.startsWith('shop'))).toBe(skipped);
  });

  it('is undone by bringing the tasks back', () => {
    const skipped = replan(plan, [], { kind: 'skip-skill', from: '2026-01-05', at, skillId: 'a', level: 2 });
    expect(skipped.plan.totalHours).toBe(0);
    const taskIds = tasksOf(skipped.plan).map((task) => task.id);
    const back = replan(skipped.plan, skipped.records, { kind: 'undo', from: '2026-01-05', at: '2026-02-02T10:00:00Z', taskIds });
    expect(back.plan).toEqual(plan);
  });

  it('is as long as a plan made for one who had the level', () => {
    fc.assert(fc.property(anyWish, fc.nat(), (wish, pick) => {
      const whole = planWithoutProjects(wish);
      fc.pre(whole.steps.length > 0);
      const step = whole.steps[pick % whole.steps.length];
      if (step === undefined) return;
      const { plan: after } = replan(whole, [], { kind: 'skip-skill', from: whole.startsOn, at, skillId: step.skillId, level: step.level });
      const knowing = planWithoutProjects({ ...wish, request: { ...wish.request, known: [...wish.request.known, { skillId: step.skillId, level: step.level }] } });
      expect(after.totalHours).toBe(knowing.totalHours);
    }));
  });
});

describe('what is refused', () => {
  it.each<[string, RoadmapChange]>([
    ['roadmap.not-less-time', { kind: 'less-time', from: '2026-01-05', at, hoursPerWeek: 6 }],
    ['roadmap.not-more-time', { kind: 'more-time', from: '2026-01-05', at, hoursPerWeek: 6 }],
    ['roadmap.hours-out-of-range', { kind: 'less-time', from: '2026-01-05', at, hoursPerWeek: 0 }],
    ['roadmap.not-a-date', { kind: 'missed-week', from: 'tomorrow', at }],
    ['roadmap.unknown-skill', { kind: 'skip-skill', from: '2026-01-05', at, skillId: 'cobol', level: 1 }],
    ['roadmap.unknown-task', { kind: 'undo', from: '2026-01-05', at, taskIds: ['cobol.1.learn.1-2'] }],
  ])('%s', (code, change) => {
    expect(() => replan(plan, [], change)).toThrow(expect.objectContaining({ code }));
  });
});

describe('for any plan, any progress and any change', () => {
  interface Case {
    readonly before: Plan;
    readonly progress: Progress;
    readonly change: RoadmapChange;
    readonly after: Plan;
    readonly now: Progress;
  }
  const anyReplan: fc.Arbitrary<Case> = anyWish.chain((wish) => {
    const before = planOf(wish.request, wish.knowledge);
    return fc.tuple(anyProgressOn(before, ['done', 'skipped', 'open']), anyChangeOf(before)).map(([progress, change]) => {
      const { plan: after, records } = replan(before, progress, change);
      return { before, progress, change, after, now: [...progress, ...records] };
    });
  });

  /** 'undo' opens every hour that it names, 'put-back' those that are skipped. */
  const reopenedBy = (change: RoadmapChange, states: ReadonlyMap<string, TaskState>): Set<string> => {
    if (change.kind !== 'undo' && change.kind !== 'put-back') return new Set();
    return new Set(change.taskIds.flatMap(namesOfHours).filter((hour) => change.kind === 'undo' || states.get(hour) === 'skipped'));
  };

  it('loses no hour and doubles none', () => {
    fc.assert(fc.property(anyReplan, ({ before, after }) => {
      expect(hourNames(after).sort()).toEqual(hourNames(before).sort());
    }));
  });

  it('keeps every done and skipped hour as it was, but for what the change itself says', () => {
    fc.assert(fc.property(anyReplan, ({ before, after, progress, now, change }) => {
      const statesThen = hourStatesOf(before, progress);
      const statesNow = hourStatesOf(after, now);
      const undone = reopenedBy(change, statesThen);
      for (const [hour, state] of statesThen) {
        if (state !== 'open' && !undone.has(hour)) expect(statesNow.get(hour)).toBe(state);
        if (undone.has(hour)) expect(statesNow.get(hour)).toBe('open');
        if (state === 'open' && change.kind !== 'skip-skill') expect(statesNow.get(hour)).toBe('open');
      }
    }));
  });

  it('leaves done work of the weeks until now in its week', () => {
    fc.assert(fc.property(anyReplan, ({ before, after, progress, change }) => {
      const current = weekOn(before, change.from);
      const weekNow = weekOfHours(after);
      const states = hourStatesOf(before, progress);
      const undone = reopenedBy(change, states);
      for (const [hour, week] of weekOfHours(before)) {
        if (states.get(hour) === 'open' || undone.has(hour)) continue;
        expect(weekNow.get(hour)).toBe(Math.min(week, current));
      }
    }));
  });

  it('puts open work into the weeks from now on only, in the order of the route, and never over the hours', () => {
    fc.assert(fc.property(anyReplan, ({ after, now, change }) => {
      const current = weekOn(after, change.from);
      const states = taskStates(after, now);
      const openHours: string[] = [];
      for (const week of after.months.flatMap((phase) => phase.weeks)) {
        const open = week.tasks.filter((task) => states.get(task.id) === 'open');
        if (open.length === 0) continue;
        expect(week.number).toBeGreaterThanOrEqual(current);
        expect(week.hours).toBeLessThanOrEqual(after.hoursPerWeek);
        openHours.push(...open.flatMap((task) => namesOfHours(task.id)));
      }
      const isOpen = new Set(openHours);
      expect(openHours).toEqual(after.route.flatMap(routeHourNames).filter((hour) => isOpen.has(hour)));
    }));
  });

  it('counts hours as they are: done and open, without the skipped', () => {
    fc.assert(fc.property(anyReplan, ({ after, now }) => {
      expect(after.totalHours).toBe(progressOf(after, now).totalHours);
      expect(after.totalHours).toBe(after.months.flatMap((phase) => phase.weeks).reduce((sum, week) => sum + week.hours, 0));
    }));
  });

  it('changes nothing when asked again', () => {
    fc.assert(fc.property(anyReplan, ({ after, now, change }) => {
      const nothingNew: RoadmapChange = change.kind === 'missed-week' ? change : { kind: 'undo', from: change.from, at, taskIds: [] };
      const again = replan(after, now, nothingNew);
      expect(again).toEqual({ plan: after, records: [] });
    }));
  });
});

it.each([['2025-12-01', 1], ['2026-01-05', 1], ['2026-01-11', 1], ['2026-01-12', 2], ['2026-03-02', 9]])('%s lies in week %i', (date, week) => {
  expect(weekOn({ startsOn: '2026-01-05' }, date)).toBe(week);
});

it('reckons dates as the calendar does', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
    expect(weekOn({ startsOn: '2026-01-05' }, dateAfter('2026-01-05', days))).toBe(Math.floor(days / 7) + 1);
  }));
});

function planWithoutProjects({ knowledge: known, request }: Wish): Plan {
  return planOf(request, { ...known, projects: [] });
}

function hourStatesOf(of: Plan, progress: Progress): Map<string, TaskState> {
  const states = taskStates(of, progress);
  return new Map(tasksOf(of).flatMap((task) => namesOfHours(task.id).map((hour) => [hour, states.get(task.id) as TaskState] as const)));
}

function weekOfHours(of: Plan): Map<string, number> {
  return new Map(of.months.flatMap((phase) => phase.weeks.flatMap((week) =>
    week.tasks.flatMap((task) => namesOfHours(task.id).map((hour) => [hour, week.number] as const)))));
}

function routeHourNames(stretch: Plan['route'][number]): string[] {
  return namesOfHours(`${stretch.subjectId}.${stretch.level}.${stretch.kind}.${stretch.from}-${stretch.to}`);
}
