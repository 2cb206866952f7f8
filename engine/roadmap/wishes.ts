import type { Proficiency } from '../knowledge/types.ts';
import type { KnownSkill, SkillTarget } from './types.ts';

/**
 * Targets with each skill once, at the highest level and importance that is asked of it (importance within 0 to 100),
 * most important first (ties: id). So the order in which they were given is without effect.
 */
export function uniqueTargets(targets: readonly SkillTarget[]): SkillTarget[] {
  const bySkill = new Map<string, SkillTarget>();
  for (const target of targets) {
    const other = bySkill.get(target.skillId);
    const importance = Math.min(100, Math.max(0, target.importance));
    bySkill.set(target.skillId, {
      skillId: target.skillId,
      level: other !== undefined && other.level > target.level ? other.level : target.level,
      importance: Math.max(importance, other?.importance ?? 0),
    });
  }
  return [...bySkill.values()].sort((a, b) => b.importance - a.importance || (a.skillId < b.skillId ? -1 : 1));
}

/** The highest level known of each skill. */
export function knownLevelsOf(known: readonly KnownSkill[]): Map<string, Proficiency> {
  const levels = new Map<string, Proficiency>();
  for (const { skillId, level } of known) if (level > (levels.get(skillId) ?? 0)) levels.set(skillId, level);
  return levels;
}
