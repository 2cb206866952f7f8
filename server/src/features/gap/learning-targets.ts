import type { GapAnalysis } from '@cairn/engine/gap';
import type { SkillTarget } from '@cairn/engine/roadmap';

/**
 * What a roadmap leads to: the skills that are missing or below the level asked for. What is only nice to have are
 * specialities among which a person chooses: all of them at once would add years, so they come along when they are wished,
 * or when nothing else is open. A level that is too low is as important as its share of the match still open:
 *
 *   importance = 100 × weight × (1 − level ÷ level asked for) ÷ heaviest weight of the analysis
 */
export function learningTargets({ missing, proficiencyGaps, matched }: GapAnalysis, withNice: boolean): SkillTarget[] {
  const matchedOf = new Map(matched.map((match) => [match.skillId, match]));
  const heaviest = Math.max(Number.EPSILON, ...matched.map(({ weight }) => weight), ...missing.map(({ weight }) => weight));
  const open = [
    ...missing.map(({ skillId, requiredLevel, importance, requirement }) => ({ isNice: requirement === 'nice', target: { skillId, level: requiredLevel, importance } })),
    ...proficiencyGaps.map(({ skillId, requiredLevel, userLevel }) => {
      const match = matchedOf.get(skillId);
      const importance = (100 * (match?.weight ?? 0) * (1 - userLevel / requiredLevel)) / heaviest;
      return { isNice: match?.requirement === 'nice', target: { skillId, level: requiredLevel, importance } };
    }),
  ];
  const asked = open.filter(({ isNice }) => !isNice);
  return (withNice || asked.length === 0 ? open : asked).map(({ target }) => target);
}
