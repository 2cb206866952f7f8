import type { RoadmapWork } from '../roadmap/index.ts';
import type { Activity } from './daily-plans.service.ts';
import type { StoredItem } from './daily-plans.store.ts';

/** Whoever spent this share of what was planned on it has done it. */
const enough = 0.5;

/** Whether the thing was done without being ticked here: the task in the roadmap, the questions in a session, the lesson in the reader. */
export function isCovered(item: StoredItem, work: RoadmapWork | null, activities: readonly Activity[]): boolean {
  if (item.kind === 'task') return work?.tasks.find(({ taskId }) => taskId === item.taskId)?.state === 'done';
  const kind = item.kind === 'review' ? 'answers' : 'lesson';
  const spent = activities.filter((activity) => activity.kind === kind && activity.skillId === item.skillId);
  return item.kind === 'lesson' ? spent.length > 0 : spent.reduce((sum, { minutes }) => sum + minutes, 0) >= item.minutes * enough;
}

/** Without tasks that nobody can do any more: skipped, planned anew under other names, or of a roadmap that is gone. Ticked ones stay. */
export function keptItems(items: readonly StoredItem[], work: RoadmapWork | null): readonly StoredItem[] {
  return items.filter((item) => item.kind !== 'task' || item.doneAt !== null || ['open', 'done'].includes(work?.tasks.find(({ taskId }) => taskId === item.taskId)?.state ?? 'gone'));
}
