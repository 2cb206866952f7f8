import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requirementKinds, type Level } from '../knowledge/types.ts';
import { fixtureSkills } from '../skills/skills.fixture.ts';
import type { ProfiledSkill } from '../skills/types.ts';
import { analyseGap } from './analyse-gap.ts';
import { asks, has, taxonomy } from './gap.fixture.ts';
import { skillSimilarity } from './similarity.ts';
import type { GapAnalysis, Requirement } from './types.ts';
import { whatIf } from './what-if.ts';

const analyse = (skills: readonly ProfiledSkill[], requirements: readonly Requirement[]): GapAnalysis => analyseGap({ profile: { skills }, requirements, taxonomy });
const sumOfEffects = (reasons: readonly { readonly effect: number }[]): number => reasons.reduce((sum, { effect }) => sum + effect, 0);

describe('what counts as met', () => {
  test.each<[string, ProfiledSkill[], Requirement[], number, number]>([
    ['the skill at its level', [has('sql', 2)], [asks('sql')], 100, 100],
    ['nothing', [], [asks('sql')], 0, 0],
    ['a level below: the share (1 + 1) ÷ (1 + 3)', [has('sql', 1)], [asks('sql', { level: 3 })], 100, 50],
    ['a higher level is no more than met', [has('sql', 4)], [asks('sql')], 100, 100],
    ['a similar skill counts its similarity', [has('mysql', 2)], [asks('postgresql')], 100, 90],
    ['a skill at level 0 is not had', [has('sql', 0)], [asks('sql')], 0, 0],
    ['any one of the alternatives', [has('vue', 2)], [asks('react', { alternatives: ['vue', 'angular'] })], 100, 100],
    ['by count, one decimal', [has('sql')], [asks('sql'), asks('git'), asks('docker')], 33.3, 34.3],
    ['nothing asked for', [has('sql')], [], 0, 0],
  ])('%s', (_, skills, requirements, byCount, byWeight) => {
    const { matchPercentage, weightedMatchPercentage } = analyse(skills, requirements);
    expect(matchPercentage).toBe(byCount);
    expect(Math.abs(weightedMatchPercentage - byWeight)).toBeLessThanOrEqual(1);
  });

  test('Python is not machine learning', () => {
    expect(analyse([has('python', 4)], [asks('machine-learning')]).missing).toHaveLength(1);
  });

  test('a similar skill is called similar, never had', () => {
    const { matched, strengths } = analyse([has('mysql')], [asks('postgresql')]);
    expect(matched).toMatchObject([{ skillId: 'postgresql', match: 'similar', similarTo: { skillId: 'mysql' } }]);
    expect(strengths).toMatchObject([{ skillId: 'mysql' }]);
  });

  test('a skill that was only concluded from another says so, and is no strength', () => {
    const implied: ProfiledSkill = { ...has('python', 1), reasons: [{ what: { code: 'skill.implied', params: { by: 'Django' } }, effect: 20, evidence: [] }] };
    expect(analyse([implied], [asks('python')]).matched[0]?.reasons[0]?.what).toEqual({ code: 'match.implied', params: { skill: 'Python', by: 'Django' } });
    expect(analyse([implied], [asks('sql')]).strengths).toEqual([]);
  });

  test('of several alternatives the one the person has is named, the others beside it', () => {
    const { matched } = analyse([has('vue')], [asks('react', { alternatives: ['vue', 'angular'] })]);
    expect(matched).toMatchObject([{ skillId: 'vue', match: 'exact', alternatives: [{ skillId: 'react' }, { skillId: 'angular' }] }]);
  });

  test('a better similar skill beats a weak one of the name', () => {
    expect(analyse([has('postgresql', 1), has('mysql', 4)], [asks('postgresql', { level: 4 })]).matched).toMatchObject([{ match: 'similar' }]);
  });
});

test('a level too low is a match and a proficiency gap', () => {
  const { matched, proficiencyGaps, missing } = analyse([has('sql', 1)], [asks('sql', { level: 3 })]);
  expect(matched).toMatchObject([{ skillId: 'sql', userLevel: 1, requiredLevel: 3 }]);
  expect(proficiencyGaps).toMatchObject([{ skillId: 'sql', userLevel: 1, requiredLevel: 3 }]);
  expect(missing).toEqual([]);
});

test('what is missing is ranked by importance, and technical comes before soft', () => {
  const { missing } = analyse([], [asks('communication'), asks('git', { requirement: 'nice' }), asks('rest-apis')]);
  expect(missing.map(({ skillId }) => skillId)).toEqual(['rest-apis', 'communication', 'git']);
});

test('the nearest skill of the person is named beside a missing one', () => {
  const near = analyse([has('kotlin')], [asks('csharp')]).missing[0]?.reasons.find(({ what }) => what.code === 'missing.nearest');
  expect(near).toBeUndefined();
  const nearer = analyse([has('javascript')], [asks('react')]).missing[0]?.reasons.find(({ what }) => what.code === 'missing.nearest');
  expect(nearer?.what.params).toMatchObject({ similar: 'JavaScript' });
});

const ids = fixtureSkills.map(({ id }) => id);
const level = fc.constantFrom<Level>(1, 2, 3, 4);
const someSkills = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), level), { selector: ([id]) => id, maxLength: 15 }).map((skills) => skills.map(([id, at]) => has(id, at)));
const someRequirements = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...ids), level, requirement: fc.constantFrom(...requirementKinds), mentions: fc.integer({ min: 1, max: 5 }) }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 15 },
).chain((facts) => fc.nat({ max: 2 }).map((choices) => {
  // The last few become alternatives of the first.
  const others = facts.length > choices + 1 ? facts.slice(facts.length - choices) : [];
  const alone = facts.slice(0, facts.length - others.length);
  return alone.map(({ id, ...fact }, index) => asks(id, index === 0 ? { ...fact, alternatives: others.map((other) => other.id) } : fact));
}));

describe('whatever the person and the ad', () => {
  test('percentages are 0 to 100, and reasons add up to the numbers they explain', () => {
    fc.assert(fc.property(someSkills, someRequirements, (skills, requirements) => {
      const analysis = analyse(skills, requirements);
      for (const percentage of [analysis.matchPercentage, analysis.weightedMatchPercentage]) {
        expect(percentage).toBeGreaterThanOrEqual(0);
        expect(percentage).toBeLessThanOrEqual(100);
      }
      expect(sumOfEffects(analysis.reasons)).toBeCloseTo(analysis.weightedMatchPercentage, 6);
      expect(sumOfEffects(analysis.matched.flatMap(({ reasons }) => reasons))).toBeCloseTo(analysis.weightedMatchPercentage, 6);
      for (const { importance, reasons } of analysis.missing) expect(sumOfEffects(reasons)).toBeCloseTo(importance, 6);
      expect(sumOfEffects([...analysis.matched, ...analysis.missing].map(({ weight }) => ({ effect: weight })))).toBeCloseTo(1, 6);
      expect(analysis.matched.length + analysis.missing.length).toBe(requirements.length);
    }));
  });

  test('learning a missing skill never lowers a percentage, and the what-if says what analysing again says', () => {
    fc.assert(fc.property(someSkills, someRequirements, fc.infiniteStream(fc.boolean()), (skills, requirements, coin) => {
      const before = analyse(skills, requirements);
      const chosen = before.missing.filter(() => coin.next().value);
      const learned = chosen.map(({ skillId, requiredLevel }) => has(skillId, requiredLevel));
      const after = analyse([...skills, ...learned], requirements);
      expect(whatIf(before.whatIf, new Set(chosen.map(({ skillId }) => skillId)))).toEqual({ matchPercentage: after.matchPercentage, weightedMatchPercentage: after.weightedMatchPercentage });
      expect(after.matchPercentage).toBeGreaterThanOrEqual(before.matchPercentage);
      expect(after.weightedMatchPercentage).toBeGreaterThanOrEqual(before.weightedMatchPercentage);
      for (const missing of before.missing) {
        const one = analyse([...skills, has(missing.skillId, missing.requiredLevel)], requirements);
        expect(missing.weightedMatchIfLearned).toBe(one.weightedMatchPercentage);
      }
    }));
  });

  test('raising a skill that is too low counts as the what-if says', () => {
    fc.assert(fc.property(someSkills, someRequirements, (skills, requirements) => {
      const before = analyse(skills, requirements);
      const raised = before.proficiencyGaps[0];
      fc.pre(raised !== undefined);
      const after = analyse(skills.map((skill) => (skill.skillId === raised.skillId ? has(skill.skillId, raised.requiredLevel) : skill)), requirements);
      expect(whatIf(before.whatIf, new Set([raised.skillId])).weightedMatchPercentage).toBe(after.weightedMatchPercentage);
    }));
  });

  test('the order of skills and requirements does not matter', () => {
    fc.assert(fc.property(someSkills, someRequirements, (skills, requirements) => {
      expect(analyse(skills.toReversed(), requirements.toReversed())).toEqual(analyse(skills, requirements));
    }));
  });

  test('a skill that is neither asked for nor near to one changes nothing but the strengths', () => {
    fc.assert(fc.property(someSkills, someRequirements, fc.constantFrom(...ids), (skills, requirements, extra) => {
      const asked = requirements.flatMap(({ skillId, alternatives }) => [skillId, ...alternatives.map((alternative) => alternative.skillId)]);
      fc.pre(!skills.some(({ skillId }) => skillId === extra) && asked.every((id) => skillSimilarity(taxonomy, id, extra) < 0.3));
      const { strengths, ...rest } = analyse([...skills, has(extra)], requirements);
      const { strengths: before, ...restBefore } = analyse(skills, requirements);
      expect(rest).toEqual(restBefore);
      expect(strengths).toHaveLength(before.length + 1);
    }));
  });
});

test('an analysis survives being stored as JSON', () => {
  const analysis = analyse([has('mysql', 1), has('git')], [asks('postgresql', { level: 3 }), asks('git', { level: 4 }), asks('docker')]);
  expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
});
