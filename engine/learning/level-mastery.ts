/** Mastery of one level of a skill from all answers to its questions, whether it proves the level, and until when. */
import type { Reason } from '../reasons/reason.ts';
import { creditAfterHints } from './item-prior.ts';
import { retrievability, type Memory } from './memory.ts';
import { isProven, traceMastery, type Mastery, type Observation } from './knowledge-tracing.ts';

export interface LevelAnswer extends Observation {
  readonly questionId: string;
  /** Unix time in milliseconds. */
  readonly at: number;
}

export interface LevelMastery extends Mastery {
  /** Different questions among the answers: asking one five times proves nothing. */
  readonly questions: number;
  /** When the answers first proved the level, and prove it since; null while they do not. */
  readonly provenAt: number | null;
  readonly reasons: readonly Reason[];
}

/**
 * Knowledge tracing takes no account of forgetting: after many right answers it explains wrong ones as slips. So what is proven also has to show
 * lately: of the last five answers, at least so much is right, each counted by the hints that it took.
 */
const lately = { answers: 5, right: 3 } as const;

/** Of the answers in their order, oldest first. Proven: probability 0.95 and more, five different questions and more, and 3 of the last 5 answers right. */
export function masteryOfLevel(answers: readonly LevelAnswer[]): LevelMastery {
  const mastery = traceMastery(answers);
  const questions = new Set(answers.map(({ questionId }) => questionId)).size;
  return { ...mastery, questions, provenAt: provenSince(answers), reasons: reasonsOf(answers, mastery, questions) };
}

function provenSince(answers: readonly LevelAnswer[]): number | null {
  let since: number | null = null;
  for (let count = answers.length; count > 0; count -= 1) {
    const some = answers.slice(0, count);
    if (!isRightLately(some) || !isProven({ ...traceMastery(some), answers: new Set(some.map(({ questionId }) => questionId)).size })) break;
    since = some.at(-1)?.at ?? null;
  }
  return since;
}

function isRightLately(answers: readonly LevelAnswer[]): boolean {
  return answers.slice(-lately.answers).reduce((sum, { score, hintsUsed }) => sum + creditAfterHints(score, hintsUsed), 0) >= lately.right;
}

function reasonsOf(answers: readonly LevelAnswer[], { probability, uncertainty }: Mastery, questions: number): Reason[] {
  const evidence = [{ source: 'formula', id: 'mastery' }] as const;
  const before = traceMastery([]).probability;
  const right = answers.filter(({ score, hintsUsed }) => score >= 1 && hintsUsed === 0).length;
  const helped = answers.filter(({ score, hintsUsed }) => score >= 1 && hintsUsed > 0).length;
  return [
    { what: { code: 'learning.mastery.before', params: {} }, effect: percent(before), evidence },
    { what: { code: 'learning.mastery.answers', params: { count: answers.length, questions, right, helped, wrong: answers.length - right - helped } }, effect: percent(probability) - percent(before), evidence },
    { what: { code: 'learning.mastery.uncertainty', params: { deviation: percent(uncertainty) } }, effect: 0, evidence },
  ];
}

const percent = (share: number): number => Math.round(100 * share);

/** A proven level counts while at least so much of what proved it is likely to be still known. */
export const fadesBelow = 0.7;

export interface KeptMemory extends Memory {
  /** Unix time in milliseconds. */
  readonly reviewedAt: number;
}

const dayMilliseconds = 86_400_000;

/** Mean retrievability at `at` of the questions that were answered; 0 when there is none. */
export function meanRetrievability(memories: readonly KeptMemory[], at: number, factor: number): number {
  if (memories.length === 0) return 0;
  return memories.reduce((sum, memory) => sum + retrievability(memory, (at - memory.reviewedAt) / dayMilliseconds, factor), 0) / memories.length;
}

/** Who does not practise for so long does not show it any more, however well it was known. */
const longestDays = 3650;

/**
 * The time (Unix, milliseconds) from which the level has faded if nothing is practised: when the mean retrievability of its questions
 * falls below 0.7. It falls all the time, so halving finds it, to the minute. Not before the last review, not later than ten years after it.
 */
export function fadesAt(memories: readonly KeptMemory[], factor: number): number {
  const last = Math.max(0, ...memories.map(({ reviewedAt }) => reviewedAt));
  let [low, high] = [last, last + longestDays * dayMilliseconds];
  if (meanRetrievability(memories, low, factor) < fadesBelow) return low;
  if (meanRetrievability(memories, high, factor) >= fadesBelow) return high;
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2);
    if (meanRetrievability(memories, middle, factor) < fadesBelow) high = middle;
    else low = middle;
  }
  return high;
}
