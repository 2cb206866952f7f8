/** The shipped roles, each planned from nothing: a role that no beginner can be led to is of no use to a student. */
import { loadKnowledge } from '@cairn/knowledge';
import { noFeedback, planRoadmap } from '@cairn/engine/roadmap';
import { describe, expect, test } from 'vitest';

const knowledge = loadKnowledge();
const hoursPerWeek = 10;

describe.each(knowledge.roles.map((role) => [role.id, role] as const))('a beginner with 10 hours a week becomes %s', (_id, role) => {
  const targets = [...role.must.map((skill) => ({ skill, importance: 90 })), ...role.should.map((skill) => ({ skill, importance: 50 }))]
    .map(({ skill, importance }) => ({ skillId: skill.id, level: skill.level, importance }));
  const made = planRoadmap({ targets, known: [], hoursPerWeek, weeksAvailable: null, startsOn: '2026-01-05', language: 'en', freeOnly: false, learningStyle: 'mixed' }, knowledge, noFeedback);
  if (!made.ok) throw new Error(`${role.id} cannot be planned`);
  const { plan } = made;

  test('with every skill asked for reached, and what it rests on before it', () => {
    const keys = plan.steps.map(({ skillId, level }) => `${skillId}.${level}`);
    const places = new Map(keys.map((key, place) => [key, place]));
    expect(targets.filter(({ skillId, level }) => !places.has(`${skillId}.${level}`))).toEqual([]);
    expect(plan.steps.flatMap((step, place) => step.requires.filter((key) => (places.get(key) ?? Infinity) >= place))).toEqual([]);
  });

  test('in weeks that fit, with something to learn each required skill from', () => {
    const weeks = plan.months.flatMap((month) => month.weeks);
    expect(weeks.filter((week) => week.hours > hoursPerWeek || week.tasks.length === 0)).toEqual([]);
    const first = new Map(plan.steps.filter(({ level }) => level === 1).map((step) => [step.skillId, step]));
    expect(role.must.filter(({ id }) => first.get(id)?.learnResourceIds.length === 0).map(({ id }) => id)).toEqual([]);
  });
});
