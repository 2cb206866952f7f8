/** What follows from an answer that counts: the memory of its question, the mastery of its level, how long the person remembers. */
import { daysBetween } from '@cairn/engine/calendar';
import { dueOn, estimateMemoryFactor, fadesAt, gradeOf, masteryOfLevel, remember, type Question } from '@cairn/engine/learning';
import type { Transaction } from '../../platform/database/database.ts';
import { levelAttemptsOf, reviewsOf, type Owner } from './learning.store.ts';
import { findLearner, findMemory, masteriesOf, memoriesOf, saveLearner, saveMastery, saveMemory, type QuestionMemory } from './memory.store.ts';

export interface Answered {
  readonly question: Question;
  readonly right: boolean;
  readonly hintsUsed: 0 | 1 | 2 | 3;
  /** Not before any earlier answer. */
  readonly at: Date;
  readonly today: string;
}

export interface Remembered {
  readonly memory: QuestionMemory;
  readonly stabilityBefore: number | null;
  readonly elapsedDays: number | null;
}

/** How many reviews say how long somebody remembers: older ones tell of another person. */
const mostReviews = 400;

/** Keeps the memory of the question; the attempt itself is stored by the caller, with what this answers. */
export async function keepMemory(tx: Transaction, owner: Owner, { question, right, hintsUsed, at, today }: Answered): Promise<Remembered> {
  const before = await findMemory(tx, owner, question.id);
  const factor = (await findLearner(tx, owner))?.factor ?? 1;
  // Somebody who flies west may answer on a day before the last one.
  const elapsedDays = before === undefined ? null : Math.max(0, daysBetween(before.reviewedOn, today));
  const after = remember(before ?? null, { elapsedDays: elapsedDays ?? 0, grade: gradeOf({ right, hintsUsed }), factor });
  const memory: QuestionMemory = { questionId: question.id, skillId: question.skillId, level: question.level, kind: question.kind, ...after, reviewedAt: at, reviewedOn: today, dueOn: dueOn(after, today, factor) };
  await saveMemory(tx, owner, memory);
  return { memory, stabilityBefore: before?.stability ?? null, elapsedDays };
}

/** From all reviews anew, once one is there that was asked again on a later day. */
export async function keepMemoryFactor(tx: Transaction, owner: Owner, elapsedDays: number | null): Promise<void> {
  if (elapsedDays === null || elapsedDays < 1) return;
  await saveLearner(tx, owner, estimateMemoryFactor(await reviewsOf(tx, owner, mostReviews)));
}

/** After the attempt is stored. Answers whether what is proven has changed. */
export async function keepMastery(tx: Transaction, owner: Owner, { skillId, level }: Pick<Question, 'skillId' | 'level'>, at: Date): Promise<boolean> {
  const before = (await masteriesOf(tx, owner)).find((one) => one.skillId === skillId && one.level === level);
  const answers = (await levelAttemptsOf(tx, owner, skillId, level)).map(({ credit, at: answeredAt, ...answer }) => ({ ...answer, score: credit, at: answeredAt.getTime() }));
  const { probability, uncertainty, answers: count, provenAt, reasons } = masteryOfLevel(answers);
  const memories = (await memoriesOf(tx, owner, [skillId])).filter((memory) => memory.level === level).map(({ reviewedAt, ...memory }) => ({ ...memory, reviewedAt: reviewedAt.getTime() }));
  const factor = (await findLearner(tx, owner))?.factor ?? 1;
  const after = { skillId, level, probability, uncertainty, answers: count, reasons, provenAt: provenAt === null ? null : new Date(provenAt), fadesAt: new Date(fadesAt(memories, factor)) };
  await saveMastery(tx, owner, after);
  const counts = (one: { provenAt: Date | null; fadesAt: Date } | undefined): boolean => one !== undefined && one.provenAt !== null && one.fadesAt > at;
  return counts(before) !== counts(after);
}
