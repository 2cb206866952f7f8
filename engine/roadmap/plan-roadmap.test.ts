import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownSkill, Plan } from './types.ts';
import { noFeedback, planRoadmap } from './plan-roadmap.ts';
import { tasksOf } from './progress.ts';
import { aKnowledge, aProject, aRequest, aSkill, anyWish, hourNames, levelsOf, planOf } from './test-support/fixtures.ts';

const start = { startsOn: '2026-01-05' };
const react = aKnowledge({
  skills: [
    aSkill('html', { hours: [8, 12, 20, 40] }),
    aSkill('js', { hours: [20, 40, 60, 100], prerequisites: [{ id: 'html', level: 1 }] }),
    aSkill('react', { hours: [15, 30, 60, 100], prerequisites: [{ id: 'js', level: 2 }] }),
    aSkill('sql', { hours: [10, 20, 40, 60] }),
  ],
});
const stepsOf = (plan: Plan): string[] => plan.steps.map((step) => `${step.skillId}.${step.level}`);

describe('which steps a plan has', () => {
  it.each<{ rule: string; targets: [string, 1 | 2 | 3 | 4][]; known: [string, 0 | 1 | 2 | 3 | 4][]; steps: string[] }>([
    { rule: 'prerequisites to the level asked of them', targets: [['react', 1]], known: [], steps: ['html.1', 'js.1', 'js.2', 'react.1'] },
    { rule: 'only from the level known', targets: [['react', 2]], known: [['html', 1], ['js', 1]], steps: ['js.2', 'react.1', 'react.2'] },
    { rule: 'a begun skill does not ask for its prerequisites', targets: [['react', 2]], known: [['react', 1]], steps: ['react.2'] },
    { rule: 'a known skill shows that its prerequisites were met, for other skills too', targets: [['react', 1]], known: [['js', 1]], steps: ['js.2', 'react.1'] },
    { rule: 'but not where the prerequisite is itself asked for', targets: [['html', 1]], known: [['js', 1]], steps: ['html.1'] },
    { rule: 'the prerequisite of a begun skill comes first where it is wanted itself', targets: [['react', 2], ['js', 1]], known: [['react', 1], ['html', 4]], steps: ['js.1', 'react.2'] },
    { rule: 'nothing that is known', targets: [['js', 2]], known: [['js', 3]], steps: [] },
    { rule: 'level 0 is not known', targets: [['sql', 1]], known: [['sql', 0]], steps: ['sql.1'] },
  ])('$rule', ({ targets, known, steps }) => {
    const plan = planOf(aRequest({
      targets: targets.map(([skillId, level]) => ({ skillId, level, importance: 50 })),
      known: known.map(([skillId, level]) => ({ skillId, level })),
    }), react);
    expect(stepsOf(plan)).toEqual(steps);
  });

  it('is a finished plan of no weeks when nothing is missing', () => {
    const plan = planOf(aRequest({ targets: [{ skillId: 'js', level: 1, importance: 90 }], known: [{ skillId: 'js', level: 1 }] }), react);
    expect(plan).toMatchObject({ totalHours: 0, totalWeeks: 0, estimatedMonths: 0, months: [], overview: { code: 'roadmap.overview.nothing-to-learn' } });
  });

  it('says how the hours come about', () => {
    const plan = planOf(aRequest({ targets: [{ skillId: 'react', level: 1, importance: 90 }], known: [{ skillId: 'html', level: 1 }] }), react);
    expect(plan.reasons.map((reason) => [reason.what.code, reason.effect])).toEqual([
      ['roadmap.reason.target-hours', 15], ['roadmap.reason.foundation-hours', 8 + 20 + 40], ['roadmap.reason.known-hours', -8],
    ]);
    expect(plan.totalHours).toBe(75);
  });

  it('names apart what was credited from the current role, as far as it lies on the way', () => {
    const currentRole = { roleId: 'designer', name: 'Designer', yearsOfExperience: 2, skills: [{ skillId: 'html', level: 1 }, { skillId: 'css', level: 1 }] } as const;
    const request = aRequest({ targets: [{ skillId: 'react', level: 1, importance: 90 }] });
    const plan = planOf({ ...request, currentRole }, react);
    const saved = planOf(request, react).totalHours - plan.totalHours;
    expect(plan.reasons.find(({ what }) => what.code === 'roadmap.reason.current-role-hours')).toMatchObject({ what: { params: { role: 'Designer', years: 2 } }, effect: -saved });
    expect(plan.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBe(plan.totalHours);
    expect(saved).toBeGreaterThan(0);
  });
});

describe('what is refused', () => {
  it.each([
    ['roadmap.hours-out-of-range', { hoursPerWeek: 0.5 }],
    ['roadmap.hours-out-of-range', { hoursPerWeek: 61 }],
    ['roadmap.hours-out-of-range', { hoursPerWeek: 10.5 }],
    ['roadmap.hours-out-of-range', { hoursPerWeek: Number.NaN }],
    ['roadmap.weeks-out-of-range', { weeksAvailable: 0 }],
    ['roadmap.weeks-out-of-range', { weeksAvailable: 1.5 }],
    ['roadmap.not-a-date', { startsOn: '2026-02-30' }],
    ['roadmap.start-not-a-monday', { startsOn: '2026-01-06' }],
    ['roadmap.unknown-skill', { targets: [{ skillId: 'cobol', level: 1 as const, importance: 1 }] }],
  ])('%s for %j', (code, facts) => {
    expect(() => planRoadmap(aRequest(facts), react, noFeedback)).toThrow(expect.objectContaining({ code }));
  });

  it('names a circle of prerequisites', () => {
    const circle = aKnowledge({ skills: [aSkill('a', { prerequisites: [{ id: 'b', level: 1 }] }), aSkill('b', { prerequisites: [{ id: 'a', level: 1 }] })] });
    const asked = aRequest({ targets: [{ skillId: 'a', level: 1, importance: 1 }] });
    expect(() => planRoadmap(asked, circle, noFeedback)).toThrow(expect.objectContaining({ code: 'roadmap.prerequisite-cycle' }));
  });

  it('passes over known skills that the knowledge does not have', () => {
    const plan = planOf(aRequest({ targets: [{ skillId: 'sql', level: 1, importance: 1 }], known: [{ skillId: 'cobol', level: 3 }] }), react);
    expect(stepsOf(plan)).toEqual(['sql.1']);
  });
});

describe('weeks', () => {
  it('are full to the hour, but for the last', () => {
    const plan = planOf(aRequest({ targets: [{ skillId: 'react', level: 2, importance: 90 }], hoursPerWeek: 7 }), react);
    const hours = plan.months.flatMap((phase) => phase.weeks.map((week) => week.hours));
    expect(hours.slice(0, -1).every((each) => each === 7)).toBe(true);
    expect(plan.totalWeeks).toBe(Math.ceil((8 + 20 + 40 + 15 + 30) / 7));
  });

  it('begin on Mondays, a week apart, four to a phase', () => {
    const plan = planOf(aRequest({ ...start, targets: [{ skillId: 'js', level: 1, importance: 90 }], hoursPerWeek: 5 }), react);
    expect(plan.months.map((phase) => phase.weeks.map((week) => `${week.number} ${week.startsOn}`))).toEqual([
      ['1 2026-01-05', '2 2026-01-12', '3 2026-01-19', '4 2026-01-26'], ['5 2026-02-02', '6 2026-02-09'],
    ]);
  });

  it('learn, then practise, round by round, and check at the end', () => {
    const plan = planOf(aRequest({ targets: [{ skillId: 'html', level: 2, importance: 90 }], known: [{ skillId: 'html', level: 1 }], hoursPerWeek: 20 }), react);
    expect(tasksOf(plan).map((task) => task.id)).toEqual(['html.2.learn.1-5', 'html.2.practise.1-6', 'html.2.check.1-1']);
    expect(tasksOf(plan)[0]?.title).toBe('Learn HTML (intermediate)');
  });

  it('list what the phase lets one say', () => {
    const plan = planOf(aRequest({ targets: [{ skillId: 'sql', level: 1, importance: 90 }] }), react);
    expect(plan.months[0]?.checkpoint.statements).toEqual([{ skillId: 'sql', level: 1, text: 'sql: first steps' }]);
  });
});

describe('for any knowledge and any wish', () => {
  it('brings every target to its level, each hour of every step once, and no others', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const plan = planOf(request, knowledge);
      const known = new Map(request.known.map((skill) => [skill.skillId, skill.level]));
      const reached = new Map(known as Map<string, number>);
      for (const task of tasksOf(plan)) if (task.kind === 'check') reached.set(task.skillId, Math.max(task.level, reached.get(task.skillId) ?? 0));
      for (const target of request.targets) expect(reached.get(target.skillId) ?? 0).toBeGreaterThanOrEqual(target.level);
      const names = hourNames(plan);
      expect(new Set(names).size).toBe(names.length);
      const skills = new Map(knowledge.skills.map((skill) => [skill.id, skill]));
      const stepHours = plan.steps.reduce((sum, step) => sum + (skills.get(step.skillId)?.hours[step.level - 1] ?? 0), 0);
      expect(names.length).toBe(stepHours);
      expect(plan.totalHours).toBe(stepHours);
      expect(plan.reasons.reduce((sum, reason) => sum + reason.effect, 0)).toBe(stepHours);
    }));
  });

  it('begins no skill before its prerequisites are reached, and no level before the one below', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const skills = new Map(knowledge.skills.map((skill) => [skill.id, skill]));
      const reached = levelsOf({ knowledge, request });
      const begun = new Set([...reached].filter(([, level]) => level > 0).map(([skillId]) => skillId));
      for (const task of tasksOf(planOf(request, knowledge))) {
        if (task.kind === 'build') continue;
        expect(reached.get(task.skillId) ?? 0).toBe(task.level - 1);
        if (!begun.has(task.skillId)) {
          for (const { id, level } of skills.get(task.skillId)?.prerequisites ?? []) expect(reached.get(id) ?? 0).toBeGreaterThanOrEqual(level);
          begun.add(task.skillId);
        }
        if (task.kind === 'check') reached.set(task.skillId, task.level);
      }
    }));
  });

  it('keeps every week within its hours, tasks within 6 hours, and at most 3 skills in focus', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const plan = planOf(request, knowledge);
      const weeks = plan.months.flatMap((phase) => phase.weeks);
      weeks.forEach((week, index) => {
        expect(week.hours).toBe(week.tasks.reduce((sum, task) => sum + task.hours, 0));
        if (index < weeks.length - 1) expect(week.hours).toBe(request.hoursPerWeek);
        expect(week.hours).toBeLessThanOrEqual(request.hoursPerWeek);
        expect(week.focusSkillIds.length).toBeLessThanOrEqual(3);
        expect(week.number).toBe(index + 1);
        for (const task of week.tasks) expect(task.hours >= 1 && task.hours <= 6).toBe(true);
      });
      expect(plan.months.every((phase) => phase.weeks.length >= 1 && phase.weeks.length <= 4)).toBe(true);
    }));
  });

  it('leaves at most two skills unfinished at the end of a week, and only one that is not learned beside', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const beside = new Set(knowledge.skills.filter(({ category }) => category !== 'web').map(({ id }) => id));
      for (const week of planOf(request, knowledge).months.flatMap((phase) => phase.weeks)) {
        const work = week.tasks.filter((task) => task.kind !== 'build');
        const unfinished = new Set(work.map((task) => task.skillId));
        for (const task of work) if (task.kind === 'check') unfinished.delete(task.skillId);
        expect(unfinished.size).toBeLessThanOrEqual(2);
        expect([...unfinished].filter((id) => !beside.has(id)).length).toBeLessThanOrEqual(1);
      }
    }));
  });

  it('gives every task a reason, and steps whose reasons add up to a falling priority', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const plan = planOf(request, knowledge);
      for (const task of tasksOf(plan)) expect(task.reasons.length).toBeGreaterThan(0);
      const priorities = plan.steps.map((step) => step.reasons.reduce((sum, reason) => sum + reason.effect, 0));
      priorities.slice(1).forEach((priority, index) => expect(priority).toBeLessThanOrEqual((priorities[index] ?? 0) + 1e-9));
    }));
  });

  it('is the same plan for the same wish, in whatever order it is told', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const told = planOf(request, knowledge);
      const turned = planOf(
        { ...request, targets: [...request.targets].reverse(), known: [...request.known].reverse() },
        { skills: [...knowledge.skills].reverse(), roles: [], resources: [...knowledge.resources].reverse(), projects: [...knowledge.projects].reverse() },
      );
      expect(turned).toEqual(told);
    }));
  });

  it('is never longer with more hours a week', () => {
    fc.assert(fc.property(anyWish, fc.integer({ min: 1, max: 20 }), ({ knowledge, request }, more) => {
      const longer = planOf({ ...request, hoursPerWeek: request.hoursPerWeek + more }, knowledge);
      expect(longer.totalWeeks).toBeLessThanOrEqual(planOf(request, knowledge).totalWeeks);
    }));
  });

  it('is never longer for one who knows more', () => {
    fc.assert(fc.property(anyWish, fc.nat(), fc.constantFrom(1, 2, 3, 4), ({ knowledge, request }, at, level) => {
      const skill = knowledge.skills[at % knowledge.skills.length];
      const extra = { skillId: skill?.id ?? '', level } as KnownSkill;
      const plan = planOf(request, knowledge);
      const knowing = planOf({ ...request, known: [...request.known, extra] }, knowledge);
      expect(knowing.totalHours).toBeLessThanOrEqual(plan.totalHours);
      expect(knowing.totalWeeks).toBeLessThanOrEqual(plan.totalWeeks);
    }));
  });

  it('puts what matters more first, where nothing else differs', () => {
    const two = aKnowledge({ skills: [aSkill('a'), aSkill('b')] });
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (forA, forB) => {
      const plan = planOf(aRequest({ targets: [{ skillId: 'a', level: 1, importance: forA }, { skillId: 'b', level: 1, importance: forB }] }), two);
      expect(stepsOf(plan)[0]).toBe(forB > forA ? 'b.1' : 'a.1');
    }));
  });
});

describe('projects', () => {
  const made = aKnowledge({
    ...react,
    projects: [
      aProject('page', [{ id: 'html', level: 1 }, { id: 'js', level: 2 }], { hours: 9, difficulty: 2 }),
      aProject('too-hard', [{ id: 'js', level: 3 }]),
      aProject('off-the-way', [{ id: 'js', level: 2 }, { id: 'sql', level: 2 }]),
      aProject('too-long', [{ id: 'js', level: 1 }], { hours: 400 }),
    ],
  });

  it('are those that fit what is learned, built after it, inside the hours of practice', () => {
    const plan = planOf(aRequest({ targets: [{ skillId: 'js', level: 2, importance: 90 }], hoursPerWeek: 34 }), made);
    expect(plan.projects.map((project) => project.projectId)).toEqual(['page']);
    expect(tasksOf(plan).slice(-2).map((task) => task.id)).toEqual(['page.2.build.1-5', 'page.2.build.6-9']);
    expect(plan.totalHours).toBe(8 + 20 + 40);
  });

  it('may lean on what the person knows, but must practise something that is learned', () => {
    const known = [{ skillId: 'js', level: 2 }, { skillId: 'html', level: 1 }] as const;
    const plan = planOf(aRequest({ targets: [{ skillId: 'sql', level: 2, importance: 90 }], known }), made);
    expect(plan.projects.map((project) => project.projectId)).toEqual(['off-the-way']);
  });

  it('are never built twice, stay within their fit, and stand in the phase in which they are begun', () => {
    fc.assert(fc.property(anyWish, ({ knowledge, request }) => {
      const plan = planOf(request, knowledge);
      const shown = plan.months.flatMap((phase) => phase.projects.map((project) => project.projectId));
      expect(shown).toEqual(plan.projects.map((project) => project.projectId));
      expect(new Set(shown).size).toBe(shown.length);
      const reached = levelsOf({ knowledge, request });
      const beside = new Set(knowledge.skills.filter(({ category }) => category !== 'web').map(({ id }) => id));
      for (const task of tasksOf(plan)) {
        if (task.kind === 'check') reached.set(task.skillId, task.level);
        const brief = knowledge.projects.find((project) => project.id === task.projectId);
        const inTurn = brief?.skills.filter(({ id }) => !beside.has(id)) ?? [];
        for (const { id, level } of inTurn) expect(reached.get(id) ?? 0).toBeGreaterThanOrEqual(level);
      }
    }));
  });
});
