import type { Level } from '../knowledge/types.ts';
import type { BankQuestion } from '../learning/question.ts';
import { seedOf } from '../seeds/seeded-random.ts';

/** By form, the less a person has to bring up themselves the sooner: to recognise is easier than to recall. */
const effort: Readonly<Record<BankQuestion['kind'], number>> = { single: 0, multiple: 1, order: 2, blank: 3, output: 3, text: 4 };

/**
 * The question that comes next: not shown before, at the level or as near as there is, below before above; of those
 * alike the one by a number from the seed (a whole number, 0 to 2³² − 1), so that two people do not get the same ones in
 * the same order. Undefined when every question was shown.
 */
export function chooseExercise<Q extends Pick<BankQuestion, 'id' | 'level' | 'kind'>>(questions: readonly Q[], { level, shown, seed }: { readonly level: Level; readonly shown: readonly string[]; readonly seed: number }): Q | undefined {
  const open = questions.filter(({ id }) => !shown.includes(id));
  const distance = (of: Q) => 2 * Math.abs(of.level - level) + (of.level > level ? 1 : 0);
  const nearest = Math.min(...open.map(distance));
  return open.filter((question) => distance(question) === nearest).toSorted((one, other) => seedOf(`${String(seed)} ${one.id}`) - seedOf(`${String(seed)} ${other.id}`))[0];
}

/** A question to look at with its answer: of the lowest level up to the one asked for, of the easiest form. */
export function chooseWorked<Q extends Pick<BankQuestion, 'id' | 'level' | 'kind'>>(questions: readonly Q[], level: Level): Q | undefined {
  const upTo = questions.filter((question) => question.level <= level);
  return (upTo.length > 0 ? upTo : questions).toSorted((one, other) => Math.abs(level - one.level) - Math.abs(level - other.level) || effort[one.kind] - effort[other.kind] || (one.id < other.id ? -1 : 1))[0];
}
