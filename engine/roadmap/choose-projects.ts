import type { ProjectBrief, Proficiency } from '../knowledge/types.ts';
import type { OrderedStep } from './order.ts';
import { candidatesFor, placedProject, type Candidate } from './project-candidates.ts';
import type { RoutedProject } from './route.ts';
import { divideHours } from './steps.ts';
import type { SkillTarget, StepHours } from './types.ts';

/** A project is looked for after this many hours of work since the last one. */
const hoursBetweenProjects = 30;
const mostProjectsAtTheEnd = 2;
/** A project comes while what it practises is fresh: at most so many hours of work after it. */
const mostHoursAfterPractice = 60;
/** At most this share of a step's practice is done inside projects; the rest stays as exercises. */
const projectShareOfPractice = 0.8;
/** What covering a step again is worth beside covering it for the first time. */
const repeatShare = 0.25;
/** What practising a foundation is worth beside a target of full importance. */
const foundationWorth = 0.2;

export interface ChosenProjects {
  readonly projects: readonly RoutedProject[];
  /** The hours of each step, less the practice that projects took over. */
  readonly hours: ReadonlyMap<string, StepHours>;
}

/**
 * Picks projects and places them in the order of the steps.
 *
 * - It fits when every skill it uses is reached by then, from the person's own levels or the plan's (soft skills and
 *   languages, which are learned beside, at some time in the plan), and at least one of these is learned in this plan;
 *   its difficulty is at most one above the highest level of its skills.
 * - Its hours are practice: they are taken out of the practice hours of the steps it exercises (the latest first), then
 *   of the next steps of the same skills, whose practice it begins; at most 80 % of each step's; never added on top. So
 *   a plan is as long with projects as without.
 * - It is built within 60 hours of work after a step on one of the skills that must be reached, or while such a step is
 *   under way.
 * - After every 30 hours of work, also in the midst of a long step, the best that fits is taken: worth = (Σ importance
 *   (0 to 1) of the skills of steps that no project covers yet + 0.25 × Σ of those covered; a foundation counts 0.2) ÷
 *   √hours; ties: id. None is built twice. At the end of the plan at most two more are, and only such as cover a step
 *   that none has.
 */
export function chooseProjects(
  order: readonly OrderedStep[], briefs: readonly ProjectBrief[],
  knownLevels: ReadonlyMap<string, Proficiency>, targets: readonly SkillTarget[],
): ChosenProjects {
  const choice = new Choice(order, candidatesFor(order, briefs, knownLevels), targets);
  let sinceLast = 0;
  order.forEach(({ step }, position) => {
    let worked = 0;
    for (let next = hoursBetweenProjects - sinceLast; next < step.hours; next = worked + hoursBetweenProjects) {
      worked = Math.max(0, next);
      if (!choice.takeWithin(position, worked)) break;
      sinceLast = -worked;
    }
    sinceLast += step.hours;
    if (sinceLast >= hoursBetweenProjects && choice.takeAfter(position)) sinceLast = 0;
  });
  for (let more = 0; more < mostProjectsAtTheEnd && choice.takeAfter(order.length - 1, 'new only'); more += 1);
  return choice.chosen();
}

class Choice {
  readonly #order: readonly OrderedStep[];
  readonly #open: Set<Candidate>;
  /** What each step is worth to practise. */
  readonly #values: readonly number[];
  readonly #hours: StepHours[];
  /** Hours of practice that projects may still take from each step. */
  readonly #drawable: number[];
  /** Hours of work until each step is reached. */
  readonly #ends: readonly number[];
  readonly #covered = new Set<number>();
  readonly #projects: RoutedProject[] = [];

  constructor(order: readonly OrderedStep[], candidates: readonly Candidate[], targets: readonly SkillTarget[]) {
    const importance = new Map(targets.map((target) => [target.skillId, target.importance / 100]));
    let hoursSoFar = 0;
    this.#order = order;
    this.#open = new Set(candidates);
    this.#values = order.map(({ step }) => Math.max(foundationWorth, importance.get(step.skill.id) ?? 0));
    this.#hours = order.map(({ step }) => divideHours(step.hours, step.level));
    this.#drawable = this.#hours.map((part) => Math.floor(part.practise * projectShareOfPractice));
    this.#ends = order.map(({ step }) => (hoursSoFar += step.hours));
  }

  chosen(): ChosenProjects {
    return { projects: this.#projects, hours: new Map(this.#order.map(({ step }, position) => [step.key, this.#hours[position] as StepHours])) };
  }

  /** Places the best project that stands on earlier steps in the midst of one, if there is such a project. */
  takeWithin(position: number, hours: number): boolean {
    const best = this.#best(position - 1, position, (this.#ends[position - 1] ?? 0) + hours, false);
    return this.#place(best, position, hours);
  }

  /** Places the best project that stands on steps up to this one after it. */
  takeAfter(position: number, which: 'any' | 'new only' = 'any'): boolean {
    return this.#place(this.#best(position, position, this.#ends[position] ?? 0, which === 'new only'), position, null);
  }

  #place(best: Candidate | null, position: number, hours: number | null): boolean {
    const key = this.#order[position]?.step.key;
    if (best === null || key === undefined) return false;
    this.#open.delete(best);
    this.#draw(best);
    for (const at of best.positions) this.#covered.add(at);
    const standsOn = best.standsOn.flatMap((at) => this.#order[at]?.step.key ?? []);
    this.#projects.push({ project: placedProject(best, this.#order), standsOn, after: { key, hours } });
    return true;
  }

  #best(reached: number, begun: number, hoursWorked: number, isNewOnly: boolean): Candidate | null {
    let best: Candidate | null = null;
    let bestWorth = 0;
    for (const candidate of this.#open) {
      if ((candidate.standsOn[0] ?? 0) > reached || !this.#isFresh(candidate, begun, hoursWorked) || !this.#hasRoom(candidate)) continue;
      if (isNewOnly && candidate.positions.every((at) => this.#covered.has(at))) continue;
      const worth = this.#worth(candidate);
      if (best === null || worth > bestWorth || (worth === bestWorth && candidate.brief.id < best.brief.id)) {
        best = candidate;
        bestWorth = worth;
      }
    }
    return best;
  }

  #isFresh({ standsOn, drawnFrom }: Candidate, begun: number, hoursWorked: number): boolean {
    const skills = new Set(standsOn.map((at) => this.#skillAt(at)));
    return drawnFrom.some((at) => at <= begun && hoursWorked - (this.#ends[at] ?? 0) <= mostHoursAfterPractice && skills.has(this.#skillAt(at)));
  }

  #skillAt(position: number): string | undefined {
    return this.#order[position]?.step.skill.id;
  }

  #hasRoom({ drawnFrom, hours }: Candidate): boolean {
    let left = hours;
    for (const at of drawnFrom) left -= this.#drawable[at] ?? 0;
    return left <= 0;
  }

  #worth({ positions, hours }: Candidate): number {
    const sum = positions.reduce((total, at) => total + (this.#covered.has(at) ? repeatShare : 1) * (this.#values[at] ?? 0), 0);
    return sum / Math.sqrt(hours);
  }

  #draw({ drawnFrom, hours }: Candidate): void {
    let left = hours;
    for (const at of drawnFrom) {
      const part = this.#hours[at];
      const taken = Math.min(left, this.#drawable[at] ?? 0);
      if (part === undefined || taken === 0) continue;
      this.#drawable[at] = (this.#drawable[at] ?? 0) - taken;
      this.#hours[at] = { ...part, practise: part.practise - taken };
      left -= taken;
    }
  }
}
