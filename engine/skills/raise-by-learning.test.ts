import { describe, expect, test } from 'vitest';
import type { Proficiency } from '../knowledge/types.ts';
import { fixtureSkills as knownSkills } from './skills.fixture.ts';
import { raiseByLearning, raiseByMastery } from './raise-by-learning.ts';
import { compileTaxonomy } from './taxonomy.ts';
import type { ProfiledSkill } from './types.ts';

const [skill] = knownSkills;
if (!skill) throw new Error('the fixture has no skill');
const taxonomy = compileTaxonomy(knownSkills);

const has = (level: Proficiency, source: ProfiledSkill['source']): ProfiledSkill => ({
  skillId: skill.id, name: skill.name, category: skill.category, level, score: level * 25, confidence: 0.8, years: 2, lastUsed: '2026-01', source, reasons: [], evidence: [],
});

describe('raising a profile by what was learned', () => {
  test.each<[rule: string, before: ProfiledSkill[], learned: Proficiency, after: [Proficiency, ProfiledSkill['source']]]>([
    ['a new skill joins', [], 2, [2, 'self-check']],
    ['a lower level is raised', [has(1, 'resume')], 3, [3, 'self-check']],
    ['a higher level stays', [has(3, 'resume')], 2, [3, 'resume']],
    ['an equal level stays', [has(2, 'resume')], 2, [2, 'resume']],
    ["the person's own word stands", [has(1, 'person')], 3, [1, 'person']],
  ])('%s', (_rule, before, level, [expectedLevel, source]) => {
    const { skills } = raiseByLearning({ skills: before }, [{ skillId: skill.id, level }], taxonomy);
    expect(skills).toMatchObject([{ skillId: skill.id, level: expectedLevel, source }]);
  });

  test('a skill that nobody knows is left out', () => {
    expect(raiseByLearning({ skills: [] }, [{ skillId: 'no-such-skill', level: 2 }], taxonomy).skills).toEqual([]);
  });
});

describe('raising a profile by what was proven', () => {
  test.each<[rule: string, before: ProfiledSkill[], proven: 1 | 2 | 3, after: [Proficiency, ProfiledSkill['source']]]>([
    ['a new skill joins', [], 2, [2, 'mastery']],
    ['a lower level is raised', [has(1, 'resume')], 3, [3, 'mastery']],
    ['a higher level stays', [has(3, 'resume')], 2, [3, 'resume']],
    ['an equal level of a self-check has the proof in its place', [has(2, 'self-check')], 2, [2, 'mastery']],
    ['a higher level of a self-check stays', [has(3, 'self-check')], 2, [3, 'self-check']],
    ["the person's own word stands", [has(1, 'person')], 3, [1, 'person']],
  ])('%s', (_rule, before, level, [expectedLevel, source]) => {
    const { skills } = raiseByMastery({ skills: before }, [{ skillId: skill.id, level, provenOn: '2026-11-28', answers: 7 }], taxonomy);
    expect(skills).toMatchObject([{ skillId: skill.id, level: expectedLevel, source }]);
  });

  test('says since when and by how many answers', () => {
    const { skills } = raiseByMastery({ skills: [] }, [{ skillId: skill.id, level: 2, provenOn: '2026-11-28', answers: 7 }], taxonomy);
    expect(skills[0]?.reasons).toEqual([{ what: { code: 'skill.mastered', params: { level: 2, date: '2026-11-28', count: 7 } }, effect: skills[0]?.score, evidence: [{ source: 'formula', id: 'mastery' }] }]);
  });
});
