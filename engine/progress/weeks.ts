import { activityKinds, type Activity, type ActivityKind } from './activity.ts';
import { mondayOfDay, type PersonCalendar } from './local-days.ts';

export interface ActiveWeek {
  /** Its Monday, as a day number. */
  readonly startsOn: number;
  readonly minutes: number;
  readonly byKind: Readonly<Record<ActivityKind, number>>;
  /** Tasks of a roadmap that were done. */
  readonly tasks: number;
  readonly activeDays: number;
}

/**
 * The weeks of a person, Monday to Sunday in their own time zone, from that of their first activity to that of `today`
 * without a gap; none for somebody who has done nothing. Activities may come in any order; those without time are none.
 */
export function weeksOf(activities: readonly Activity[], calendar: PersonCalendar, today: number): ActiveWeek[] {
  const weeks = new Map<number, { minutes: number; byKind: Record<ActivityKind, number>; tasks: number; days: Set<number> }>();
  for (const { kind, at, minutes } of activities) {
    if (minutes <= 0) continue;
    const day = calendar.dayOf(at);
    const startsOn = mondayOfDay(day);
    let week = weeks.get(startsOn);
    if (week === undefined) weeks.set(startsOn, (week = { minutes: 0, byKind: nothing(), tasks: 0, days: new Set() }));
    week.minutes += minutes;
    week.byKind[kind] += minutes;
    if (kind === 'task') week.tasks += 1;
    week.days.add(day);
  }
  if (weeks.size === 0) return [];
  const found: ActiveWeek[] = [];
  const last = Math.max(mondayOfDay(today), ...weeks.keys());
  for (let startsOn = Math.min(...weeks.keys()); startsOn <= last; startsOn += 7) {
    const week = weeks.get(startsOn);
    found.push({ startsOn, minutes: week?.minutes ?? 0, byKind: week?.byKind ?? nothing(), tasks: week?.tasks ?? 0, activeDays: week?.days.size ?? 0 });
  }
  return found;
}

/** Those that are over. */
export function completeWeeks(weeks: readonly ActiveWeek[], today: number): ActiveWeek[] {
  const current = mondayOfDay(today);
  return weeks.filter(({ startsOn }) => startsOn < current);
}

function nothing(): Record<ActivityKind, number> {
  return Object.fromEntries(activityKinds.map((kind) => [kind, 0])) as Record<ActivityKind, number>;
}
