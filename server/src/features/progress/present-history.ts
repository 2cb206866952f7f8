import { roundedTo, type ActiveWeek, type ActivityKind } from '@cairn/engine/progress';
import { dateOf } from '@cairn/engine/roadmap';

export interface HistoryWeek {
  startsOn: string;
  hours: number;
  plannedHours: number;
  byKind: Record<ActivityKind, number>;
  tasks: number;
  activeDays: number;
  plannedHoursSoFar: number;
}

const hoursOf = (minutes: number) => roundedTo(minutes / 60, 2);

/** Weeks with hours in place of minutes. */
export function presentHistory(weeks: readonly ActiveWeek[]): HistoryWeek[] {
  let soFarMinutes = 0;
  return weeks.map(({ startsOn, minutes, byKind, tasks, activeDays }) => {
    soFarMinutes += byKind.task;
    const { task, answers, lesson, logged } = byKind;
    return {
      startsOn: dateOf(startsOn), hours: hoursOf(minutes), plannedHours: hoursOf(task), tasks, activeDays, plannedHoursSoFar: hoursOf(soFarMinutes),
      byKind: { task: hoursOf(task), answers: hoursOf(answers), lesson: hoursOf(lesson), logged: hoursOf(logged) },
    };
  });
}
