import type { ProjectBrief, Proficiency } from '../knowledge/types.ts';
import { message } from './english.ts';
import type { OrderedStep } from './order.ts';
import { divideHours, stepKey } from './steps.ts';
import type { RoutedProject } from './route.ts';
import type { PlacedProject, SkillTarget, StepHours } from './types.ts';

/** A project is looked for after this many hours of work since the last one. */
const hoursBetweenProjects = 30;
const mostProjectsAtTheEnd = 2;
/** At most this share of a step's practice is done inside projects; the rest stays as exercises. */
const projectShareOfPractice = 0.8;
const highestLevel = 4;
/** What covering a step again is worth beside covering it for the first time. */
const repeatShare = 0.25;
/** What practising a foundation is worth beside a target of full importance. */
const foundationWorth = 0.2;

export interface ChosenProjects {
  readonly projects: readonly RoutedProject[];
  /** The hours of each step, less the practice that projects took over. */
  readonly hours: ReadonlyMap<string, StepHours>;
}

interface Candidate {
  readonly brief: ProjectBrief;
  /** Position of the last step that must be reached before it can be built. */
  readonly readyAt: number;
  /** Positions of the plan's steps that it practises, latest first. */
  readonly positions: readonly number[];
  /** Positions of later steps of the same skills, whose practice it begins. */
  readonly laterPositions: readonly number[];
}

/**
 * Picks projects and places them in the order of the steps.
 *
 * - It fits when every skill it uses is reached by then, from the person's own levels or the plan's, and at least one
 *   of these is learned in this plan; its difficulty is at most one above the highest level of its skills.
 * - Its hours are practice: they are taken out of the practice hours of the steps it exercises (the latest first), then
 *   of the next steps of the same skills, whose practice it begins; at most 80 % of each step's; never added on top. So
 *   a plan is as long with projects as without.
 * - After every 30 hours of work, also in the midst of a long step, the best that fits is taken: worth = (Σ importance
 *   (0 to 1) of the skills of steps that no project covers yet + 0.25 × Σ of those covered; a foundation counts 0.2) ÷
 *   √hours; ties: id. None is built twice. At the end of the plan at most two more are, and only such as cover a step
 *   that none has.
 */
export function chooseProjects(
  order: readonly OrderedStep[], briefs: readonly ProjectBrief[],
  knownLevels: ReadonlyMap<string, Proficiency>, targets: readonly SkillTarget[],
): ChosenProjects {
  const importance = new Map(targets.map((target) => [target.skillId, target.importance / 100]));
  const hours = order.map(({ step }) => divideHours(step.hours, step.level));
  const drawable = hours.map((part) => Math.floor(part.practise * projectShareOfPractice));
  const open = new Set(candidatesFor(order, briefs, knownLevels));
  const covered = new Set<number>();
  const projects: RoutedProject[] = [];
  /** Takes the best that stands on steps up to `reached`, if there is one. */
  const take = (reached: number, after: RoutedProject['after'], isNewOnly: boolean): boolean => {
    const best = bestFitting(open, reached, drawable, order, covered, importance, isNewOnly);
    if (best === null) return false;
    open.delete(best);
    draw(best, drawable, hours);
    for (const at of best.positions) covered.add(at);
    projects.push({ project: placedProject(best, order), standsOn: best.positions.flatMap((at) => order[at]?.step.key ?? []), after });
    return true;
  };
  let sinceLast = 0;
  order.forEach(({ step }, position) => {
    let worked = 0;
    for (let next = hoursBetweenProjects - sinceLast; next < step.hours; next = worked + hoursBetweenProjects) {
      worked = Math.max(0, next);
      if (!take(position - 1, { key: step.key, hours: worked }, false)) break;
      sinceLast = -worked;
    }
    sinceLast += step.hours;
    if (sinceLast >= hoursBetweenProjects && take(position, { key: step.key, hours: null }, false)) sinceLast = 0;
  });
  const last = order.at(-1);
  for (let more = 0; last !== undefined && more < mostProjectsAtTheEnd; more += 1) {
    if (!take(order.length - 1, { key: last.step.key, hours: null }, true)) break;
  }
  return { projects, hours: new Map(order.map(({ step }, position) => [step.key, hours[position] as StepHours])) };
}

function candidatesFor(order: readonly OrderedStep[], briefs: readonly ProjectBrief[], knownLevels: ReadonlyMap<string, Proficiency>): Candidate[] {
  const positionOf = new Map(order.map(({ step }, position) => [step.key, position]));
  const candidates: Candidate[] = [];
  for (const brief of briefs) {
    const positions: number[] = [];
    const laterPositions: number[] = [];
    let highest = 0;
    let fits = brief.skills.length > 0;
    for (const { id, level } of brief.skills) {
      const known = knownLevels.get(id) ?? 0;
      for (let at = known + 1; at <= level && fits; at += 1) {
        const position = positionOf.get(stepKey(id, at));
        if (position === undefined) fits = false;
        else positions.push(position);
      }
      for (let at = Math.max(known, level) + 1; at <= highestLevel; at += 1) {
        const position = positionOf.get(stepKey(id, at));
        if (position !== undefined) laterPositions.push(position);
      }
      highest = Math.max(highest, level, known);
    }
    if (!fits || positions.length === 0 || brief.difficulty > highest + 1) continue;
    positions.sort((a, b) => b - a);
    laterPositions.sort((a, b) => a - b);
    candidates.push({ brief, readyAt: positions[0] ?? 0, positions, laterPositions });
  }
  return candidates;
}

function bestFitting(
  candidates: Iterable<Candidate>, reached: number, drawable: readonly number[], order: readonly OrderedStep[],
  covered: ReadonlySet<number>, importance: ReadonlyMap<string, number>, isNewOnly: boolean,
): Candidate | null {
  let best: Candidate | null = null;
  let bestWorth = 0;
  for (const candidate of candidates) {
    if (candidate.readyAt > reached) continue;
    const pool = drawnFrom(candidate).reduce((sum, at) => sum + (drawable[at] ?? 0), 0);
    if (pool < projectHours(candidate.brief)) continue;
    let worth = 0;
    let isNew = false;
    for (const at of candidate.positions) {
      const value = Math.max(foundationWorth, importance.get(order[at]?.step.skill.id ?? '') ?? 0);
      worth += covered.has(at) ? repeatShare * value : value;
      isNew ||= !covered.has(at);
    }
    worth /= Math.sqrt(projectHours(candidate.brief));
    const wins = best === null || worth > bestWorth || (worth === bestWorth && candidate.brief.id < best.brief.id);
    if (wins && (isNew || !isNewOnly)) {
      best = candidate;
      bestWorth = worth;
    }
  }
  return best;
}

function drawnFrom(candidate: Candidate): readonly number[] {
  return [...candidate.positions, ...candidate.laterPositions];
}

function draw(candidate: Candidate, drawable: number[], hours: StepHours[]): void {
  let left = projectHours(candidate.brief);
  for (const at of drawnFrom(candidate)) {
    const taken = Math.min(left, drawable[at] ?? 0);
    const part = hours[at];
    if (part === undefined) continue;
    drawable[at] = (drawable[at] ?? 0) - taken;
    hours[at] = { ...part, practise: part.practise - taken };
    left -= taken;
  }
}

function placedProject(candidate: Candidate, order: readonly OrderedStep[]): PlacedProject {
  const { brief } = candidate;
  const latest = order[candidate.readyAt]?.step;
  const names = [...new Set([...candidate.positions].reverse().map((at) => order[at]?.step.skill.name ?? ''))];
  return {
    projectId: brief.id, name: brief.name, summary: brief.summary, difficulty: brief.difficulty,
    hours: projectHours(brief), skillIds: brief.skills.map((skill) => skill.id), provenBy: brief.provenBy,
    skillId: latest?.skill.id ?? '', level: latest?.level ?? 1,
    reasons: [
      {
        what: message('roadmap.reason.project-proves', { skills: names.join(', ') }), effect: 0,
        evidence: [{ source: 'knowledge', kind: 'project', id: brief.id }],
      },
      { what: message('roadmap.reason.project-hours'), effect: 0, evidence: [{ source: 'formula', id: 'roadmap-projects' }] },
    ],
  };
}

function projectHours(brief: ProjectBrief): number {
  return Math.max(1, Math.ceil(brief.hours));
}
