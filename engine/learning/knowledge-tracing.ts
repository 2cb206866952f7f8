/**
 * Whether somebody has mastered a skill at a level, as their answers make it likely: Bayesian knowledge tracing (A. T. Corbett
 * and J. R. Anderson, "Knowledge tracing", User Modeling and User-Adapted Interaction 4, 1995). How fast people learn a skill, slip
 * and guess is not known, so the model is a mixture over a grid of such parameters, each weighted by how well it foretold the
 * answers; the spread of what they say is the uncertainty.
 */

export interface Observation {
  /** 0 to 1; a score in between counts as that share of a right answer. */
  readonly score: number;
  /** How often somebody without the skill is right, by the form of the question; 0 to below 1. */
  readonly guessing: number;
  /** Hints that were taken: with each, a right answer says less. */
  readonly hintsUsed: 0 | 1 | 2 | 3;
}

export interface Mastery {
  /** 0 to 1: how likely it is that the skill is mastered. */
  readonly probability: number;
  /** Standard deviation of that, 0 to 0.5: high while little has been answered. */
  readonly uncertainty: number;
  /** Answers that it rests on. */
  readonly answers: number;
}

interface Learner {
  /** Mastered before the first question. */
  readonly initially: number;
  /** Learned between one question and the next. */
  readonly learns: number;
  /** Wrong although mastered. */
  readonly slips: number;
}

const learners: readonly Learner[] = [0.1, 0.3, 0.5].flatMap((initially) => [0.05, 0.12, 0.25].flatMap((learns) => [0.05, 0.12, 0.2].map((slips) => ({ initially, learns, slips }))));

/** Right answers of those who do not have the skill, after each hint: the third nearly gives it. */
const guessingAfterHints = [0, 0.25, 0.5, 0.8] as const;
/** Nobody without the skill is right for less than this share: questions leak a little. */
const leastGuessing = 0.05;

/** Mastery after the observations in their order, oldest first. */
export function traceMastery(observations: readonly Observation[]): Mastery {
  const states = learners.map((learner) => ({ learner, known: learner.initially, weight: 1 / learners.length }));
  for (const { score, guessing, hintsUsed } of observations) {
    const guesses = Math.max(leastGuessing, guessing, guessingAfterHints[hintsUsed]);
    for (const state of states) {
      const { slips, learns } = state.learner;
      const chanceIfKnown = score * (1 - slips) + (1 - score) * slips;
      const chanceIfNot = score * guesses + (1 - score) * (1 - guesses);
      const chance = state.known * chanceIfKnown + (1 - state.known) * chanceIfNot;
      const after = (state.known * chanceIfKnown) / chance;
      state.known = after + (1 - after) * learns;
      state.weight *= chance;
    }
    const sum = states.reduce((total, { weight }) => total + weight, 0);
    for (const state of states) state.weight /= sum;
  }
  const probability = states.reduce((sum, { known, weight }) => sum + weight * known, 0);
  const spread = states.reduce((sum, { known, weight }) => sum + weight * (known - probability) ** 2, 0);
  return { probability, uncertainty: Math.sqrt(spread), answers: observations.length };
}

/** From here a skill counts as proven at its level, if enough was answered. */
export const provenFrom = { probability: 0.95, answers: 5 } as const;

export function isProven({ probability, answers }: Mastery): boolean {
  return probability >= provenFrom.probability && answers >= provenFrom.answers;
}
