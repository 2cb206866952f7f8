/**
 * What an answer says about a person, and which question would say most: the two-parameter logistic model with a floor for
 * guessing (A. Birnbaum, in Lord & Novick, "Statistical Theories of Mental Test Scores", 1968). Ability and difficulty are on
 * one scale, in standard deviations of a population of learners around 0.
 *
 *   P(right | θ) = c + (1 − c) ÷ (1 + e^(−a (θ − b)))
 */

export interface ItemParameters {
  /** a: how sharply the question parts those who can from those who cannot; 0.2 to 4. */
  readonly discrimination: number;
  /** b: the ability at which half of those who do not guess are right; −4 to 4. */
  readonly difficulty: number;
  /** c: how often somebody who knows nothing is right, by the form of the question; 0 to below 1. */
  readonly guessing: number;
}

export interface Ability {
  readonly mean: number;
  /** Standard deviation of what is believed of the mean. */
  readonly deviation: number;
}

export interface Response {
  readonly item: ItemParameters;
  /** 0 to 1. */
  readonly score: number;
}

/** A person of whom nothing is known. */
export const unknownAbility: Ability = { mean: 0, deviation: 1 };

export function chanceOfRight(ability: number, { discrimination, difficulty, guessing }: ItemParameters): number {
  return guessing + (1 - guessing) / (1 + Math.exp(-discrimination * (ability - difficulty)));
}

/** Fisher information of one answer about the ability, in 1 ÷ (standard deviation)²: a² (1−P)/P ((P−c)/(1−c))². */
export function information(ability: number, item: ItemParameters): number {
  const right = chanceOfRight(ability, item);
  return item.discrimination ** 2 * ((1 - right) / right) * ((right - item.guessing) / (1 - item.guessing)) ** 2;
}

const gridStep = 0.1;
const grid: readonly number[] = Array.from({ length: 101 }, (_, at) => -5 + at * gridStep);

/** What is believed of the ability after the responses, on the grid; sums to 1. */
function posterior(responses: readonly Response[], prior: Ability): number[] {
  const logs = grid.map((ability) => -0.5 * ((ability - prior.mean) / prior.deviation) ** 2);
  for (const { item, score } of responses) {
    for (const [at, ability] of grid.entries()) {
      const right = chanceOfRight(ability, item);
      logs[at] = (logs[at] ?? 0) + score * Math.log(right) + (1 - score) * Math.log(1 - right);
    }
  }
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * Mean and deviation of the posterior (expected a posteriori; R. D. Bock and R. J. Mislevy, Applied Psychological Measurement
 * 6, 1982). A score between 0 and 1 counts as that share of a right answer. The order of the responses does not matter.
 */
export function abilityFrom(responses: readonly Response[], prior: Ability = unknownAbility): Ability {
  const weights = posterior(responses, prior);
  const mean = weights.reduce((sum, weight, at) => sum + weight * (grid[at] ?? 0), 0);
  const variance = weights.reduce((sum, weight, at) => sum + weight * ((grid[at] ?? 0) - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(variance) };
}

/** So many of the best questions share the turns, or everybody would get the same ones (G. G. Kingsbury and A. R. Zara, 1989). */
const bestToChooseFrom = 4;

/**
 * The index in `items` of the question that is expected to say most: the information weighted by what is believed of the
 * ability (W. J. J. Veerkamp and M. P. F. Berger, 1997), one of the best four by `chance`, 0 to below 1. −1 when there is none.
 */
export function mostInformative(items: readonly ItemParameters[], responses: readonly Response[], chance: number, prior: Ability = unknownAbility): number {
  const weights = posterior(responses, prior);
  const scored = items.map((item, index) => ({ index, value: weights.reduce((sum, weight, at) => (weight < 1e-4 ? sum : sum + weight * information(grid[at] ?? 0, item)), 0) }));
  const best = scored.toSorted((one, other) => other.value - one.value || one.index - other.index).slice(0, bestToChooseFrom);
  return best[Math.floor(chance * best.length)]?.index ?? -1;
}

/** How far the data may move a question from what its author thought: standard deviations of log a and of b. */
const priorSpread = { logDiscrimination: 0.3, difficulty: 0.7 } as const;
const mostSteps = 50;

/**
 * The parameters of a question, estimated anew from what people of known ability answered: the most likely ones a
 * posteriori, with log a ~ N(log a₀, 0.3²) and b ~ N(b₀, 0.7²) around the `author`'s, by Fisher scoring. With no answers they are
 * the author's; c stays. The order of the answers does not matter.
 */
export function estimateItem(author: ItemParameters, answers: readonly { readonly ability: number; readonly score: number }[]): ItemParameters {
  let logA = Math.log(author.discrimination);
  let b = author.difficulty;
  for (let step = 0; step < mostSteps; step += 1) {
    const a = Math.exp(logA);
    let [gradientA, gradientB] = [-(logA - Math.log(author.discrimination)) / priorSpread.logDiscrimination ** 2, -(b - author.difficulty) / priorSpread.difficulty ** 2];
    let [aa, ab, bb] = [1 / priorSpread.logDiscrimination ** 2, 0, 1 / priorSpread.difficulty ** 2];
    for (const { ability, score } of answers) {
      const right = chanceOfRight(ability, { discrimination: a, difficulty: b, guessing: author.guessing });
      const logistic = (right - author.guessing) / (1 - author.guessing);
      const slope = (1 - author.guessing) * logistic * (1 - logistic);
      const [byA, byB] = [slope * a * (ability - b), -slope * a];
      const spread = right * (1 - right);
      gradientA += ((score - right) / spread) * byA;
      gradientB += ((score - right) / spread) * byB;
      aa += byA ** 2 / spread;
      ab += (byA * byB) / spread;
      bb += byB ** 2 / spread;
    }
    const determinant = aa * bb - ab ** 2;
    const moveA = clamp((bb * gradientA - ab * gradientB) / determinant, 0.5);
    const moveB = clamp((aa * gradientB - ab * gradientA) / determinant, 0.5);
    logA += moveA;
    b += moveB;
    if (Math.abs(moveA) + Math.abs(moveB) < 1e-6) break;
  }
  return { discrimination: Math.min(4, Math.max(0.2, Math.exp(logA))), difficulty: Math.min(4, Math.max(-4, b)), guessing: author.guessing };
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
