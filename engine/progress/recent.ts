import type { Activity } from './activity.ts';
import type { RecentActivity } from './engagement.ts';
import type { PersonCalendar } from './local-days.ts';

export const recentDays = 28;

/** The last 28 days, today included, as `engagement` counts them; what happened after today counts as today's. */
export function recentActivity(activities: readonly Activity[], calendar: PersonCalendar, today: number): Omit<RecentActivity, 'plannedHoursPerWeek'> {
  const days = new Set<number>();
  let minutes = 0;
  for (const activity of activities) {
    const day = Math.min(today, calendar.dayOf(activity.at));
    if (activity.minutes <= 0 || day <= today - recentDays) continue;
    days.add(day);
    minutes += activity.minutes;
  }
  return { activeDays: days.size, hours: minutes / 60, activeWeeks: new Set([...days].map((day) => Math.floor((today - day) / 7))).size };
}
