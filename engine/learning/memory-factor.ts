/**
 * How much longer, or shorter, a person remembers than the published parameters of FSRS say: a factor on the stability, estimated from
 * their own reviews. What is believed before the first review is log f ~ N(0, 0.5²): two people in three remember between 0.6 and 1.6 times
 * as long. Each review of a question then counts by how likely its outcome was:
 *
 *   P(right | f) = c + (1 − c) × R(t, f × S)
 *
 * with c the chance of guessing. The factor is e^(mean of log f a posteriori), so that few reviews move it little.
 */
import { retrievability } from './memory.ts';

export interface PastReview {
  /** What the memory was before the review, in days. */
  readonly stability: number;
  /** Since the answer before; what was asked again on the same day says nothing and is left out. */
  readonly elapsedDays: number;
  readonly recalled: boolean;
  /** How often somebody is right who remembers nothing; 0 to below 1. */
  readonly guessing: number;
}

export interface MemoryFactor {
  /** e^−2 to e^2. */
  readonly factor: number;
  /** Standard deviation of its logarithm. */
  readonly deviation: number;
  /** Reviews that it rests on. */
  readonly reviews: number;
}

/** Standard deviation, among people, of the logarithm of how long they remember. */
const spreadAmongPeople = 0.5;
const grid: readonly number[] = Array.from({ length: 41 }, (_, at) => -2 + at * 0.1);
const factors = grid.map((log) => Math.exp(log));
/** No review is certain: somebody slips, and somebody is disturbed. */
const leastChance = 0.001;

/** The order of the reviews does not matter. One that was recalled instead of forgotten never lowers the factor. */
export function estimateMemoryFactor(reviews: readonly PastReview[]): MemoryFactor {
  const told = reviews.filter(({ elapsedDays }) => elapsedDays >= 1);
  const logs = grid.map((log) => -0.5 * (log / spreadAmongPeople) ** 2);
  for (const { stability, elapsedDays, recalled, guessing } of told) {
    const memory = { stability, difficulty: 1 };
    for (const [at, factor] of factors.entries()) {
      const known = retrievability(memory, elapsedDays, factor);
      const right = Math.min(1 - leastChance, Math.max(leastChance, guessing + (1 - guessing) * known));
      logs[at] = (logs[at] ?? 0) + Math.log(recalled ? right : 1 - right);
    }
  }
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = weights.reduce((total, weight, at) => total + weight * (grid[at] ?? 0), 0) / sum;
  const variance = weights.reduce((total, weight, at) => total + weight * ((grid[at] ?? 0) - mean) ** 2, 0) / sum;
  return { factor: Math.exp(mean), deviation: Math.sqrt(variance), reviews: told.length };
}
