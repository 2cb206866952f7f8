import type { DailyPlan, DailyRhythm } from '@cairn/contracts';
import { addDays, localDay, startOfLocalDay, weekday } from '@cairn/engine/calendar';
import { missedDays, planDay, usualRhythm, type DueReview, type OpenLesson } from '@cairn/engine/daily-plans';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo } from '../knowledge/index.ts';
import type { RoadmapWork } from '../roadmap/index.ts';
import { findPlan, insertPlan, plansBefore, readRhythm, updatePlan, writeRhythm, type Owner, type StoredItem, type StoredPlan, type StoredRhythm } from './daily-plans.store.ts';
import { isCovered, keptItems } from './done-items.ts';
import { presentPlan } from './present-plan.ts';

/** Something a person did, at a time. */
export interface Activity {
  readonly kind: 'task' | 'answers' | 'lesson' | 'logged';
  /** Unix time in milliseconds. */
  readonly at: number;
  readonly minutes: number;
  readonly skillId: string | null;
}

export interface DailyPlansParts {
  readonly database: Database;
  readonly live: Live;
  readonly knownTo: KnownTo;
  readonly timeZoneOf: (tx: Transaction, userId: string) => Promise<string>;
  readonly roadmapWork: (tx: Transaction, owner: Owner) => Promise<RoadmapWork | null>;
  readonly dueReviews: (tx: Transaction, owner: Owner, at: number) => Promise<readonly DueReview[]>;
  readonly nextLessons: (tx: Transaction, owner: Owner, at: number) => Promise<readonly (OpenLesson & { readonly title: string })[]>;
  /** What the person has done since, Unix time in milliseconds. */
  readonly activityOf: (tx: Transaction, owner: Owner, since: number) => Promise<readonly Activity[]>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Plans looked back over for missed days: the plan is smallest after three. */
const daysLookedBack = 14;

/** All that a plan of this day depends on. */
interface Facts {
  readonly timeZone: string;
  readonly day: string;
  readonly work: RoadmapWork | null;
  readonly reviews: readonly DueReview[];
  readonly lessons: readonly (OpenLesson & { readonly title: string })[];
  readonly rhythm: StoredRhythm;
  readonly before: readonly StoredPlan[];
  readonly activities: readonly Activity[];
}

export type DailyPlansService = ReturnType<typeof createDailyPlansService>;

export function createDailyPlansService({ database, live, knownTo, timeZoneOf, roadmapWork, dueReviews, nextLessons, activityOf, now }: DailyPlansParts) {
  async function fetch(tx: Transaction, owner: Owner): Promise<Facts> {
    const timeZone = await timeZoneOf(tx, owner.userId);
    const day = localDay(now(), timeZone);
    return {
      timeZone, day,
      work: await roadmapWork(tx, owner),
      reviews: await dueReviews(tx, owner, now()),
      lessons: await nextLessons(tx, owner, now()),
      rhythm: await readRhythm(tx, owner),
      before: await plansBefore(tx, owner, day, daysLookedBack),
      activities: await activityOf(tx, owner, startOfLocalDay(addDays(day, -daysLookedBack), timeZone)),
    };
  }

  function rhythmOf({ work, rhythm }: Pick<Facts, 'work' | 'rhythm'>): readonly number[] {
    return rhythm.minutesByWeekday ?? usualRhythm(work?.hoursPerWeek);
  }

  function decide(facts: Facts, minutes: number, kept: readonly StoredItem[] = []): Pick<StoredPlan, 'minutes' | 'items' | 'reasons'> {
    const { work, reviews, lessons, before, activities, timeZone } = facts;
    const isKept = (id: string): boolean => kept.some((item) => item.id === id);
    const active = new Set([...activities.map(({ at }) => localDay(at, timeZone)), ...before.filter(({ items }) => items.some(({ doneAt }) => doneAt !== null)).map(({ day }) => day)]);
    const spent = kept.reduce((sum, item) => sum + item.minutes, 0);
    const plan = planDay({
      minutes: Math.max(0, minutes - spent),
      missedDays: kept.length > 0 ? 0 : missedDays(before.map(({ day, items }) => ({ day, planned: items.length > 0 })), active),
      reviews: reviews.filter(({ skillId }) => !isKept(`review:${skillId}`)),
      lessons: lessons.filter(({ lessonId }) => !isKept(`lesson:${lessonId}`)),
      tasks: (work?.tasks ?? []).filter(({ taskId, state }) => state === 'open' && !isKept(`task:${taskId}`)).map((task) => ({ ...task, roadmapId: work?.roadmapId ?? '' })),
    });
    const named = plan.items.flatMap((item): StoredItem[] => {
      if (item.kind === 'review') return [{ ...item, doneAt: null }];
      if (item.kind === 'lesson') return lessons.flatMap(({ lessonId, title }) => (lessonId === item.lessonId ? [{ ...item, title, doneAt: null }] : []));
      return (work?.tasks ?? []).flatMap(({ taskId, title, what }) => (taskId === item.taskId ? [{ ...item, title, what, doneAt: null }] : []));
    });
    return { minutes: spent + plan.minutes, items: [...kept, ...named], reasons: plan.reasons };
  }

  function usualToday(facts: Facts): number {
    return rhythmOf(facts)[weekday(facts.day) - 1] ?? 0;
  }

  /** The plan of today as it stands, made now when there is none. */
  async function current(tx: Transaction, owner: Owner, facts: Facts, lock: 'lock' | 'look', seenAt: Date | null): Promise<StoredPlan> {
    const found = await findPlan(tx, owner, facts.day, lock);
    if (found !== undefined) return found;
    const made: StoredPlan = { day: facts.day, ...decide(facts, usualToday(facts)), madeAt: new Date(now()), seenAt, mailedAt: null };
    if (await insertPlan(tx, owner, made)) return made;
    // Somebody, another page or the night's job, was faster.
    return await findPlan(tx, owner, facts.day, lock) ?? made;
  }

  async function present(tx: Transaction, plan: StoredPlan, facts: Facts): Promise<DailyPlan> {
    const { skills } = await knownTo(tx);
    return presentPlan(plan, (item) => isCovered(item, facts.work, sinceMorning(facts)), (skillId) => skills.get(skillId)?.name ?? skillId);
  }

  const sinceMorning = ({ activities, day, timeZone }: Facts): readonly Activity[] => activities.filter(({ at }) => at >= startOfLocalDay(day, timeZone));
  const tell = ({ organisationId, userId }: Owner, tx: Transaction) => live.publish(tx, { organisationId, userId, event: { kind: 'daily-plan.changed' } });

  return {
    async today(owner: Owner): Promise<DailyPlan> {
      return database.transaction(owner, async (tx) => {
        const facts = await fetch(tx, owner);
        const plan = await current(tx, owner, facts, 'lock', new Date(now()));
        // What has gone from the roadmap since is no work for today.
        const items = keptItems(plan.items, facts.work);
        const seen: StoredPlan = items.length === plan.items.length ? plan : { ...plan, ...decide(facts, plan.minutes, items) };
        if (seen !== plan || seen.seenAt === null) await updatePlan(tx, owner, { ...seen, seenAt: seen.seenAt ?? new Date(now()) });
        return present(tx, seen, facts);
      });
    },

    async resize(owner: Owner, minutes: number): Promise<DailyPlan> {
      return database.transaction(owner, async (tx) => {
        const facts = await fetch(tx, owner);
        const plan = await current(tx, owner, facts, 'lock', new Date(now()));
        const done = keptItems(plan.items, facts.work).filter((item) => item.doneAt !== null || isCovered(item, facts.work, sinceMorning(facts)));
        // Who says how many minutes they have is not to be given fewer.
        const resized: StoredPlan = { ...plan, ...decide({ ...facts, before: [] }, minutes, done), seenAt: plan.seenAt ?? new Date(now()) };
        await updatePlan(tx, owner, resized);
        await tell(owner, tx);
        return present(tx, resized, facts);
      });
    },

    async mark(owner: Owner, itemId: string, done: boolean): Promise<DailyPlan> {
      return database.transaction(owner, async (tx) => {
        const facts = await fetch(tx, owner);
        const plan = await current(tx, owner, facts, 'lock', new Date(now()));
        if (!plan.items.some(({ id }) => id === itemId)) throw new Failure('daily-plan.item-unknown');
        const at = new Date(now()).toISOString();
        const marked: StoredPlan = { ...plan, items: plan.items.map((item) => (item.id === itemId ? { ...item, doneAt: done ? (item.doneAt ?? at) : null } : item)), seenAt: plan.seenAt ?? new Date(now()) };
        await updatePlan(tx, owner, marked);
        await tell(owner, tx);
        return present(tx, marked, facts);
      });
    },

    async rhythm(owner: Owner): Promise<DailyRhythm & { usual: number[] }> {
      return database.transaction(owner, async (tx) => {
        const work = await roadmapWork(tx, owner);
        return { ...(await readRhythm(tx, owner)), usual: [...usualRhythm(work?.hoursPerWeek)] };
      });
    },

    async changeRhythm(owner: Owner, rhythm: DailyRhythm): Promise<DailyRhythm> {
      await database.transaction(owner, (tx) => writeRhythm(tx, owner, rhythm, new Date(now())));
      return rhythm;
    },

    /** The night's work: the plan of the day, unless it is another day by now or there is one. Answers the plan, once. */
    async makeFor(tx: Transaction, owner: Owner, day: string): Promise<{ readonly plan: StoredPlan; readonly mailed: boolean; readonly timeZone: string } | null> {
      const facts = await fetch(tx, owner);
      if (facts.day !== day) return null;
      const plan: StoredPlan = { day, ...decide(facts, usualToday(facts)), madeAt: new Date(now()), seenAt: null, mailedAt: null };
      if (!(await insertPlan(tx, owner, plan))) return null;
      await tell(owner, tx);
      return { plan, mailed: facts.rhythm.mailed, timeZone: facts.timeZone };
    },
  };
}
