/**
 * A plan as it is kept. Every task has the reasons of its step or project; written out they are half of a plan, so they
 * are kept once. The outline is what lists need.
 */
import type { Plan, PlanOutline, Task } from '@cairn/engine/roadmap';

type PhaseOf<P extends Pick<Plan, 'months'>> = P['months'][number];
type WeekOf = PhaseOf<Plan>['weeks'][number];

export interface KeptPlan extends Omit<Plan, 'months'> {
  readonly months: readonly (Omit<PhaseOf<Plan>, 'weeks'> & { readonly weeks: readonly (Omit<WeekOf, 'tasks'> & { readonly tasks: readonly Omit<Task, 'reasons'>[] })[] })[];
}

export interface KeptOutline extends PlanOutline, Pick<Plan, 'hoursPerWeek' | 'startsOn' | 'estimatedMonths'> {}

export function keptPlan(plan: Plan): KeptPlan {
  return { ...plan, months: eachTask(plan.months, ({ reasons: _, ...task }) => task) };
}

export function planOfKept(kept: KeptPlan): Plan {
  const reasonsOfStep = new Map(kept.steps.map(({ skillId, level, reasons }) => [`${skillId}.${String(level)}`, reasons]));
  const reasonsOfProject = new Map(kept.projects.map(({ projectId, reasons }) => [projectId, reasons]));
  const reasonsOf = ({ projectId, skillId, level }: Omit<Task, 'reasons'>) => (projectId === null ? reasonsOfStep.get(`${skillId}.${String(level)}`) : reasonsOfProject.get(projectId)) ?? [];
  return { ...kept, months: eachTask(kept.months, (task) => ({ ...task, reasons: reasonsOf(task) })) };
}

export function keptOutline({ hoursPerWeek, startsOn, totalWeeks, estimatedMonths, months }: Plan): KeptOutline {
  return {
    hoursPerWeek, startsOn, totalWeeks, estimatedMonths,
    months: months.map(({ number, weeks }) => ({ number, weeks: weeks.map((week) => ({ number: week.number, tasks: week.tasks.map(({ id, skillId }) => ({ id, skillId })) })) })),
  };
}

function eachTask<From, To, Week extends { readonly tasks: readonly From[] }, Month extends { readonly weeks: readonly Week[] }>(months: readonly Month[], change: (task: From) => To) {
  return months.map((month) => ({ ...month, weeks: month.weeks.map((week) => ({ ...week, tasks: week.tasks.map(change) })) }));
}
