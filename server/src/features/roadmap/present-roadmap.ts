/** A stored roadmap and a person's progress, as the API answers it. */
import type { RoadmapAnswer } from '@cairn/contracts';
import type { Proficiency } from '@cairn/engine/knowledge';
import { levelsReached, parseTaskId, progressOf, taskStates, tasksOf, type PlanProof, type Stretch, type Task, type TaskRecord } from '@cairn/engine/roadmap';
import { mutable } from '../../platform/mutable.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { KeptOutline } from './kept-plan.ts';
import type { RoadmapHead, StoredRoadmap } from './roadmap.store.ts';

export interface RoadmapMatch {
  readonly before: number;
  readonly now: number;
  readonly after: number;
}

type Head = Pick<RoadmapAnswer, 'id' | 'title' | 'targetRoleId' | 'skillGapId' | 'hoursPerWeek' | 'startsOn' | 'totalWeeks' | 'estimatedMonths' | 'progress' | 'version' | 'createdAt' | 'updatedAt'>;

/** `outline` is the plan's; the plan itself is one too. */
export function presentHead(roadmap: RoadmapHead, outline: KeptOutline, records: readonly TaskRecord[]): Head {
  const progress = progressOf(outline, records);
  const states = [...taskStates(outline, records).values()];
  return {
    id: roadmap.id,
    title: roadmap.title,
    targetRoleId: roadmap.targetRoleId,
    skillGapId: roadmap.skillGapId,
    hoursPerWeek: outline.hoursPerWeek,
    startsOn: outline.startsOn,
    totalWeeks: outline.totalWeeks,
    estimatedMonths: outline.estimatedMonths,
    progress: {
      doneHours: progress.doneHours,
      totalHours: progress.totalHours,
      percentage: progress.percentage,
      doneTasks: states.filter((state) => state === 'done').length,
      totalTasks: states.length,
      weekNumber: progress.weekNumber,
      nextTaskId: progress.nextTaskId,
    },
    version: roadmap.version,
    createdAt: roadmap.createdAt.toISOString(),
    updatedAt: roadmap.updatedAt.toISOString(),
  };
}

export function presentRoadmap(roadmap: StoredRoadmap, records: readonly TaskRecord[], { match, proofs }: { readonly match: RoadmapMatch | null; readonly proofs: readonly PlanProof[] }, known: WhatCairnKnows, publicUrl: string): RoadmapAnswer {
  const { plan, request } = roadmap;
  const head = presentHead(roadmap, plan, records);
  const { byPhase } = progressOf(plan, records);
  const states = taskStates(plan, records);
  const finished = lastFinished(records);
  const present = (task: Task): RoadmapAnswer['months'][number]['weeks'][number]['tasks'][number] => {
    const state = states.get(task.id) ?? 'open';
    return {
      ...task, state, done: state === 'done', finishedAt: state === 'open' ? null : (finished(task.id) ?? null),
      what: mutable(task.what), resourceIds: [...task.resourceIds], partResourceIds: mutable(task.partResourceIds), reasons: mutable(task.reasons),
    };
  };
  const next = tasksOf(plan).find(({ id }) => id === head.progress.nextTaskId);
  return {
    ...head,
    overview: mutable(plan.overview),
    timeline: mutable(plan.timeline),
    finalOutcome: mutable(plan.finalOutcome),
    months: plan.months.map((phase, index) => ({
      ...mutable(phase),
      state: byPhase[index]?.state ?? 'locked',
      weeks: phase.weeks.map((week) => ({ ...week, focusSkillIds: [...week.focusSkillIds], tasks: week.tasks.map(present) })),
    })),
    resources: plan.resources.flatMap((ranked) => {
      const resource = known.resources.get(ranked.resourceId);
      if (!resource) return [];
      const { title, provider, url, kind, cost, language, hours } = resource;
      return { resourceId: ranked.resourceId, skillId: ranked.skillId, score: ranked.score, title, provider, url, kind, cost, language, hours, reasons: mutable(ranked.reasons) };
    }),
    skills: skillsOf(roadmap, records, known),
    firstAction: next ? present(next) : null,
    match,
    proofs: proofs.map((proof) => ({ ...proof, name: known.skills.get(proof.skillId)?.name ?? proof.skillId })),
    reasons: mutable(plan.reasons),
    warnings: request.unknownCurrentRole === undefined ? [] : [{ code: 'roadmap.warning.current-role-unknown', params: { role: request.unknownCurrentRole } }],
    calendarUrl: calendarUrl(publicUrl, roadmap.feedToken),
  };
}

/** Whoever knows it reads the calendar. */
export function calendarUrl(publicUrl: string, feedToken: string): string {
  return `${publicUrl}/api/v1/calendars/${feedToken}`;
}

function skillsOf({ plan, request }: StoredRoadmap, records: readonly TaskRecord[], known: WhatCairnKnows): RoadmapAnswer['skills'] {
  const reached = levelsReached(plan, records);
  const had = new Map([...request.known, ...(request.currentRole?.skills ?? [])].map(({ skillId, level }) => [skillId, level]));
  const wanted = new Map<string, RoadmapAnswer['skills'][number]>();
  for (const step of plan.steps) {
    const level = Math.max(reached.get(step.skillId) ?? 0, had.get(step.skillId) ?? 0) as Proficiency;
    const before = wanted.get(step.skillId);
    const targetLevel = before && before.targetLevel > step.level ? before.targetLevel : step.level;
    wanted.set(step.skillId, { skillId: step.skillId, name: step.name, category: known.skills.get(step.skillId)?.category ?? '', level, targetLevel });
  }
  return [...wanted.values()];
}

/** When the hours of a task were last said to be done: its own record, or that of a task cut otherwise over the same hours. */
function lastFinished(records: readonly TaskRecord[]): (taskId: string) => string | undefined {
  const byWork = new Map<string, (Stretch & { readonly changedAt: string })[]>();
  for (const { taskId, state, changedAt } of records) {
    const stretch = parseTaskId(taskId);
    if (!stretch || state === 'open') continue;
    const same = byWork.get(workOf(stretch));
    if (same) same.push({ ...stretch, changedAt });
    else byWork.set(workOf(stretch), [{ ...stretch, changedAt }]);
  }
  return (taskId) => {
    const task = parseTaskId(taskId);
    if (!task) return undefined;
    return byWork.get(workOf(task))?.filter(({ from, to }) => from <= task.to && to >= task.from).map(({ changedAt }) => changedAt).toSorted().at(-1);
  };
}

function workOf({ subjectId, level, kind }: Stretch): string {
  return `${subjectId}.${String(level)}.${kind}`;
}
