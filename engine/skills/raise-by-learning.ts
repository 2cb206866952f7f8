import type { Proficiency } from '../knowledge/types.ts';
import { scoreOfLevel } from './skill-score.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { ProfiledSkill, SkillProfile } from './types.ts';

interface LearnedSkill {
  readonly skillId: string;
  readonly level: Proficiency;
}

/**
 * The profile with the levels that were reached by learning: a level is raised, never lowered, and a person's own word
 * stands. Levels are 0 to 4, scores 0 to 100. A skill that is not in the taxonomy is left out.
 */
export function raiseByLearning(profile: SkillProfile, learned: readonly LearnedSkill[], taxonomy: Taxonomy): SkillProfile {
  const skills = new Map(profile.skills.map((skill) => [skill.skillId, skill]));
  for (const { skillId, level } of learned) {
    const skill = taxonomy.skills.get(skillId);
    const present = skills.get(skillId);
    if (!skill || present?.source === 'person' || (present?.level ?? 0) >= level) continue;
    const raised: ProfiledSkill = {
      skillId,
      name: skill.name,
      category: skill.category,
      level,
      score: scoreOfLevel[level],
      confidence: 1,
      years: present?.years ?? null,
      lastUsed: present?.lastUsed ?? null,
      source: 'self-check',
      reasons: [{ what: { code: 'skill.learned', params: { level } }, effect: scoreOfLevel[level], evidence: [] }],
      evidence: present?.evidence ?? [],
    };
    skills.set(skillId, raised);
  }
  return { skills: [...skills.values()] };
}
