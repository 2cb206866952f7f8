/** Short ways to write requirements and profiles in the tests of the gap. */
import type { Level, Proficiency, RequirementKind } from '../knowledge/types.ts';
import { fixtureSkills } from '../skills/skills.fixture.ts';
import { compileTaxonomy } from '../skills/taxonomy.ts';
import type { ProfiledSkill, SkillProfile } from '../skills/types.ts';
import type { Requirement } from './types.ts';

export const taxonomy = compileTaxonomy(fixtureSkills);

function known(skillId: string): { readonly name: string; readonly category: Requirement['category'] } {
  const skill = taxonomy.skills.get(skillId);
  if (skill === undefined) throw new Error(`no skill ${skillId} in the fixture`);
  return skill;
}

interface RequirementFacts {
  readonly requirement?: RequirementKind;
  readonly level?: Level;
  readonly mentions?: number;
  readonly alternatives?: readonly string[];
}

export function asks(skillId: string, facts: RequirementFacts = {}): Requirement {
  const { name, category } = known(skillId);
  const alternatives = (facts.alternatives ?? []).map((id) => ({ skillId: id, name: known(id).name }));
  return { skillId, name, category, requirement: facts.requirement ?? 'must', level: facts.level ?? 2, mentions: facts.mentions ?? 1, alternatives, reasons: [], evidence: [] };
}

export function has(skillId: string, level: Proficiency = 2): ProfiledSkill {
  const { name, category } = known(skillId);
  return { skillId, name, category, level, score: level * 20, confidence: 1, years: null, lastUsed: null, source: 'resume', reasons: [], evidence: [] };
}

export function profileOf(...skills: ProfiledSkill[]): SkillProfile {
  return { skills };
}
