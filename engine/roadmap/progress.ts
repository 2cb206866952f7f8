import { parseTaskId, streamKey } from './task-id.ts';
import type { Level, Proficiency } from '../knowledge/types.ts';
import type { PhaseState, Plan, PlanOutline, PlanProgress, Progress, ProgressShare, Stretch, Task, TaskState } from './types.ts';

/** The state of every single hour of work that a person has said something about. */
export interface HourStates {
  /** One state for each hour of the stretch, in order. */
  statesOf(stretch: Stretch): TaskState[];
}

/**
 * Progress as states of hours: records are laid over each other in the order of their `changedAt` (ties: the order
 * given), each setting the hours its task id names. So a record made for a task of one roadmap, or before weeks were
 * cut anew, counts wherever the same hours of work appear. Ids that are no task's are passed over.
 */
export function hourStates(progress: Progress): HourStates {
  const streams = new Map<string, TaskState[]>();
  const inOrder = [...progress].sort((a, b) => (a.changedAt < b.changedAt ? -1 : a.changedAt > b.changedAt ? 1 : 0));
  for (const record of inOrder) {
    const stretch = parseTaskId(record.taskId);
    if (stretch === null) continue;
    const key = streamKey(stretch);
    const hours = streams.get(key) ?? [];
    for (let hour = stretch.from; hour <= stretch.to; hour += 1) hours[hour] = record.state;
    streams.set(key, hours);
  }
  return {
    statesOf: (stretch) => {
      const told = streams.get(streamKey(stretch));
      const found: TaskState[] = [];
      for (let hour = stretch.from; hour <= stretch.to; hour += 1) found.push(told?.[hour] ?? 'open');
      return found;
    },
  };
}

/** A task is open while any hour of it is; else done if any hour was worked, else skipped. */
export function taskStates(plan: PlanOutline, progress: Progress): Map<string, TaskState> {
  const states = hourStates(progress);
  return new Map(tasksOf(plan).map((task) => [task.id, stateOfTask(task, states)]));
}

/** All tasks of a plan, in the order of its weeks. */
export function tasksOf<AnyTask>(plan: { readonly months: readonly { readonly weeks: readonly { readonly tasks: readonly AnyTask[] }[] }[] }): AnyTask[] {
  return plan.months.flatMap((phase) => phase.weeks.flatMap((week) => week.tasks));
}

/** The first open task, in the order of the weeks; null when nothing is open. */
export function nextTask(plan: Plan, progress: Progress): Task | null {
  const states = hourStates(progress);
  return tasksOf(plan).find((task) => stateOfTask(task, states) === 'open') ?? null;
}

/**
 * Each phase's state: completed when no task in it is open, active for the first that is not, locked for the rest.
 */
export function phaseStates(plan: PlanOutline, progress: Progress): PhaseState[] {
  const states = hourStates(progress);
  return phaseStatesFrom(plan, (task) => stateOfTask(task, states) === 'open');
}

/**
 * How far a person is: hours done ÷ hours that are not skipped × 100, for the whole plan, each phase and each skill
 * (building counts for the skill the project was placed after). Half a task that was done under another roadmap counts
 * by its hours. With no hour left to do the percentage is 100.
 */
export function progressOf(plan: PlanOutline, progress: Progress): PlanProgress {
  const states = hourStates(progress);
  const whole = new Tally();
  const bySkill = new Map<string, Tally>();
  let nextTaskId: string | null = null;
  let weekNumber = plan.totalWeeks;
  const openTasks = new Set<TaskId>();
  const phases = plan.months.map((phase) => {
    const tally = new Tally();
    for (const week of phase.weeks) {
      for (const task of week.tasks) {
        const ofSkill = bySkill.get(task.skillId) ?? new Tally();
        bySkill.set(task.skillId, ofSkill);
        const hours = statesOfHours(task, states);
        for (const state of hours) for (const part of [whole, tally, ofSkill]) part.add(state);
        if (stateOfHours(hours) !== 'open') continue;
        openTasks.add(task);
        if (nextTaskId === null) {
          nextTaskId = task.id;
          weekNumber = week.number;
        }
      }
    }
    return tally;
  });
  const phaseState = phaseStatesFrom(plan, (task) => openTasks.has(task));
  return {
    ...whole.share(), nextTaskId, weekNumber,
    byPhase: plan.months.map((phase, index) => ({
      ...(phases[index] as Tally).share(), number: phase.number, state: phaseState[index] as PhaseState,
    })),
    bySkill: [...bySkill].map(([skillId, tally]) => ({ ...tally.share(), skillId })),
  };
}

/**
 * The level of each skill that was reached through the plan: the highest whose check is done, or was skipped because
 * the self-check was passed. Skills with none are left out.
 */
export function levelsReached(plan: Plan, progress: Progress): Map<string, Proficiency> {
  const states = hourStates(progress);
  const reached = new Map<string, Proficiency>();
  for (const { skillId, level, hours } of plan.steps) {
    if (states.statesOf({ subjectId: skillId, level, kind: 'check', from: 1, to: hours.check }).includes('open')) continue;
    if (level > (reached.get(skillId) ?? 0)) reached.set(skillId, level satisfies Level);
  }
  return reached;
}

/**
 * The level of each skill that a person reached by learning, through roadmaps they have and such as are erased: the
 * highest whose check, one hour long, is done or was skipped because the self-check was passed. For the skills of one
 * plan the same as `levelsReached`.
 */
export function levelsLearned(progress: Progress): Map<string, Level> {
  const states = hourStates(progress);
  const learned = new Map<string, Level>();
  for (const record of progress) {
    const stretch = parseTaskId(record.taskId);
    if (stretch?.kind !== 'check' || states.statesOf({ ...stretch, from: 1, to: 1 })[0] === 'open') continue;
    if (stretch.level > (learned.get(stretch.subjectId) ?? 0)) learned.set(stretch.subjectId, stretch.level);
  }
  return learned;
}

type TaskId = Pick<Task, 'id'>;

export function stateOfTask(task: TaskId, states: HourStates): TaskState {
  return stateOfHours(statesOfHours(task, states));
}

function stateOfHours(hours: readonly TaskState[]): TaskState {
  if (hours.includes('open')) return 'open';
  return hours.includes('done') ? 'done' : 'skipped';
}

function statesOfHours(task: TaskId, states: HourStates): TaskState[] {
  const stretch = parseTaskId(task.id);
  return stretch === null ? [] : states.statesOf(stretch);
}

function phaseStatesFrom(plan: PlanOutline, isOpen: (task: TaskId) => boolean): PhaseState[] {
  let activeSeen = false;
  return plan.months.map((phase) => {
    if (!phase.weeks.some((week) => week.tasks.some(isOpen))) return 'completed';
    if (activeSeen) return 'locked';
    activeSeen = true;
    return 'active';
  });
}

class Tally {
  #done = 0;
  #open = 0;

  add(state: TaskState): void {
    if (state === 'done') this.#done += 1;
    if (state === 'open') this.#open += 1;
  }

  share(): ProgressShare {
    const totalHours = this.#done + this.#open;
    const percentage = totalHours === 0 ? 100 : Math.floor((this.#done / totalHours) * 1000) / 10;
    return { doneHours: this.#done, totalHours, percentage };
  }
}
