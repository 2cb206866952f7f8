import { describe, expect, it } from 'vitest';
import { routeOf, type RoutedProject, type RoutedStep } from './route.ts';
import type { PlacedProject } from './types.ts';

/** A step to level 1, half of it learning. */
function aStep(skillId: string, hours: number, facts: Partial<RoutedStep> = {}): RoutedStep {
  const learn = Math.ceil((hours - 1) / 2);
  return { skillId, level: 1, hours: { learn, practise: hours - 1 - learn, check: 1 }, requires: [], isBeside: false, ...facts };
}

function aProject(id: string, hours: number, after: RoutedProject['after'], standsOn: readonly string[]): RoutedProject {
  const project: PlacedProject = { projectId: id, name: id, summary: '', difficulty: 1, hours, skillIds: [], provenBy: [], skillId: '', level: 1, reasons: [] };
  return { project, after, standsOn };
}

/** Each stretch as "subject hours", neighbours of one subject together. */
function told(steps: readonly RoutedStep[], projects: readonly RoutedProject[] = []): string[] {
  const runs: { subject: string; hours: number }[] = [];
  for (const { subjectId, from, to } of routeOf(steps, projects)) {
    const last = runs.at(-1);
    if (last?.subject === subjectId) last.hours += to - from + 1;
    else runs.push({ subject: subjectId, hours: to - from + 1 });
  }
  return runs.map(({ subject, hours }) => `${subject} ${hours}`);
}

describe('steps that are learned beside', () => {
  const team = (hours: number, facts: Partial<RoutedStep> = {}): RoutedStep => aStep('team', hours, { isBeside: true, ...facts });

  it('stand between the work on the others, a fifth of the time', () => {
    const hours = routeOf([team(10), aStep('nursing', 90)], []).flatMap(({ subjectId, from, to }) => Array.from({ length: to - from + 1 }, () => subjectId));
    expect(hours).toHaveLength(100);
    for (const [from, to] of [[0, 20], [10, 30], [20, 40]] as const) {
      const share = hours.slice(from, to).filter((subject) => subject === 'team').length / (to - from);
      expect(share).toBeGreaterThanOrEqual(0.1);
      expect(share).toBeLessThanOrEqual(0.3);
    }
    expect(told([team(10), aStep('nursing', 90)]).filter((run) => /^team (?!1$|2$|3$)/.test(run))).toEqual([]);
  });

  it('take more of it where they are more of the plan, so that they do not come alone at its end', () => {
    const runs = told([team(60), aStep('nursing', 40)]);
    expect(runs.filter((run) => run.startsWith('nursing')).length).toBeGreaterThan(5);
    expect(Number(runs.at(-1)?.split(' ')[1])).toBeLessThanOrEqual(6);
  });

  it('are finished before a step that requires them', () => {
    expect(told([team(6), aStep('leading', 10, { requires: ['team.1'] })])).toEqual(['team 6', 'leading 10']);
  });

  it('and before a project that stands on them', () => {
    const runs = told([team(20), aStep('nursing', 10)], [aProject('ward', 5, { key: 'nursing.1', hours: null }, ['nursing.1', 'team.1'])]);
    expect(runs.at(-1)).toBe('ward 5');
  });

  it('wait for what they require', () => {
    expect(told([aStep('nursing', 10), team(6, { requires: ['nursing.1'] }), aStep('law', 10)])[0]).toBe('nursing 10');
  });

  it('are half of the time while a step waits for them, and later ones go ahead of it', () => {
    const steps = [team(12), aStep('leading', 10, { requires: ['team.1'] }), aStep('law', 20)];
    const runs = told(steps);
    expect(runs[0]).toMatch(/^law/);
    expect(runs.indexOf('leading 10')).toBe(runs.length - 1);
    expect(runs.filter((run) => run.startsWith('team')).length).toBeGreaterThan(2);
  });

  it('but no long one', () => {
    expect(told([team(12), aStep('leading', 10, { requires: ['team.1'] }), aStep('law', 50)])).toEqual(['team 12', 'leading 10', 'law 50']);
  });

  it('give back what they had in advance', () => {
    const runs = told([team(12), aStep('leading', 10, { requires: ['team.1'] }), aStep('law', 20), aStep('ethics', 20, { isBeside: true }), aStep('tax', 100)]);
    const afterLeading = runs.slice(runs.indexOf('leading 10') + 1);
    expect(Number(afterLeading[0]?.split(' ')[1])).toBeGreaterThan(20);
    expect(afterLeading[0]).toMatch(/^tax/);
  });

  it('are the whole plan where there is nothing else', () => {
    expect(told([team(6), aStep('ethics', 4, { isBeside: true })])).toEqual(['team 6', 'ethics 4']);
  });
});

describe('projects', () => {
  it('come after their step, or in its midst', () => {
    const within = aProject('first', 5, { key: 'b.1', hours: 13 }, ['a.1']);
    const after = aProject('second', 4, { key: 'b.1', hours: null }, ['b.1']);
    expect(told([aStep('a', 5), aStep('b', 40)], [within, after])).toEqual(['a 5', 'b 14', 'first 5', 'b 26', 'second 4']);
  });

  it('come before the check of a step that has become too short for their place', () => {
    expect(told([aStep('a', 5), aStep('b', 10)], [aProject('late', 5, { key: 'b.1', hours: 50 }, ['a.1'])])).toEqual(['a 5', 'b 9', 'late 5', 'b 1']);
  });

  it('wait for a step they stand on that is reached later than where they were placed', () => {
    const steps = [aStep('a', 5), aStep('team', 4, { isBeside: true }), aStep('b', 10)];
    expect(told(steps, [aProject('both', 5, { key: 'team.1', hours: null }, ['team.1', 'b.1'])]).at(-1)).toBe('both 5');
  });
});
