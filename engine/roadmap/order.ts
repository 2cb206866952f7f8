import { RoadmapError } from './errors.ts';
import { stepKey, type Step } from './steps.ts';
import type { SkillTarget } from './types.ts';

/** What a step is worth, and from what. `priority` = `own` + `unlocked` + `broughtForward`. */
export interface StepPriority {
  readonly priority: number;
  /** From its skill being a target itself. */
  readonly own: number;
  /** From other targets that need it. */
  readonly unlocked: number;
  /** What it rises above its own worth because a step of higher priority waits for it. */
  readonly broughtForward: number;
  /** The skill whose waiting step it takes its priority from; null when it stands on its own worth. */
  readonly waitingSkillId: string | null;
  /** Other target skills that need it, most important first. */
  readonly neededFor: readonly string[];
}

export interface OrderedStep extends StepPriority {
  readonly step: Step;
}

/** What unlocking a target is worth beside reaching it: the way there is not all walked with this step. */
const unlockShare = 0.5;

/**
 * Puts steps in the order in which they are learned: Kahn's topological order, where among the steps that can be begun
 * the one with the highest priority goes first (ties: skill id, then level).
 *
 *   worth(step)    = (importance + 0.5 × Σ importance of the other target skills that need it) ÷ √hours
 *   priority(step) = max(worth(step), priority of every step that waits for it)
 *
 * Importance is 0 to 1 (the target's 0 to 100 ÷ 100; 0 for a foundation, or for a level above the one asked for).
 * Dividing by hours puts what unlocks most per hour first (Smith's rule for weighted completion time); the root keeps a
 * two-hour nicety from passing a sixty-hour must. The second line is priority inheritance: an important skill pulls its
 * foundations forward with it. `targets` is in order of importance (`uniqueTargets`). Errors: `roadmap.prerequisite-cycle`.
 */
export function orderSteps(steps: ReadonlyMap<string, Step>, targets: readonly SkillTarget[]): OrderedStep[] {
  const dependants = dependantsOf(steps);
  const importance = new Map(targets.map((target) => [target.skillId, target.importance / 100]));
  const neededFor = targetsThatNeed(steps, targets);
  const topological = kahn(steps, dependants, () => 0);
  const priorities = new Map<string, StepPriority>();
  for (const step of topological.reverse()) {
    const root = Math.sqrt(step.hours);
    const own = (step.level <= step.targetLevel ? (importance.get(step.skill.id) ?? 0) : 0) / root;
    const others = neededFor.get(step.key) ?? [];
    const unlocked = (unlockShare * others.reduce((sum, skillId) => sum + (importance.get(skillId) ?? 0), 0)) / root;
    let priority = own + unlocked;
    let waitingSkillId: string | null = null;
    for (const key of dependants.get(step.key) ?? []) {
      const waiting = priorities.get(key);
      if (waiting !== undefined && waiting.priority > priority) {
        priority = waiting.priority;
        waitingSkillId = waiting.waitingSkillId ?? steps.get(key)?.skill.id ?? null;
      }
    }
    priorities.set(step.key, { priority, own, unlocked, broughtForward: priority - own - unlocked, waitingSkillId, neededFor: others });
  }
  const valueOf = (step: Step): number => priorities.get(step.key)?.priority ?? 0;
  return kahn(steps, dependants, valueOf).map((step) => ({ step, ...(priorities.get(step.key) as StepPriority) }));
}

function dependantsOf(steps: ReadonlyMap<string, Step>): Map<string, string[]> {
  const dependants = new Map<string, string[]>();
  for (const step of steps.values()) {
    for (const key of step.requires) {
      const waiting = dependants.get(key);
      if (waiting === undefined) dependants.set(key, [step.key]);
      else waiting.push(step.key);
    }
  }
  return dependants;
}

/** For each step the target skills, other than its own, that cannot be reached without it; in the targets' order. */
function targetsThatNeed(steps: ReadonlyMap<string, Step>, targets: readonly SkillTarget[]): Map<string, string[]> {
  const neededFor = new Map<string, string[]>();
  for (const { skillId, level } of targets) {
    const lastKey = stepKey(skillId, level);
    const seen = new Set<string>([lastKey]);
    const stack = [lastKey];
    for (let key = stack.pop(); key !== undefined; key = stack.pop()) {
      const step = steps.get(key);
      if (step === undefined) continue;
      if (step.skill.id !== skillId) {
        const list = neededFor.get(key);
        if (list === undefined) neededFor.set(key, [skillId]);
        else list.push(skillId);
      }
      for (const before of step.requires) {
        if (!seen.has(before)) {
          seen.add(before);
          stack.push(before);
        }
      }
    }
  }
  return neededFor;
}

function kahn(steps: ReadonlyMap<string, Step>, dependants: ReadonlyMap<string, readonly string[]>, valueOf: (step: Step) => number): Step[] {
  const waitsFor = new Map<string, number>();
  const ready = new ReadyQueue(valueOf);
  for (const step of steps.values()) {
    waitsFor.set(step.key, step.requires.length);
    if (step.requires.length === 0) ready.add(step);
  }
  const ordered: Step[] = [];
  for (let step = ready.take(); step !== null; step = ready.take()) {
    ordered.push(step);
    for (const key of dependants.get(step.key) ?? []) {
      const left = (waitsFor.get(key) ?? 0) - 1;
      waitsFor.set(key, left);
      const dependant = steps.get(key);
      if (left === 0 && dependant !== undefined) ready.add(dependant);
    }
  }
  if (ordered.length < steps.size) {
    const stuck = [...steps.values()].find((step) => !ordered.includes(step));
    throw new RoadmapError('roadmap.prerequisite-cycle', stuck?.key ?? '');
  }
  return ordered;
}

/** A binary heap: highest value first, then skill id, then level. */
class ReadyQueue {
  readonly #heap: { readonly step: Step; readonly value: number }[] = [];
  readonly #valueOf: (step: Step) => number;

  constructor(valueOf: (step: Step) => number) {
    this.#valueOf = valueOf;
  }

  add(step: Step): void {
    const heap = this.#heap;
    heap.push({ step, value: this.#valueOf(step) });
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  take(): Step | null {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined) return null;
    this.#swap(0, heap.length - 1);
    heap.pop();
    for (let at = 0; ;) {
      let best = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && this.#before(child, best)) best = child;
      if (best === at) return first.step;
      this.#swap(at, best);
      at = best;
    }
  }

  #before(a: number, b: number): boolean {
    const left = this.#heap[a];
    const right = this.#heap[b];
    if (left === undefined || right === undefined) return false;
    if (left.value !== right.value) return left.value > right.value;
    if (left.step.skill.id !== right.step.skill.id) return left.step.skill.id < right.step.skill.id;
    return left.step.level < right.step.level;
  }

  #swap(a: number, b: number): void {
    const held = this.#heap[a];
    const other = this.#heap[b];
    if (held === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = held;
  }
}
