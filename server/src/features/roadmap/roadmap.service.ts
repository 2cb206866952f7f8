import type { RoadmapAnswer } from '@cairn/contracts';
import { levelsLearned, proofsFor, replan, taskStates, tasksOf, type Feedback, type Plan, type ProvenLevel, type RoadmapChange, type SelfCheck, type TaskRecord, type TaskState } from '@cairn/engine/roadmap';
import type { SkillCorrection } from '@cairn/engine/skills';
import { isDeepStrictEqual } from 'node:util';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Place } from '../../platform/database/newest-first.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo } from '../knowledge/index.ts';
import { replaceLearned, type SkillsService } from '../skills/index.ts';
import { createDrawUp, type DrawUpParts } from './draw-up.ts';
import { currentRoleOf, startingFrom, type NewRoadmap } from './from-career-form.ts';
import { calendarUrl, presentHead, presentRoadmap, type RoadmapMatch } from './present-roadmap.ts';
import { chosenProof, withoutProven, type WantedChoice } from './proof-choice.ts';
import { proofChoicesOf, saveProofChoice } from './proofs.store.ts';
import { presentAssumptions, type Assumptions } from './present-assumptions.ts';
import type { Exported } from './roadmap.exports.ts';
import { feedbackFor } from './resource-feedback.ts';
import { resourceUses } from './resource-uses.ts';
import { changeOf, laterThan, selfCheckOf, type ReplanRequest } from './roadmap-change.ts';
import { walkedBy } from './walked-plan.ts';
import {
  deleteRoadmap, findRoadmap, insertRoadmap, listRoadmaps, lockProgress, ownerOfFeed, progressOfPerson, renameRoadmap, renewFeed, replacePlan, saveRating, saveRecords, saveUses, touchRoadmap, usesOfPerson, type Owner, type StoredRoadmap,
} from './roadmap.store.ts';

export interface RoadmapParts extends DrawUpParts {
  readonly database: Database;
  readonly live: Live;
  readonly knownTo: KnownTo;
  readonly skills: Pick<SkillsService, 'profileOf'>;
  /** What the person has proven by answers, as far as it has not faded. */
  readonly provenOf: (tx: Transaction, owner: Owner) => Promise<readonly ProvenLevel[]>;
  /** How the match of that gap moves: on its day, today, and once the given levels are reached; null when it is gone. */
  readonly matchMovement: (tx: Transaction, owner: Owner, skillGapId: string, learned: readonly SkillCorrection[]) => Promise<RoadmapMatch | null>;
  /** Called in the transaction in which what was done, or what is planned, has changed. */
  readonly activityChanged: (tx: Transaction, owner: Owner) => Promise<void>;
  readonly publicUrl: string;
  readonly newId: () => string;
  /** Not to be guessed: whoever has it reads the calendar. */
  readonly newToken: () => string;
}

type Settle<Status extends 200 | 201, Body = RoadmapAnswer> = (tx: Transaction, answer: { status: Status; body: Body }) => Promise<void>;

/** The engine's most. */
const longestEstimateWeeks = 520;

export type RoadmapService = ReturnType<typeof createRoadmapService>;

export function createRoadmapService({ database, live, knownTo, skills, provenOf, matchMovement, activityChanged, publicUrl, now, newId, newToken, ...parts }: RoadmapParts) {
  const { careerFormOf, roleByTitle } = parts;
  const drawUp = createDrawUp({ ...parts, now });
  const today = (): string => new Date(now()).toISOString().slice(0, 10);

  async function fetch(tx: Transaction, person: Owner, id: string, lock: 'lock' | 'look'): Promise<{ roadmap: StoredRoadmap; records: TaskRecord[] }> {
    const roadmap = await findRoadmap(tx, person, id, lock);
    if (!roadmap) throw new Failure('roadmap.unknown');
    return { roadmap, records: await progressOfPerson(tx, person) };
  }

  async function matchOf(tx: Transaction, person: Owner, { skillGapId, plan }: StoredRoadmap): Promise<RoadmapMatch | null> {
    return skillGapId === null ? null : matchMovement(tx, person, skillGapId, plan.steps);
  }

  async function present(tx: Transaction, person: Owner, roadmap: StoredRoadmap, records: readonly TaskRecord[]): Promise<RoadmapAnswer> {
    const proofs = proofsFor(roadmap.plan, records, await provenOf(tx, person), await proofChoicesOf(tx, person));
    return presentRoadmap(roadmap, records, { match: await matchOf(tx, person, roadmap), proofs }, await knownTo(tx), publicUrl);
  }

  async function tellPages(tx: Transaction, person: Owner, roadmapId: string): Promise<void> {
    await live.publish(tx, { organisationId: person.organisationId, userId: person.userId, event: { kind: 'roadmap.changed', roadmapId } });
    await activityChanged(tx, person);
  }

  /** Computed anew from all records, so that undoing a check cannot leave a level behind, and erasing a roadmap takes none away. */
  async function storeLearned(tx: Transaction, person: Owner, records: readonly TaskRecord[]): Promise<void> {
    await replaceLearned(tx, person, levelsLearned(withoutProven(records, await proofChoicesOf(tx, person))), new Date(now()));
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

  async function changePlan(tx: Transaction, person: Person, { roadmap, records }: { roadmap: StoredRoadmap; records: readonly TaskRecord[] }, change: RoadmapChange | null, at: Date): Promise<RoadmapAnswer> {
    const after = change && replan(roadmap.plan, records, change);
    // Nothing that would move is nothing to remember.
    if (after === null || (after.records.length === 0 && isDeepStrictEqual(after.plan, roadmap.plan))) return present(tx, person, roadmap, records);
    await replacePlan(tx, person, roadmap, { plan: after.plan, change }, at);
    await saveRecords(tx, person, after.records);
    const renewed = [...records.filter(({ taskId }) => !after.records.some((record) => record.taskId === taskId)), ...after.records];
    if (after.records.length > 0) await storeLearned(tx, person, renewed);
    await tellPages(tx, person, roadmap.id);
    return present(tx, person, { ...roadmap, plan: after.plan, version: roadmap.version + 1, updatedAt: at }, renewed);
  }

  async function settled(tx: Transaction, settle: Settle<200>, body: RoadmapAnswer): Promise<RoadmapAnswer> {
    await settle(tx, { status: 200, body });
    return body;
  }

  return {
    /** For other features: what members say of resources, and which of them this person has finished. */
    async resourceWordsOf(tx: Transaction, owner: Owner): Promise<{ feedback: Feedback; finished: string[] }> {
      const finished = (await usesOfPerson(tx, owner)).filter(({ finishedOn }) => finishedOn !== null).map(({ resourceId }) => resourceId);
      return { feedback: await feedbackFor(tx, owner), finished };
    },

    /** The plan that a roadmap made now would have, however long it takes; null where none is possible. Nothing is stored. Throws role.unknown. */
    async estimate(tx: Transaction, person: Owner, { roleId, hoursPerWeek }: { readonly roleId: string; readonly hoursPerWeek: number }): Promise<{ readonly title: string; readonly plan: Plan } | null> {
      try {
        const { goal, plan } = await drawUp(tx, person, { targetRoleId: roleId, hoursPerWeek, weeksAvailable: longestEstimateWeeks }, await knownTo(tx), await skills.profileOf(tx, person));
        return { title: goal.title, plan };
      } catch (error) {
        if (error instanceof Failure && error.code === 'roadmap.impossible') return null;
        throw error;
      }
    },

    async create(person: Person, wanted: NewRoadmap, settle: Settle<201>): Promise<RoadmapAnswer> {
      if ((wanted.skillGapId === undefined) === (wanted.targetRoleId === undefined)) throw new Failure('roadmap.one-goal');
      return database.transaction(person, async (tx) => {
        const known = await knownTo(tx);
        const { goal, request, plan } = await drawUp(tx, person, wanted, known, await skills.profileOf(tx, person));
        if (plan.steps.length === 0) throw new Failure('roadmap.nothing-to-learn');
        const at = new Date(now());
        const roadmap: StoredRoadmap = {
          id: newId(), title: goal.title, targetRoleId: wanted.targetRoleId ?? goal.roleId, skillGapId: wanted.skillGapId ?? null, request, plan,
          version: 1, feedToken: newToken(), createdAt: at, updatedAt: at,
        };
        await insertRoadmap(tx, person, roadmap);
        await tellPages(tx, person, roadmap.id);
        const body = await present(tx, person, roadmap, await progressOfPerson(tx, person));
        await settle(tx, { status: 201, body });
        return body;
      });
    },

    /** A plan that is not kept; `profile` is what its maker is taken to know. For other features, in their transaction. */
    drawUp,

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
        return settled(tx, settle, await changePlan(tx, person, { roadmap, records }, change, at));
      });
    },

    /** Leaves out what is proven, keeps it in the plan, or puts it back; nothing of it happens by itself. */
    async chooseProof(person: Person, id: string, wanted: WantedChoice, settle: Settle<200>): Promise<RoadmapAnswer> {
      return database.transaction(person, async (tx) => {
        await lockProgress(tx, person);
        const { roadmap, records } = await fetch(tx, person, id, 'lock');
        const at = new Date(now());
        const choices = await proofChoicesOf(tx, person);
        const proof = proofsFor(roadmap.plan, records, await provenOf(tx, person), choices).find(({ skillId }) => skillId === wanted.skillId);
        const chosen = chosenProof(wanted, proof, choices.find(({ skillId }) => skillId === wanted.skillId), { from: today(), at: laterThan(records, at) });
        if (chosen === null) throw new Failure('roadmap.proof-changed');
        const after = chosen.change && replan(roadmap.plan, records, chosen.change);
        await saveProofChoice(tx, person, chosen.remembered(after?.records ?? []), at);
        if (chosen.change === null) await tellPages(tx, person, id);
        return settled(tx, settle, await changePlan(tx, person, { roadmap, records }, chosen.change, at));
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
}
