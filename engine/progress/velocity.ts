import type { Reason } from '../reasons/reason.ts';
import { median, roundedTo, theilSen } from './statistics.ts';
import { completeWeeks, type ActiveWeek } from './weeks.ts';

/** Which hours a pace is made of: planned hours of tasks that were done, or, without a roadmap, all time invested. */
export type PaceBasis = 'plan' | 'time';

export interface Velocity {
  /** Hours a week, one decimal; null while fewer than two weeks are over. */
  readonly hoursPerWeek: number | null;
  readonly basis: PaceBasis;
  /** Weeks that it rests on, 0 to 4. */
  readonly weeks: number;
  readonly trend: PaceTrend | null;
  readonly reasons: readonly Reason[];
}

export interface PaceTrend {
  /** Hours a week on the line at the beginning and the end of the weeks looked at; 0 and more. */
  readonly from: number;
  readonly to: number;
  /** How much of the pace is lost: (from − to) ÷ from, below 0 where it rises; 0 where there was none. */
  readonly fall: number;
  readonly weeks: number;
}

const velocityWeeks = 4;
const fewestVelocityWeeks = 2;
const trendWeeks = 8;
const fewestTrendWeeks = 5;

export function hoursOfWeek(week: ActiveWeek, basis: PaceBasis): number {
  return (basis === 'plan' ? week.byKind.task : week.minutes) / 60;
}

/**
 * Velocity = median of the hours of the last four weeks that are over, weeks of nothing included: one very good or very
 * bad week does not move it. The trend is the Theil–Sen line through the last eight (five at least). Hours a week, 0 and
 * more. Source: docs/formulas.md, learning-velocity.
 */
export function velocity(weeks: readonly ActiveWeek[], today: number, basis: PaceBasis): Velocity {
  const over = completeWeeks(weeks, today);
  const last = over.slice(-velocityWeeks).map((week) => hoursOfWeek(week, basis));
  const isKnown = last.length >= fewestVelocityWeeks;
  const hoursPerWeek = isKnown ? roundedTo(median(last), 1) : null;
  return {
    hoursPerWeek, basis, weeks: last.length, trend: trendOf(over, basis),
    reasons: hoursPerWeek === null
      ? [{ what: { code: 'progress.velocity.too-early', params: { count: fewestVelocityWeeks - last.length } }, effect: 0, evidence: [{ source: 'formula', id: 'learning-velocity' }] }]
      : [
        { what: { code: 'progress.velocity.median', params: { hours: hoursPerWeek, count: last.length } }, effect: hoursPerWeek, evidence: [{ source: 'formula', id: 'learning-velocity' }] },
        { what: { code: 'progress.velocity.weeks', params: { least: roundedTo(Math.min(...last), 1), most: roundedTo(Math.max(...last), 1) } }, effect: 0, evidence: [] },
      ],
  };
}

function trendOf(over: readonly ActiveWeek[], basis: PaceBasis): PaceTrend | null {
  const values = over.slice(-trendWeeks).map((week) => hoursOfWeek(week, basis));
  if (values.length < fewestTrendWeeks) return null;
  const { slope, start } = theilSen(values);
  const from = Math.max(0, start);
  const to = Math.max(0, start + slope * (values.length - 1));
  return { from: roundedTo(from, 1), to: roundedTo(to, 1), fall: from === 0 ? 0 : (from - to) / from, weeks: values.length };
}
