import type { Level, Proficiency, Resource } from '../knowledge/types.ts';
import { rankWithFeedback, type CollectedFeedback, type ResourceWishes, type ScoredResource } from './rank-resources.ts';
import type { Step } from './steps.ts';
import type { RankedResource } from './types.ts';

const resourcesPerTask = 2;
const fewestInPlan = 10;
const mostInPlan = 20;

export interface StepResources {
  readonly learn: readonly string[];
  readonly practise: readonly string[];
}

/** Resources by the skills they teach, for the given skills only. */
export function resourcesBySkill(resources: readonly Resource[], skillIds: ReadonlySet<string>): Map<string, Resource[]> {
  const bySkill = new Map<string, Resource[]>();
  for (const resource of resources) {
    for (const skillId of resource.skills) {
      if (!skillIds.has(skillId)) continue;
      const list = bySkill.get(skillId);
      if (list === undefined) bySkill.set(skillId, [resource]);
      else list.push(resource);
    }
  }
  return bySkill;
}

/**
 * What the tasks of one step are done with: the two best resources for learning that are not mere practice, and the two
 * best for practising (practice first, then what was learned from). Ranked as `rankResources` says.
 */
export function resourcesForStep(step: Step, bySkill: ReadonlyMap<string, readonly Resource[]>, wishes: ResourceWishes, feedback: CollectedFeedback): StepResources {
  const need = { skillId: step.skill.id, skillName: step.skill.name, fromLevel: (step.level - 1) as Proficiency, toLevel: step.level };
  const ranked = rankWithFeedback(need, bySkill.get(step.skill.id) ?? [], wishes, feedback);
  const practice = ranked.filter((entry) => entry.resource.kind === 'practice');
  const study = ranked.filter((entry) => entry.resource.kind !== 'practice');
  return {
    learn: idsOf(study.length > 0 ? study : practice),
    practise: idsOf(practice.length > 0 ? practice : study),
  };
}

/**
 * The plan's list of resources: 10 to 20, as far as there are so many. Skills take turns in the order in which they are
 * learned, each giving its best one not yet taken; the first turn goes on to 20, further turns end at 10. The list is
 * then in ranking order: the person's language, free before paid, score, id. A resource stands in it once.
 */
export function resourcesForPlan(orderedSteps: readonly Step[], bySkill: ReadonlyMap<string, readonly Resource[]>, wishes: ResourceWishes, feedback: CollectedFeedback): RankedResource[] {
  const rankedBySkill = [...needsOf(orderedSteps)].map(([skillId, { name, fromLevel, toLevel }]) =>
    rankWithFeedback({ skillId, skillName: name, fromLevel, toLevel }, bySkill.get(skillId) ?? [], wishes, feedback));
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
  return ranked.slice(0, resourcesPerTask).map((entry) => entry.resourceId);
}
