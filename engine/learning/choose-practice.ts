import type { Level } from '../knowledge/types.ts';
import type { BankQuestion, QuestionKind } from './question.ts';

export interface PracticeRequest {
  /** Of one skill. */
  readonly questions: readonly BankQuestion[];
  /** Null: from every level. */
  readonly level: Level | null;
  readonly count: number;
  /** Ids of questions that are not to come. */
  readonly exclude: readonly string[];
}

/**
 * Questions for a quiz of one sitting, from easy to hard. With a level, those of it, then of the levels nearest to it, the
 * lower of two as near first; without one, each level in turn. Within a level each kind of question in turn, by id. Same
 * input, same quiz; the order of the input does not matter.
 */
export function choosePractice({ questions, level, count, exclude }: PracticeRequest): BankQuestion[] {
  const excluded = new Set(exclude);
  const byLevel = Map.groupBy(questions.filter(({ id }) => !excluded.has(id)), (question) => question.level);
  const levels = [...byLevel.keys()].sort((a, b) => (level === null ? a - b : Math.abs(a - level) - Math.abs(b - level) || a - b));
  const mixed = levels.map((each) => kindsInTurn(byLevel.get(each) ?? []));
  const chosen = (level === null ? inTurn(mixed) : mixed.flat()).slice(0, count);
  return chosen.map((question, at) => ({ question, at })).sort((a, b) => a.question.level - b.question.level || a.at - b.at).map(({ question }) => question);
}

function kindsInTurn(questions: readonly BankQuestion[]): BankQuestion[] {
  const byKind = Map.groupBy(questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)), ({ kind }): QuestionKind => kind);
  return inTurn([...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => alike));
}

function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
