/** What a person could do next, with the one reason for it. */
export interface NextStep {
  readonly kind: 'review' | 'task' | 'lesson';
  /** Of the task or lesson; of a review the skill. */
  readonly id: string;
  readonly skillId: string;
  readonly minutes: number;
  readonly reason: 'progress.next.due' | 'progress.next.planned' | 'progress.next.fits';
}

export interface PossibleSteps {
  readonly dueReviews: readonly { readonly skillId: string; readonly questions: number; readonly minutes: number }[];
  /** Open tasks in the order of the plan. */
  readonly tasks: readonly { readonly id: string; readonly skillId: string; readonly minutes: number }[];
  /** Most useful first. */
  readonly lessons: readonly { readonly lessonId: string; readonly skillId: string; readonly minutes: number }[];
}

const mostSteps = 3;

/**
 * At most three steps: what is due first, since forgetting does not wait; then the next task of the plan; then a lesson,
 * one for the skill of that task before others. A further task or review fills what is left.
 */
export function nextSteps({ dueReviews, tasks, lessons }: PossibleSteps): NextStep[] {
  const reviews = [...dueReviews].sort((a, b) => b.questions - a.questions || a.skillId.localeCompare(b.skillId))
    .map(({ skillId, minutes }): NextStep => ({ kind: 'review', id: skillId, skillId, minutes, reason: 'progress.next.due' }));
  const planned = tasks.map(({ id, skillId, minutes }): NextStep => ({ kind: 'task', id, skillId, minutes, reason: 'progress.next.planned' }));
  const current = tasks[0]?.skillId;
  const fitting = lessons.find(({ skillId }) => skillId === current) ?? lessons[0];
  const lesson: NextStep[] = fitting === undefined ? [] : [{ kind: 'lesson', id: fitting.lessonId, skillId: fitting.skillId, minutes: fitting.minutes, reason: 'progress.next.fits' }];
  return [...reviews.slice(0, 1), ...planned.slice(0, 1), ...lesson, ...planned.slice(1), ...reviews.slice(1)].slice(0, mostSteps);
}
