/** A judged answer counts for what the person has learned, with the hints that came before it. */
import { daysBetween } from '@cairn/engine/calendar';
import { answerInOwnOrder } from '@cairn/engine/learning';
import { isAnswer, type Act, type Move } from '@cairn/engine/tutor';
import type { Transaction } from '../../platform/database/database.ts';
import type { AnswerBesideSession } from '../learning/index.ts';
import type { Material } from './material.ts';
import { answerIn, seedFor } from './tutor-turn.ts';
import { openExerciseOf, type Owner, type StoredChat } from './tutor.store.ts';

export interface JudgedTurn {
  /** As the turn began. */
  readonly chat: StoredChat;
  readonly act: Act;
  readonly moves: readonly Move[];
  /** Unix time in milliseconds. */
  readonly at: number;
}

/**
 * In the transaction that keeps the turn, under the chat's lock. A model may have had the message judged; whether it is an answer that counts is
 * said by the same rule as without one. Null where nothing counts: of several answers to a question on one day the first does.
 */
export async function countJudged(tx: Transaction, owner: Owner, { chat, act, moves, at }: JudgedTurn, { material, answerBeside }: { readonly material: Material; readonly answerBeside: AnswerBesideSession }): Promise<Move | null> {
  const { open } = chat.standing;
  const question = open === null ? undefined : material.question(open.questionId);
  if (open === null || question === undefined || !isAnswer(chat.standing, act) || !moves.some(({ kind }) => kind === 'judgement')) return null;
  const shownAt = (await openExerciseOf(tx, owner, chat.id))?.createdAt.getTime() ?? at;
  const answer = answerInOwnOrder(question, seedFor(chat.id, question.id), answerIn(question, chat.id, act));
  const { isCounted, answeredOn, nextOn } = await answerBeside(tx, owner, { place: 'tutor', question, answer, hintsUsed: open.hints as 0 | 1 | 2 | 3, seconds: Math.max(0, at - shownAt) / 1000, at });
  return isCounted && nextOn !== null ? { kind: 'say', message: { code: 'tutor.counted', params: { days: daysBetween(answeredOn, nextOn) } } } : null;
}
