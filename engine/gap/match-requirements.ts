/** How far a person meets one requirement: the share that counts in the weighted percentage. */
import type { Level, Proficiency } from '../knowledge/types.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import type { ProfiledSkill } from '../skills/types.ts';
import { similarityThreshold, skillSimilarity } from './similarity.ts';
import type { Requirement } from './types.ts';

export interface SkillMatch {
  /** The skill of the person's that meets it best. */
  readonly skill: ProfiledSkill;
  /** The skill asked for that it meets: the requirement's own or an alternative. */
  readonly metSkillId: string;
  /** 1 for the skill itself. */
  readonly similarity: number;
  readonly levelShare: number;
  /** similarity × levelShare, 0 to 1. */
  readonly share: number;
}

/** A level below the one asked for counts (1 + yours) ÷ (1 + needed): having begun is the first step of it. */
export function levelShare(yours: Proficiency, needed: Level): number {
  if (yours === 0) return 0;
  return yours >= needed ? 1 : (1 + yours) / (1 + needed);
}

export function acceptedSkillIds(requirement: Requirement): string[] {
  return [requirement.skillId, ...requirement.alternatives.map(({ skillId }) => skillId)];
}

/** The skills that can do anything for a requirement: those it accepts and what is related to them. */
export function candidateSkillIds(taxonomy: Taxonomy, requirement: Requirement): Set<string> {
  const accepted = acceptedSkillIds(requirement);
  return new Set([...accepted, ...accepted.flatMap((id) => [...(taxonomy.neighbours.get(id) ?? [])])]);
}

/** What a skill at a level does for a requirement: 0 when it is neither asked for nor similar enough. */
export function shareOf(taxonomy: Taxonomy, skillId: string, level: Proficiency, requirement: Requirement): { metSkillId: string; similarity: number; levelShare: number; share: number } {
  let met = { metSkillId: requirement.skillId, similarity: 0 };
  for (const accepted of acceptedSkillIds(requirement)) {
    const similarity = skillSimilarity(taxonomy, skillId, accepted);
    if (similarity >= similarityThreshold && similarity > met.similarity) met = { metSkillId: accepted, similarity };
  }
  const share = levelShare(level, requirement.level);
  return { ...met, levelShare: share, share: met.similarity * share };
}

/**
 * The best of the person's skills for the requirement, null when none will do. More skills or levels never lower its
 * share. Between equals the skill itself comes before a similar one, then the smaller id.
 */
export function bestMatch(taxonomy: Taxonomy, skills: ReadonlyMap<string, ProfiledSkill>, requirement: Requirement): SkillMatch | null {
  let best: SkillMatch | null = null;
  for (const id of candidateSkillIds(taxonomy, requirement)) {
    const skill = skills.get(id);
    if (skill === undefined) continue;
    const found = { skill, ...shareOf(taxonomy, skill.skillId, skill.level, requirement) };
    if (found.share === 0) continue;
    const isBetter = best === null || found.share > best.share
      || (found.share === best.share && (found.similarity > best.similarity || (found.similarity === best.similarity && skill.skillId < best.skill.skillId)));
    if (isBetter) best = found;
  }
  return best;
}
