import type { Message } from '../reasons/reason.ts';
import { message, wordInEnglish } from './english.ts';
import { hoursOf, taskId } from './task-id.ts';
import type { PlacedProject, Plan, PlannedStep, Stretch, Task } from './types.ts';

/** Finds the step or project that a stretch is work on. */
export interface Catalogue {
  readonly stepOf: (stretch: Pick<Stretch, 'subjectId' | 'level'>) => PlannedStep | undefined;
  readonly projectOf: (projectId: string) => PlacedProject | undefined;
}

export function catalogueOf(plan: Pick<Plan, 'steps' | 'projects'>): Catalogue {
  const steps = new Map(plan.steps.map((step) => [`${step.skillId}.${step.level}`, step]));
  const projects = new Map(plan.projects.map((project) => [project.projectId, project]));
  return {
    stepOf: ({ subjectId, level }) => steps.get(`${subjectId}.${level}`),
    projectOf: (projectId) => projects.get(projectId),
  };
}

/** The task for a stretch; null for work that is not of this plan. */
export function taskOf(stretch: Stretch, catalogue: Catalogue): Task | null {
  return stretch.kind === 'build' ? buildTask(stretch, catalogue) : stepTask(stretch, catalogue);
}

function stepTask(stretch: Stretch, catalogue: Catalogue): Task | null {
  const step = catalogue.stepOf(stretch);
  if (step === undefined || stretch.kind === 'build') return null;
  const { kind } = stretch;
  const what = workMessage(stretch, step.hours[kind], { skill: step.name, level: step.level });
  const resourceIds = kind === 'learn' ? step.learnResourceIds : kind === 'practise' ? step.practiseResourceIds : [];
  const partResourceIds = resourceIds.filter((id) => step.partResourceIds?.includes(id));
  return {
    id: taskId(stretch), kind, what, title: wordInEnglish(what), skillId: step.skillId, level: step.level,
    hours: hoursOf(stretch), resourceIds, ...(partResourceIds.length > 0 && { partResourceIds }), projectId: null, reasons: step.reasons,
  };
}

function buildTask(stretch: Stretch, catalogue: Catalogue): Task | null {
  const project = catalogue.projectOf(stretch.subjectId);
  if (project === undefined) return null;
  const what = workMessage(stretch, project.hours, { project: project.name });
  return {
    id: taskId(stretch), kind: 'build', what, title: wordInEnglish(what), skillId: project.skillId, level: project.level,
    hours: hoursOf(stretch), resourceIds: [], projectId: project.projectId, reasons: project.reasons,
  };
}

/** All of the work, one hour of it, or several. */
function workMessage({ kind, from, to }: Stretch, total: number, subject: Message['params']): Message {
  if (kind === 'check' || (from === 1 && to === total)) return message(`roadmap.task.${kind}`, subject);
  return from === to
    ? message(`roadmap.task.${kind}-hour`, { ...subject, from, total })
    : message(`roadmap.task.${kind}-hours`, { ...subject, from, to, total });
}
