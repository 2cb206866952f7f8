import type { ReadBackAnswer } from './resume-queries.ts';

type Part = ReadBackAnswer['parts'][number];

/** What takes most off the whole score, the costliest first. */
export function largestLosses(parts: readonly Part[], most: number): Part['reasons'] {
  return parts
    .flatMap(({ weight, reasons }) => reasons.map((reason) => ({ reason, cost: -reason.effect * weight })))
    .filter(({ cost }) => cost > 0)
    .toSorted((a, b) => b.cost - a.cost)
    .slice(0, most)
    .map(({ reason }) => reason);
}
