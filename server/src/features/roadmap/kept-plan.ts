/**
 * A plan as it is kept. Every task has the reasons of its step or project; written out they are half of a plan, so they
 * are kept once. The outline is what lists need.
 */
import type { Phase, Plan, PlanOutline, Task, Week } from '@cairn/engine/roadmap';

interface WeekOf<AnyTask> extends Omit<Week, 'tasks'> {
  readonly tasks: readonly AnyTask[];
}

interface PhaseOf<AnyTask> extends Omit<Phase, 'weeks'> {
  readonly weeks: readonly WeekOf<AnyTask>[];
}

type KeptTask = Omit<Task, 'reasons'>;

export interface KeptPlan extends Omit<Plan, 'months'> {
  readonly months: readonly PhaseOf<KeptTask>[];
}

export interface KeptOutline extends PlanOutline, Pick<Plan, 'hoursPerWeek' | 'startsOn' | 'estimatedMonths'> {}

export function keptPlan(plan: Plan): KeptPlan {
  return { ...plan, months: eachTask(plan.months, ({ reasons: _, ...task }: Task) => task) };
}

export function planOfKept(kept: KeptPlan): Plan {
  const reasonsOfStep = new Map(kept.steps.map(({ skillId, level, reasons }) => [`${skillId}.${String(level)}`, reasons]));
  const reasonsOfProject = new Map(kept.projects.map(({ projectId, reasons }) => [projectId, reasons]));
  const reasonsOf = ({ projectId, skillId, level }: KeptTask) => (projectId === null ? reasonsOfStep.get(`${skillId}.${String(level)}`) : reasonsOfProject.get(projectId)) ?? [];
  return { ...kept, months: eachTask(kept.months, (task) => ({ ...task, reasons: reasonsOf(task) })) };
}

export function keptOutline({ hoursPerWeek, startsOn, totalWeeks, estimatedMonths, months }: Plan): KeptOutline {
  return {
    hoursPerWeek, startsOn, totalWeeks, estimatedMonths,
    months: months.map(({ number, weeks }) => ({ number, weeks: weeks.map((week) => ({ number: week.number, tasks: week.tasks.map(({ id, skillId }) => ({ id, skillId })) })) })),
  };
}

function eachTask<From, To>(months: readonly PhaseOf<From>[], change: (task: From) => To): PhaseOf<To>[] {
  return months.map((month) => ({ ...month, weeks: month.weeks.map((week) => ({ ...week, tasks: week.tasks.map(change) })) }));
}
