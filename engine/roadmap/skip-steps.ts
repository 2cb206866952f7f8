import type { Level } from '../knowledge/types.ts';
import { RoadmapError } from './errors.ts';
import type { HourStates } from './progress.ts';
import type { Plan, PlannedStep } from './types.ts';

export interface SkippedWork {
  /** Keys (`skill.level`) of the steps. */
  readonly stepKeys: ReadonlySet<string>;
  readonly projectIds: ReadonlySet<string>;
}

/**
 * What falls away when a person has a skill at a level already: its steps up to there; the foundations it required,
 * which were met in practice (targets excepted, as in `levelsHad`); those that no other open step of a target needs any
 * more; and projects that would practise nothing but what falls away.
 * Errors: `roadmap.unknown-skill` when the plan has no step of the skill to that level.
 */
export function stepsToSkip(plan: Plan, states: HourStates, skillId: string, level: Level): SkippedWork {
  const own = plan.steps.filter((step) => step.skillId === skillId && step.level <= level);
  if (own.length === 0) throw new RoadmapError('roadmap.unknown-skill', skillId);
  const stepKeys = foundationsOf(plan, own);
  const isReached = (step: PlannedStep): boolean =>
    stepKeys.has(keyOf(step)) || !states.statesOf({ subjectId: step.skillId, level: step.level, kind: 'check', from: 1, to: step.hours.check }).includes('open');
  const needed = neededFrom(plan.steps, isReached);
  for (const step of plan.steps) if (!needed.has(keyOf(step)) && !isReached(step)) stepKeys.add(keyOf(step));

  const learned = new Set(plan.steps.filter((step) => !stepKeys.has(keyOf(step))).map((step) => step.skillId));
  const inPlan = new Set(plan.steps.map((step) => step.skillId));
  const projectIds = plan.projects
    .filter((project) => project.skillIds.filter((id) => inPlan.has(id)).every((id) => !learned.has(id)))
    .map((project) => project.projectId);
  return { stepKeys, projectIds: new Set(projectIds) };
}

/** The steps and all they require, but for targets. */
function foundationsOf(plan: Plan, own: readonly PlannedStep[]): Set<string> {
  const byKey = new Map(plan.steps.map((step) => [keyOf(step), step]));
  const targets = new Set(plan.targets.map((target) => target.skillId));
  const found = new Set(own.map(keyOf));
  const stack = [...own];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    for (const key of step.requires) {
      const before = byKey.get(key);
      if (before === undefined || found.has(key) || targets.has(before.skillId)) continue;
      found.add(key);
      stack.push(before);
    }
  }
  return found;
}

/** Steps of targets that are not reached, and all they require; a step that is reached passes nothing on. */
function neededFrom(steps: readonly PlannedStep[], isReached: (step: PlannedStep) => boolean): Set<string> {
  const byKey = new Map(steps.map((step) => [keyOf(step), step]));
  const needed = new Set<string>();
  const stack = steps.filter((step) => step.isTarget && !isReached(step)).map(keyOf);
  for (let key = stack.pop(); key !== undefined; key = stack.pop()) {
    const step = byKey.get(key);
    if (step === undefined || needed.has(key) || isReached(step)) continue;
    needed.add(key);
    stack.push(...step.requires);
  }
  return needed;
}

function keyOf(step: PlannedStep): string {
  return `${step.skillId}.${step.level}`;
}
