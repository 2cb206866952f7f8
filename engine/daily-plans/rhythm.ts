/** How many minutes a person has, day by day. */

/** Minutes for Monday to Sunday, each 0 to 600. */
export type Rhythm = readonly [number, number, number, number, number, number, number];

/** Of somebody who has said nothing about their hours. */
const usualHoursPerWeek = 5;
const studyDays = 6;

/** Hours a week over Monday to Saturday, to five minutes, at most ten hours a day. */
export function usualRhythm(hoursPerWeek: number = usualHoursPerWeek): Rhythm {
  const minutes = Math.min(600, Math.max(5, Math.round((hoursPerWeek * 60) / studyDays / 5) * 5));
  return [minutes, minutes, minutes, minutes, minutes, minutes, 0];
}

export interface PlannedDay {
  /** 'YYYY-MM-DD' */
  readonly day: string;
  /** Whether anything was planned: a day of rest is not missed. */
  readonly planned: boolean;
}

/** How many of the days, counted back from the latest, had a plan and saw nothing done. `active`: days on which something was. */
export function missedDays(days: readonly PlannedDay[], active: ReadonlySet<string>): number {
  let missed = 0;
  for (const { day, planned } of days.toSorted((a, b) => (a.day < b.day ? 1 : -1))) {
    if (active.has(day)) break;
    if (planned) missed += 1;
  }
  return missed;
}
