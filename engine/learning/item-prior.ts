/** What is taken of a question before anybody answered it, and what an answer to it counts for in the models of ability and mastery. */
import type { ItemParameters } from './item-response.ts';
import type { Judgement } from './judge-answer.ts';
import type { Level } from '../knowledge/types.ts';
import type { Question } from './question.ts';

/** Difficulty by level: the ability at which half of those who do not guess are right, in standard deviations of learners. */
export const difficultyOfLevel: Readonly<Record<Level, number>> = { 1: -1.5, 2: -0.5, 3: 0.5, 4: 1.5 };

/** e^0.2: what the questions of a test made by hand usually have. */
const usualDiscrimination = Math.exp(0.2);

/** How often somebody who knows nothing is credited, by the form: of several options and of an order, the mean credit of a random answer. */
export function guessingOf(question: Question): number {
  switch (question.kind) {
    case 'single': return 1 / question.options.length;
    case 'multiple': return 0.1;
    case 'order': return 0.2;
    case 'output': case 'blank': case 'text': return 0;
  }
}

/** The author's word on a question: its level says the difficulty, its form the guessing. */
export function priorOf(question: Question): ItemParameters {
  return usualParameters(question.level, guessingOf(question));
}

export function usualParameters(level: Level, guessing: number): ItemParameters {
  return { discrimination: usualDiscrimination, difficulty: difficultyOfLevel[level], guessing };
}

/** 0 to 1. Half of all pairs of a random order stand right, so that an order counts by Kendall's τ = 2 × score − 1, not below 0; everything else by its score. */
export function creditOf({ kind }: Pick<Question, 'kind'>, { score }: Pick<Judgement, 'score'>): number {
  return kind === 'order' ? Math.max(0, 2 * score - 1) : score;
}

/** Seconds that a question takes, by its form: what a session's minutes and the time until then are counted with. */
export const usualSeconds: Readonly<Record<Question['kind'], number>> = { single: 40, multiple: 60, order: 60, blank: 40, output: 75, text: 150 };

/** Of one answer at most four times the usual seconds count: whoever was longer was away. */
export function countedSeconds(kind: Question['kind'], seconds: number): number {
  return Math.min(Math.max(0, seconds), 4 * usualSeconds[kind]);
}

/** Share of a right answer that is the person's own after each hint: the third nearly gives it. */
const ownAfterHints = [1, 0.75, 0.5, 0.2] as const;

/** The credit that is left for the ability after hints; `hintsUsed` 0 to 3. */
export function creditAfterHints(credit: number, hintsUsed: 0 | 1 | 2 | 3): number {
  return credit * ownAfterHints[hintsUsed];
}
