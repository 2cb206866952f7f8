import type { Reason } from '../reasons/reason.ts';

/** What is planned and what of it is done; of a person's current roadmap. */
export interface PlannedWork {
  readonly doneHours: number;
  /** Of everything that is not skipped; at least `doneHours`. */
  readonly totalHours: number;
  readonly doneTasks: number;
  readonly totalTasks: number;
}

export interface Completion extends PlannedWork {
  /** 0 to 100, one decimal, rounded down: 100 only when nothing is open. */
  readonly percentage: number;
  readonly reasons: readonly Reason[];
}

/**
 * Completion = planned hours done ÷ planned hours × 100; with nothing planned 100. By hours and not by tasks, since tasks
 * are of unlike length; the counts stand beside it. Source: docs/formulas.md, roadmap-progress.
 */
export function completion({ doneHours, totalHours, doneTasks, totalTasks }: PlannedWork): Completion {
  const percentage = totalHours === 0 ? 100 : Math.floor((doneHours / totalHours) * 1000) / 10;
  return {
    doneHours, totalHours, doneTasks, totalTasks, percentage,
    reasons: [
      { what: { code: 'progress.completion.hours', params: { done: doneHours, total: totalHours } }, effect: percentage, evidence: [{ source: 'formula', id: 'roadmap-progress' }] },
      { what: { code: 'progress.completion.tasks', params: { done: doneTasks, total: totalTasks } }, effect: 0, evidence: [] },
    ],
  };
}
