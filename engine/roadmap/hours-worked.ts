import { parseTaskId, streamKey } from './task-id.ts';
import type { Progress, Stretch, TaskState } from './types.ts';

/** Work of a plan that was done at one time. */
export interface WorkedHours {
  readonly stretch: Stretch;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** 1 and more. */
  readonly hours: number;
}

/**
 * When each hour of work was done, oldest first: an hour that is done counts once, with the record that first said so
 * since it was last open, however many records of whichever roadmaps name it. Hours that are open or skipped in the end
 * are no work. A record of which no hour is left is left out.
 */
export function hoursWorked(progress: Progress): WorkedHours[] {
  const inOrder = [...progress].sort((a, b) => (a.changedAt < b.changedAt ? -1 : a.changedAt > b.changedAt ? 1 : 0));
  const streams = new Map<string, { state: TaskState; by: number }[]>();
  inOrder.forEach((record, by) => {
    const stretch = parseTaskId(record.taskId);
    if (stretch === null) return;
    const key = streamKey(stretch);
    const hours = streams.get(key) ?? [];
    streams.set(key, hours);
    for (let hour = stretch.from; hour <= stretch.to; hour += 1) if (hours[hour]?.state !== 'done' || record.state !== 'done') hours[hour] = { state: record.state, by };
  });
  const counts = new Map<number, number>();
  for (const hours of streams.values()) for (const hour of hours) if (hour?.state === 'done') counts.set(hour.by, (counts.get(hour.by) ?? 0) + 1);
  return inOrder.flatMap(({ taskId, changedAt }, by) => {
    const stretch = parseTaskId(taskId);
    const hours = counts.get(by) ?? 0;
    return stretch === null || hours === 0 ? [] : [{ stretch, at: changedAt, hours }];
  });
}
