import { roundPartsToTenths, roundToTenths } from '../skills/rounding.ts';
import type { Evidence, LineEvidence, Message, Reason } from '../reasons/reason.ts';
import type { ResumeLine } from '../resume/types.ts';

/** Points that something takes off a part; none for what is well, which is said too. */
export interface Loss {
  readonly what: Message;
  readonly points: number;
  readonly evidence: readonly Evidence[];
}

export const mostEvidence = 4;

export function evidenceOf(lines: readonly ResumeLine[]): LineEvidence[] {
  return lines.slice(0, mostEvidence).map(({ page, line, text }) => ({ source: 'resume', page, line, text }));
}

/** 100 less the losses, at least 0; what would go below is taken off the last losses, so that they add up. */
export function scoreOf(losses: readonly Loss[]): { score: number; reasons: readonly Reason[] } {
  let left = 100;
  const taken = losses.map(({ points }) => {
    const own = Math.min(left, Math.max(0, points));
    left -= own;
    return own;
  });
  const rounded = roundPartsToTenths(taken);
  const score = roundToTenths(100 - rounded.reduce((sum, points) => sum + points, 0));
  return { score, reasons: losses.map(({ what, evidence }, index) => ({ what, effect: 0 - (rounded[index] as number), evidence })) };
}
