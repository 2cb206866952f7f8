import type { DailyPlan } from '@cairn/contracts';
import { mutable } from '../../platform/mutable.ts';
import type { StoredItem, StoredPlan } from './daily-plans.store.ts';

export function presentPlan({ day, minutes, items, reasons }: StoredPlan, isCovered: (item: StoredItem) => boolean, skillName: (skillId: string) => string): DailyPlan {
  return mutable({
    day, minutes, reasons,
    items: items.map((item) => {
      const shared = { id: item.id, skillId: item.skillId, skill: skillName(item.skillId), minutes: item.minutes, done: item.doneAt !== null || isCovered(item), reasons: item.reasons };
      if (item.kind === 'review') return { ...shared, kind: item.kind, questions: item.questions };
      if (item.kind === 'lesson') return { ...shared, kind: item.kind, lessonId: item.lessonId, title: item.title };
      return { ...shared, kind: item.kind, roadmapId: item.roadmapId, taskId: item.taskId, what: item.what, title: item.title, ofMinutes: item.ofMinutes };
    }),
  });
}
