/** What a person did for their learning, whichever feature it was done in. */

export const activityKinds = ['task', 'answers', 'lesson', 'logged'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export interface Activity {
  readonly kind: ActivityKind;
  /** Unix time in milliseconds. */
  readonly at: number;
  /** 0 and more. A task counts with its planned time; the other kinds with the time they took. */
  readonly minutes: number;
  readonly skillId: string | null;
}
