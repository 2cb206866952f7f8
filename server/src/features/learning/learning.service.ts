import type { LearningOverview, LearningSession, LearningVerdict } from '@cairn/contracts';
import { localDay } from '@cairn/engine/calendar';
import { answerInOwnOrder, AnswerError, AnswerLanguageError, assessAnswer, placementFrom, type Answer, type Assessment } from '@cairn/engine/learning';
import { isDeepStrictEqual } from 'node:util';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo } from '../knowledge/index.ts';
import type { NearestSkills } from '../skills/index.ts';
import { parametersOf, type Bank, type BankOf } from './bank.ts';
import type { KeepAnswer } from './keep-answer.ts';
import {
  attemptsIn, findAttempt, findSession, finishSession, insertSession, insertShown, lastAnsweredAt, lockLearning, saveHints, shownIn, touchSession, type Attempt, type Owner, type ShownQuestion, type StoredSession,
} from './learning.store.ts';
import { dueBy, placementsOf, savePlacement } from './memory.store.ts';
import { nextQuestion, responsesOf } from './next-question.ts';
import { dueBySkill, overviewOf } from './overview.ts';
import { presentSession, stateAt, type NameOf } from './present-session.ts';
import { standingsOf } from './standings.ts';

export interface LearningParts {
  readonly database: Database;
  readonly live: Live;
  readonly knownTo: KnownTo;
  readonly bankOf: BankOf;
  readonly timeZoneOf: (tx: Transaction, userId: string) => Promise<string>;
  /** Skills of the person's plan and profile, what matters most first. */
  readonly wantedSkills: (tx: Transaction, owner: Owner) => Promise<readonly string[]>;
  readonly nearestSkills: NearestSkills;
  readonly keepAnswer: KeepAnswer;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
}

function assess({ question, hintsUsed }: ShownQuestion, answer: Answer | null): Assessment {
  try {
    return assessAnswer(question, answer, hintsUsed);
  } catch (error) {
    if (error instanceof AnswerLanguageError) throw new Failure('learning.answer-language', { cause: error });
    if (error instanceof AnswerError) throw new Failure('learning.answer-does-not-fit', { cause: error });
    throw error;
  }
}

type Settle<Status extends 200 | 201, Body> = (tx: Transaction, answer: { status: Status; body: Body }) => Promise<void>;

export interface NewSession {
  readonly kind: 'practice' | 'placement';
  readonly skillIds: readonly string[];
  readonly minutes?: number | undefined;
  readonly questions?: number | undefined;
}

export interface GivenAnswer {
  readonly shownQuestionId: string;
  /** Places count as shown. */
  readonly answer: Answer | null;
  readonly seconds: number;
}

/** A session that was asked for without a size. */
const usualMinutes = 15;
/** What is due and weak and comes next is of so many skills at once; more would be none in depth. */
const mostSkills = 10;
const mostNearest = 3;
/** Of the skills near to what was asked for, many have no questions. */
const mostSearched = 40;

export type LearningService = ReturnType<typeof createLearningService>;

export function createLearningService({ database, live, knownTo, bankOf, timeZoneOf, wantedSkills, nearestSkills, keepAnswer, now, newId, randomBytes }: LearningParts) {
  /** A whole number, 0 to 2³² − 1. */
  const seedNow = (): number => new DataView(randomBytes(4).slice().buffer).getUint32(0);
  const chanceNow = (): number => seedNow() / 2 ** 32;

  async function namesIn(tx: Transaction): Promise<NameOf> {
    const { skills } = await knownTo(tx);
    return (skillId) => skills.get(skillId)?.name ?? skillId;
  }

  /** Never before the last answer, wherever the clock was set to. */
  async function momentOf(tx: Transaction, owner: Owner): Promise<{ at: Date; today: string }> {
    const last = await lastAnsweredAt(tx, owner);
    const at = new Date(Math.max(now(), last?.getTime() ?? 0));
    return { at, today: localDay(at.getTime(), await timeZoneOf(tx, owner.userId)) };
  }

  async function fetch(tx: Transaction, owner: Owner, id: string): Promise<{ session: StoredSession; shown: ShownQuestion[] }> {
    const session = await findSession(tx, owner, id);
    if (session === undefined) throw new Failure('learning.session-unknown');
    return { session, shown: await shownIn(tx, owner, id) };
  }

  async function fetchShown(tx: Transaction, owner: Owner, id: string, shownQuestionId: string): Promise<{ session: StoredSession; shown: ShownQuestion; attempt: Attempt | undefined }> {
    const { session, shown } = await fetch(tx, owner, id);
    const one = shown.find((each) => each.id === shownQuestionId);
    if (one === undefined) throw new Failure('learning.question-unknown');
    return { session, shown: one, attempt: await findAttempt(tx, owner, shownQuestionId) };
  }

  async function present(tx: Transaction, owner: Owner, id: string): Promise<LearningSession> {
    const { session, shown } = await fetch(tx, owner, id);
    const placement = (await placementsOf(tx, owner)).find(({ sessionId }) => sessionId === id);
    return presentSession({ session, shown, attempts: await attemptsIn(tx, owner, id), masteries: await standingsOf(tx, owner), placement }, await namesIn(tx), now());
  }

  async function tellPages(tx: Transaction, { organisationId, userId }: Owner): Promise<void> {
    await live.publish(tx, { organisationId, userId, event: { kind: 'learning.changed' } });
  }

  /** Shows the next question, or ends the session. Answers whether one was shown. */
  async function showNext(tx: Transaction, owner: Owner, session: StoredSession, bank: Bank, { at, today }: { at: Date; today: string }): Promise<boolean> {
    const shown = await shownIn(tx, owner, session.id);
    const attempts = await attemptsIn(tx, owner, session.id);
    const choice = await nextQuestion(tx, owner, bank, { session, shown, attempts, today, chance: chanceNow() });
    const entry = choice === null ? undefined : bank.byId.get(choice.questionId);
    if (choice === null || entry === undefined) {
      await finish(tx, owner, session, attempts, bank, at);
      return false;
    }
    await insertShown(tx, owner, session.id, { id: newId(), number: shown.length + 1, questionHash: entry.hash, question: entry.question, seed: seedNow(), share: choice.share, reasons: choice.reasons, hintsUsed: 0, shownAt: at, isAnswered: false });
    return true;
  }

  async function finish(tx: Transaction, owner: Owner, session: StoredSession, attempts: readonly Attempt[], bank: Bank, at: Date): Promise<void> {
    await finishSession(tx, owner, session.id, at);
    const [skillId = ''] = session.skillIds;
    if (session.kind !== 'placement' || attempts.length === 0) return;
    const parameters = await parametersOf(tx, bank.bySkill.get(skillId) ?? []);
    const responses = responsesOf(attempts, parameters).map((response, index) => ({ ...response, level: attempts[index]?.level ?? 1 }));
    await savePlacement(tx, owner, { skillId, sessionId: session.id, placement: placementFrom(responses), placedAt: at });
  }

  async function skillsFor(tx: Transaction, owner: Owner, { kind, skillIds }: NewSession, bank: Bank, today: string): Promise<string[]> {
    if (kind === 'placement' && skillIds.length !== 1) throw new Failure('learning.one-skill');
    const unknown = skillIds.find((skillId) => !bank.bySkill.has(skillId));
    if (unknown !== undefined) throw await unknownSkill(tx, unknown, bank);
    if (skillIds.length > 0) return [...new Set(skillIds)];
    const due = dueBySkill(await dueBy(tx, owner, today), bank).map(({ skillId }) => skillId);
    const practised = (await standingsOf(tx, owner)).toSorted((one, other) => one.probability - other.probability).map(({ skillId }) => skillId);
    return [...new Set([...due, ...practised, ...(await wantedSkills(tx, owner))])].filter((skillId) => bank.bySkill.has(skillId)).slice(0, mostSkills);
  }

  async function unknownSkill(tx: Transaction, asked: string, bank: Bank): Promise<Failure> {
    const near = await nearestSkills(await knownTo(tx), asked.replaceAll('-', ' '), mostSearched);
    const nearest = near.filter(({ id }) => bank.bySkill.has(id)).slice(0, mostNearest);
    return new Failure('learning.skill-unknown', { params: { nearest: nearest.map(({ name }) => name).join(', ') }, extra: { nearest: nearest.map(({ id, name }) => ({ skillId: id, name })) } });
  }

  return {
    async overview(person: Person): Promise<LearningOverview> {
      return database.transaction(person, async (tx) => overviewOf(tx, person, { bank: await bankOf(tx), nameOf: await namesIn(tx), wanted: await wantedSkills(tx, person), today: (await momentOf(tx, person)).today, now: now() }));
    },

    async begin(person: Person, wanted: NewSession, settle: Settle<201, LearningSession>): Promise<LearningSession> {
      if ((wanted.minutes !== undefined && wanted.questions !== undefined) || (wanted.kind === 'placement' && (wanted.minutes ?? wanted.questions) !== undefined)) throw new Failure('learning.one-size');
      return database.transaction(person, async (tx) => {
        await lockLearning(tx, person);
        const bank = await bankOf(tx);
        const moment = await momentOf(tx, person);
        const skillIds = await skillsFor(tx, person, wanted, bank, moment.today);
        const minutes = wanted.kind === 'placement' || wanted.questions !== undefined ? null : (wanted.minutes ?? usualMinutes);
        const session: StoredSession = { id: newId(), kind: wanted.kind, skillIds, minutes, questions: wanted.questions ?? null, state: 'open', createdAt: moment.at, activeAt: moment.at, finishedAt: null };
        await insertSession(tx, person, session);
        if (!(await showNext(tx, person, session, bank, moment))) throw new Failure('learning.nothing-to-ask');
        await tellPages(tx, person);
        const body = await present(tx, person, session.id);
        await settle(tx, { status: 201, body });
        return body;
      });
    },

    read: (person: Person, id: string): Promise<LearningSession> => database.transaction(person, (tx) => present(tx, person, id)),

    async verdict(person: Person, id: string, shownQuestionId: string): Promise<LearningVerdict> {
      return database.transaction(person, async (tx) => {
        const { attempt } = await fetchShown(tx, person, id, shownQuestionId);
        if (attempt === undefined) throw new Failure('learning.question-unknown');
        return attempt.verdict;
      });
    },

    /** The first answer counts. The same one again, by whichever way, gets the same verdict; another one is refused. */
    async answer(person: Person, id: string, given: GivenAnswer, settle: Settle<200, { verdict: LearningVerdict; session: LearningSession }>): Promise<{ verdict: LearningVerdict; session: LearningSession }> {
      return database.transaction(person, async (tx) => {
        await lockLearning(tx, person);
        const { session, shown, attempt } = await fetchShown(tx, person, id, given.shownQuestionId);
        const answer = given.answer === null ? null : answerInOwnOrder(shown.question, shown.seed, given.answer);
        let verdict = attempt?.verdict;
        if (attempt !== undefined && !isDeepStrictEqual(attempt.answer, answer)) throw new Failure('learning.already-answered');
        if (verdict === undefined) {
          if (stateAt(session, now()) !== 'open') throw new Failure('learning.session-over');
          const bank = await bankOf(tx);
          const moment = await momentOf(tx, person);
          ({ verdict } = await keepAnswer(tx, person, { place: 'session', sessionId: id, shown, answer, assessment: assess(shown, answer), seconds: given.seconds, moment }, bank));
          await touchSession(tx, person, id, moment.at);
          await showNext(tx, person, session, bank, moment);
          await tellPages(tx, person);
        }
        const body = { verdict, session: await present(tx, person, id) };
        await settle(tx, { status: 200, body });
        return body;
      });
    },

    async hint(person: Person, id: string, { shownQuestionId, number }: { shownQuestionId: string; number: number }, settle: Settle<200, LearningSession>): Promise<LearningSession> {
      return database.transaction(person, async (tx) => {
        await lockLearning(tx, person);
        const { session, shown, attempt } = await fetchShown(tx, person, id, shownQuestionId);
        if (attempt !== undefined) throw new Failure('learning.already-answered');
        if (stateAt(session, now()) !== 'open') throw new Failure('learning.session-over');
        if (number > shown.question.hints.length) throw new Failure('learning.no-more-hints');
        if (number > shown.hintsUsed + 1) throw new Failure('learning.hint-not-yet');
        if (number > shown.hintsUsed) {
          await saveHints(tx, person, shownQuestionId, number);
          await touchSession(tx, person, id, new Date(now()));
          await tellPages(tx, person);
        }
        const body = await present(tx, person, id);
        await settle(tx, { status: 200, body });
        return body;
      });
    },

    async finish(person: Person, id: string, settle: Settle<200, LearningSession>): Promise<LearningSession> {
      return database.transaction(person, async (tx) => {
        await lockLearning(tx, person);
        const { session } = await fetch(tx, person, id);
        if (session.state === 'open') {
          await finish(tx, person, session, await attemptsIn(tx, person, id), await bankOf(tx), new Date(now()));
          await tellPages(tx, person);
        }
        const body = await present(tx, person, id);
        await settle(tx, { status: 200, body });
        return body;
      });
    },

    /** What a question was and what was answered to it, once it was. */
    async answered(person: Person, id: string, shownQuestionId: string): Promise<{ shown: ShownQuestion; attempt: Attempt }> {
      return database.transaction(person, async (tx) => {
        const { shown, attempt } = await fetchShown(tx, person, id, shownQuestionId);
        if (attempt === undefined) throw new Failure('learning.question-unknown');
        return { shown, attempt };
      });
    },
  };
}
