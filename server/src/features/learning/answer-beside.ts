/** Answers given beside sessions: at the end of a lesson, or with the tutor. */
import { localDay } from '@cairn/engine/calendar';
import { assessAnswer, type Answer, type Question } from '@cairn/engine/learning';
import type { Reason } from '@cairn/engine/reasons';
import type { Transaction } from '../../platform/database/database.ts';
import type { Live } from '../../platform/live/live.ts';
import { hashOf, type BankOf } from './bank.ts';
import type { KeepAnswer } from './keep-answer.ts';
import { insertShown, lockLearning, timesAnswered, type AnsweredPlace, type Owner } from './learning.store.ts';
import { findMemory } from './memory.store.ts';
import { standingsOf } from './standings.ts';

export interface AnswerBeside {
  readonly place: Exclude<AnsweredPlace, 'session'>;
  readonly question: Question;
  /** Counts in the question's own order; null: "I do not know". */
  readonly answer: Answer | null;
  readonly hintsUsed: 0 | 1 | 2 | 3;
  readonly seconds: number;
  /** When it was given, Unix time in milliseconds; past for what was answered without a network. */
  readonly at: number;
}

export interface CountedAnswer {
  /** False for another answer to the question on the same day of the person's: what is right was shown after the first. */
  readonly isCounted: boolean;
  /** The person's own day, 'YYYY-MM-DD'. */
  readonly answeredOn: string;
  /** The day on which it is asked again; null where it never is. */
  readonly nextOn: string | null;
  /** Mastery of the question's level with this answer. */
  readonly probability: number;
  readonly provenAt: Date | null;
  readonly reasons: readonly Reason[];
}

export interface AnswerBesideParts {
  readonly live: Live;
  readonly bankOf: BankOf;
  readonly timeZoneOf: (tx: Transaction, userId: string) => Promise<string>;
  readonly keepAnswer: KeepAnswer;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Times that a device tells are believed so far back: its clock may be wrong. */
const longestAgoMilliseconds = 30 * 86_400_000;

/** Throws AnswerError of the engine for an answer that does not have the question's form. */
export type AnswerBesideSession = (tx: Transaction, owner: Owner, given: AnswerBeside) => Promise<CountedAnswer>;

export function createAnswerBeside({ live, bankOf, timeZoneOf, keepAnswer, now, newId }: AnswerBesideParts): AnswerBesideSession {
  return async (tx, owner, { place, question, answer, hintsUsed, seconds, at: givenAt }) => {
    const assessment = assessAnswer(question, answer, hintsUsed);
    await lockLearning(tx, owner);
    const zone = await timeZoneOf(tx, owner.userId);
    const at = new Date(Math.max(now() - longestAgoMilliseconds, Math.min(givenAt, now())));
    const today = localDay(at.getTime(), zone);
    const isCounted = (await timesAnswered(tx, owner, question.id)).every((time) => localDay(time.getTime(), zone) !== today);
    if (isCounted) {
      const share = (await findMemory(tx, owner, question.id)) === undefined ? 'new' : 'due';
      const shown = { id: newId(), number: 1, questionHash: hashOf(question), question, seed: 0, share, reasons: [], hintsUsed, shownAt: at, isAnswered: false } as const;
      await insertShown(tx, owner, null, shown);
      await keepAnswer(tx, owner, { place, sessionId: null, shown, answer, assessment, seconds, moment: { at, today } }, await bankOf(tx));
      await live.publish(tx, { organisationId: owner.organisationId, userId: owner.userId, event: { kind: 'learning.changed' } });
    }
    const mastery = (await standingsOf(tx, owner)).find(({ skillId, level }) => skillId === question.skillId && level === question.level);
    return { isCounted, answeredOn: today, nextOn: (await findMemory(tx, owner, question.id))?.dueOn ?? null, probability: mastery?.probability ?? 0, provenAt: mastery?.provenAt ?? null, reasons: mastery?.reasons ?? [] };
  };
}
