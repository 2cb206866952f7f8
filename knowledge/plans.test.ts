import { describe, expect, test } from 'vitest';
import { noFeedback, planRoadmap } from '@cairn/engine/roadmap';
import { readSources } from './load.ts';
import { readKnowledge } from './read.ts';

const shipped = readKnowledge(readSources(import.meta.dirname));

/** Weeks at 10 hours: what a role requires is more than a fortnight's reading and less than a full training of three years. */
const fewestWeeks = 8;
const mostWeeks = 160;

describe.each(shipped.roles.map((role) => [role.id, role] as const))('a beginner who wants to be %s, at 10 hours a week', (_id, role) => {
  const made = planRoadmap({
    targets: role.must.map(({ id, level }) => ({ skillId: id, level, importance: 50 })),
    known: [], hoursPerWeek: 10, weeksAvailable: null, startsOn: '2026-01-05', language: 'en', freeOnly: false, learningStyle: 'mixed',
  }, shipped, noFeedback);

  test('has a plan that reaches every required level, within a training of three years', () => {
    if (!made.ok) expect.fail('no plan');
    const reached = new Set(made.plan.steps.map(({ skillId, level }) => `${skillId}@${level}`));
    expect(role.must.filter(({ id, level }) => !reached.has(`${id}@${level}`))).toEqual([]);
    expect(made.plan.totalWeeks).toBeGreaterThanOrEqual(fewestWeeks);
    expect(made.plan.totalWeeks).toBeLessThanOrEqual(mostWeeks);
  });

  test('is given something to learn each required skill from', () => {
    if (!made.ok) expect.fail('no plan');
    const required = new Set(role.must.map(({ id }) => id));
    const first = made.plan.steps.filter(({ skillId, level }) => level === 1 && required.has(skillId));
    expect(first.filter(({ learnResourceIds }) => learnResourceIds.length === 0).map(({ skillId }) => skillId)).toEqual([]);
  });
});
