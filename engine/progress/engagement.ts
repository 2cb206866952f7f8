import type { Message, Reason } from '../reasons/reason.ts';
import { roundedTo } from './statistics.ts';

export interface RecentActivity {
  /** Of the last 28 days, today included: how many had an activity, how many hours they had together, and in how many of the four weeks back from today there was one. */
  readonly activeDays: number;
  readonly hours: number;
  readonly activeWeeks: number;
  /** Null without a roadmap. */
  readonly plannedHoursPerWeek: number | null;
}

export interface Engagement {
  /** 0 to 100, whole. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Four days a week: more is welcome and not asked of anybody. */
const fullDays = 16;
const fullWeeks = 4;
const weights = { days: 0.4, hours: 0.4, weeks: 0.2 } as const;

/**
 * Engagement = 100 × (0.4 × min(1, active days ÷ 16) + 0.4 × min(1, hours ÷ planned hours of four weeks) + 0.2 × active
 * weeks ÷ 4), over the last 28 days. Without a plan the part of the hours is left out and the other weights are scaled to
 * 1. More activity never lowers it. The weights are those of completion, acquisition and consistency in the source
 * documents. Source: docs/formulas.md, learning-engagement.
 */
export function engagement({ activeDays, hours, activeWeeks, plannedHoursPerWeek }: RecentActivity): Engagement {
  const planned = plannedHoursPerWeek === null ? null : plannedHoursPerWeek * fullWeeks;
  const parts: { what: Message; weight: number; share: number }[] = [
    { what: { code: 'progress.engagement.days', params: { count: activeDays } }, weight: weights.days, share: Math.min(1, activeDays / fullDays) },
    ...(planned === null || planned <= 0 ? [] : [{ what: { code: 'progress.engagement.hours', params: { hours: roundedTo(hours, 1), planned } }, weight: weights.hours, share: Math.min(1, hours / planned) }]),
    { what: { code: 'progress.engagement.weeks', params: { count: activeWeeks } }, weight: weights.weeks, share: Math.min(1, activeWeeks / fullWeeks) },
  ];
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const pointsOf = ({ weight, share }: { weight: number; share: number }) => (100 * weight * share) / whole;
  return {
    score: Math.round(parts.reduce((sum, part) => sum + pointsOf(part), 0)),
    reasons: parts.map((part) => ({ what: part.what, effect: roundedTo(pointsOf(part), 1), evidence: [{ source: 'formula', id: 'learning-engagement' }] })),
  };
}
