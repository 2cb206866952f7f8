import type { Reason } from '../reasons/reason.ts';
import type { PersonCalendar } from './local-days.ts';

export interface Streak {
  /** Days in a row with an activity, days that a freeze or a journey covered not counted. Today counts once something is done. */
  readonly days: number;
  /** The most there ever were. */
  readonly longest: number;
  readonly isTodayDone: boolean;
  /** Freezes in hand, 0 to 2. */
  readonly freezes: number;
  /** Active days until the next freeze; 0 when two are in hand. */
  readonly daysToNextFreeze: number;
  /** Days of the present streak that a freeze covered, oldest first. */
  readonly frozenDays: readonly number[];
  /** The last day on which an activity still keeps the streak; null without one. */
  readonly keptUntil: number | null;
  readonly reasons: readonly Reason[];
}

/** So many active days earn a freeze, and so many freezes can be in hand. */
export const daysPerFreeze = 7;
export const mostFreezes = 2;
/** Clocks that change take an hour. A day that was shorter still was cut by a journey. */
const shortestWholeDayHours = 23;

/**
 * The streak over local days. Each active day lengthens it and saves a seventh of a freeze, up to two whole ones. A day
 * without an activity spends a freeze by itself, if there is one; else the streak ends and what was saved with it. A day
 * that a change of time zone left shorter than 23 hours is nobody's fault: it neither lengthens nor ends anything. Today
 * ends nothing. In this form one more activity can never shorten a streak: the states (streak, savings) are ordered, an
 * active day leads to a higher one than a missed day, and both keep the order. Source: docs/formulas.md, streak.
 */
export function streak(activeDays: ReadonlySet<number>, today: number, calendar: Pick<PersonCalendar, 'lengthHours'>): Streak {
  const inOrder = [...activeDays].sort((a, b) => a - b);
  const first = inOrder[0];
  // Whoever flew westwards may have been active on a day that is tomorrow here.
  const last = Math.max(today, inOrder.at(-1) ?? today);
  let days = 0;
  let saved = 0;
  let longest = 0;
  let frozenDays: number[] = [];
  for (let day = first ?? last; day <= last; day += 1) {
    if (activeDays.has(day)) {
      days += 1;
      saved = Math.min(mostFreezes * daysPerFreeze, saved + 1);
      longest = Math.max(longest, days);
    } else if (day < last && days > 0 && calendar.lengthHours(day) >= shortestWholeDayHours) {
      if (saved >= daysPerFreeze) {
        saved -= daysPerFreeze;
        frozenDays.push(day);
      } else {
        days = 0;
        saved = 0;
        frozenDays = [];
      }
    }
  }
  const freezes = Math.floor(saved / daysPerFreeze);
  const isTodayDone = activeDays.has(last);
  const daysToNextFreeze = freezes === mostFreezes ? 0 : daysPerFreeze - (saved % daysPerFreeze);
  return {
    days, longest, isTodayDone, freezes, daysToNextFreeze, frozenDays,
    keptUntil: days === 0 ? null : last + freezes + (isTodayDone ? 1 : 0),
    reasons: [
      { what: { code: 'progress.streak.days', params: { count: days } }, effect: days, evidence: [{ source: 'formula', id: 'streak' }] },
      ...(frozenDays.length > 0 ? [{ what: { code: 'progress.streak.frozen', params: { count: frozenDays.length } }, effect: 0, evidence: [] }] : []),
      { what: { code: 'progress.streak.freezes', params: { count: freezes } }, effect: 0, evidence: [] },
      ...(daysToNextFreeze > 0 ? [{ what: { code: 'progress.streak.next-freeze', params: { count: daysToNextFreeze } }, effect: 0, evidence: [] }] : []),
    ],
  };
}
