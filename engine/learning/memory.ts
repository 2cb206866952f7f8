/**
 * What a person still remembers of a question, and when it is asked again: FSRS-6 with its published parameters (J. Ye, J. Su and
 * Y. Cao, "A stochastic shortest path algorithm for optimizing spaced repetition scheduling", KDD 2022; the package ts-fsrs), without chance and
 * without steps within a day. Its curve: R(t) = (1 + F × t ÷ S)^(−0.1542), with F such that R(S) = 0.9; t and S in days.
 */
import { computeDecayFactor, FSRS, generatorParameters } from 'ts-fsrs';
import { addDays } from '../calendar/index.ts';

/** Share of the questions asked again that are meant to be still known. */
export const retentionAsked = 0.9;

export interface Memory {
  /** Days until 9 of 10 such questions would still be known; above 0. */
  readonly stability: number;
  /** 1 easy to 10 hard. */
  readonly difficulty: number;
}

/** 1 forgotten, 2 recalled with help, 3 recalled. Nobody is asked how easy it was, so FSRS's 4 is not given. */
export type Grade = 1 | 2 | 3;

/** Nothing rests longer than a year. */
export const longestIntervalDays = 365;

const algorithm = new FSRS(generatorParameters({ request_retention: retentionAsked, enable_fuzz: false, enable_short_term: false }));
/** Of the curve: −0.1542, and F, with which R(S) = 0.9. */
const { decay, factor: scale } = computeDecayFactor(algorithm.parameters.w);

/** Right without help 3; right after one or two hints 2; wrong, or right after the third hint, which nearly says it, 1. */
export function gradeOf({ right, hintsUsed }: { readonly right: boolean; readonly hintsUsed: number }): Grade {
  if (!right || hintsUsed >= 3) return 1;
  return hintsUsed > 0 ? 2 : 3;
}

/** How likely it is, 0 to 1, that it is still known `elapsedDays` (not below 0) after it was last asked. `factor`: how much longer this person remembers than most. */
export function retrievability({ stability }: Memory, elapsedDays: number, factor = 1): number {
  return (1 + (scale * Math.max(0, elapsedDays)) / (stability * factor)) ** decay;
}

export interface Review {
  /** Days since it was last asked; 0 on the same day, and where a clock was set back. */
  readonly elapsedDays: number;
  readonly grade: Grade;
  readonly factor: number;
}

/** The memory after an answer; `before` is null for a question that was never asked. A second answer on the same day does not make it last longer. */
export function remember(before: Memory | null, { elapsedDays, grade, factor }: Review): Memory {
  const days = Math.max(0, elapsedDays);
  const known = before === null ? undefined : retrievability(before, days, factor);
  const { stability, difficulty } = algorithm.next_state(before, days, grade, known);
  return { stability, difficulty };
}

/** Days until it is asked again: those after which 9 of 10 are still known, rounded, 1 to 365. */
export function intervalDays({ stability }: Memory, factor: number): number {
  return Math.min(longestIntervalDays, Math.max(1, Math.round(stability * factor)));
}

/** The day, 'YYYY-MM-DD' of the person's calendar, on which it is asked again. */
export function dueOn(memory: Memory, answeredOn: string, factor: number): string {
  return addDays(answeredOn, intervalDays(memory, factor));
}
