import { describe, expect, it } from 'vitest';
import type { ProjectBrief } from '../knowledge/types.ts';
import { aKnowledge, aProject, aRequest, aSkill, planOf } from './test-support/fixtures.ts';
import type { Plan } from './types.ts';

/** A at 40 hours to level 1 (19 of practice), B after it (20 hours, 9 of practice), C likewise. */
const skills = [
  aSkill('a', { hours: [40, 40, 60, 80] }),
  aSkill('b', { hours: [20, 40, 60, 80], prerequisites: [{ id: 'a', level: 1 }] }),
  aSkill('c', { hours: [20, 40, 60, 80], prerequisites: [{ id: 'b', level: 1 }] }),
];
const plan = (projects: ProjectBrief[], level: 1 | 2 = 1, known: { skillId: string; level: 1 }[] = []): Plan => planOf(aRequest({
  targets: [{ skillId: 'a', level, importance: 90 }, { skillId: 'b', level: 1, importance: 60 }, { skillId: 'c', level: 1, importance: 30 }], known,
}), aKnowledge({ skills, projects }));
const chosen = (...given: Parameters<typeof plan>): string[] => plan(...given).projects.map((project) => project.projectId);
const onA = { id: 'a', level: 1 } as const;
const onB = { id: 'b', level: 1 } as const;
const onC = { id: 'c', level: 1 } as const;

describe('which projects are taken', () => {
  it.each<{ rule: string; projects: ProjectBrief[]; taken: string[] }>([
    { rule: 'another on the same step, where its practice has room', projects: [aProject('p', [onA]), aProject('q', [onA])], taken: ['p', 'q'] },
    { rule: 'but not where it has none', projects: [aProject('p', [onA], { hours: 10 }), aProject('q', [onA], { hours: 10 })], taken: ['p'] },
    { rule: 'and not at the end of the plan', projects: [aProject('p', [onC], { hours: 3 }), aProject('q', [onC], { hours: 3 })], taken: ['p'] },
    { rule: 'one on a step that none covers before one that repeats', projects: [aProject('p', [onA]), aProject('q', [onA]), aProject('r', [onB])], taken: ['p', 'r'] },
    { rule: 'the one that covers what matters most for its hours', projects: [aProject('a-long', [onA], { hours: 14 }), aProject('short', [onA], { hours: 5 })], taken: ['short'] },
    { rule: 'not sooner than 30 hours after the last', projects: [aProject('first', [onA]), aProject('second', [onB])], taken: ['first', 'second'] },
    { rule: 'at the end as many as cover something new', projects: [aProject('p', [onB]), aProject('q', [onC])], taken: ['p', 'q'] },
    { rule: 'none that is more than one level harder than its skills', projects: [aProject('hard', [onA], { difficulty: 3 }), aProject('fair', [onB], { difficulty: 2 })], taken: ['fair'] },
    { rule: 'none longer than 80 % of the practice it can stand for', projects: [aProject('long', [onA], { hours: 16 }), aProject('fits', [onB], { hours: 7 })], taken: ['fits'] },
    { rule: 'none that needs what is not learned', projects: [aProject('p', [onA, { id: 'x', level: 1 }])], taken: [] },
    { rule: 'none without skills', projects: [aProject('p', [])], taken: [] },
  ])('$rule', ({ projects, taken }) => {
    expect(chosen(projects)).toEqual(taken);
  });

  it('takes at most two more at the end', () => {
    const short = ['d', 'e', 'f', 'g', 'h'].map((id) => aSkill(id, { hours: [8, 20, 40, 80] }));
    const targets = short.map(({ id }) => ({ skillId: id, level: 1 as const, importance: 50 }));
    const projects = short.map(({ id }) => aProject(`on-${id}`, [{ id, level: 1 }], { hours: 2 }));
    const five = planOf(aRequest({ targets }), aKnowledge({ skills: short, projects }));
    expect(five.projects.map((project) => project.projectId)).toEqual(['on-d', 'on-e', 'on-f']);
  });

  it('places them in the midst of a long step, 30 hours of work apart', () => {
    const long = aSkill('long', { hours: [12, 100, 100, 100] });
    const projects = ['p', 'q', 'r'].map((id) => aProject(id, [{ id: 'long', level: 1 }], { hours: 8 }));
    const { route } = planOf(aRequest({ targets: [{ skillId: 'long', level: 2, importance: 90 }] }), aKnowledge({ skills: [long], projects }));
    let hours = 0;
    const beganAt = route.flatMap(({ kind, from, to }) => {
      const before = hours;
      hours += to - from + 1;
      return kind === 'build' ? [before] : [];
    });
    expect(beganAt).toHaveLength(3);
    expect(route.at(-1)).toMatchObject({ subjectId: 'long', level: 2, kind: 'check' });
    expect(beganAt[1]! - beganAt[0]!).toBeGreaterThanOrEqual(30);
    expect(beganAt[2]! - beganAt[1]!).toBeGreaterThanOrEqual(30);
  });

  it('takes none more than 60 hours of work after what it practises', () => {
    const early = aSkill('early', { hours: [40, 60, 80, 100] });
    const late = aSkill('late', { hours: [150, 160, 170, 180], prerequisites: [{ id: 'early', level: 1 }] });
    const projects = ['p', 'q', 'r', 's'].map((id) => aProject(id, [{ id: 'early', level: 1 }], { hours: 2 }));
    const { route } = planOf(aRequest({ targets: [{ skillId: 'late', level: 1, importance: 90 }] }), aKnowledge({ skills: [early, late], projects }));
    expect(route.filter(({ kind }) => kind === 'build').map(({ subjectId }) => subjectId)).toEqual(['p', 'q', 'r']);
  });

  it('waits 30 hours of work between two, where the plan goes on', () => {
    const beginnings = plan([aProject('on-a', [onA]), aProject('on-b', [onB])]).route
      .map(({ subjectId, kind }, at, route) => (kind === 'build' ? `${route[at - 1]?.subjectId} then ${subjectId}` : ''));
    expect(beginnings.filter(Boolean)).toEqual(['a then on-a', 'c then on-b']);
  });

  it('does not wait for a soft skill, which it practises', () => {
    const withTeam = [...skills, aSkill('team', { category: 'soft-skill', hours: [30, 40, 60, 80] })];
    const targets = ['a', 'team', 'b', 'c'].map((id) => ({ skillId: id, level: 1 as const, importance: 50 }));
    const { route } = planOf(aRequest({ targets }), aKnowledge({ skills: withTeam, projects: [aProject('p', [onA, { id: 'team', level: 1 }])] }));
    const built = route.findIndex(({ kind }) => kind === 'build');
    const checked = (id: string): number => route.findIndex(({ kind, subjectId }) => kind === 'check' && subjectId === id);
    expect(built).toBeGreaterThan(checked('a'));
    expect(built).toBeLessThan(checked('team'));
  });

  it('leans on what is known', () => {
    expect(chosen([aProject('p', [onA, onB])], 1, [{ skillId: 'a', level: 1 }])).toEqual(['p']);
  });
});

describe('whose practice a project is', () => {
  const practice = (given: Plan): Record<string, number> => Object.fromEntries(given.steps.map((step) => [`${step.skillId}.${step.level}`, step.hours.practise]));
  const without = practice(plan([], 2));

  it('that of the steps it exercises, the latest first', () => {
    const withProject = practice(plan([aProject('p', [onA, onB], { hours: 10 })], 2));
    expect(withProject).toEqual({ ...without, 'b.1': (without['b.1'] ?? 0) - 7, 'a.1': (without['a.1'] ?? 0) - 3 });
  });

  it('then that of the next step of the same skill', () => {
    const withProject = practice(plan([aProject('p', [onA], { hours: 20 })], 2));
    expect(withProject).toEqual({ ...without, 'a.1': (without['a.1'] ?? 0) - 15, 'a.2': (without['a.2'] ?? 0) - 5 });
  });
});
