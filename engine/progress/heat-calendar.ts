import type { Activity } from './activity.ts';
import { mondayOfDay, type PersonCalendar } from './local-days.ts';

export interface HeatDay {
  readonly day: number;
  /** Whole. */
  readonly minutes: number;
  /** 0 nothing, 1 below half an hour, 2 below an hour, 3 below two, 4 two hours and more. */
  readonly heat: 0 | 1 | 2 | 3 | 4;
}

const lowerBoundsMinutes = [30, 60, 120] as const;

export function heatOf(minutes: number): HeatDay['heat'] {
  return minutes <= 0 ? 0 : ((1 + lowerBoundsMinutes.filter((bound) => minutes >= bound).length) as HeatDay['heat']);
}

/** Every day from the Monday `weeks` − 1 weeks ago to today. The steps are fixed, so that a day looks the same whatever the others are like. */
export function heatCalendar(activities: readonly Activity[], calendar: PersonCalendar, today: number, weeks: number): HeatDay[] {
  const minutesOf = new Map<number, number>();
  for (const { at, minutes } of activities) {
    const day = calendar.dayOf(at);
    minutesOf.set(day, (minutesOf.get(day) ?? 0) + minutes);
  }
  const from = mondayOfDay(today) - 7 * (weeks - 1);
  return Array.from({ length: today - from + 1 }, (_unused, index) => {
    const minutes = Math.round(minutesOf.get(from + index) ?? 0);
    return { day: from + index, minutes, heat: heatOf(minutes) };
  });
}
