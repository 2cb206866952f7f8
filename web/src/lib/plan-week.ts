const dayMilliseconds = 86_400_000;
const weekDays = 7;

/**
 * Where a week of a plan lies: in weeks after it, 0 while today is in it, below 0 before it. `startsOn` is the first day
 * of the plan and `today` a day, 'YYYY-MM-DD'; weeks count from 1.
 */
export function weeksBehind(startsOn: string, weekNumber: number, today: string): number {
  return Math.floor((Date.parse(today) - Date.parse(startsOn)) / dayMilliseconds / weekDays) + 1 - weekNumber;
}

/** The day in UTC, by which the server tells which week was missed. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
