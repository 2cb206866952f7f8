/** Where somebody stands in a skill, after a few questions that were chosen for them. */
import type { Level, Proficiency } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';
import { difficultyOfLevel } from './item-prior.ts';
import { abilityFrom, type Ability, type Response } from './item-response.ts';

/** A placement ends when the ability is known so well, in standard deviations of learners, but not before the fewest questions … */
const wellKnown = 0.5;
const fewestQuestions = 5;
/** … and always here. */
export const mostPlacementQuestions = 12;

/** Share of a level's usual questions that somebody at that level gets right without guessing. */
const rightAtLevel = 0.7;
const levels: readonly Level[] = [1, 2, 3, 4];
/** Four of five people are between the mean ± so many deviations. */
const deviationsOfInterval = 1.28;

export function placementEnds(responses: readonly Response[]): boolean {
  if (responses.length < fewestQuestions) return false;
  return responses.length >= mostPlacementQuestions || abilityFrom(responses).deviation <= wellKnown;
}

/** The highest level whose usual questions are right 7 times in 10 at this ability: b + ln(0.7 ÷ 0.3) ÷ 1.22 and more; 0 below the first. */
export function levelOfAbility(ability: number): Proficiency {
  const above = Math.log(rightAtLevel / (1 - rightAtLevel)) / Math.exp(0.2);
  return levels.findLast((level) => ability >= difficultyOfLevel[level] + above) ?? 0;
}

export interface Placement {
  readonly level: Proficiency;
  /** Four of five people with these answers are between these levels. */
  readonly lowest: Proficiency;
  readonly highest: Proficiency;
  readonly ability: Ability;
  readonly reasons: readonly Reason[];
}

/** The answers with the level of each question. Their order does not matter. */
export function placementFrom(answers: readonly (Response & { readonly level: Level })[]): Placement {
  const ability = abilityFrom(answers);
  const evidence = [{ source: 'formula', id: 'placement' }] as const;
  const byLevel = levels.flatMap((level): Reason[] => {
    const asked = answers.filter((answer) => answer.level === level);
    if (asked.length === 0) return [];
    const right = asked.reduce((sum, { score }) => sum + score, 0);
    return [{ what: { code: 'learning.placement.answers', params: { level, right: Math.round(10 * right) / 10, count: asked.length } }, effect: 0, evidence }];
  });
  const level = levelOfAbility(ability.mean);
  const said = { code: 'learning.placement.ability', params: { level, ability: Math.round(100 * ability.mean) / 100, deviation: Math.round(100 * ability.deviation) / 100 } };
  return {
    level, ability,
    lowest: levelOfAbility(ability.mean - deviationsOfInterval * ability.deviation),
    highest: levelOfAbility(ability.mean + deviationsOfInterval * ability.deviation),
    reasons: [{ what: said, effect: level, evidence }, ...byLevel],
  };
}
