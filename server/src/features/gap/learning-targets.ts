import type { GapAnalysis } from '@cairn/engine/gap';
import type { SkillTarget } from '@cairn/engine/roadmap';

/**
 * What a roadmap leads to: every skill that is missing or below the level asked for. A level that is too low is as
 * important as its share of the match still open:
 *
 *   importance = 100 × weight × (1 − level ÷ level asked for) ÷ heaviest weight of the analysis
 */
export function learningTargets({ missing, proficiencyGaps, matched }: GapAnalysis): SkillTarget[] {
  const weightOf = new Map(matched.map(({ skillId, weight }) => [skillId, weight]));
  const heaviest = Math.max(Number.EPSILON, ...weightOf.values(), ...missing.map(({ weight }) => weight));
  return [
    ...missing.map(({ skillId, requiredLevel, importance }) => ({ skillId, level: requiredLevel, importance })),
    ...proficiencyGaps.map(({ skillId, requiredLevel, userLevel }) => ({ skillId, level: requiredLevel, importance: (100 * (weightOf.get(skillId) ?? 0) * (1 - userLevel / requiredLevel)) / heaviest })),
  ];
}
