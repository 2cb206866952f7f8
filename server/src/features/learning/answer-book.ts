/** Answers that count, one after the other: the attempt with its verdict, and all that follows from it. */
import type { LearningVerdict } from '@cairn/contracts';
import { localDay } from '@cairn/engine/calendar';
import { AnswerError, assessAnswer, countedSeconds, creditOf, guessingOf, type Answer, type Assessment } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo } from '../knowledge/index.ts';
import type { Bank } from './bank.ts';
import { insertAttempt, lastAnsweredAt, touchSession, type Owner, type ShownQuestion } from './learning.store.ts';
import { makeVerdict } from './make-verdict.ts';
import { masteriesOf } from './memory.store.ts';
import type { NameOf } from './present-session.ts';
import { keepMastery, keepMemory, keepMemoryFactor } from './record-answer.ts';

export interface AnswerBookParts {
  readonly live: Live;
  readonly knownTo: KnownTo;
  readonly timeZoneOf: (tx: Transaction, userId: string) => Promise<string>;
  /** Something that counts as activity was done, in the transaction that did it. */
  readonly activityChanged: (tx: Transaction, owner: Owner) => Promise<void>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface Moment {
  readonly at: Date;
  /** The person's own day. */
  readonly today: string;
}

export interface AnswerToKeep {
  readonly sessionId: string;
  readonly shown: ShownQuestion;
  /** In the question's own order; null: "I do not know". */
  readonly answer: Answer | null;
  readonly seconds: number;
  readonly moment: Moment;
  readonly bank: Bank;
}

export type AnswerBook = ReturnType<typeof createAnswerBook>;

export function createAnswerBook({ live, knownTo, timeZoneOf, activityChanged, now }: AnswerBookParts) {
  async function namesIn(tx: Transaction): Promise<NameOf> {
    const { skills } = await knownTo(tx);
    return (skillId) => skills.get(skillId)?.name ?? skillId;
  }

  return {
    namesIn,

    /** Never before the last answer, wherever the clock was set to. */
    async momentOf(tx: Transaction, owner: Owner): Promise<Moment> {
      const last = await lastAnsweredAt(tx, owner);
      const at = new Date(Math.max(now(), last?.getTime() ?? 0));
      return { at, today: localDay(at.getTime(), await timeZoneOf(tx, owner.userId)) };
    },

    /** Whoever calls holds the lock of the person's learning, and has seen that this shown question has no answer yet. */
    async store(tx: Transaction, owner: Owner, { sessionId, shown, answer, seconds, moment: { at, today }, bank }: AnswerToKeep): Promise<LearningVerdict> {
      const { question, hintsUsed } = shown;
      const assessment = assess(shown, answer);
      const { memory, stabilityBefore, elapsedDays } = await keepMemory(tx, owner, { question, right: assessment.right, hintsUsed, at, today });
      const verdict = makeVerdict({ shown, assessment, at, today, nextOn: memory.dueOn, masteries: await masteriesOf(tx, owner), bank, nameOf: await namesIn(tx) });
      await insertAttempt(tx, owner, {
        shownQuestionId: shown.id, sessionId, questionId: question.id, questionHash: shown.questionHash, skillId: question.skillId, level: question.level, answer, score: assessment.score,
        credit: creditOf(question, assessment), guessing: guessingOf(question), isRight: assessment.right, hintsUsed, seconds, countedSeconds: countedSeconds(question.kind, seconds), stabilityBefore, elapsedDays, verdict, at,
      });
      await keepMemoryFactor(tx, owner, elapsedDays);
      const provenChanged = await keepMastery(tx, owner, question, at);
      await touchSession(tx, owner, sessionId, at);
      if (provenChanged) await live.publish(tx, { organisationId: owner.organisationId, userId: owner.userId, event: { kind: 'skills.changed' } });
      await activityChanged(tx, owner);
      return verdict;
    },
  };
}

function assess({ question, hintsUsed }: ShownQuestion, answer: Answer | null): Assessment {
  try {
    return assessAnswer(question, answer, hintsUsed);
  } catch (error) {
    if (error instanceof AnswerError) throw new Failure('learning.answer-does-not-fit', { cause: error });
    throw error;
  }
}
