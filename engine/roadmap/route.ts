import { stepKey } from './steps.ts';
import { hoursOf } from './task-id.ts';
import type { PlacedProject, PlannedStep, Stretch, TaskKind } from './types.ts';

/** Learning goes on for at most so long before the same part is practised. */
const longestLearningHours = 6;
/** A piece of work that is done beside the rest is at most this long. */
const longestHoursBeside = 2;
/** At least this share of the time goes to what is learned beside, as long as there is any. */
const leastShareBeside = 0.2;
/** Steps up to this long go ahead of one that waits for something that is learned beside. */
const longestHoursAhead = 40;

export interface RoutedStep extends Pick<PlannedStep, 'skillId' | 'level' | 'hours' | 'requires'> {
  /** Learned beside the other steps, a few hours at a time, instead of in its turn. */
  readonly isBeside: boolean;
}

/** A project and the steps (keys `skill.level`) that must be reached before it is built. */
export interface RoutedProject {
  readonly project: PlacedProject;
  readonly standsOn: readonly string[];
  /** The step after which it is built; or in the midst of it, after so many hours of the work on it. */
  readonly after: { readonly key: string; readonly hours: number | null };
}

/**
 * All the work of a plan in the order in which it is done. The steps follow each other, but for those that are learned
 * beside: of them, pieces of at most two hours stand between the work on the others, in their own order,
 *
 *   share of the time = max(0.2, their hours ÷ all hours)
 *
 * as long as there are any. While the next step waits for one of them, later steps of at most 40 hours go ahead of it and
 * the one waited for has half of the time (taken back afterwards); where there is nothing to go ahead, and before a project
 * that stands on it, what is left of it is done at once.
 *
 * A step is rounds of learning (at most 6 hours) with its share of the practice after each, then the check. After a step
 * come the projects that are placed there; those placed in the midst of it come between its rounds. `steps` is in an order
 * in which each comes after what it requires.
 */
export function routeOf(steps: readonly RoutedStep[], projects: readonly RoutedProject[]): Stretch[] {
  const walk = new Walk(steps, projects);
  const left = steps.filter((step) => !step.isBeside);
  for (let [first] = left; first !== undefined; [first] = left) {
    const next = walk.isWaiting(first) ? left.find((step) => walk.mayGoAhead(step, first as RoutedStep)) ?? first : first;
    left.splice(left.indexOf(next), 1);
    walk.workOn(next, next === first ? null : first);
  }
  for (const step of steps) if (step.isBeside) walk.finish(keyOf(step));
  return walk.route;
}

/** What is done one after the other for a step. */
type Work = Stretch | RoutedProject;

class Walk {
  readonly route: Stretch[] = [];
  /** Steps of the plan that are not reached. */
  readonly #open: Set<string>;
  /** What is left of the steps that are learned beside. */
  readonly #beside: Map<string, { readonly step: RoutedStep; readonly work: Work[] }>;
  readonly #projectsAfter: Map<string, readonly RoutedProject[]>;
  readonly #projectsWithin: ReadonlyMap<string, readonly RoutedProject[]>;
  readonly #besidePerHour: number;
  #owedHours = 0;
  /** Hours beside that a waiting step allows before their turn. */
  #hoursInAdvance = 0;
  #besideBegun: string | null = null;

  constructor(steps: readonly RoutedStep[], projects: readonly RoutedProject[]) {
    this.#projectsAfter = Map.groupBy(projects.filter(({ after }) => after.hours === null), ({ after }) => after.key);
    this.#projectsWithin = Map.groupBy(projects.filter(({ after }) => after.hours !== null), ({ after }) => after.key);
    this.#open = new Set(steps.map(keyOf));
    const beside = steps.filter((step) => step.isBeside);
    this.#beside = new Map(beside.map((step) => [keyOf(step), { step, work: this.#workOf(step) }]));
    const share = Math.max(leastShareBeside, hoursOfSteps(beside) / Math.max(1, hoursOfSteps(steps)));
    this.#besidePerHour = share / (1 - share);
  }

  /** Whether it requires something beside that is not reached. */
  isWaiting({ requires }: RoutedStep): boolean {
    return requires.some((key) => this.#beside.has(key));
  }

  /** Not while something else is under way beside: what is waited for would have to wait for that. */
  mayGoAhead(step: RoutedStep, waiting: RoutedStep): boolean {
    if (hoursOfSteps([step]) > longestHoursAhead || step.requires.some((key) => this.#open.has(key))) return false;
    return this.#besideBegun === null || this.#requiredBeside(waiting).includes(this.#besideBegun);
  }

  /** `waiting`: the step that this one goes ahead of. */
  workOn(step: RoutedStep, waiting: RoutedStep | null): void {
    for (const key of step.requires) this.finish(key);
    for (const work of this.#workOf(step)) {
      this.#do(work);
      if (!isProject(work)) this.#owedHours += hoursOf(work) * this.#besidePerHour;
      if (!isProject(work) && waiting !== null) this.#hoursInAdvance += hoursOf(work) * Math.max(0, 1 - this.#besidePerHour);
      if (isCheck(work)) this.#reach(keyOf(step));
      this.#catchUp(waiting);
    }
    this.#hoursInAdvance = 0;
  }

  /** Does all that is left of a step beside, and of those it requires. */
  finish(key: string): void {
    const left = this.#beside.get(key);
    if (left === undefined) return;
    for (const before of left.step.requires) this.finish(before);
    for (const work of left.work.splice(0)) this.#doBeside(work);
    this.#beside.delete(key);
    if (this.#besideBegun === key) this.#besideBegun = null;
    this.#reach(key);
  }

  #catchUp(waiting: RoutedStep | null): void {
    for (let left = this.#nextBeside(waiting); left !== undefined; left = this.#nextBeside(waiting)) {
      if (waiting !== null && !this.isWaiting(waiting)) this.#hoursInAdvance = 0;
      const [work] = left.work;
      if (work === undefined || (!isProject(work) && hoursOf(work) > this.#owedHours + this.#hoursInAdvance)) return;
      left.work.shift();
      this.#besideBegun = keyOf(left.step);
      this.#doBeside(work);
      if (left.work.length === 0) this.finish(this.#besideBegun);
    }
  }

  /** The step beside that is begun; else one that is waited for; else the first that can be. */
  #nextBeside(waiting: RoutedStep | null): { readonly step: RoutedStep; readonly work: Work[] } | undefined {
    if (this.#besideBegun !== null) return this.#beside.get(this.#besideBegun);
    const wanted = waiting === null ? [] : this.#requiredBeside(waiting);
    return [...wanted.flatMap((key) => this.#beside.get(key) ?? []), ...this.#beside.values()]
      .find(({ step }) => step.requires.every((key) => !this.#open.has(key)));
  }

  /** Keys of the steps beside that are not reached and that it stands on. */
  #requiredBeside({ requires }: RoutedStep): string[] {
    return requires.flatMap((key) => {
      const before = this.#beside.get(key);
      return before === undefined ? [] : [key, ...this.#requiredBeside(before.step)];
    });
  }

  /** What is done before its turn is owed back: the others go on without until it is made up. */
  #doBeside(work: Work): void {
    if (!isProject(work)) this.#owedHours -= hoursOf(work);
    this.#do(work);
  }

  #do(work: Work): void {
    if (!isProject(work)) {
      this.route.push(work);
      return;
    }
    const ahead = work.standsOn.find((key) => this.#open.has(key) && !this.#beside.has(key));
    if (ahead !== undefined) {
      this.#projectsAfter.set(ahead, [...(this.#projectsAfter.get(ahead) ?? []), work]);
      return;
    }
    for (const key of work.standsOn) this.finish(key);
    const { projectId, difficulty, hours } = work.project;
    this.route.push({ subjectId: projectId, level: difficulty, kind: 'build', from: 1, to: hours });
  }

  #reach(key: string): void {
    this.#open.delete(key);
    for (const project of this.#projectsAfter.get(key) ?? []) this.#do(project);
  }

  /** The work on a step, with the projects that come in its midst; those for which it has become too short come before its check. */
  #workOf(step: RoutedStep): Work[] {
    const within = [...(this.#projectsWithin.get(keyOf(step)) ?? [])];
    const work: Work[] = [];
    let worked = 0;
    for (const stretch of stepStretches(step).flatMap((whole) => (step.isBeside ? inPieces(whole) : [whole]))) {
      while (within[0] !== undefined && (isCheck(stretch) || (within[0].after.hours ?? 0) <= worked)) work.push(...within.splice(0, 1));
      work.push(stretch);
      worked += hoursOf(stretch);
    }
    return work;
  }
}

function isProject(work: Work): work is RoutedProject {
  return 'project' in work;
}

function isCheck(work: Work): boolean {
  return !isProject(work) && work.kind === 'check';
}

/** The steps' keys in the order in which a route reaches them. */
export function reachedOrder(route: readonly Stretch[]): string[] {
  return route.filter(({ kind }) => kind === 'check').map(({ subjectId, level }) => stepKey(subjectId, level));
}

function stepStretches(step: RoutedStep): Stretch[] {
  const { learn, practise, check } = step.hours;
  const rounds = Math.max(1, Math.ceil(learn / longestLearningHours));
  const stretches: Stretch[] = [];
  const add = (kind: TaskKind, after: number, to: number): void => {
    if (to > after) stretches.push({ subjectId: step.skillId, level: step.level, kind, from: after + 1, to });
  };
  for (let round = 0; round < rounds; round += 1) {
    add('learn', Math.floor((round * learn) / rounds), Math.floor(((round + 1) * learn) / rounds));
    add('practise', Math.floor((round * practise) / rounds), Math.floor(((round + 1) * practise) / rounds));
  }
  add('check', 0, check);
  return stretches;
}

function inPieces(stretch: Stretch): Stretch[] {
  const pieces: Stretch[] = [];
  for (let from = stretch.from; from <= stretch.to; from += longestHoursBeside) {
    pieces.push({ ...stretch, from, to: Math.min(stretch.to, from + longestHoursBeside - 1) });
  }
  return pieces;
}

function hoursOfSteps(steps: readonly RoutedStep[]): number {
  return steps.reduce((sum, { hours }) => sum + hours.learn + hours.practise + hours.check, 0);
}

function keyOf(step: RoutedStep): string {
  return stepKey(step.skillId, step.level);
}
