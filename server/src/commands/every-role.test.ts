import { expect, test } from 'vitest';
import { analyseGap, requirementsFromRole } from '@cairn/engine/gap';
import { noFeedback, planRoadmap } from '@cairn/engine/roadmap';
import { learningTargets } from '../features/gap/learning-targets.ts';
import { whatCairnKnows } from './resume-skills.ts';

const { knowledge, taxonomy } = await whatCairnKnows();

test.each(knowledge.roles.map((role) => [role.id, role] as const))('%s: a beginner with ten hours a week gets a plan with resources and a project', (_id, role) => {
  const analysis = analyseGap({ profile: { skills: [] }, requirements: requirementsFromRole(role, taxonomy), taxonomy });
  const result = planRoadmap({
    targets: learningTargets(analysis), known: [], hoursPerWeek: 10, weeksAvailable: null, startsOn: '2026-01-05', language: 'en', freeOnly: false, learningStyle: 'mixed',
  }, knowledge, noFeedback);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return;
  expect(result.plan.resources.length).toBeGreaterThanOrEqual(10);
  expect(result.plan.projects.length).toBeGreaterThanOrEqual(1);
});
