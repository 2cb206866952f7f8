import type { Level, Proficiency } from '../knowledge/types.ts';
import { provenFrom } from '../learning/knowledge-tracing.ts';
import type { Evidence } from '../reasons/reason.ts';
import { scoreOfLevel } from './skill-score.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { ProfiledSkill, SkillProfile } from './types.ts';

/** As likely as what is proven is mastered at least. */
const provenConfidence = provenFrom.probability;

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

interface ProvenSkill {
  readonly skillId: string;
  readonly level: Level;
  /** 'YYYY-MM-DD'. */
  readonly provenOn: string;
  /** Answers that it rests on. */
  readonly answers: number;
}

/**
 * The profile with the levels that answers to questions have proven. A level is raised, never lowered; a person's own word stands; at the level
 * that a self-check reached, the proof takes its place, for it says more. A skill that is not in the taxonomy is left out.
 */
export function raiseByMastery(profile: SkillProfile, proven: readonly ProvenSkill[], taxonomy: Taxonomy): SkillProfile {
  const skills = new Map(profile.skills.map((skill) => [skill.skillId, skill]));
  for (const { skillId, level, provenOn, answers } of proven) {
    const skill = taxonomy.skills.get(skillId);
    const present = skills.get(skillId);
    const says = present?.source === 'self-check' ? present.level - 1 : (present?.level ?? 0);
    if (!skill || present?.source === 'person' || says >= level) continue;
    const score = scoreOfLevel[level];
    const evidence: Evidence = { source: 'formula', id: 'mastery' };
    skills.set(skillId, {
      skillId, name: skill.name, category: skill.category, level, score, confidence: provenConfidence, years: present?.years ?? null, lastUsed: present?.lastUsed ?? null, source: 'mastery',
      reasons: [{ what: { code: 'skill.mastered', params: { level, date: provenOn, count: answers } }, effect: score, evidence: [evidence] }],
      evidence: present?.evidence ?? [],
    });
  }
  return { skills: [...skills.values()] };
}
