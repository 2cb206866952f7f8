import type { LessonCheck, LessonHead, LessonNote, SkillMaterials } from '@cairn/contracts';
import type { Lesson, Question, RankedMaterial } from '@cairn/engine/learning';
import { mutable } from '../../platform/mutable.ts';
import type { Aside, LessonProgress, StoredNote } from './lessons.store.ts';

export function presentHead({ id, skillId, title, level, minutes }: Lesson, skillName: string, progress: LessonProgress | undefined): LessonHead {
  return {
    lessonId: id, skillId, skillName, title, level, minutes, position: progress?.position ?? 0,
    openedAt: progress?.openedAt.toISOString() ?? null, doneAt: progress?.doneAt?.toISOString() ?? null,
  };
}

export function presentNote(note: StoredNote | undefined, asides: readonly Aside[]): LessonNote {
  return {
    text: note?.text ?? '', revision: note?.revision ?? 0, updatedAt: note?.updatedAt.toISOString() ?? null,
    aside: asides.map(({ id, text, replacedAt }) => ({ id, text, replacedAt: replacedAt.toISOString() })),
  };
}

export function presentMaterial({ source, id, title, provider, url, kind, cost, language, minutes, toLevel, checked, isFinished, score, reasons }: RankedMaterial): SkillMaterials['materials'][number] {
  return { source, id, title, provider, url, kind, cost, language, minutes, level: toLevel, isChecked: checked, isFinished, score, reasons: mutable(reasons) };
}

/** The question as it is asked: which answer is right stays here. */
export function presentCheck(question: Question, wasRight: boolean | null): LessonCheck {
  const asked = { questionId: question.id, ask: question.ask, code: question.code, hints: [...question.hints], wasRight };
  switch (question.kind) {
    case 'single': case 'multiple': return { ...asked, kind: question.kind, options: question.options.map(({ text }) => text) };
    // By the alphabet, since the own order is the answer.
    case 'order': return { ...asked, kind: 'order', items: question.items.map((text, index) => ({ index, text })).sort((a, b) => (a.text < b.text ? -1 : 1)) };
    default: return { ...asked, kind: question.kind };
  }
}

export function rightAnswerOf(question: Question): string[] {
  switch (question.kind) {
    case 'single': case 'multiple': return question.options.filter(({ right }) => right).map(({ text }) => text);
    case 'order': return [...question.items];
    case 'output': return [question.output];
    case 'blank': return question.accepted.slice(0, 1);
    case 'text': return [question.modelAnswer];
  }
}
