/** Every question that may be asked: Cairn's own and the organisation's. */
import { priorOf, type ItemParameters, type Lesson, type Question } from '@cairn/engine/learning';
import type { LearningMaterial } from '@cairn/knowledge/learning';
import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/database/database.ts';
import { estimatesOf } from './estimates.store.ts';

export interface BankEntry {
  readonly question: Question;
  /** Of the question as it stands: one that was reworded is another. */
  readonly hash: string;
}

export interface Bank {
  readonly byId: ReadonlyMap<string, BankEntry>;
  readonly bySkill: ReadonlyMap<string, readonly BankEntry[]>;
  /** What to read where a question was not answered rightly. */
  lessonFor(question: Question): Lesson | undefined;
}

export type BankOf = (tx: Transaction) => Promise<Bank>;

export interface BankParts {
  /** Called when somebody first learns: a few megabytes that a start does not need. */
  readonly material: () => LearningMaterial;
  readonly questionsOf: (tx: Transaction) => Promise<readonly Question[]>;
}

export function createBank({ material, questionsOf }: BankParts): BankOf {
  let own: Bank | undefined;
  return async (tx) => {
    own ??= bankFrom(material().questions.map(entryOf), material().lessons);
    const more = await questionsOf(tx);
    if (more.length === 0) return own;
    // The organisation's own word on a question stands before Cairn's.
    return bankFrom([...new Map([...own.byId.values(), ...more.map(entryOf)].map((entry) => [entry.question.id, entry])).values()], material().lessons);
  };
}

export function hashOf(question: Question): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 22);
}

const entryOf = (question: Question): BankEntry => ({ question, hash: hashOf(question) });

function bankFrom(entries: readonly BankEntry[], lessons: readonly Lesson[]): Bank {
  const byCheck = new Map(lessons.flatMap((lesson) => lesson.checks.map((check) => [check, lesson] as const)));
  return {
    byId: new Map(entries.map((entry) => [entry.question.id, entry])),
    bySkill: Map.groupBy(entries, ({ question }) => question.skillId),
    lessonFor: ({ id, skillId, level }) => byCheck.get(id) ?? lessons.find((lesson) => lesson.skillId === skillId && lesson.level === level),
  };
}

/** Of each entry: as the organisation's answers have shown it, else as its author saw it. */
export async function parametersOf(tx: Transaction, entries: readonly BankEntry[]): Promise<Map<string, ItemParameters>> {
  const estimates = new Map((await estimatesOf(tx, entries.map(({ question }) => question.id))).map((estimate) => [estimate.questionId, estimate]));
  return new Map(entries.map(({ question, hash }) => {
    const prior = priorOf(question);
    const estimate = estimates.get(question.id);
    return [question.id, estimate?.questionHash === hash ? { ...prior, discrimination: estimate.discrimination, difficulty: estimate.difficulty } : prior];
  }));
}
