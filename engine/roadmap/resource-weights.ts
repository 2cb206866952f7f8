import type { ResourceWeights } from './types.ts';

/** docs/formulas.md, 8. */
export const baseResourceWeights: ResourceWeights = { relevance: 0.4, rating: 0.3, completion: 0.2, recency: 0.1 };

/** The four parts of a resource's score as they stood when a person began it, 0 to 1; null where unknown. */
export interface ResourceOutcome {
  readonly parts: { readonly [Part in keyof ResourceWeights]: number | null };
  readonly finished: boolean;
}

/** A part can gain or lose at most this share of its base weight before the weights are brought back to a sum of 1. */
const widestShift = 0.5;
/** The history counts half when it holds this many outcomes. */
const halfTrustOutcomes = 10;

/**
 * The weights that fit one person: a part that stood higher in the resources they finished than in those they left
 * gains weight, a part that stood lower loses.
 *
 *   lift(part)   = mean(part | finished) − mean(part | left), −1 to 1; 0 unless both kinds are known
 *   trust(part)  = n ÷ (n + 10), n the outcomes in which the part is known
 *   weight(part) = base × (1 + 0.5 × lift × trust), divided so that the four add up to what they did
 *
 * Range: each weight stays between a third of its base and three times its base (0.5 ÷ 1.5 and 1.5 ÷ 0.5), and the four
 * add up to what the base weights add up to. An empty history gives the base weights. The order of the history is without effect. Source: our own rule.
 */
export function adaptWeights(history: readonly ResourceOutcome[], base: ResourceWeights = baseResourceWeights): ResourceWeights {
  const shifted = {
    relevance: base.relevance * factor('relevance', history),
    rating: base.rating * factor('rating', history),
    completion: base.completion * factor('completion', history),
    recency: base.recency * factor('recency', history),
  };
  const growth = sumOf(shifted) / sumOf(base);
  return {
    relevance: shifted.relevance / growth,
    rating: shifted.rating / growth,
    completion: shifted.completion / growth,
    recency: shifted.recency / growth,
  };
}

function sumOf({ relevance, rating, completion, recency }: ResourceWeights): number {
  return relevance + rating + completion + recency;
}

function factor(part: keyof ResourceWeights, history: readonly ResourceOutcome[]): number {
  const finished = knownValues(part, history.filter((outcome) => outcome.finished));
  const left = knownValues(part, history.filter((outcome) => !outcome.finished));
  if (finished.length === 0 || left.length === 0) return 1;
  const outcomes = finished.length + left.length;
  return 1 + widestShift * (mean(finished) - mean(left)) * (outcomes / (outcomes + halfTrustOutcomes));
}

/** Sorted, so that the sum does not depend on the order in which the outcomes came. */
function knownValues(part: keyof ResourceWeights, outcomes: readonly ResourceOutcome[]): number[] {
  return outcomes.flatMap((outcome) => outcome.parts[part] ?? []).map((value) => Math.min(1, Math.max(0, value))).sort((a, b) => a - b);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
