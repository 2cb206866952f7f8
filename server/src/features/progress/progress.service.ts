import type { ProgressAnswer, ProgressEvent, ProgressInsight } from '@cairn/contracts';
import { insightsOf, mondayOfDay, standing, weeksOf, type PersonCalendar } from '@cairn/engine/progress';
import { addDays, dateOf, dayNumber } from '@cairn/engine/roadmap';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { Place } from '../../platform/database/newest-first.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { mutable } from '../../platform/mutable.ts';
import type { KnownTo } from '../knowledge/index.ts';
import type { WalkedPlan, WalkedSkill } from '../roadmap/index.ts';
import { changesOf, forecastOf, paceOf, streakOf, type Pace } from './analyse-progress.ts';
import { presentProgress } from './present-progress.ts';
import { presentHistory, type HistoryWeek } from './present-history.ts';
import { recentWeeks, standingWeeks, type ActivityChanged } from './progress-change.ts';
import { calendarOf, fetchFacts, type Facts, type FactSources } from './progress-facts.ts';
import { deleteEvent, insertEvent, listEvents, lockPerson, minutesOfOthers, minutesOn, personOf, saveWeeklyDigest, type Owner, type StoredEvent } from './progress.store.ts';

export interface ProgressParts extends FactSources {
  readonly database: Database;
  readonly knownTo: KnownTo;
  readonly spareSkillOf: (tx: Transaction, owner: Owner, plan: WalkedPlan) => Promise<WalkedSkill | null>;
  readonly activityChanged: ActivityChanged;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface LoggedTime {
  readonly minutes: number;
  readonly skillId?: string | null | undefined;
  readonly day?: string | undefined;
}

const minutesOfDay = 1440;
const noonMinutes = 720;
const oldestLoggedDays = 365;

export type ProgressService = ReturnType<typeof createProgressService>;

export function createProgressService({ database, knownTo, spareSkillOf, activityChanged, now, newId, ...sources }: ProgressParts) {
  /** The changes need the whole plan, which is large; without a date there is nothing to change. */
  async function finishOf(tx: Transaction, owner: Owner, facts: Facts, pace: Pace) {
    const forecast = forecastOf(facts, pace, owner.userId);
    if (forecast?.kind !== 'dated' || facts.plan === null) return { forecast, changes: [] };
    return { forecast, changes: changesOf(facts, pace, owner.userId, await spareSkillOf(tx, owner, facts.plan)) };
  }

  async function standingOf(tx: Transaction, owner: Owner, pace: Pace, today: number) {
    const own = recentWeeks(pace, today).reduce((sum, { minutes }) => sum + minutes, 0);
    return standing(own, await minutesOfOthers(tx, owner, dateOf(mondayOfDay(today) - 7 * (standingWeeks - 1))));
  }

  return {
    async read(person: Person): Promise<ProgressAnswer> {
      return database.transaction(person, async (tx) => {
        const facts = await fetchFacts(tx, person, sources, now(), 'all');
        const pace = paceOf(facts);
        return presentProgress(facts, {
          pace, streak: streakOf(facts), ...(await finishOf(tx, person, facts, pace)),
          mastery: await sources.masteryOf(tx, person, now()), standing: await standingOf(tx, person, pace, facts.today),
        }, await knownTo(tx));
      });
    },

    async history(person: Person, weeks: number): Promise<{ items: HistoryWeek[] }> {
      return database.transaction(person, async (tx) => {
        const { activities, calendar, today } = await fetchFacts(tx, person, sources, now(), 'all');
        return { items: presentHistory(weeksOf(activities, calendar, today)).slice(-weeks) };
      });
    },

    async insights(person: Person): Promise<{ items: ProgressInsight[] }> {
      return database.transaction(person, async (tx) => {
        const facts = await fetchFacts(tx, person, sources, now(), 'all');
        const pace = paceOf(facts);
        return { items: mutable(insightsOf({ ...pace.risks, steps: pace.steps, streak: streakOf(facts), ...(await finishOf(tx, person, facts, pace)) })) };
      });
    },

    async log(person: Person, { minutes, skillId = null, day }: LoggedTime, settle: (tx: Transaction, answer: { status: 201; body: ProgressEvent }) => Promise<void>): Promise<ProgressEvent> {
      return database.transaction(person, async (tx) => {
        await lockPerson(tx, person);
        const at = now();
        const { calendar } = await calendarOf(tx, person, sources.timeZoneOf, at);
        const today = dateOf(calendar.dayOf(at));
        const onDay = day ?? today;
        if (onDay > today || onDay < addDays(today, -oldestLoggedDays)) throw new Failure('request.invalid', { errors: [{ path: 'body.day', message: `Must lie between ${addDays(today, -oldestLoggedDays)} and ${today}` }] });
        if (skillId !== null && !(await knownTo(tx)).skills.has(skillId)) throw new Failure('skills.unknown');
        if ((await minutesOn(tx, person, onDay)) + minutes > minutesOfDay) throw new Failure('progress.day-full');
        const event: StoredEvent = { id: newId(), skillId, minutes, day: onDay, happenedAt: new Date(instantOn(calendar, onDay, today, at)), createdAt: new Date(at) };
        await insertEvent(tx, person, event);
        await activityChanged(tx, person);
        const body = presentEvent(event);
        await settle(tx, { status: 201, body });
        return body;
      });
    },

    async events(person: Person, after: Place | null, limit: number) {
      const { items, total } = await database.transaction(person, (tx) => listEvents(tx, person, after, limit + 1));
      return { items: items.slice(0, limit).map(presentEvent), more: items.length > limit, total };
    },

    async unlog(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        await lockPerson(tx, person);
        if (!(await deleteEvent(tx, person, id))) throw new Failure('progress.unknown');
        await activityChanged(tx, person);
      });
    },

    async settings(person: Person): Promise<{ weeklyDigest: boolean }> {
      const { weeklyDigest } = await database.transaction(person, (tx) => personOf(tx, person));
      return { weeklyDigest };
    },

    async saveSettings(person: Person, { weeklyDigest }: { weeklyDigest: boolean }): Promise<{ weeklyDigest: boolean }> {
      return database.transaction(person, async (tx) => {
        await lockPerson(tx, person);
        await saveWeeklyDigest(tx, person, weeklyDigest);
        return { weeklyDigest };
      });
    },

    /** Whoever has the link of a mail may end the mails; false where nobody is there any more. */
    endDigest: (owner: Owner): Promise<boolean> => database.transaction(owner, (tx) => saveWeeklyDigest(tx, owner, false)),
  };
}

/** Noon of a day that is over, so that it stays that day; today, no later than now. */
function instantOn(calendar: PersonCalendar, day: string, today: string, at: number): number {
  const noon = calendar.instantIn(dayNumber(day), noonMinutes);
  return day === today ? Math.min(at, noon) : noon;
}

function presentEvent({ id, day, minutes, skillId, createdAt }: StoredEvent): ProgressEvent {
  return { id, day, minutes, skillId, createdAt: createdAt.toISOString() };
}
