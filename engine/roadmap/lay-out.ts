import { addDays } from './calendar-days.ts';
import { message, wordInEnglish } from './english.ts';
import { taskOf, type Catalogue } from './make-tasks.ts';
import type { Phase, Stretch, Task, Week } from './types.ts';

const weeksPerPhase = 4;
/** A week or phase names at most so many skills. */
const mostInFocus = 3;

/**
 * Weeks of work → phases of four weeks, with what each is about, the tools it uses, the projects begun in it and the
 * statements of the levels checked in it.
 *
 * A week's `hours` are those of its tasks, without skipped ones (`isSkipped`), which stay as history and take no time.
 * Its focus is the at most three skills with the most hours. Steps are worked on one after the other, so a week has a
 * fourth skill only when steps are so short that they begin and end inside it; its hours are then not left unused.
 */
export function layOut(weeks: readonly (readonly Stretch[])[], startsOn: string, catalogue: Catalogue, isSkipped: (taskId: string) => boolean): Phase[] {
  const laid = weeks.map((stretches, index) => layOutWeek(stretches, index + 1, startsOn, catalogue, isSkipped));
  const phases: Phase[] = [];
  const begun = new Set<string>();
  for (let at = 0; at < laid.length; at += weeksPerPhase) {
    phases.push(layOutPhase(phases.length + 1, laid.slice(at, at + weeksPerPhase), catalogue, begun));
  }
  return phases;
}

function layOutWeek(stretches: readonly Stretch[], number: number, startsOn: string, catalogue: Catalogue, isSkipped: (taskId: string) => boolean): Week {
  const tasks = stretches.flatMap((stretch) => taskOf(stretch, catalogue) ?? []);
  const planned = tasks.filter((task) => !isSkipped(task.id));
  const hours = planned.reduce((sum, task) => sum + task.hours, 0);
  return {
    number, startsOn: addDays(startsOn, 7 * (number - 1)),
    focus: focusOf(planned, catalogue).join(', '),
    focusSkillIds: largest(planned, (task) => task.skillId),
    hours, tasks,
  };
}

function layOutPhase(number: number, weeks: readonly Week[], catalogue: Catalogue, begun: Set<string>): Phase {
  const tasks = weeks.flatMap((week) => week.tasks);
  const focus = focusOf(tasks, catalogue);
  const what = focus.length === 0 ? message('roadmap.phase.empty') : message('roadmap.phase', { skills: focus.join(', ') });
  const tools = new Set<string>();
  const statements: Phase['checkpoint']['statements'][number][] = [];
  const projects: Phase['projects'][number][] = [];
  for (const task of tasks) {
    const step = catalogue.stepOf({ subjectId: task.skillId, level: task.level });
    for (const tool of step?.tools ?? []) tools.add(tool);
    if (task.kind === 'check') {
      const text = step?.statement ?? null;
      if (text !== null) statements.push({ skillId: task.skillId, level: task.level, text });
    }
    if (task.projectId !== null && !begun.has(task.projectId)) {
      const project = catalogue.projectOf(task.projectId);
      begun.add(task.projectId);
      if (project !== undefined) {
        const { projectId, name, summary, difficulty, hours, skillIds, provenBy } = project;
        projects.push({ projectId, name, summary, difficulty, hours, skillIds, provenBy });
      }
    }
  }
  return { number, title: wordInEnglish(what), what, weeks, tools: [...tools], projects, checkpoint: { statements } };
}

function focusOf(tasks: readonly Task[], catalogue: Catalogue): string[] {
  return largest(tasks, (task) => nameOf(task, catalogue));
}

function nameOf(task: Task, catalogue: Catalogue): string {
  const project = task.projectId === null ? undefined : catalogue.projectOf(task.projectId);
  return project?.name ?? catalogue.stepOf({ subjectId: task.skillId, level: task.level })?.name ?? task.skillId;
}

/** The subjects with the most hours, in the order in which they first come. */
function largest(tasks: readonly Task[], subjectOf: (task: Task) => string): string[] {
  const hours = new Map<string, number>();
  for (const task of tasks) hours.set(subjectOf(task), (hours.get(subjectOf(task)) ?? 0) + task.hours);
  const kept = new Set([...hours].sort((a, b) => b[1] - a[1]).slice(0, mostInFocus).map(([subject]) => subject));
  return [...hours.keys()].filter((subject) => kept.has(subject));
}
