import type { Reason } from '../reasons/reason.ts';
import { activityKinds, type Activity, type ActivityKind } from './activity.ts';
import { roundedTo } from './statistics.ts';

export interface TimeInvested {
  readonly minutes: number;
  readonly byKind: Readonly<Record<ActivityKind, number>>;
  /** Most first; time that belongs to no skill is under null. */
  readonly bySkill: readonly { readonly skillId: string | null; readonly minutes: number }[];
  readonly reasons: readonly Reason[];
}

/**
 * Minutes = sum over all activities; 0 and more. A task counts with its planned hours, since nobody measures it; answers,
 * lessons and what was logged count with the time they took. Source: docs/formulas.md, time-invested.
 */
export function timeInvested(activities: readonly Activity[]): TimeInvested {
  const byKind = Object.fromEntries(activityKinds.map((kind) => [kind, 0])) as Record<ActivityKind, number>;
  const bySkill = new Map<string | null, number>();
  for (const { kind, minutes, skillId } of activities) {
    byKind[kind] += minutes;
    bySkill.set(skillId, (bySkill.get(skillId) ?? 0) + minutes);
  }
  return {
    minutes: activityKinds.reduce((sum, kind) => sum + byKind[kind], 0),
    byKind,
    bySkill: [...bySkill].map(([skillId, minutes]) => ({ skillId, minutes })).sort((a, b) => b.minutes - a.minutes || (a.skillId ?? '').localeCompare(b.skillId ?? '')),
    reasons: activityKinds.filter((kind) => byKind[kind] > 0).map((kind) => ({ what: { code: messageOf[kind], params: { hours: roundedTo(byKind[kind] / 60, 1) } }, effect: roundedTo(byKind[kind] / 60, 2), evidence: [{ source: 'formula', id: 'time-invested' }] })),
  };
}

const messageOf: Readonly<Record<ActivityKind, string>> = {
  task: 'progress.time.task', answers: 'progress.time.answers', lesson: 'progress.time.lesson', logged: 'progress.time.logged',
};
