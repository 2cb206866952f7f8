import { describe, expect, test } from 'vitest';
import { analyseGap, requirementsFromRole } from '@cairn/engine/gap';
import type { Role } from '@cairn/engine/knowledge';
import { noFeedback, planRoadmap, type SkillTarget } from '@cairn/engine/roadmap';
import { learningTargets } from '../features/gap/learning-targets.ts';
import { whatCairnKnows } from './resume-skills.ts';

const { knowledge, taxonomy } = await whatCairnKnows();

/** Weeks at 10 hours: what a role requires is more than a fortnight's reading and less than a full training of three years. */
const fewestWeeks = 8;
const mostWeeks = 160;

describe.each(knowledge.roles.map((role) => [role.id, role] as const))('a beginner who wants to be %s, at ten hours a week', (_id, role) => {
  test('has a plan that reaches every required level, within a training of three years, from something to learn each required skill from', () => {
    const plan = planFor(role.must.map(({ id, level }) => ({ skillId: id, level, importance: 50 })));
    const reached = new Set(plan.steps.map(({ skillId, level }) => `${skillId}@${level}`));
    expect(role.must.filter(({ id, level }) => !reached.has(`${id}@${level}`))).toEqual([]);
    expect(plan.totalWeeks).toBeGreaterThanOrEqual(fewestWeeks);
    expect(plan.totalWeeks).toBeLessThanOrEqual(mostWeeks);
    const required = new Set(role.must.map(({ id }) => id));
    const first = plan.steps.filter(({ skillId, level }) => level === 1 && required.has(skillId));
    expect(first.filter(({ learnResourceIds }) => learnResourceIds.length === 0).map(({ skillId }) => skillId)).toEqual([]);
  });

  test('who learns all that the role asks for, has resources and a project', () => {
    const plan = planFor(everythingAsked(role));
    expect(plan.resources.length).toBeGreaterThanOrEqual(10);
    expect(plan.projects.length).toBeGreaterThanOrEqual(1);
  });
});

function everythingAsked(role: Role): SkillTarget[] {
  return learningTargets(analyseGap({ profile: { skills: [] }, requirements: requirementsFromRole(role, taxonomy), taxonomy }));
}

function planFor(targets: SkillTarget[]) {
  const made = planRoadmap({
    targets, known: [], hoursPerWeek: 10, weeksAvailable: null, startsOn: '2026-01-05', language: 'en', freeOnly: false, learningStyle: 'mixed',
  }, knowledge, noFeedback);
  return made.ok ? made.plan : expect.fail('no plan');
}
