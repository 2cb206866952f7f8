import { createOccupationScorer, occupationTerms, type OccupationWeights, type TitleModel } from '@cairn/engine/titles';
import type { OccupationCase } from './occupation-cases.ts';

/** What each term of a score says of each occupation for one ad. */
export interface ScoredTerms {
  /** Term after term, each as long as there are occupations. */
  readonly values: Float32Array;
  readonly occupations: number;
  /** The right occupation; -1 where the model does not have it. */
  readonly right: number;
}

/** A score is a sum of weighted terms, so that weight 1 for one of them and 0 for the others gives that term. */
export function scoreTerms(ads: readonly OccupationCase[], model: TitleModel, writeOut?: (text: string) => string): ScoredTerms[] {
  if (ads.length === 0) return [];
  const read = createOccupationScorer(model, writeOut);
  const rows = new Map(model.occupations.map(({ code }, row) => [code, row]));
  const occupations = model.occupations.length;
  return ads.map((ad) => {
    const values = new Float32Array(occupationTerms.length * occupations);
    const scores = read(ad);
    occupationTerms.forEach((term, at) => { values.set(scores({ ...zero, [term]: 1 }), at * occupations); });
    return { values, occupations, right: rows.get(ad.code) ?? -1 };
  });
}

const zero = Object.fromEntries(occupationTerms.map((term) => [term, 0])) as unknown as OccupationWeights;

/** How many occupations have a higher score than the right one; Infinity where the model does not have it. */
export function rankOfRight({ values, occupations, right }: ScoredTerms, weights: OccupationWeights): number {
  if (right < 0) return Infinity;
  const scores = new Float64Array(occupations);
  occupationTerms.forEach((term, at) => { for (let row = 0; row < occupations; row += 1) scores[row] = (scores[row] as number) + weights[term] * (values[at * occupations + row] as number); });
  const own = scores[right] as number;
  return scores.reduce((above, score) => above + (score > own ? 1 : 0), 0);
}
