/** What the choice of the next question needs, fetched, and the question chosen. */
import { daysBetween } from '@cairn/engine/calendar';
import { chooseNext, choosePlacement, creditAfterHints, placementEnds, usualParameters, type BankItem, type Choice, type ItemParameters, type Response, type SkillHistory } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import { parametersOf, type Bank } from './bank.ts';
import { lastAnswersOf, type Attempt, type LastAnswer, type Owner, type ShownQuestion, type StoredSession } from './learning.store.ts';
import { findLearner, memoriesOf } from './memory.store.ts';
import { standingsOf } from './standings.ts';

export interface NextRequest {
  readonly session: Pick<StoredSession, 'kind' | 'skillIds' | 'minutes' | 'questions'>;
  readonly shown: readonly ShownQuestion[];
  /** Of this session. */
  readonly attempts: readonly Pick<Attempt, 'questionId' | 'credit' | 'hintsUsed' | 'countedSeconds' | 'guessing' | 'level'>[];
  readonly today: string;
  /** 0 to below 1. */
  readonly chance: number;
}

/** Null: the session is over, for it has its size or there is nothing left to ask. */
export async function nextQuestion(tx: Transaction, owner: Owner, bank: Bank, request: NextRequest): Promise<Choice | null> {
  const { session, shown, attempts, chance, today } = request;
  if (hasItsSize(request)) return null;
  const entries = session.skillIds.flatMap((skillId) => bank.bySkill.get(skillId) ?? []);
  const parameters = await parametersOf(tx, entries);
  const items = entries.flatMap(({ question: { id, skillId, level } }): BankItem[] => {
    const known = parameters.get(id);
    return known === undefined ? [] : [{ questionId: id, skillId, level, parameters: known }];
  });
  if (session.kind === 'placement') {
    const responses = responsesOf(attempts, parameters);
    return placementEnds(responses) ? null : choosePlacement(items, responses, new Set(shown.map(({ question }) => question.id)), chance);
  }
  const [answers, masteries, memories, learner] = [await lastAnswersOf(tx, owner, session.skillIds), await standingsOf(tx, owner), await memoriesOf(tx, owner, session.skillIds), await findLearner(tx, owner)];
  return chooseNext({
    bank: items, today, chance,
    histories: session.skillIds.map((skillId): SkillHistory => ({
      skillId,
      responses: responsesOf(answers.filter((answer) => answer.skillId === skillId), parameters),
      mastery: masteries.filter((mastery) => mastery.skillId === skillId),
    })),
    memories: memories.map((memory) => ({ ...memory, elapsedDays: Math.max(0, daysBetween(memory.reviewedOn, today)) })),
    asked: shown.map(({ question: { id, skillId }, share }) => ({ questionId: id, skillId, share })),
    memoryFactor: learner?.factor ?? 1,
  });
}

function hasItsSize({ session, attempts }: NextRequest): boolean {
  if (session.questions !== null) return attempts.length >= session.questions;
  if (session.minutes !== null) return attempts.reduce((sum, { countedSeconds }) => sum + countedSeconds, 0) >= 60 * session.minutes;
  return false;
}

/** What answers say about the ability. A question that the bank has no more counts by its level and form. */
export function responsesOf(answers: readonly Pick<LastAnswer, 'questionId' | 'credit' | 'guessing' | 'hintsUsed' | 'level'>[], parameters: ReadonlyMap<string, ItemParameters>): Response[] {
  return answers.map(({ questionId, credit, guessing, hintsUsed, level }) => ({ item: parameters.get(questionId) ?? usualParameters(level, guessing), score: creditAfterHints(credit, hintsUsed) }));
}
