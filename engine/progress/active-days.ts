import type { Activity } from './activity.ts';
import type { PersonCalendar } from './local-days.ts';

/** Local days with an activity that took time. */
export function activeDaysOf(activities: readonly Activity[], calendar: PersonCalendar): Set<number> {
  return new Set(activities.filter(({ minutes }) => minutes > 0).map(({ at }) => calendar.dayOf(at)));
}

/** The last local day on which something was done for each skill. */
export function lastDayBySkill(activities: readonly Activity[], calendar: PersonCalendar): Map<string, number> {
  const last = new Map<string, number>();
  for (const { at, skillId, minutes } of activities) {
    if (skillId === null || minutes <= 0) continue;
    const day = calendar.dayOf(at);
    if (day > (last.get(skillId) ?? -Infinity)) last.set(skillId, day);
  }
  return last;
}
