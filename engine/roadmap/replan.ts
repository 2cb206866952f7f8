import type { Level } from '../knowledge/types.ts';
import { addDays, dayNumber } from './calendar-days.ts';
import { message } from './english.ts';
import { RoadmapError } from './errors.ts';
import { layOut } from './lay-out.ts';
import { catalogueOf } from './make-tasks.ts';
import { joinNeighbours, packWeeks } from './pack-weeks.ts';
import { checkedHoursPerWeek } from './plan-roadmap.ts';
import { hourStates, tasksOf, type HourStates } from './progress.ts';
import { stepsToSkip } from './skip-steps.ts';
import { hoursOf, parseTaskId, streamKey, taskId } from './task-id.ts';
import { summarise } from './summarise.ts';
import type { Plan, Progress, Replanned, RoadmapChange, Stretch, TaskRecord, TaskState } from './types.ts';

/**
 * Lays the open work of a plan out anew from the week that holds `change.from`, and leaves what is done where it is.
 *
 * - 'missed-week': nothing but that. 'less-time' and 'more-time': with another number of hours a week from then on.
 *   'skip-skill': the skill's open work up to the level is skipped, with foundations that nothing else in the plan
 *   needs any more. 'undo': the named tasks, done or skipped, are open again. 'put-back': of the named hours, as they
 *   were skipped, those that are skipped still are open again, however their weeks have been cut since.
 * - Every hour of the plan's route is in the new plan exactly once. Done and skipped hours stay in their weeks; those
 *   planned after the current week (done ahead of time, or skipped just now) move into the current week. Open hours
 *   follow in the order of the route, from the current week on; in it, only as many as its done hours leave room for.
 * - Skipped tasks stay as history and count no hours.
 * - Weeks keep their numbers and dates: a missed week stays, empty. But a first week that is missed while it lasts moves
 *   the start on by a week; where some of it is done, the start stays and what is open goes on in the second week.
 *
 * The limit in weeks that the plan was made under is not applied again; the new end is in `timeline`. Errors:
 * `roadmap.not-less-time` / `roadmap.not-more-time` when the new hours are not, `roadmap.hours-out-of-range`,
 * `roadmap.not-a-date`, `roadmap.unknown-skill` for a skill that is not in the plan, `roadmap.unknown-task`.
 */
export function replan(plan: Plan, progress: Progress, change: RoadmapChange): Replanned {
  const hoursPerWeek = hoursAfter(plan, change);
  const current = weekOn(plan, change.from);
  const records = recordsOf(plan, progress, change);
  const states = hourStates([...progress, ...records]);

  const past: Stretch[][] = Array.from({ length: current }, () => []);
  const kept = new KeptHours();
  for (const phase of plan.months) {
    for (const week of phase.weeks) {
      for (const task of week.tasks) {
        const stretch = parseTaskId(task.id);
        if (stretch === null) continue;
        for (const part of partsByState(stretch, states)) {
          if (part.state === 'open') continue;
          past[Math.min(week.number, current) - 1]?.push(part.stretch);
          kept.add(part.stretch);
        }
      }
    }
  }

  const open = joinNeighbours(plan.route.flatMap((stretch) => kept.without(stretch)));
  const history = past.map((stretches) => historyOf(stretches, states));
  const isFirstMissed = change.kind === 'missed-week' && current === 1 && change.from >= plan.startsOn;
  const isBegun = (history[0] ?? []).length > 0;
  const takenNow = isFirstMissed && isBegun ? hoursPerWeek : doneHours(history[current - 1] ?? [], states);
  const ahead = packWeeks(open, hoursPerWeek, takenNow);
  const weeks = [...history.slice(0, current - 1), [...(history[current - 1] ?? []), ...(ahead[0] ?? [])], ...ahead.slice(1)];
  while (weeks.at(-1)?.length === 0) weeks.pop();

  const isSkipped = (id: string): boolean => {
    const stretch = parseTaskId(id);
    return stretch !== null && stateOfHours(stretch, states) === 'skipped';
  };
  const startsOn = isFirstMissed && !isBegun ? addDays(plan.startsOn, 7) : plan.startsOn;
  const months = layOut(weeks, startsOn, catalogueOf(plan), isSkipped);
  const skippedHours = weeks.flat().filter((stretch) => stateOfHours(stretch, states) === 'skipped').reduce((sum, stretch) => sum + hoursOf(stretch), 0);
  const core = { ...plan, hoursPerWeek, startsOn, reasons: withSkipped(plan.reasons, skippedHours) };
  return { plan: summarise(core, months), records };
}

/** The number of the week that holds a day; 1 before the start, and past the last week it counts on. */
export function weekOn(plan: Pick<Plan, 'startsOn'>, date: string): number {
  return Math.max(1, Math.floor((dayNumber(date) - dayNumber(plan.startsOn)) / 7) + 1);
}

function hoursAfter(plan: Plan, change: RoadmapChange): number {
  if (change.kind !== 'less-time' && change.kind !== 'more-time') return plan.hoursPerWeek;
  const hoursPerWeek = checkedHoursPerWeek(change.hoursPerWeek);
  if (change.kind === 'less-time' && hoursPerWeek >= plan.hoursPerWeek) throw new RoadmapError('roadmap.not-less-time', String(hoursPerWeek));
  if (change.kind === 'more-time' && hoursPerWeek <= plan.hoursPerWeek) throw new RoadmapError('roadmap.not-more-time', String(hoursPerWeek));
  return hoursPerWeek;
}

function recordsOf(plan: Plan, progress: Progress, change: RoadmapChange): TaskRecord[] {
  if (change.kind === 'undo') {
    const ids = new Set(tasksOf(plan).map((task) => task.id));
    const stray = change.taskIds.find((id) => !ids.has(id));
    if (stray !== undefined) throw new RoadmapError('roadmap.unknown-task', stray);
    return change.taskIds.map((id) => ({ taskId: id, state: 'open', changedAt: change.at }));
  }
  const states = hourStates(progress);
  if (change.kind === 'put-back') return putBack(change.taskIds, states).map((stretch) => ({ taskId: taskId(stretch), state: 'open', changedAt: change.at }));
  if (change.kind !== 'skip-skill') return [];
  return openWorkOf(plan, states, change.skillId, change.level).map((stretch) => ({ taskId: taskId(stretch), state: 'skipped', changedAt: change.at }));
}

function putBack(taskIds: readonly string[], states: HourStates): Stretch[] {
  return taskIds.flatMap((id) => {
    const stretch = parseTaskId(id);
    return stretch === null ? [] : partsByState(stretch, states).filter(({ state }) => state === 'skipped').map((part) => part.stretch);
  });
}

/** The open hours that fall away when a person has a skill at a level; see `stepsToSkip`, also for what it throws. */
export function openWorkOf(plan: Plan, states: HourStates, skillId: string, level: Level): Stretch[] {
  const skipped = stepsToSkip(plan, states, skillId, level);
  const isSkipped = (stretch: Stretch): boolean => stretch.kind === 'build'
    ? skipped.projectIds.has(stretch.subjectId)
    : skipped.stepKeys.has(`${stretch.subjectId}.${stretch.level}`);
  return plan.route.filter(isSkipped).flatMap((stretch) => partsByState(stretch, states)
    .filter((part) => part.state === 'open')
    .map((part) => part.stretch));
}

/** A stretch in pieces of one state each. */
function partsByState(stretch: Stretch, states: HourStates): { readonly stretch: Stretch; readonly state: TaskState }[] {
  const parts: { stretch: Stretch; state: TaskState }[] = [];
  states.statesOf(stretch).forEach((state, index) => {
    const hour = stretch.from + index;
    const last = parts.at(-1);
    if (last?.state === state) last.stretch = { ...last.stretch, to: hour };
    else parts.push({ stretch: { ...stretch, from: hour, to: hour }, state });
  });
  return parts;
}

/** Pieces of one task that were taken apart are one again where their state is the same. */
function historyOf(stretches: readonly Stretch[], states: HourStates): Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    const last = whole.at(-1);
    const joined = last === undefined ? [] : joinNeighbours([last, stretch]);
    if (last !== undefined && joined.length === 1 && stateOfHours(last, states) === stateOfHours(stretch, states)) whole[whole.length - 1] = joined[0] as Stretch;
    else whole.push(stretch);
  }
  return whole;
}

/** The state of the first hour; pieces made by `partsByState` have one state throughout. */
function stateOfHours(stretch: Stretch, states: HourStates): TaskState {
  return states.statesOf({ ...stretch, to: stretch.from })[0] ?? 'open';
}

function doneHours(stretches: readonly Stretch[], states: HourStates): number {
  return stretches.filter((stretch) => stateOfHours(stretch, states) === 'done').reduce((sum, stretch) => sum + hoursOf(stretch), 0);
}

function withSkipped(reasons: Plan['reasons'], skippedHours: number): Plan['reasons'] {
  const others = reasons.filter((reason) => reason.what.code !== 'roadmap.reason.skipped-hours');
  if (skippedHours === 0) return others;
  const evidence = [{ source: 'person', text: 'self-check or proof' }] as const;
  return [...others, { what: message('roadmap.reason.skipped-hours'), effect: -skippedHours, evidence }];
}

/** The hours that stay where they are. */
class KeptHours {
  readonly #byStream = new Map<string, Set<number>>();

  add(stretch: Stretch): void {
    const key = streamKey(stretch);
    const hours = this.#byStream.get(key) ?? new Set();
    for (let hour = stretch.from; hour <= stretch.to; hour += 1) hours.add(hour);
    this.#byStream.set(key, hours);
  }

  /** What is left of a stretch, in pieces without a gap. */
  without(stretch: Stretch): Stretch[] {
    const hours = this.#byStream.get(streamKey(stretch));
    if (hours === undefined) return [stretch];
    const open: Stretch[] = [];
    for (let hour = stretch.from; hour <= stretch.to; hour += 1) {
      if (hours.has(hour)) continue;
      const last = open.at(-1);
      if (last?.to === hour - 1) open[open.length - 1] = { ...last, to: hour };
      else open.push({ ...stretch, from: hour, to: hour });
    }
    return open;
  }
}
