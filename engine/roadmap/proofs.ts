/** What a person has proven since a plan was made, beside the plan: offered to be left out, left out, or faded since. */
import type { Level } from '../knowledge/types.ts';
import { hourStates, tasksOf, type HourStates } from './progress.ts';
import { openWorkOf } from './replan.ts';
import { hoursOf, parseTaskId, streamKey } from './task-id.ts';
import type { Plan, Progress, Stretch } from './types.ts';

export interface ProvenLevel {
  readonly skillId: string;
  readonly level: Level;
  /** 'YYYY-MM-DD'. */
  readonly provenOn: string;
  /** That it rests on. */
  readonly answers: number;
}

/** What somebody chose about a proof. */
export interface ProofChoice {
  readonly skillId: string;
  /** Work up to this level was left out; null where none is. */
  readonly leftOutLevel: Level | null;
  /** The hours that were left out. */
  readonly taskIds: readonly string[];
  /** Up to this level the offer was refused. */
  readonly refusedLevel: Level | null;
  /** The proof faded, and what was left out is wished to stay so. */
  readonly staysOut: boolean;
}

export interface PlanProof {
  readonly skillId: string;
  readonly level: Level;
  /** `offered`: nothing has changed yet. `left-out`: its work was taken out. `faded`: it was taken out, and the proof holds no more. */
  readonly state: 'offered' | 'left-out' | 'faded';
  /** Of the proof that holds; null when it has faded. */
  readonly provenOn: string | null;
  readonly answers: number | null;
  /** Tasks and hours that would fall away, or that did and can be put back. */
  readonly tasks: number;
  readonly hours: number;
}

/**
 * For each skill of the plan at most one proof, in the order of the plan's steps. A proof is offered while it holds, leads to open work of
 * the plan, and was not refused at this level; what is left out stays so, whatever becomes of the proof, until the person puts it
 * back: a proof that has faded is said, and changes nothing by itself. `proven`: proofs that hold now.
 */
export function proofsFor(plan: Plan, progress: Progress, proven: readonly ProvenLevel[], choices: readonly ProofChoice[]): PlanProof[] {
  const states = hourStates(progress);
  const holds = new Map(proven.map((proof) => [proof.skillId, proof]));
  const chosen = new Map(choices.map((choice) => [choice.skillId, choice]));
  return [...new Set(plan.steps.map(({ skillId }) => skillId))].flatMap((skillId): PlanProof[] => {
    const [proof, choice] = [holds.get(skillId), chosen.get(skillId)];
    const open = proof === undefined || (choice?.refusedLevel ?? 0) >= proof.level ? [] : offeredWork(plan, states, proof);
    if (proof !== undefined && open.length > 0) return [{ ...proof, state: 'offered', ...sizeOf(plan, open) }];
    const level = choice?.leftOutLevel ?? null;
    const out = choice === undefined ? [] : stretchesOf(choice.taskIds).filter((stretch) => states.statesOf(stretch).includes('skipped'));
    if (choice === undefined || level === null || out.length === 0) return [];
    const isHeld = proof !== undefined && proof.level >= level;
    return [{ skillId, level, state: isHeld || choice.staysOut ? 'left-out' : 'faded', provenOn: isHeld ? proof.provenOn : null, answers: isHeld ? proof.answers : null, ...sizeOf(plan, out) }];
  });
}

/** The open work that the proof makes needless; none where the skill's own is done or not in the plan. */
function offeredWork(plan: Plan, states: HourStates, { skillId, level }: ProvenLevel): Stretch[] {
  if (!plan.steps.some((step) => step.skillId === skillId && step.level <= level)) return [];
  const open = openWorkOf(plan, states, skillId, level);
  return open.some((stretch) => stretch.subjectId === skillId && stretch.kind !== 'build') ? open : [];
}

const stretchesOf = (taskIds: readonly string[]): Stretch[] => taskIds.flatMap((id) => parseTaskId(id) ?? []);

/** Tasks of the plan that hold any of the hours, and the hours. */
function sizeOf(plan: Plan, stretches: readonly Stretch[]): { tasks: number; hours: number } {
  const byStream = Map.groupBy(stretches, streamKey);
  const touches = (task: Stretch): boolean => (byStream.get(streamKey(task)) ?? []).some(({ from, to }) => from <= task.to && to >= task.from);
  const tasks = tasksOf(plan).filter(({ id }) => stretchesOf([id]).some(touches)).length;
  return { tasks, hours: stretches.reduce((sum, stretch) => sum + hoursOf(stretch), 0) };
}
