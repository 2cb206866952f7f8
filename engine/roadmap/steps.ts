import type { Level, Proficiency, Skill } from '../knowledge/types.ts';
import { RoadmapError } from './errors.ts';
import type { SkillTarget, StepHours } from './types.ts';

const checkHours = 1;
const learnShare: Readonly<Record<Level, number>> = { 1: 0.5, 2: 0.45, 3: 0.4, 4: 0.3 };

/** One step: the work from the level below to `level`. */
export interface Step {
  readonly key: string;
  readonly skill: Skill;
  readonly level: Level;
  readonly hours: number;
  /** The highest level asked for of this skill as a target, 0 when it is a foundation only. */
  readonly targetLevel: number;
  /** Keys of steps of this plan that come first, for a skill that is begun already also where it could do without. */
  readonly requires: readonly string[];
}

export function stepKey(skillId: string, level: number): string {
  return `${skillId}.${level}`;
}

/**
 * The steps a person needs: the closure of the targets over prerequisites, minus what the person has (`levelsHad`).
 *
 * A skill is needed from the level had to the highest level that a target or another needed skill asks of it.
 * Prerequisites are followed only for a skill that is not begun: whoever is at beginner level in React has met its
 * prerequisites in practice, and is not sent back. Where a begun skill's prerequisite is in the plan anyway, for its own
 * sake, it still comes first.
 *
 * `targets` names each skill once (`uniqueTargets`). Hours are whole: a step takes `ceil(skill.hours[level - 1])`, at
 * least 1. Errors: `roadmap.unknown-skill` for a target or prerequisite that is not in the knowledge,
 * `roadmap.prerequisite-cycle` when prerequisites run in a circle.
 */
export function neededSteps(targets: readonly SkillTarget[], knownLevels: ReadonlyMap<string, Proficiency>, skills: ReadonlyMap<string, Skill>): Map<string, Step> {
  const targetLevels = new Map(targets.map((target) => [target.skillId, target.level]));
  const had = levelsHad(targetLevels, knownLevels, skills);
  const wantedLevels = wantedLevelsOf(targetLevels, had, skills);
  const steps = new Map<string, Step>();
  for (const [skillId, wanted] of wantedLevels) {
    const skill = skillOf(skills, skillId);
    const first = (had.get(skillId) ?? 0) + 1;
    for (let level = first; level <= wanted; level += 1) {
      const before = level > first ? [stepKey(skillId, level - 1)] : prerequisiteKeys(skill, had, wantedLevels);
      const key = stepKey(skillId, level);
      steps.set(key, {
        key, skill, level: level as Level, requires: before,
        hours: stepHours(skill, level as Level), targetLevel: targetLevels.get(skillId) ?? 0,
      });
    }
  }
  return steps;
}

/**
 * What a person has: the levels known, and the prerequisites of every known skill, to the levels it asks of them, for
 * they were met in practice. A skill that is a target itself counts only as it is known: it was asked for because it
 * is not there.
 */
export function levelsHad(targetLevels: ReadonlyMap<string, number>, knownLevels: ReadonlyMap<string, Proficiency>, skills: ReadonlyMap<string, Skill>): Map<string, Proficiency> {
  const had = new Map<string, Proficiency>(knownLevels);
  const stack = [...knownLevels.keys()];
  const followed = new Set(stack);
  for (let skillId = stack.pop(); skillId !== undefined; skillId = stack.pop()) {
    for (const { id, level } of skills.get(skillId)?.prerequisites ?? []) {
      if (targetLevels.has(id)) continue;
      if (level > (had.get(id) ?? 0)) had.set(id, level);
      if (!followed.has(id)) {
        followed.add(id);
        stack.push(id);
      }
    }
  }
  return had;
}

/** Those of `requires` that the step cannot be begun without. */
export function hardPrerequisites(step: Step): readonly string[] {
  return step.level === 1 ? step.requires : step.requires.filter((key) => key === stepKey(step.skill.id, step.level - 1));
}

/** Sum of the hours of steps. */
export function hoursOfSteps(steps: Iterable<Step>): number {
  let hours = 0;
  for (const step of steps) hours += step.hours;
  return hours;
}

/** Whole hours of one step, at least 1. */
export function stepHours(skill: Skill, level: Level): number {
  return Math.max(1, Math.ceil(skill.hours[level - 1] ?? 1));
}

/**
 * How a step's hours divide. One hour is for checking; of the rest, learning takes 50, 45, 40 and 30 % on the way to
 * levels 1 to 4, rounded up, because the higher the level, the more of it comes from doing. The parts add up to `hours`; a step of
 * one hour is its check alone. Source: our own judgement.
 */
export function divideHours(hours: number, level: Level): StepHours {
  const learn = Math.ceil((hours - checkHours) * learnShare[level]);
  return { learn, practise: hours - checkHours - learn, check: checkHours };
}

function wantedLevelsOf(targetLevels: ReadonlyMap<string, number>, had: ReadonlyMap<string, number>, skills: ReadonlyMap<string, Skill>): Map<string, number> {
  const wanted = new Map<string, number>();
  const followed = new Set<string>();
  const underWay = new Set<string>();
  const need = (skillId: string, level: number): void => {
    const skill = skillOf(skills, skillId);
    const levelHad = had.get(skillId) ?? 0;
    if (level <= levelHad) return;
    if (underWay.has(skillId)) throw new RoadmapError('roadmap.prerequisite-cycle', skillId);
    if ((wanted.get(skillId) ?? 0) < level) wanted.set(skillId, level);
    if (levelHad > 0 || followed.has(skillId)) return;
    underWay.add(skillId);
    for (const prerequisite of skill.prerequisites) need(prerequisite.id, prerequisite.level);
    underWay.delete(skillId);
    followed.add(skillId);
  };
  for (const [skillId, level] of targetLevels) need(skillId, level);
  return wanted;
}

function prerequisiteKeys(skill: Skill, had: ReadonlyMap<string, number>, wantedLevels: ReadonlyMap<string, number>): string[] {
  const keys: string[] = [];
  for (const { id, level } of skill.prerequisites) {
    const reachable = Math.min(level, wantedLevels.get(id) ?? 0);
    if (reachable > (had.get(id) ?? 0)) keys.push(stepKey(id, reachable));
  }
  return keys;
}

function skillOf(skills: ReadonlyMap<string, Skill>, skillId: string): Skill {
  const skill = skills.get(skillId);
  if (skill === undefined) throw new RoadmapError('roadmap.unknown-skill', skillId);
  return skill;
}
