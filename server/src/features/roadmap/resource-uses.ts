import { taskStates, tasksOf, type Plan, type TaskRecord } from '@cairn/engine/roadmap';
import type { ResourceUse } from './roadmap.store.ts';

/**
 * What a plan's progress says of these resources: begun with the first task done that names it, finished when none that
 * does is open any more. A resource that nothing was done with is neither.
 */
export function resourceUses(plan: Plan, records: readonly TaskRecord[], resourceIds: readonly string[], today: string): ResourceUse[] {
  const states = taskStates(plan, records);
  const tasks = tasksOf(plan);
  return resourceIds.map((resourceId) => {
    const of = tasks.filter((task) => task.resourceIds.includes(resourceId)).map(({ id }) => states.get(id));
    const begun = of.includes('done');
    return { resourceId, startedOn: begun ? today : null, finishedOn: begun && !of.includes('open') ? today : null };
  });
}
