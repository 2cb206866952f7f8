/** Pieces in which a skill is explained, in the order in which they are given. */
import type { Level } from '../knowledge/types.ts';
import type { Lesson } from '../learning/lesson.ts';
import type { BankQuestion } from '../learning/question.ts';
import type { Move } from './moves.ts';

type Explanation = Extract<Move, { kind: 'explanation' }>;

/** What the person is to do alone stands at the end of a lesson; the tutor has exercises of its own. */
const leftOut = /^try it/i;

/**
 * Of each lesson on the skill, nearest level first: what comes before its first heading, then each section. Where there
 * is no lesson, the explanations of up to five questions that nobody is being asked.
 */
export function explanationsOf({ lessons, questions, level, open }: { readonly lessons: readonly Lesson[]; readonly questions: readonly BankQuestion[]; readonly level: Level; readonly open: string | null }): Explanation[] {
  if (lessons.length > 0) return lessons.toSorted((one, other) => Math.abs(one.level - level) - Math.abs(other.level - level) || one.level - other.level || (one.id < other.id ? -1 : 1)).flatMap(sectionsOf);
  return questions.filter(({ id }) => id !== open).toSorted((one, other) => Math.abs(one.level - level) - Math.abs(other.level - level) || (one.id < other.id ? -1 : 1)).slice(0, 5)
    .map(({ ask, explanation, source }) => ({ kind: 'explanation', lessonId: null, title: ask, text: explanation, sources: [source] }));
}

function sectionsOf({ id, title, text, sources }: Lesson): Explanation[] {
  const [opening = '', ...rest] = text.split(/^## /m);
  const sections = rest.map((section) => {
    const end = section.indexOf('\n');
    return { heading: section.slice(0, end).trim(), body: section.slice(end).trim() };
  });
  return [{ heading: title, body: opening.trim() }, ...sections]
    .filter(({ heading, body }) => body !== '' && !leftOut.test(heading))
    .map(({ heading, body }) => ({ kind: 'explanation', lessonId: id, title: heading, text: body, sources }));
}
