import type { Proficiency, Skill } from '../knowledge/types.ts';
import { hoursOfSteps, neededSteps } from './steps.ts';
import type { ImpossiblePlan, PlanAlternative, SkillTarget } from './types.ts';

/** More than this is not offered: nobody studies longer week after week beside the rest of a life. */
const mostHoursOffered = 60;
/** Four years: what is further away is not offered as the nearest plan. */
const mostWeeksOffered = 208;

export interface ImpossibleWish {
  readonly targets: readonly SkillTarget[];
  readonly knownLevels: ReadonlyMap<string, Proficiency>;
  readonly skills: ReadonlyMap<string, Skill>;
  readonly hoursPerWeek: number;
  readonly weeksAvailable: number;
  readonly neededHours: number;
}

/**
 * The nearest plans that are possible where the one asked for is not. Each, asked for in its turn, is possible.
 *
 * - more weeks: ⌈neededHours ÷ hoursPerWeek⌉, offered to 208.
 * - more hours a week: ⌈neededHours ÷ weeksAvailable⌉, offered to 60.
 * - more of both: whole hours h above those asked for, to 60, with weeks w = ⌈neededHours ÷ h⌉ above those available, to
 *   208; of these the pair whose greater stretch, max(h ÷ hoursPerWeek, w ÷ weeksAvailable), is least (ties: least h × w,
 *   then least h). Offered when it asks for less of each than the change of that one alone.
 * - fewer skills: the least important targets (ties: most hours saved, then id) are left out until the rest fits, then
 *   those left out come back, most important first, where there is still room. Offered when at least one skill that
 *   takes time stays.
 */
export function nearestPossible(wish: ImpossibleWish): ImpossiblePlan {
  const { hoursPerWeek, weeksAvailable, neededHours } = wish;
  const availableHours = hoursPerWeek * weeksAvailable;
  const alternatives: PlanAlternative[] = [];
  const weeks = Math.ceil(neededHours / hoursPerWeek);
  if (weeks <= mostWeeksOffered) alternatives.push({ kind: 'more-weeks', weeks });
  const hours = Math.ceil(neededHours / weeksAvailable);
  if (hours <= mostHoursOffered) alternatives.push({ kind: 'more-hours', hoursPerWeek: hours });
  const both = moreOfBoth(wish, weeks, hours);
  if (both !== null) alternatives.push(both);
  const fewer = fewerSkills(wish, availableHours);
  if (fewer !== null) alternatives.push(fewer);
  return { neededHours, availableHours, alternatives };
}

function moreOfBoth({ hoursPerWeek, weeksAvailable, neededHours }: ImpossibleWish, weeksAlone: number, hoursAlone: number): PlanAlternative | null {
  let best: { readonly hours: number; readonly weeks: number; readonly stretch: number } | null = null;
  for (let hours = Math.floor(hoursPerWeek) + 1; hours <= Math.min(mostHoursOffered, hoursAlone - 1); hours += 1) {
    const weeks = Math.ceil(neededHours / hours);
    if (weeks <= weeksAvailable || weeks > mostWeeksOffered || weeks >= weeksAlone) continue;
    const stretch = Math.max(hours / hoursPerWeek, weeks / weeksAvailable);
    if (best === null || stretch < best.stretch || (stretch === best.stretch && hours * weeks < best.hours * best.weeks)) best = { hours, weeks, stretch };
  }
  return best && { kind: 'more-of-both', weeks: best.weeks, hoursPerWeek: best.hours };
}

function fewerSkills({ targets, knownLevels, skills }: ImpossibleWish, availableHours: number): PlanAlternative | null {
  const hoursFor = (some: readonly SkillTarget[]): number => hoursOfSteps(neededSteps(some, knownLevels, skills).values());
  const ranked = targets
    .map((target) => ({ target, alone: hoursFor([target]) }))
    .sort((a, b) => b.target.importance - a.target.importance || a.alone - b.alone || (a.target.skillId < b.target.skillId ? -1 : 1))
    .map(({ target }) => target);
  const kept = [...ranked];
  while (kept.length > 0 && hoursFor(kept) > availableHours) kept.pop();
  for (const target of ranked.slice(kept.length)) {
    if (hoursFor([...kept, target]) <= availableHours) kept.push(target);
  }
  if (hoursFor(kept) === 0) return null;
  const keptIds = new Set(kept.map((target) => target.skillId));
  return {
    kind: 'fewer-skills',
    skillIds: ranked.filter((target) => keptIds.has(target.skillId)).map((target) => target.skillId),
    leftOut: ranked.filter((target) => !keptIds.has(target.skillId)).map((target) => target.skillId),
  };
}
