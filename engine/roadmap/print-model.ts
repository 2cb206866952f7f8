import { message, type WordMessage } from './english.ts';
import { hourStates, progressOf, stateOfTask, type HourStates } from './progress.ts';
import type { Phase, Plan, Progress, Task, TaskState, Week } from './types.ts';

/** What an export needs to say about a resource. */
export interface NamedResource {
  readonly title: string;
  readonly url: string;
}
export type NamedResources = ReadonlyMap<string, NamedResource>;

export interface PrintedTask {
  readonly text: string;
  readonly hours: string;
  readonly state: TaskState;
  /** Wording of the state where it is not plain from a tick; empty otherwise. */
  readonly note: string;
  readonly resources: readonly NamedResource[];
}

/** A roadmap as a document: what stands on paper, in order, worded, without a word about how it looks. */
export type PrintBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'links'; readonly title: string; readonly items: readonly NamedResource[] }
  | { readonly kind: 'tasks'; readonly items: readonly PrintedTask[] };

export interface PrintModel {
  readonly title: string;
  readonly blocks: readonly PrintBlock[];
}

/**
 * The document that Markdown and the printed page both follow: title, overview, timeline, progress; for each phase its
 * weeks with their tasks, its projects with what proves them, tools and checkpoint; the outcome; the resources.
 * `words` puts messages into the reader's language; names, summaries and checkpoints are the knowledge's own.
 * A resource that `resources` does not name is left out. Empty weeks are left out, empty lists too.
 */
export function toPrintModel(plan: Plan, progress: Progress, words: WordMessage, resources: NamedResources): PrintModel {
  const states = hourStates(progress);
  const { doneHours, totalHours, percentage } = progressOf(plan, progress);
  const title = words(message('roadmap.export.title'));
  const blocks: PrintBlock[] = [
    { kind: 'title', text: title },
    { kind: 'paragraph', text: words(plan.overview) },
    { kind: 'paragraph', text: words(plan.timeline) },
    { kind: 'paragraph', text: words(message('roadmap.export.progress', { done: doneHours, total: totalHours, percentage })) },
    ...plan.months.flatMap((phase) => phaseBlocks(phase, states, words, resources)),
    { kind: 'heading', level: 2, text: words(message('roadmap.export.final-outcome')) },
    { kind: 'paragraph', text: words(plan.finalOutcome) },
    ...links(words(message('roadmap.export.resources')), plan.resources.map((ranked) => ranked.resourceId), resources),
  ];
  return { title, blocks };
}

function phaseBlocks(phase: Phase, states: HourStates, words: WordMessage, resources: NamedResources): PrintBlock[] {
  const text = words(message('roadmap.export.phase', { number: phase.number, title: words(phase.what) }));
  return [
    { kind: 'heading', level: 2, text },
    ...phase.weeks.filter((week) => week.tasks.length > 0).flatMap((week) => weekBlocks(week, states, words, resources)),
    ...phase.projects.flatMap(({ name, summary, difficulty, hours, provenBy }, index) => [
      ...(index === 0 ? [{ kind: 'heading', level: 3, text: words(message('roadmap.export.projects')) } as const] : []),
      { kind: 'paragraph', text: words(message('roadmap.export.project', { name, summary, difficulty, hours })) } as const,
      ...list(words(message('roadmap.export.proven-by')), provenBy),
    ]),
    ...list(words(message('roadmap.export.tools')), phase.tools),
    ...list(words(message('roadmap.export.checkpoint')), phase.checkpoint.statements.map((statement) => statement.text)),
  ];
}

function weekBlocks(week: Week, states: HourStates, words: WordMessage, resources: NamedResources): PrintBlock[] {
  const { number, startsOn, focus, hours } = week;
  return [
    { kind: 'heading', level: 3, text: words(message('roadmap.export.week', { number, startsOn, focus, hours })) },
    { kind: 'tasks', items: week.tasks.map((task) => printedTask(task, states, words, resources)) },
  ];
}

function printedTask(task: Task, states: HourStates, words: WordMessage, resources: NamedResources): PrintedTask {
  const state = stateOfTask(task, states);
  return {
    text: words(task.what), hours: words(message('roadmap.export.hours', { hours: task.hours })), state,
    note: state === 'skipped' ? words(message('roadmap.export.skipped')) : '',
    resources: namedForTask(task, words, resources),
  };
}

/** The resources of a task that `resources` names; one of which a part is meant says so. */
export function namedForTask({ resourceIds, partResourceIds }: Task, words: WordMessage, resources: NamedResources): NamedResource[] {
  return resourceIds.flatMap((id) => {
    const named = resources.get(id);
    if (named === undefined || !partResourceIds?.includes(id)) return named ?? [];
    return { url: named.url, title: words(message('roadmap.export.part-of', { title: named.title })) };
  });
}

function list(title: string, items: readonly string[]): PrintBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', title, items }];
}

function links(title: string, ids: readonly string[], resources: NamedResources): PrintBlock[] {
  const items = ids.flatMap((id) => resources.get(id) ?? []);
  return items.length === 0 ? [] : [{ kind: 'links', title, items }];
}
