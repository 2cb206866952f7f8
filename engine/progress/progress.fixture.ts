import type { Activity } from './activity.ts';
import { dayMilliseconds } from '../calendar/index.ts';
import { personCalendar } from './local-days.ts';

export const utc = personCalendar([{ since: 0, timeZone: 'UTC' }]);

/** A Monday: 2026-01-05. */
export const monday = Date.UTC(2026, 0, 5) / dayMilliseconds;

/** Something done at noon (UTC) of the day. */
export function done(day: number, minutes = 60, more: Partial<Activity> = {}): Activity {
  return { kind: 'task', at: day * dayMilliseconds + dayMilliseconds / 2, minutes, skillId: 'sql', ...more };
}
