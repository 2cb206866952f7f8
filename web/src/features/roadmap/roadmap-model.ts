import type { RoadmapAnswer } from '@cairn/contracts';

export type Month = RoadmapAnswer['months'][number];
export type Week = Month['weeks'][number];
export type Task = Week['tasks'][number];
export type Resource = RoadmapAnswer['resources'][number];
export type RoadmapSkill = RoadmapAnswer['skills'][number];

export function weeksOf({ months }: Pick<RoadmapAnswer, 'months'>): Week[] {
  return months.flatMap(({ weeks }) => weeks);
}

export function tasksOf(roadmap: Pick<RoadmapAnswer, 'months'>): Task[] {
  return weeksOf(roadmap).flatMap(({ tasks }) => tasks);
}

export function monthOfWeek({ months }: Pick<RoadmapAnswer, 'months'>, weekNumber: number): Month | undefined {
  return months.find(({ weeks }) => weeks.some(({ number }) => number === weekNumber));
}

/** The week in which the next task is; the last one when nothing is open. */
export function weekToShow(roadmap: RoadmapAnswer): number {
  return Math.min(Math.max(roadmap.progress.weekNumber, 1), Math.max(roadmap.totalWeeks, 1));
}

export interface HoursDone {
  done: number;
  total: number;
}

export function hoursOf(tasks: readonly Task[]): HoursDone {
  return tasks.reduce((sum, { state, hours }) => ({ done: sum.done + (state === 'open' ? 0 : hours), total: sum.total + hours }), { done: 0, total: 0 });
}

/** The skills a month works on, in the order in which they come up. */
export function skillsOfMonth(roadmap: RoadmapAnswer, month: Month): RoadmapSkill[] {
  const known = new Map(roadmap.skills.map((skill) => [skill.skillId, skill]));
  const worked = new Set(month.weeks.flatMap(({ tasks }) => tasks.map(({ skillId }) => skillId)));
  return [...worked].flatMap((skillId) => known.get(skillId) ?? []);
}

/**
 * The roadmap as it will stand once the server has marked the task: hours, percentage (one decimal, rounded down), next
 * task and states of the months. Levels and the match follow with its answer.
 */
export function withTaskMarked(roadmap: RoadmapAnswer, taskId: string, state: 'done' | 'open', at: string): RoadmapAnswer {
  const mark = (task: Task): Task => (task.id === taskId ? { ...task, state, done: state === 'done', finishedAt: state === 'done' ? at : null } : task);
  const marked = roadmap.months.map((month) => ({ ...month, weeks: month.weeks.map((week) => ({ ...week, tasks: week.tasks.map(mark) })) }));
  const firstOpen = marked.findIndex((month) => month.weeks.some(({ tasks }) => tasks.some((task) => task.state === 'open')));
  const months = marked.map((month, index): Month => ({ ...month, state: firstOpen === -1 || index < firstOpen ? 'completed' : index === firstOpen ? 'active' : isFinished(month) ? 'completed' : 'locked' }));
  const tasks = tasksOf({ months });
  const { done, total } = hoursOf(tasks);
  const next = tasks.find((task) => task.state === 'open') ?? null;
  const weekNumber = next ? (weeksOf({ months }).find((week) => week.tasks.includes(next))?.number ?? roadmap.progress.weekNumber) : roadmap.totalWeeks;
  return {
    ...roadmap, months, firstAction: next,
    progress: { ...roadmap.progress, doneHours: done, totalHours: total, percentage: total === 0 ? 100 : Math.floor((done / total) * 1000) / 10, doneTasks: tasks.filter((task) => task.state !== 'open').length, nextTaskId: next?.id ?? null, weekNumber },
  };
}

function isFinished(month: Month): boolean {
  return month.weeks.every(({ tasks }) => tasks.every(({ state }) => state !== 'open'));
}
