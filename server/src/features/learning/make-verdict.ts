/** The verdict on an answer, as it is stored with the attempt and given back whenever it is asked for. */
import type { LearningVerdict } from '@cairn/contracts';
import { daysBetween } from '@cairn/engine/calendar';
import { rightAnswerOf, weakBelow, type Assessment } from '@cairn/engine/learning';
import type { Level } from '@cairn/engine/knowledge';
import { mutable } from '../../platform/mutable.ts';
import type { Bank } from './bank.ts';
import type { ShownQuestion } from './learning.store.ts';
import type { StoredMastery } from './memory.store.ts';
import type { NameOf } from './present-session.ts';

export interface VerdictFacts {
  readonly shown: ShownQuestion;
  readonly assessment: Assessment;
  readonly at: Date;
  readonly today: string;
  readonly nextOn: string;
  readonly masteries: readonly StoredMastery[];
  readonly bank: Bank;
  readonly nameOf: NameOf;
}

export function makeVerdict({ shown, assessment, at, today, nextOn, masteries, bank, nameOf }: VerdictFacts): LearningVerdict {
  const { question, seed, hintsUsed } = shown;
  const { right, accuracy, depth, misconceptions, rubric } = assessment;
  return mutable({
    shownQuestionId: shown.id, questionId: question.id, skillId: question.skillId, skill: nameOf(question.skillId), level: question.level, ask: question.ask,
    right, accuracy, depth, misconceptions, points: rubric === null ? null : rubric.points,
    rightAnswer: rightAnswerOf(question, seed), explanation: question.explanation, source: question.source,
    reinforce: right && hintsUsed === 0 ? [] : levelsToReinforce(question, masteries).map((level) => {
      const lesson = bank.lessonFor(level === question.level ? question : { ...question, id: '', level });
      return { skillId: question.skillId, skill: nameOf(question.skillId), level, lesson: lesson === undefined ? null : { lessonId: lesson.id, title: lesson.title, minutes: lesson.minutes } };
    }),
    hintsUsed, nextOn, nextInDays: daysBetween(today, nextOn), answeredAt: at.toISOString(),
  });
}

/** The level of the question, and before it the one below where that is known to be weak: it is the ground. */
function levelsToReinforce({ skillId, level }: ShownQuestion['question'], masteries: readonly StoredMastery[]): Level[] {
  const below = masteries.find((mastery) => mastery.skillId === skillId && mastery.level === level - 1);
  return below !== undefined && below.probability < weakBelow ? [below.level, level] : [level];
}
