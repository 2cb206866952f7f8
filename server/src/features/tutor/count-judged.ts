/** A judged answer counts for what the person has learned, once for each exercise: the first, with the hints that came before it. */
import { answerInOwnOrder } from '@cairn/engine/learning';
import { isAnswer, type Act, type Move } from '@cairn/engine/tutor';
import type { Transaction } from '../../platform/database/database.ts';
import type { CountAnswer } from '../learning/index.ts';
import type { Material } from './material.ts';
import { answerIn, seedFor } from './tutor-turn.ts';
import { openExerciseOf, type Owner, type StoredChat } from './tutor.store.ts';

export interface JudgedTurn {
  /** As the turn began. */
  readonly chat: StoredChat;
  readonly act: Act;
  readonly moves: readonly Move[];
}

/**
 * In the transaction that keeps the turn, under the chat's lock. A model may have had the message judged; whether it is an answer that counts is
 * said by the same rule as without one. Null where nothing counts.
 */
export async function countJudged(tx: Transaction, owner: Owner, { chat, act, moves }: JudgedTurn, { material, countAnswer }: { readonly material: Material; readonly countAnswer: CountAnswer }): Promise<Move | null> {
  const { open } = chat.standing;
  const question = open === null ? undefined : material.question(open.questionId);
  if (open === null || question === undefined || !isAnswer(chat.standing, act) || !moves.some(({ kind }) => kind === 'judgement')) return null;
  const exercise = await openExerciseOf(tx, owner, chat.id);
  if (exercise === undefined) return null;
  const seed = seedFor(chat.id, question.id);
  const counted = await countAnswer(tx, owner, {
    chatId: chat.id, number: exercise.number, question, seed, hintsUsed: open.hints as 0 | 1 | 2 | 3, answer: answerInOwnOrder(question, seed, answerIn(question, chat.id, act)), shownAt: exercise.createdAt,
  });
  return counted && { kind: 'say', message: { code: 'tutor.counted', params: { days: counted.nextInDays } } };
}
