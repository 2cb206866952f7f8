/**
 * What to do today with the minutes that there are: first what would be forgotten, then the way to the goal. What was not done
 * yesterday is not added to today; it is still open, so it comes first by itself. After missed days the plan is smaller
 * until something is done: a heap of arrears is what people stop at. Times are whole minutes.
 */
import type { Reason } from '../reasons/reason.ts';

/** Questions of a skill that are due again. */
export interface DueReview {
  readonly skillId: string;
  readonly questions: number;
  readonly minutes: number;
}

/** A task of the roadmap, in the order of its weeks. */
export interface OpenTask {
  readonly roadmapId: string;
  readonly taskId: string;
  readonly skillId: string;
  readonly hours: number;
}

export interface OpenLesson {
  readonly lessonId: string;
  readonly skillId: string;
  readonly minutes: number;
}

export interface DayRequest {
  /** 0 to 600. */
  readonly minutes: number;
  /** Days in a row before this one that had a plan and on which nothing was done. */
  readonly missedDays: number;
  /** Most due first. */
  readonly reviews: readonly DueReview[];
  readonly tasks: readonly OpenTask[];
  /** Most useful first. */
  readonly lessons: readonly OpenLesson[];
}

interface ItemBase {
  /** The same for the same work, whenever it is planned. */
  readonly id: string;
  readonly skillId: string;
  readonly minutes: number;
  readonly reasons: readonly Reason[];
}
export type DayItem =
  | (ItemBase & { readonly kind: 'review'; readonly questions: number })
  | (ItemBase & { readonly kind: 'lesson'; readonly lessonId: string })
  | (ItemBase & { readonly kind: 'task'; readonly roadmapId: string; readonly taskId: string; /** Minutes of the whole task. */ readonly ofMinutes: number });

export interface DayPlan {
  /** What there is to spend today, made smaller after missed days. */
  readonly minutes: number;
  readonly items: readonly DayItem[];
  readonly reasons: readonly Reason[];
}

/** Reviews take at most this share while there is something new to do. */
const reviewShare = 0.4;
/** A task is not begun for less, unless that finishes it. */
const leastMinutesOfTask = 10;
const mostTasks = 2;
/** A lesson is for a skill that one of the next so many tasks is about. */
const tasksLookedAt = 3;

/** Share of the usual minutes by missed days: 0 and 1, 2, 3 and more. */
export function shareAfter(missedDays: number): number {
  return missedDays <= 1 ? 1 : missedDays === 2 ? 0.75 : 0.5;
}

/**
 * min(minutes, max(10, round(minutes × share))), of which reviews get 40 %, then a lesson on what the next tasks are about when it fits whole,
 * then the next tasks; what is left goes to more reviews. The items never take more than that. Errors: none; nothing
 * to do gives no items.
 */
export function planDay({ minutes, missedDays, reviews, tasks, lessons }: DayRequest): DayPlan {
  const share = shareAfter(missedDays);
  const budget = Math.min(minutes, Math.max(leastMinutesOfTask, Math.round(minutes * share)));
  const hasNew = tasks.length > 0 || lessons.length > 0;
  const begun = takeReviews(reviews, hasNew ? Math.floor(budget * reviewShare) : budget);
  let left = budget - sumOf(begun);
  const lesson = lessonFor(lessons, tasks, left);
  if (lesson) left -= lesson.minutes;
  const chosen = takeTasks(tasks, left);
  left -= sumOf(chosen);
  // With nothing else that fits, what is due may fill the day.
  const more = left > 0 ? takeReviews(reviews, sumOf(begun) + left) : begun;
  return {
    minutes: budget,
    items: [...more, ...(lesson ? [lesson] : []), ...chosen],
    reasons: share < 1 && budget < minutes ? [because('daily-plan.smaller', { missedDays, minutes: budget }, budget - minutes)] : [],
  };
}

function takeReviews(reviews: readonly DueReview[], minutes: number): DayItem[] {
  let left = minutes;
  return reviews.flatMap((review): DayItem[] => {
    const each = review.minutes / review.questions;
    const questions = Math.min(review.questions, Math.floor(left / each));
    const taken = Math.ceil(questions * each);
    if (questions < 1) return [];
    left -= taken;
    return [{ kind: 'review', id: `review:${review.skillId}`, skillId: review.skillId, questions, minutes: taken, reasons: [because('daily-plan.due', { count: review.questions })] }];
  });
}

function lessonFor(lessons: readonly OpenLesson[], tasks: readonly OpenTask[], minutes: number): DayItem | undefined {
  const skillIds = tasks.slice(0, tasksLookedAt).map(({ skillId }) => skillId);
  const fitting = lessons.filter((lesson) => lesson.minutes <= minutes && (tasks.length === 0 || skillIds.includes(lesson.skillId)));
  const lesson = fitting[0];
  return lesson && { kind: 'lesson', id: `lesson:${lesson.lessonId}`, lessonId: lesson.lessonId, skillId: lesson.skillId, minutes: lesson.minutes, reasons: [because(tasks.length === 0 ? 'daily-plan.useful-lesson' : 'daily-plan.lesson-for-task')] };
}

function takeTasks(tasks: readonly OpenTask[], minutes: number): DayItem[] {
  let left = minutes;
  return tasks.slice(0, mostTasks).flatMap((task): DayItem[] => {
    const ofMinutes = Math.round(task.hours * 60);
    const taken = Math.min(left, ofMinutes);
    if (taken <= 0 || (taken < leastMinutesOfTask && taken < ofMinutes)) return [];
    left -= taken;
    return [{ kind: 'task', id: `task:${task.taskId}`, roadmapId: task.roadmapId, taskId: task.taskId, skillId: task.skillId, minutes: taken, ofMinutes, reasons: [because('daily-plan.next-on-roadmap')] }];
  });
}

const sumOf = (items: readonly DayItem[]): number => items.reduce((sum, item) => sum + item.minutes, 0);

function because(code: string, params: Readonly<Record<string, number>> = {}, effect = 0): Reason {
  return { what: { code, params }, effect, evidence: [{ source: 'formula', id: 'daily-plan' }] };
}
