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
/** With what it should have: the longest trainings, of nurses, midwives and physiotherapists, which fill their days for three and a half years. */
const mostWeeksPlanned = 180;
/** What one speciality adds, chosen by itself: the longest is a language from nothing to where one works in it. */
const mostWeeksOfOneNice = 40;
const fewestTools = 8;

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

  test('is planned all it must and should have, and nothing that is only nice to have, in the time of a training', () => {
    const targets = targetsOf(role, false);
    expect(targets.map(({ skillId }) => skillId).sort()).toEqual([...role.must, ...role.should].map(({ id }) => id).sort());
    expect(planFor(targets).totalWeeks).toBeLessThanOrEqual(mostWeeksPlanned);
  });

  test('may choose each speciality that is nice to have without starting a second training', () => {
    const targets = targetsOf(role, false);
    const planned = planFor(targets).totalWeeks;
    const added = role.nice.map(({ id, level }) => ({ id, weeks: planFor([...targets, { skillId: id, level, importance: 10 }]).totalWeeks - planned }));
    expect(added.filter(({ weeks }) => weeks > mostWeeksOfOneNice)).toEqual([]);
  });

  test('who learns all that the role asks for, has resources, tools, a project for every two months, and few months that build nothing', () => {
    const plan = planFor(targetsOf(role, true));
    expect(plan.resources.length).toBeGreaterThanOrEqual(10);
    expect(new Set(plan.months.flatMap(({ tools }) => tools)).size).toBeGreaterThanOrEqual(fewestTools);
    expect(plan.projects.length).toBeGreaterThanOrEqual(Math.max(2, Math.floor(plan.months.length / 2)));
    const building = plan.months.map(({ weeks }) => weeks.some(({ tasks }) => tasks.some(({ kind }) => kind === 'build')));
    expect(building.filter(Boolean).length).toBeGreaterThanOrEqual(plan.months.length / 2);
    expect(longestRunWithout(building)).toBeLessThanOrEqual(Math.max(4, plan.months.length / 7));
  });

  test('is sent into few weeks of nothing but soft skills', () => {
    const weeks = planFor(targetsOf(role, true)).months.flatMap((month) => month.weeks);
    const onlySoft = weeks.filter(({ tasks }) => tasks.every(({ kind, skillId }) => kind !== 'build' && taxonomy.skills.get(skillId)?.category === 'soft-skill'));
    expect(onlySoft.length).toBeLessThanOrEqual(Math.max(1, weeks.length / 14));
  });
});

/** Of months in a row. */
function longestRunWithout(building: readonly boolean[]): number {
  let longest = 0;
  let run = 0;
  for (const builds of building) {
    run = builds ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

function targetsOf(role: Role, withNice: boolean): SkillTarget[] {
  return learningTargets(analyseGap({ profile: { skills: [] }, requirements: requirementsFromRole(role, taxonomy), taxonomy }), withNice);
}

function planFor(targets: SkillTarget[]) {
  const made = planRoadmap({
    targets, known: [], hoursPerWeek: 10, weeksAvailable: null, startsOn: '2026-01-05', language: 'en', freeOnly: false, learningStyle: 'mixed',
  }, knowledge, noFeedback);
  return made.ok ? made.plan : expect.fail('no plan');
}
