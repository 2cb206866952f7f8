/** Answers that another feature asked for and that count here: the same attempts, under a session of their own. */
import type { Answer, Question } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import type { AnswerBook } from './answer-book.ts';
import { hashOf, type BankOf } from './bank.ts';
import { hasShown, insertShown, insertTutorSession, lockLearning, type Owner, type ShownQuestion } from './learning.store.ts';
import { findMemory } from './memory.store.ts';

export interface AnswerElsewhere {
  /** Of the chat in which the question was asked. */
  readonly chatId: string;
  /** Of the question within the chat: the same number counts once, whatever is sent how often. */
  readonly number: number;
  readonly question: Question;
  /** As it was shown with. */
  readonly seed: number;
  readonly hintsUsed: 0 | 1 | 2 | 3;
  /** In the question's own order. */
  readonly answer: Answer;
  readonly shownAt: Date;
}

/** Answers in how many days the question comes again; null where the answer does not count. */
export type CountAnswer = (tx: Transaction, owner: Owner, given: AnswerElsewhere) => Promise<{ readonly nextInDays: number } | null>;

export interface CountAnswerParts {
  readonly bankOf: BankOf;
  readonly book: AnswerBook;
  readonly newId: () => string;
}

/**
 * The first answer to a question of a chat counts, and one a day to a question: who has been told the answer shows nothing by giving it again at
 * once in another chat.
 */
export function createCountAnswer({ bankOf, book, newId }: CountAnswerParts): CountAnswer {
  return async (tx, owner, { chatId, number, question, seed, hintsUsed, answer, shownAt }) => {
    await lockLearning(tx, owner);
    const moment = await book.momentOf(tx, owner);
    if ((await hasShown(tx, owner, chatId, number)) || (await findMemory(tx, owner, question.id))?.reviewedOn === moment.today) return null;
    const shown: ShownQuestion = { id: newId(), number, questionHash: hashOf(question), question, seed, share: 'new', reasons: [], hintsUsed, shownAt, isAnswered: false };
    await insertTutorSession(tx, owner, { id: chatId, skillId: question.skillId, at: moment.at });
    await insertShown(tx, owner, chatId, shown);
    const seconds = Math.max(0, moment.at.getTime() - shownAt.getTime()) / 1000;
    const { nextInDays } = await book.store(tx, owner, { sessionId: chatId, shown, answer, seconds, moment, bank: await bankOf(tx) });
    return { nextInDays };
  };
}
