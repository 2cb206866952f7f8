import type { Level, Proficiency, Resource, ResourceKind, Skill, SkillCategory } from '../knowledge/types.ts';
import { rankWithFeedback, type CollectedFeedback, type ResourceWishes, type ScoredResource } from './rank-resources.ts';
import { stepKey, type Step } from './steps.ts';
import type { RankedResource } from './types.ts';

const resourcesPerTask = 2;
const fewestInPlan = 10;
const mostInPlan = 20;

export interface StepResources {
  readonly learn: readonly string[];
  readonly practise: readonly string[];
  /** Those of both that take longer than the step, so that a part of them is meant. */
  readonly inPart: readonly string[];
}

/** Chapters, pages and exercises stand by themselves; a course, a video series or a programme is made to be taken whole. */
const takenInParts: Readonly<Record<ResourceKind, boolean>> = {
  documentation: true, reference: true, book: true, tutorial: true, practice: true, course: false, video: false, programme: false,
};

/**
 * Resources by the skills they teach, for the given skills only. One that is written for other trades than the person's
 * (a bar council's rules for a nurse) is left out where the skill has another.
 */
export function resourcesBySkill(resources: readonly Resource[], skills: readonly Skill[], trades: ReadonlySet<SkillCategory>): Map<string, Resource[]> {
  const bySkill = new Map<string, Resource[]>(skills.map(({ id }) => [id, []]));
  for (const resource of resources) for (const skillId of resource.skills) bySkill.get(skillId)?.push(resource);
  const suits = ({ trades: own }: Resource): boolean => own === undefined || own.some((trade) => trades.has(trade));
  for (const [skillId, all] of bySkill) {
    const suitable = all.filter(suits);
    if (suitable.length > 0) bySkill.set(skillId, suitable);
  }
  return bySkill;
}

/**
 * What the tasks of one step are done with: the two best resources for learning that are not mere practice, and the two
 * best for practising (practice first, then what was learned from). Ranked as `rankResources` says, but what fits the
 * hours (`fitting`) first within a language and cost. `plannedSteps` are the plan's, by `stepKey`.
 */
export function resourcesForStep(
  step: Step, plannedSteps: ReadonlyMap<string, Step>, bySkill: ReadonlyMap<string, readonly Resource[]>, wishes: ResourceWishes, feedback: CollectedFeedback,
): StepResources {
  const need = { skillId: step.skill.id, skillName: step.skill.name, fromLevel: (step.level - 1) as Proficiency, toLevel: step.level };
  const ranked = fitting(rankWithFeedback(need, bySkill.get(step.skill.id) ?? [], wishes, feedback), step.skill.id, plannedSteps);
  const practice = ranked.filter((entry) => entry.resource.kind === 'practice');
  const study = ranked.filter((entry) => entry.resource.kind !== 'practice');
  const learn = (study.length > 0 ? study : practice).slice(0, resourcesPerTask);
  const practise = (practice.length > 0 ? practice : study).slice(0, resourcesPerTask);
  const longer = [...learn, ...practise].filter(({ resource }) => resource.hours > step.hours);
  return { learn: idsOf(learn), practise: idsOf(practise), inPart: [...new Set(idsOf(longer))] };
}

/**
 * Those of `ranked` that suit the time the plan has for the skill:
 *
 *   planned hours of a resource = Σ hours of the plan's steps on the skill that lie between its levels
 *
 * It fits where it takes no longer than its planned hours, and comes before what does not within its tier. What takes longer is
 * offered only if it can be taken in parts. Where nothing is left, the shortest of the first tier stands alone: a part of it is better than nothing.
 * So a short step never leads to a long course while something shorter, or something with chapters, teaches the same.
 * Source: the longer an open course, the fewer finish it (Jordan 2015, IRRODL 16(3), "Massive open online course completion
 * rates revisited"); that the limit is the planned hours themselves, and which kinds have parts, are judgements.
 */
function fitting(ranked: readonly ScoredResource[], skillId: string, plannedSteps: ReadonlyMap<string, Step>): ScoredResource[] {
  const fits = new Set(ranked.filter(({ resource }) => resource.hours <= plannedHours(resource, skillId, plannedSteps)));
  const offered = ranked.filter((entry) => fits.has(entry) || takenInParts[entry.resource.kind]);
  if (offered.length === 0) return shortest(ranked);
  return offered.sort((a, b) => a.tier - b.tier || Number(fits.has(b)) - Number(fits.has(a)));
}

function plannedHours({ fromLevel, toLevel }: Resource, skillId: string, plannedSteps: ReadonlyMap<string, Step>): number {
  let hours = 0;
  for (let level = fromLevel + 1; level <= toLevel; level += 1) hours += plannedSteps.get(stepKey(skillId, level))?.hours ?? 0;
  return hours;
}

/** Of the first language and cost in the order of rank. */
function shortest(ranked: readonly ScoredResource[]): ScoredResource[] {
  const first = ranked.filter(({ tier }) => tier === ranked[0]?.tier);
  return first.sort((a, b) => a.resource.hours - b.resource.hours).slice(0, 1);
}

/**
 * The plan's list of resources: 10 to 20, as far as there are so many. Skills take turns in the order in which they are
 * learned, each giving its best one not yet taken of those that fit the hours (`fitting`); the first turn goes on to 20, further turns end at 10. The list is
 * then in ranking order: the person's language, free before paid, score, id. A resource stands in it once.
 */
export function resourcesForPlan(orderedSteps: readonly Step[], bySkill: ReadonlyMap<string, readonly Resource[]>, wishes: ResourceWishes, feedback: CollectedFeedback): RankedResource[] {
  const plannedSteps = new Map(orderedSteps.map((step) => [step.key, step]));
  const rankedBySkill = [...needsOf(orderedSteps)].map(([skillId, { name, fromLevel, toLevel }]) =>
    fitting(rankWithFeedback({ skillId, skillName: name, fromLevel, toLevel }, bySkill.get(skillId) ?? [], wishes, feedback), skillId, plannedSteps));
  const chosen = new Map<string, ScoredResource>();
  for (let turn = 0; chosen.size < (turn === 0 ? mostInPlan : fewestInPlan); turn += 1) {
    const before = chosen.size;
    for (const ranked of rankedBySkill) {
      if (chosen.size >= mostInPlan) break;
      const best = ranked.find((entry) => !chosen.has(entry.resourceId));
      if (best !== undefined) chosen.set(best.resourceId, best);
    }
    if (chosen.size === before) break;
  }
  return [...chosen.values()]
    .sort((a, b) => a.tier - b.tier || b.score - a.score || (a.resourceId < b.resourceId ? -1 : 1))
    .map(({ resourceId, skillId, score, parts, reasons }) => ({ resourceId, skillId, score, parts, reasons }));
}

function needsOf(orderedSteps: readonly Step[]): Map<string, { name: string; fromLevel: Proficiency; toLevel: Level }> {
  const needs = new Map<string, { name: string; fromLevel: Proficiency; toLevel: Level }>();
  for (const { skill, level } of orderedSteps) {
    const need = needs.get(skill.id);
    if (need === undefined) needs.set(skill.id, { name: skill.name, fromLevel: (level - 1) as Proficiency, toLevel: level });
    else needs.set(skill.id, { ...need, toLevel: Math.max(need.toLevel, level) as Level });
  }
  return needs;
}

function idsOf(ranked: readonly ScoredResource[]): string[] {
  return ranked.map((entry) => entry.resourceId);
}
