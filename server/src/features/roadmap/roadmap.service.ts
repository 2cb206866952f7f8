import type { CareerForm, RoadmapAnswer } from '@cairn/contracts';
import type { Role } from '@cairn/engine/knowledge';
import type { Message } from '@cairn/engine/reasons';
import {
  adaptWeights, levelsLearned, mondayOf, noFeedback, planRoadmap, progressOf, replan, taskStates, tasksOf,
  type Feedback, type Plan, type SelfCheck, type SkillTarget, type TaskRecord, type TaskState,
} from '@cairn/engine/roadmap';
import type { SkillCorrection, SkillProfile } from '@cairn/engine/skills';
import { isDeepStrictEqual } from 'node:util';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Place } from '../../platform/database/newest-first.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo, WhatCairnKnows } from '../knowledge/index.ts';
import { replaceLearned, type SkillsService } from '../skills/index.ts';
import { completedBy, currentRoleOf, startingFrom, type NewRoadmap, type RoleByTitle } from './from-career-form.ts';
import { calendarUrl, presentHead, presentRoadmap, type RoadmapMatch } from './present-roadmap.ts';
import { presentAssumptions, type Assumptions } from './present-assumptions.ts';
import type { Exported } from './roadmap.exports.ts';
import { resourceUses } from './resource-uses.ts';
import { changeOf, laterThan, selfCheckOf, type ReplanRequest } from './roadmap-change.ts';
import {
  deleteRoadmap, feedbackOfMembers, findRoadmap, insertRoadmap, listRoadmaps, lockProgress, ownerOfFeed, peopleWithRoadmap, progressOfPerson, renameRoadmap, renewFeed, replacePlan, resourcesOfNewestPlan, saveRating, saveRecords, saveUses,
  touchRoadmap, usesOfPerson, type KeptRequest, type Owner, type StoredRoadmap,
} from './roadmap.store.ts';

/** What a roadmap needs to know of the gap it comes from. */
export interface GapGoal {
  readonly title: string | null;
  readonly roleId: string | null;
  readonly targets: readonly SkillTarget[];
}

export interface RoadmapWork {
  readonly roadmapId: string;
  readonly hoursPerWeek: number;
  readonly tasks: readonly { readonly taskId: string; readonly skillId: string; readonly hours: number; readonly what: Message; readonly title: string; readonly state: TaskState }[];
}

export interface RoadmapParts {
  readonly database: Database;
  readonly live: Live;
  readonly knownTo: KnownTo;
  readonly skills: Pick<SkillsService, 'profileOf'>;
  readonly careerFormOf: (tx: Transaction, owner: Owner) => Promise<CareerForm | undefined>;
  readonly roleByTitle: RoleByTitle;
  readonly findGoal: (tx: Transaction, owner: Owner, skillGapId: string, withNice: boolean) => Promise<GapGoal | undefined>;
  /** How the match of that gap moves: on its day, today, and once the given levels are reached; null when it is gone. */
  readonly matchMovement: (tx: Transaction, owner: Owner, skillGapId: string, learned: readonly SkillCorrection[]) => Promise<RoadmapMatch | null>;
  readonly targetsOfRole: (role: Role, profile: SkillProfile, known: WhatCairnKnows, withNice: boolean) => readonly SkillTarget[];
  readonly publicUrl: string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Not to be guessed: whoever has it reads the calendar. */
  readonly newToken: () => string;
}

type Settle<Status extends 200 | 201, Body = RoadmapAnswer> = (tx: Transaction, answer: { status: Status; body: Body }) => Promise<void>;

/** A roadmap begins between these days: years beyond them are a slip of the pen, and some of them no calendar has. */
const firstStart = '2000-01-01';
const lastStart = '2100-12-31';
/** Nobody walks an older roadmap than the newest of these. */
const mostLookedThrough = 20;
/** Five years: what takes longer is no plan, and is answered with the nearest that are. */
const mostWeeks = 260;
/** The engine's most. */
const longestEstimateWeeks = 520;

export type RoadmapService = ReturnType<typeof createRoadmapService>;

export function createRoadmapService({ database, live, knownTo, skills, careerFormOf, roleByTitle, findGoal, matchMovement, targetsOfRole, publicUrl, now, newId, newToken }: RoadmapParts) {
  const today = (): string => new Date(now()).toISOString().slice(0, 10);

  async function fetch(tx: Transaction, person: Owner, id: string, lock: 'lock' | 'look'): Promise<{ roadmap: StoredRoadmap; records: TaskRecord[] }> {
    const roadmap = await findRoadmap(tx, person, id, lock);
    if (!roadmap) throw new Failure('roadmap.unknown');
    return { roadmap, records: await progressOfPerson(tx, person) };
  }

  /** The newest roadmap with something open, else the newest. */
  async function walkedBy(tx: Transaction, person: Owner, records: readonly TaskRecord[]): Promise<StoredRoadmap | undefined> {
    const { items } = await listRoadmaps(tx, person, null, mostLookedThrough);
    const walked = items.find(({ outline }) => progressOf(outline, records).nextTaskId !== null) ?? items[0];
    return walked && findRoadmap(tx, person, walked.id, 'look');
  }

  async function matchOf(tx: Transaction, person: Owner, { skillGapId, plan }: StoredRoadmap): Promise<RoadmapMatch | null> {
    return skillGapId === null ? null : matchMovement(tx, person, skillGapId, plan.steps);
  }

  async function present(tx: Transaction, person: Owner, roadmap: StoredRoadmap, records: readonly TaskRecord[]): Promise<RoadmapAnswer> {
    return presentRoadmap(roadmap, records, await matchOf(tx, person, roadmap), await knownTo(tx), publicUrl);
  }

  async function tellPages(tx: Transaction, person: Owner, roadmapId: string): Promise<void> {
    await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'roadmap.changed', roadmapId } });
  }

  /** Computed anew from all records, so that undoing a check cannot leave a level behind, and erasing a roadmap takes none away. */
  async function storeLearned(tx: Transaction, person: Owner, records: readonly TaskRecord[]): Promise<void> {
    await replaceLearned(tx, person, levelsLearned(records), new Date(now()));
    await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'skills.changed' } });
  }

  /** Marks one task; whoever marks the same one at the same time waits and finds it marked. */
  async function mark(person: Person, id: string, taskId: string, state: Extract<TaskState, 'done' | 'open'>, settle: Settle<200>): Promise<RoadmapAnswer> {
    return database.transaction(person, async (tx) => {
      await lockProgress(tx, person);
      const { roadmap, records } = await fetch(tx, person, id, 'lock');
      const task = tasksOf(roadmap.plan).find((one) => one.id === taskId);
      const before = taskStates(roadmap.plan, records).get(taskId);
      if (task === undefined || before === undefined) throw new Failure('roadmap.task-unknown');
      if (state === 'done' && before !== 'open') throw new Failure('roadmap.already-done');
      if (state === 'open' && before === 'open') throw new Failure('roadmap.not-done');
      const at = new Date(now());
      const record: TaskRecord = { taskId, state, changedAt: laterThan(records, at) };
      const after = [...records.filter((other) => other.taskId !== taskId), record];
      await saveRecords(tx, person, [record]);
      await saveUses(tx, person, resourceUses(roadmap.plan, after, task.resourceIds, today()));
      if (task.kind === 'check') await storeLearned(tx, person, after);
      await touchRoadmap(tx, roadmap.id, at);
      await tellPages(tx, person, roadmap.id);
      return settled(tx, settle, await present(tx, person, { ...roadmap, updatedAt: at }, after));
    });
  }

  async function settled(tx: Transaction, settle: Settle<200>, body: RoadmapAnswer): Promise<RoadmapAnswer> {
    await settle(tx, { status: 200, body });
    return body;
  }

  async function feedbackFor(tx: Transaction, person: Owner): Promise<Feedback> {
    const history = await usesOfPerson(tx, person);
    const resources = await feedbackOfMembers(tx);
    const parts = new Map((await resourcesOfNewestPlan(tx, person)).map((ranked) => [ranked.resourceId, ranked.parts]));
    const outcomes = history.flatMap(({ resourceId, startedOn, finishedOn }) => {
      const atStart = parts.get(resourceId);
      return atStart && startedOn !== null ? { parts: atStart, finished: finishedOn !== null } : [];
    });
    return { resources, weights: adaptWeights(outcomes, noFeedback.weights) };
  }

  /** The plan for what somebody wants, from what they have today. */
  async function planFor(tx: Transaction, person: Owner, wanted: NewRoadmap, startsOn: string) {
    const known = await knownTo(tx);
    const form = await careerFormOf(tx, person);
    const start = startingFrom(await skills.profileOf(tx, person), wanted.skills ?? [], known);
    const current = currentRoleOf(wanted, form, start.known, known, roleByTitle);
    const goal = await goalOf(tx, person, wanted, start.profile, known);
    const request: KeptRequest = {
      ...completedBy(form, wanted),
      // A gap may be older than what Cairn knows today.
      targets: goal.targets.filter(({ skillId }) => known.skills.has(skillId) && !wanted.leaveOut?.includes(skillId)),
      known: start.known,
      currentRole: current.credit,
      unknownCurrentRole: current.unknownTitle,
      hoursPerWeek: wanted.hoursPerWeek,
      startsOn,
    };
    const result = planRoadmap({ ...request, weeksAvailable: request.weeksAvailable ?? mostWeeks }, known.knowledge, await feedbackFor(tx, person));
    return { goal, request, result };
  }

  return {
    /** The plan that a roadmap made now would have, however long it takes; nothing is stored. Throws role.unknown. */
    async estimate(tx: Transaction, person: Owner, { roleId, hoursPerWeek }: { readonly roleId: string; readonly hoursPerWeek: number }): Promise<{ readonly title: string; readonly plan: Plan } | null> {
      const { goal, result } = await planFor(tx, person, { targetRoleId: roleId, hoursPerWeek, weeksAvailable: longestEstimateWeeks }, mondayOf(today()));
      return result.ok ? { title: goal.title, plan: result.plan } : null;
    },

    async create(person: Person, wanted: NewRoadmap, settle: Settle<201>): Promise<RoadmapAnswer> {
      if ((wanted.skillGapId === undefined) === (wanted.targetRoleId === undefined)) throw new Failure('roadmap.one-goal');
      const startsOn = startOf(wanted);
      return database.transaction(person, async (tx) => {
        const { goal, request, result } = await planFor(tx, person, wanted, startsOn);
        if (!result.ok) throw new Failure('roadmap.impossible', { extra: { ...result.impossible } });
        if (result.plan.steps.length === 0) throw new Failure('roadmap.nothing-to-learn');
        const at = new Date(now());
        const roadmap: StoredRoadmap = {
          id: newId(), title: goal.title, targetRoleId: wanted.targetRoleId ?? goal.roleId, skillGapId: wanted.skillGapId ?? null, request, plan: result.plan,
          version: 1, feedToken: newToken(), createdAt: at, updatedAt: at,
        };
        await insertRoadmap(tx, person, roadmap);
        await tellPages(tx, person, roadmap.id);
        const body = await present(tx, person, roadmap, await progressOfPerson(tx, person));
        await settle(tx, { status: 201, body });
        return body;
      });
    },

    /** What a plan made now would take for granted. */
    async assumptions(person: Person): Promise<Assumptions> {
      return database.transaction(person, async (tx) => {
        const known = await knownTo(tx);
        const { known: had } = startingFrom(await skills.profileOf(tx, person), [], known);
        return presentAssumptions(currentRoleOf({}, await careerFormOf(tx, person), had, known, roleByTitle), known);
      });
    },

    async list(person: Person, after: Place | null, limit: number) {
      return database.transaction(person, async (tx) => {
        const records = await progressOfPerson(tx, person);
        const { items, total } = await listRoadmaps(tx, person, after, limit + 1);
        return { items: items.slice(0, limit).map(({ outline, ...roadmap }) => presentHead(roadmap, outline, records)), more: items.length > limit, total };
      });
    },

    async current(person: Person): Promise<{ roadmap: RoadmapAnswer | null; doneTasks: number }> {
      return database.transaction(person, async (tx) => {
        const records = await progressOfPerson(tx, person);
        const doneTasks = records.filter(({ state }) => state === 'done').length;
        const roadmap = await walkedBy(tx, person, records);
        return { roadmap: roadmap ? await present(tx, person, roadmap, records) : null, doneTasks };
      });
    },

    /** The tasks of the roadmap that somebody is on, in the order of its weeks, with their states. */
    async workOf(tx: Transaction, owner: Owner): Promise<RoadmapWork | null> {
      const records = await progressOfPerson(tx, owner);
      const roadmap = await walkedBy(tx, owner, records);
      if (roadmap === undefined) return null;
      const states = taskStates(roadmap.plan, records);
      return {
        roadmapId: roadmap.id, hoursPerWeek: roadmap.request.hoursPerWeek,
        tasks: tasksOf(roadmap.plan).map(({ id, skillId, hours, what, title }) => ({ taskId: id, skillId, hours, what, title, state: states.get(id) ?? 'open' })),
      };
    },

    /** Who has a roadmap, in the organisation of the transaction. */
    peopleOnTheWay: (tx: Transaction): Promise<string[]> => peopleWithRoadmap(tx),

    async read(person: Person, id: string): Promise<RoadmapAnswer> {
      return database.transaction(person, async (tx) => {
        const { roadmap, records } = await fetch(tx, person, id, 'look');
        return present(tx, person, roadmap, records);
      });
    },

    async rename(person: Person, id: string, title: string, settle: Settle<200>): Promise<RoadmapAnswer> {
      return database.transaction(person, async (tx) => {
        const { roadmap, records } = await fetch(tx, person, id, 'lock');
        const at = new Date(now());
        await renameRoadmap(tx, id, title, at);
        await tellPages(tx, person, id);
        return settled(tx, settle, await present(tx, person, { ...roadmap, title, updatedAt: at }, records));
      });
    },

    async erase(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (!(await deleteRoadmap(tx, person, id))) throw new Failure('roadmap.unknown');
        await tellPages(tx, person, id);
      });
    },

    complete: (person: Person, id: string, taskId: string, settle: Settle<200>) => mark(person, id, taskId, 'done', settle),
    undo: (person: Person, id: string, taskId: string, settle: Settle<200>) => mark(person, id, taskId, 'open', settle),

    async replan(person: Person, id: string, wanted: ReplanRequest, settle: Settle<200>): Promise<RoadmapAnswer> {
      return database.transaction(person, async (tx) => {
        await lockProgress(tx, person);
        const { roadmap, records } = await fetch(tx, person, id, 'lock');
        const at = new Date(now());
        const change = changeOf(wanted, { roadmap, records, skills: (await knownTo(tx)).skills, today: today(), at });
        const after = change && replan(roadmap.plan, records, change);
        // Nothing that would move is nothing to remember.
        if (after === null || (after.records.length === 0 && isDeepStrictEqual(after.plan, roadmap.plan))) return settled(tx, settle, await present(tx, person, roadmap, records));
        await replacePlan(tx, person, roadmap, { plan: after.plan, change }, at);
        await saveRecords(tx, person, after.records);
        const renewed = [...records.filter(({ taskId }) => !after.records.some((record) => record.taskId === taskId)), ...after.records];
        if (after.records.length > 0) await storeLearned(tx, person, renewed);
        await tellPages(tx, person, id);
        return settled(tx, settle, await present(tx, person, { ...roadmap, plan: after.plan, version: roadmap.version + 1, updatedAt: at }, renewed));
      });
    },

    async selfCheck(person: Person, id: string, skillId: string): Promise<SelfCheck & { name: string }> {
      return database.transaction(person, async (tx) => {
        const { roadmap, records } = await fetch(tx, person, id, 'look');
        const known = await knownTo(tx);
        return { ...selfCheckOf(known.skills, roadmap, records, skillId), name: known.skills.get(skillId)?.name ?? skillId };
      });
    },

    async rate(person: Person, resourceId: string, rating: number): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (!(await knownTo(tx)).resources.has(resourceId)) throw new Failure('roadmap.resource-unknown');
        await saveRating(tx, person, resourceId, rating);
      });
    },

    async renewCalendar(person: Person, id: string, settle: Settle<200, { calendarUrl: string }>): Promise<{ calendarUrl: string }> {
      return database.transaction(person, async (tx) => {
        const { roadmap } = await fetch(tx, person, id, 'lock');
        const token = newToken();
        await renewFeed(tx, roadmap.id, token);
        const body = { calendarUrl: calendarUrl(publicUrl, token) };
        await settle(tx, { status: 200, body });
        return body;
      });
    },

    /** The plan and progress for an export, by id for its owner or by the secret address of its calendar. */
    async forExport(person: Owner, id: string): Promise<Exported> {
      return database.transaction(person, (tx) => exported(tx, person, id));
    },
    async ofFeed(token: string): Promise<Exported> {
      const owner = await database.identity((tx) => ownerOfFeed(tx, token));
      if (!owner) throw new Failure('roadmap.feed-unknown');
      return database.transaction(owner, (tx) => exported(tx, owner, owner.roadmapId));
    },
  };

  async function exported(tx: Transaction, owner: Owner, id: string): Promise<Exported> {
    return { ...(await fetch(tx, owner, id, 'look')), resources: (await knownTo(tx)).resources };
  }

  function startOf({ startsOn = today() }: NewRoadmap): string {
    if (startsOn < firstStart || startsOn > lastStart) throw new Failure('request.invalid', { errors: [{ path: 'body.startsOn', message: `Must lie between ${firstStart} and ${lastStart}` }] });
    return mondayOf(startsOn);
  }

  async function goalOf(tx: Transaction, person: Owner, wanted: NewRoadmap, profile: SkillProfile, known: WhatCairnKnows): Promise<Pick<GapGoal, 'roleId' | 'targets'> & { title: string }> {
    const withNice = wanted.withNice ?? false;
    if (wanted.skillGapId !== undefined) {
      const goal = await findGoal(tx, person, wanted.skillGapId, withNice);
      if (!goal) throw new Failure('gap.unknown');
      return { ...goal, title: goal.title ?? namesOf(goal.targets, known) };
    }
    const role = known.roles.get(wanted.targetRoleId ?? '');
    if (!role) throw new Failure('role.unknown');
    return { title: role.name, roleId: role.id, targets: targetsOfRole(role, profile, known, withNice) };
  }

  /** What a goal without a title is called: the three skills that matter most. */
  function namesOf(targets: readonly SkillTarget[], known: WhatCairnKnows): string {
    return targets.toSorted((a, b) => b.importance - a.importance).slice(0, 3).map(({ skillId }) => known.skills.get(skillId)?.name ?? skillId).join(', ');
  }
}
