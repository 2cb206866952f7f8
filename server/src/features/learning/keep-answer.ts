/** An answer that counts, with all that follows from it, wherever it was given. */
import type { LearningVerdict } from '@cairn/contracts';
import { countedSeconds, creditOf, guessingOf, type Answer, type Assessment } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import type { Live } from '../../platform/live/live.ts';
import type { KnownTo } from '../knowledge/index.ts';
import type { Bank } from './bank.ts';
import { insertAttempt, type AnsweredPlace, type Owner, type ShownQuestion } from './learning.store.ts';
import { makeVerdict } from './make-verdict.ts';
import { findMemory } from './memory.store.ts';
import { keepMastery, keepMemory, keepMemoryFactor, type Remembered } from './record-answer.ts';
import { standingsOf } from './standings.ts';

export interface KeepAnswerParts {
  readonly live: Live;
  readonly knownTo: KnownTo;
  /** Something that counts as activity was done, in the transaction that did it. */
  readonly activityChanged: (tx: Transaction, owner: Owner) => Promise<void>;
}

/** `today` is the day of `at` in the person's time zone. */
export interface Moment {
  readonly at: Date;
  readonly today: string;
}

export interface AnswerToKeep {
  readonly place: AnsweredPlace;
  readonly sessionId: string | null;
  readonly shown: ShownQuestion;
  /** In the question's own order; null: "I do not know". */
  readonly answer: Answer | null;
  readonly assessment: Assessment;
  readonly seconds: number;
  readonly moment: Moment;
}

export type KeepAnswer = (tx: Transaction, owner: Owner, given: AnswerToKeep, bank: Bank) => Promise<{ readonly verdict: LearningVerdict }>;

export function createKeepAnswer({ live, knownTo, activityChanged }: KeepAnswerParts): KeepAnswer {
  return async (tx, { organisationId, userId }, { place, sessionId, shown, answer, assessment, seconds, moment }, bank) => {
    const owner = { organisationId, userId };
    const { question, questionHash, hintsUsed } = shown;
    const { at, today } = moment;
    const { skills } = await knownTo(tx);
    const { memory, stabilityBefore, elapsedDays } = await memoryAfter(tx, owner, shown, assessment.right, moment);
    const verdict = makeVerdict({ shown, assessment, at, today, nextOn: memory.dueOn, masteries: await standingsOf(tx, owner), bank, nameOf: (skillId) => skills.get(skillId)?.name ?? skillId });
    await insertAttempt(tx, owner, {
      shownQuestionId: shown.id, sessionId, place, questionId: question.id, questionHash, skillId: question.skillId, level: question.level, answer, score: assessment.score,
      credit: creditOf(question, assessment), guessing: guessingOf(question), isRight: assessment.right, hintsUsed, seconds, countedSeconds: countedSeconds(question.kind, seconds), stabilityBefore, elapsedDays, verdict, at,
    });
    await keepMemoryFactor(tx, owner, elapsedDays);
    if (await keepMastery(tx, owner, question, at)) await live.publish(tx, { ...owner, event: { kind: 'skills.changed' } });
    await activityChanged(tx, owner);
    return { verdict };
  };
}

/** An answer that arrives after a later one to the same question counts for mastery; memory goes on from the later one. */
async function memoryAfter(tx: Transaction, owner: Owner, { question, hintsUsed }: ShownQuestion, right: boolean, { at, today }: Moment): Promise<Remembered> {
  const later = await findMemory(tx, owner, question.id);
  if (later !== undefined && later.reviewedAt > at) return { memory: later, stabilityBefore: null, elapsedDays: null };
  return keepMemory(tx, owner, { question, right, hintsUsed, at, today });
}
