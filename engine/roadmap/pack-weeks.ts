import { hoursOf } from './task-id.ts';
import type { Stretch } from './types.ts';

/** A task is at most this long; a longer stretch is cut into even pieces. */
export const longestTaskHours = 6;

/**
 * Cuts a route into weeks, in its order: every week is full to the hour except the last, so the number of weeks is
 * ⌈(hours + hours already taken in the first week) ÷ hoursPerWeek⌉ whatever the order. (So more hours a week, or less
 * work, never make a plan longer.) A piece is at most 6 hours and never longer than what is left of its week.
 *
 * `hoursPerWeek` and `takenInFirstWeek` are whole hours; where the first week is already full it comes back empty.
 */
export function packWeeks(route: readonly Stretch[], hoursPerWeek: number, takenInFirstWeek = 0): Stretch[][] {
  const weeks: Stretch[][] = [];
  let week: Stretch[] = [];
  let room = Math.max(0, hoursPerWeek - takenInFirstWeek);
  for (const stretch of joinNeighbours(route)) {
    let from = stretch.from;
    while (from <= stretch.to) {
      if (room === 0) {
        weeks.push(week);
        week = [];
        room = hoursPerWeek;
      }
      const left = stretch.to - from + 1;
      const even = Math.ceil(left / Math.ceil(left / longestTaskHours));
      const hours = Math.min(even, room);
      week.push({ ...stretch, from, to: from + hours - 1 });
      from += hours;
      room -= hours;
    }
  }
  if (week.length > 0) weeks.push(week);
  return weeks;
}

/** Pieces of the same work that follow each other become one stretch again, up to a task's length. */
export function joinNeighbours(route: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of route) {
    const last = joined.at(-1);
    const continues = last !== undefined && last.subjectId === stretch.subjectId && last.level === stretch.level
      && last.kind === stretch.kind && last.to + 1 === stretch.from && hoursOf(last) + hoursOf(stretch) <= longestTaskHours;
    if (continues) joined[joined.length - 1] = { ...last, to: stretch.to };
    else joined.push(stretch);
  }
  return joined;
}
