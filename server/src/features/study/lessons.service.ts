/** A lesson: reading it, noting something, checking oneself. */
import type { CheckAnswer, CheckJudgement, LessonHead, LessonNote, StudyLesson } from '@cairn/contracts';
import { AnswerError, AnswerLanguageError, judgeAnswer, type Answer, type Judgement, type Lesson, type Question } from '@cairn/engine/learning';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import type { Live } from '../../platform/live/live.ts';
import { mutable } from '../../platform/mutable.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { AnswerBesideSession } from '../learning/index.ts';
import type { LessonBank } from './lesson-bank.ts';
import { asidesOf, checksOf, deleteAside, insertAside, lockNote, noteTo, progressIn, progressOf, saveCheck, saveNote, saveProgress } from './lessons.store.ts';
import { presentCheck, presentHead, presentNote, rightAnswerOf } from './present-study.ts';
import type { Owner } from './study.store.ts';

export interface LessonParts {
  readonly database: Database;
  readonly live: Pick<Live, 'publish'>;
  readonly bank: LessonBank;
  readonly knownTo: (tx: Transaction) => Promise<WhatCairnKnows>;
  /** Has learning count an answer: for mastery, memory and what is proven. */
  readonly answerBeside: AnswerBesideSession;
  /** Tells whoever counts what people do that something was done, in its transaction. */
  readonly activityChanged: (tx: Transaction, owner: Owner) => Promise<void>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** One thing that somebody did, as `progress` counts it. */
export interface LessonActivity {
  readonly kind: 'lesson';
  /** Unix time in milliseconds. */
  readonly at: number;
  readonly minutes: number;
  readonly skillId: string;
}

/** Each is made by two devices writing at once; who has so many has stopped looking at them. */
const mostAsides = 50;

type Settle<Body> = (tx: Transaction, answer: { status: 200; body: Body }) => Promise<void>;

export type LessonService = ReturnType<typeof createLessonService>;

export function createLessonService({ database, live, bank, knownTo, answerBeside, activityChanged, now, newId }: LessonParts) {
  function lessonOf(lessonId: string): Lesson {
    const lesson = bank.lesson(lessonId);
    if (lesson === undefined) throw new Failure('study.lesson-unknown');
    return lesson;
  }

  function questionOf({ checks }: Lesson, questionId: string): Question {
    const question = checks.includes(questionId) ? bank.question(questionId) : undefined;
    if (question === undefined) throw new Failure('study.question-unknown');
    return question;
  }

  const skillNameOf = async (tx: Transaction, { skillId }: Lesson): Promise<string> => (await knownTo(tx)).skills.get(skillId)?.name ?? skillId;
  const tellPages = (tx: Transaction, { organisationId, userId }: Owner): Promise<void> => live.publish(tx, { organisationId, userId, event: { kind: 'study.changed' } });

  return {
    async read(person: Person, lessonId: string): Promise<StudyLesson> {
      const lesson = lessonOf(lessonId);
      return database.transaction(person, async (tx) => {
        const results = new Map((await checksOf(tx, person, lessonId)).map(({ questionId, isRight }) => [questionId, isRight]));
        return {
          ...presentHead(lesson, await skillNameOf(tx, lesson), await progressIn(tx, person, lessonId)),
          text: lesson.text, sources: [...lesson.sources], note: presentNote(await noteTo(tx, person, lessonId), await asidesOf(tx, person, lessonId)),
          checks: lesson.checks.flatMap((id) => { const question = bank.question(id); return question === undefined ? [] : [presentCheck(question, results.get(id) ?? null)]; }),
        };
      });
    },

    async keepProgress(person: Person, lessonId: string, change: { readonly position: number; readonly isDone?: boolean | undefined }, settle: Settle<LessonHead>): Promise<LessonHead> {
      const lesson = lessonOf(lessonId);
      return database.transaction(person, async (tx) => {
        const before = await progressIn(tx, person, lessonId);
        const after = await saveProgress(tx, person, lessonId, { position: change.position, isDone: change.isDone }, new Date(now()));
        const wasDone = (before?.doneAt ?? null) !== null;
        const isChanged = wasDone !== (after.doneAt !== null);
        // Scrolling is nothing that other pages need to hear of.
        if (before === undefined || isChanged) await tellPages(tx, person);
        if (isChanged) await activityChanged(tx, person);
        const body = presentHead(lesson, await skillNameOf(tx, lesson), after);
        await settle(tx, { status: 200, body });
        return body;
      });
    },

    /** The last writer wins; a text that they did not know of is set aside, where it differs. Throws study.too-much-aside. */
    async keepNote(person: Person, lessonId: string, { text, revision }: { readonly text: string; readonly revision: number }, settle: Settle<LessonNote>): Promise<LessonNote> {
      lessonOf(lessonId);
      return database.transaction(person, async (tx) => {
        await lockNote(tx, person, lessonId);
        const before = await noteTo(tx, person, lessonId);
        const at = new Date(now());
        if (before?.text !== text) {
          const isUnseen = before !== undefined && before.revision !== revision && before.text.trim() !== '';
          if (isUnseen) {
            if ((await asidesOf(tx, person, lessonId)).length >= mostAsides) throw new Failure('study.too-much-aside');
            await insertAside(tx, person, lessonId, { id: newId(), text: before.text, replacedAt: at });
          }
          await saveNote(tx, person, lessonId, { text, revision: (before?.revision ?? 0) + 1, updatedAt: at });
        }
        const body = presentNote(await noteTo(tx, person, lessonId), await asidesOf(tx, person, lessonId));
        await settle(tx, { status: 200, body });
        return body;
      });
    },

    async eraseAside(person: Person, id: string): Promise<void> {
      await database.transaction(person, async (tx) => {
        if (!(await deleteAside(tx, person, id))) throw new Failure('study.aside-unknown');
      });
    },

    /** Judged as often as one likes; what it counts for is learning's to say. */
    async answer(person: Person, lessonId: string, questionId: string, { hintsUsed, seconds, answeredAt, ...given }: CheckAnswer, settle: Settle<CheckJudgement>): Promise<CheckJudgement> {
      const lesson = lessonOf(lessonId);
      const question = questionOf(lesson, questionId);
      const { score, right: isRight, misconceptions, rubric } = judged(question, given);
      const at = Math.min(now(), answeredAt === undefined ? now() : Date.parse(answeredAt));
      return database.transaction(person, async (tx) => {
        const { isCounted, nextOn, probability, provenAt, reasons } = await answerBeside(tx, person, { place: 'lesson', question, answer: given, hintsUsed, seconds, at });
        await saveCheck(tx, person, lessonId, { questionId, isRight }, new Date(at));
        const body: CheckJudgement = {
          score, isRight, misconceptions: [...misconceptions], explanation: question.explanation, source: question.source, rightAnswer: rightAnswerOf(question),
          points: (rubric?.points ?? []).map(({ point, made }) => ({ point, made })),
          counted: { isCounted, skillName: await skillNameOf(tx, lesson), level: question.level, probability, provenAt: provenAt?.toISOString() ?? null, nextOn, reasons: mutable(reasons) },
        };
        await settle(tx, { status: 200, body });
        return body;
      });
    },

    /** For `progress`: lessons that were finished since `since`, Unix time in milliseconds. */
    async activityOf(tx: Transaction, owner: Owner, since: number): Promise<LessonActivity[]> {
      return (await progressOf(tx, owner)).flatMap(({ lessonId, doneAt }): LessonActivity[] => {
        const lesson = bank.lesson(lessonId);
        return lesson === undefined || doneAt === null || doneAt.getTime() < since ? [] : [{ kind: 'lesson', at: doneAt.getTime(), minutes: lesson.minutes, skillId: lesson.skillId }];
      }).sort((a, b) => a.at - b.at);
    },
  };
}

function judged(question: Question, answer: Answer): Judgement {
  try {
    return judgeAnswer(question, answer);
  } catch (error) {
    if (error instanceof AnswerLanguageError) throw new Failure('study.answer-language', { cause: error });
    if (error instanceof AnswerError) throw new Failure('study.answer-does-not-fit', { cause: error });
    throw error;
  }
}
