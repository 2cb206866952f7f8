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
  const inOrder = progress
    .flatMap(({ taskId, state, changedAt }) => { const stretch = parseTaskId(taskId); return stretch === null ? [] : [{ stretch, state, changedAt }]; })
    .sort((a, b) => (a.changedAt < b.changedAt ? -1 : a.changedAt > b.changedAt ? 1 : 0));
  const streams = new Map<string, { state: TaskState; by: number }[]>();
  inOrder.forEach(({ stretch, state }, by) => {
    const key = streamKey(stretch);
    const hours = streams.get(key) ?? [];
    streams.set(key, hours);
    for (let hour = stretch.from; hour <= stretch.to; hour += 1) if (hours[hour]?.state !== 'done' || state !== 'done') hours[hour] = { state, by };
  });
  const counts = new Map<number, number>();
  // Not every hour of a stream was spoken of: forEach passes over the others.
  for (const hours of streams.values()) hours.forEach(({ state, by }) => { if (state === 'done') counts.set(by, (counts.get(by) ?? 0) + 1); });
  return inOrder.flatMap(({ stretch, changedAt }, by) => {
    const hours = counts.get(by) ?? 0;
    return hours === 0 ? [] : [{ stretch, at: changedAt, hours }];
  });
}
