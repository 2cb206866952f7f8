import type { Reason } from '../reasons/reason.ts';

export interface Standing {
  /** Of the others, so many of a hundred did less, those who did as much counted half; whole, rounded down, 0 to 100. */
  readonly percentile: number;
  /** People with data, oneself included. */
  readonly people: number;
  readonly reasons: readonly Reason[];
}

/** In a smaller circle a standing would tell too much of the others. */
export const fewestPeople = 21;

/**
 * Percentile = 100 × (others below + others level ÷ 2) ÷ others. Null unless more than 20 people, oneself included, have
 * done something: nobody shall be worked out from it (k-anonymity). `own` and `others` are of one unit; people with 0 have no
 * data and are left out. Source: docs/formulas.md, standing.
 */
export function standing(own: number, others: readonly number[]): Standing | null {
  const active = others.filter((value) => value > 0);
  const people = active.length + 1;
  if (own <= 0 || people < fewestPeople) return null;
  const below = active.filter((value) => value < own).length;
  const level = active.filter((value) => value === own).length;
  const percentile = Math.floor((100 * (below + level / 2)) / active.length);
  return {
    percentile, people,
    reasons: [{ what: { code: 'progress.standing', params: { below, level, people: active.length } }, effect: percentile, evidence: [{ source: 'formula', id: 'standing' }] }],
  };
}
