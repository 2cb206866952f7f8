/** What other features need to know of a person's roadmaps: the one they are on, and what of it was done when. */
import type { Activity } from '@cairn/engine/progress';
import type { Message } from '@cairn/engine/reasons';
import { hoursWorked, parseTaskId, progressOf, spareTarget, taskStates, tasksOf, type TaskRecord, type TaskState } from '@cairn/engine/roadmap';
import type { Transaction } from '../../platform/database/database.ts';
import type { KnownTo, WhatCairnKnows } from '../knowledge/index.ts';
import { findRoadmap, listRoadmaps, peopleWithRoadmap, progressOfPerson, type ListedRoadmap, type Owner, type StoredRoadmap } from './roadmap.store.ts';

export interface WalkedSkill {
  readonly skillId: string;
  readonly name: string;
  readonly doneHours: number;
  readonly totalHours: number;
  /** Its first open task; null when nothing is open. */
  readonly nextTaskId: string | null;
}

/** The roadmap that somebody is on. Hours are planned ones. */
export interface WalkedPlan {
  readonly roadmapId: string;
  readonly title: string;
  readonly hoursPerWeek: number;
  readonly doneHours: number;
  readonly totalHours: number;
  readonly doneTasks: number;
  readonly totalTasks: number;
  readonly skills: readonly WalkedSkill[];
  /** The first few, in the order of the plan. */
  readonly openTasks: readonly { readonly id: string; readonly skillId: string; readonly minutes: number }[];
}

/** The tasks of a roadmap, whole: for who plans days by it. */
export interface RoadmapWork {
  readonly roadmapId: string;
  readonly hoursPerWeek: number;
  readonly tasks: readonly { readonly taskId: string; readonly skillId: string; readonly hours: number; readonly what: Message; readonly title: string; readonly state: TaskState }[];
}

/** Nobody walks an older roadmap than the newest of these. */
const mostLookedThrough = 20;
const openTasksTold = 5;
const minutesPerHour = 60;

/** The newest with something open, else the newest. */
function walked(listed: readonly ListedRoadmap[], records: readonly TaskRecord[]): ListedRoadmap | undefined {
  return listed.find(({ outline }) => progressOf(outline, records).nextTaskId !== null) ?? listed[0];
}

async function newestRoadmaps(tx: Transaction, owner: Owner): Promise<readonly ListedRoadmap[]> {
  return (await listRoadmaps(tx, owner, null, mostLookedThrough)).items;
}

export async function walkedBy(tx: Transaction, owner: Owner, records: readonly TaskRecord[]): Promise<StoredRoadmap | undefined> {
  const current = walked(await newestRoadmaps(tx, owner), records);
  return current && findRoadmap(tx, owner, current.id, 'look');
}

export interface WalkedPlans {
  /** The tasks of the roadmap that somebody is on, in the order of its weeks, with their states. */
  workOf(tx: Transaction, owner: Owner): Promise<RoadmapWork | null>;
  /** Of the organisation whose rows `tx` sees: who has a roadmap. */
  peopleOnTheWay(tx: Transaction): Promise<string[]>;
  activityOf(tx: Transaction, owner: Owner, since: number): Promise<Activity[]>;
  planOf(tx: Transaction, owner: Owner): Promise<WalkedPlan | null>;
  /** The skill that the roadmap can most easily do without; null when there is none. */
  spareSkillOf(tx: Transaction, owner: Owner, plan: WalkedPlan): Promise<WalkedSkill | null>;
}

export function createWalkedPlans({ knownTo }: { readonly knownTo: KnownTo }): WalkedPlans {
  return {
    peopleOnTheWay: (tx) => peopleWithRoadmap(tx),

    async workOf(tx, owner) {
      const records = await progressOfPerson(tx, owner);
      const roadmap = await walkedBy(tx, owner, records);
      if (roadmap === undefined) return null;
      const states = taskStates(roadmap.plan, records);
      return {
        roadmapId: roadmap.id, hoursPerWeek: roadmap.request.hoursPerWeek,
        tasks: tasksOf(roadmap.plan).map(({ id, skillId, hours, what, title }) => ({ taskId: id, skillId, hours, what, title, state: states.get(id) ?? 'open' })),
      };
    },

    /** Tasks that were done, at the time they were marked and with their planned hours; each hour of work once. */
    async activityOf(tx, owner, since) {
      const worked = hoursWorked(await progressOfPerson(tx, owner));
      const known = await knownTo(tx);
      return worked.flatMap(({ stretch, at, hours }): Activity[] => {
        const instant = Date.parse(at);
        return instant < since ? [] : [{ kind: 'task', at: instant, minutes: hours * minutesPerHour, skillId: stretch.kind === 'build' ? skillOfProject(known, stretch.subjectId) : stretch.subjectId }];
      });
    },

    async planOf(tx, owner) {
      const records = await progressOfPerson(tx, owner);
      const found = walked(await newestRoadmaps(tx, owner), records);
      return found === undefined ? null : walkedPlan(found, records, await knownTo(tx));
    },

    async spareSkillOf(tx, owner, { roadmapId, skills }) {
      const roadmap = await findRoadmap(tx, owner, roadmapId, 'look');
      const spareId = roadmap && spareTarget(roadmap.plan, new Map(skills.map(({ skillId, doneHours, totalHours }) => [skillId, totalHours - doneHours])));
      return skills.find(({ skillId }) => skillId === spareId) ?? null;
    },
  };
}

function walkedPlan({ outline, ...roadmap }: ListedRoadmap, records: readonly TaskRecord[], known: WhatCairnKnows): WalkedPlan {
  const states = taskStates(outline, records);
  const open = tasksOf(outline).filter(({ id }) => states.get(id) === 'open');
  const { doneHours, totalHours, bySkill } = progressOf(outline, records);
  return {
    roadmapId: roadmap.id, title: roadmap.title, hoursPerWeek: outline.hoursPerWeek, doneHours, totalHours, doneTasks: [...states.values()].filter((state) => state === 'done').length, totalTasks: states.size,
    skills: bySkill.map(({ skillId, doneHours: done, totalHours: total }) => ({ skillId, name: known.skills.get(skillId)?.name ?? skillId, doneHours: done, totalHours: total, nextTaskId: open.find((task) => task.skillId === skillId)?.id ?? null })),
    openTasks: open.slice(0, openTasksTold).map(({ id, skillId }) => ({ id, skillId, minutes: plannedMinutes(id) })),
  };
}

function plannedMinutes(taskId: string): number {
  const stretch = parseTaskId(taskId);
  return stretch === null ? 0 : (stretch.to - stretch.from + 1) * minutesPerHour;
}

/** A project is counted for the first skill that it is said to train. */
function skillOfProject(known: WhatCairnKnows, projectId: string): string | null {
  return known.projects.get(projectId)?.skills[0]?.id ?? null;
}
