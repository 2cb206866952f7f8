/** What is said in a tutor's chat, and where the chat stands after it. */
import type { Level } from '../knowledge/types.ts';
import type { CodeSample, QuestionKind } from '../learning/question.ts';
import type { Message } from '../reasons/reason.ts';

/** A question without its answer; options and items as they are shown. */
export interface ExerciseMove {
  readonly kind: 'exercise';
  readonly questionId: string;
  readonly form: QuestionKind;
  readonly level: Level;
  readonly ask: string;
  readonly code: CodeSample | null;
  readonly parts: readonly string[];
}

export interface JudgementMove {
  readonly kind: 'judgement';
  readonly questionId: string;
  readonly right: boolean;
  /** 0 to 1. */
  readonly score: number;
  readonly misconceptions: readonly string[];
  readonly points: readonly { readonly point: string; readonly made: boolean }[];
  /** No further try: it was right, or everything that helps was given. Then why is said, and the right answer. */
  readonly closed: boolean;
  readonly explanation: string | null;
  readonly rightAnswer: string | null;
  /** What was answered, by which the same wrong answer is known again. */
  readonly tried: string;
}

export type Move =
  /** Of a lesson of ours or, where a skill has none, of the explanation of a question. Markdown. */
  | { readonly kind: 'explanation'; readonly lessonId: string | null; readonly title: string | null; readonly text: string; readonly sources: readonly string[] }
  /** A question with its answer, to see how it is done. */
  | { readonly kind: 'worked'; readonly questionId: string; readonly ask: string; readonly code: CodeSample | null; readonly answer: string; readonly explanation: string }
  | ExerciseMove
  | { readonly kind: 'hint'; readonly number: 1 | 2 | 3; readonly text: string }
  | JudgementMove
  | { readonly kind: 'say'; readonly message: Message };

export interface Standing {
  /** That the chat is about. */
  readonly target: Level;
  /** Of the next exercise. */
  readonly level: Level;
  readonly open: { readonly questionId: string; readonly hints: number; readonly tried: readonly string[] } | null;
  /** Questions that were shown. */
  readonly shown: readonly string[];
  /** Pieces of explanation that were given. */
  readonly explained: number;
  readonly rightInRow: number;
  readonly right: number;
  /** Questions that were closed. */
  readonly answered: number;
  /** Times that an explanation was asked for since the last answer. */
  readonly explainedInRow: number;
  /** The last thing that the person wrote, without case and blanks. */
  readonly said: string | null;
}

export function standingAtBegin(target: Level): Standing {
  return { target, level: target, open: null, shown: [], explained: 0, rightInRow: 0, right: 0, answered: 0, explainedInRow: 0, said: null };
}

/** Answers in a row without all hints that take the exercises a level up; and at the level of the chat, that finish it. */
export const rightToRise = 2;
export const rightToFinish = 3;

/** Whether the person has shown what the chat is about. */
export const isFinished = ({ rightInRow, level, target }: Standing): boolean => rightInRow >= rightToFinish && level >= target;

const lower = (level: Level): Level => Math.max(1, level - 1) as Level;
const higher = (level: Level): Level => Math.min(4, level + 1) as Level;

/** Where the chat stands after a move. */
export function afterMove(standing: Standing, move: Move): Standing {
  switch (move.kind) {
    case 'explanation': return { ...standing, explained: standing.explained + 1 };
    case 'worked': return { ...standing, shown: [...standing.shown, move.questionId] };
    case 'exercise': return { ...standing, open: { questionId: move.questionId, hints: 0, tried: [] }, shown: [...standing.shown, move.questionId] };
    case 'hint': return standing.open === null ? standing : { ...standing, open: { ...standing.open, hints: move.number } };
    case 'judgement': return afterJudgement({ ...standing, explainedInRow: 0 }, move);
    case 'say': return move.message.code === 'tutor.loop' ? { ...standing, open: null, level: lower(standing.level), rightInRow: 0, explainedInRow: 0 } : standing;
  }
}

function afterJudgement(standing: Standing, { right, closed, tried }: JudgementMove): Standing {
  const { open, level, target } = standing;
  if (!closed) return { ...standing, rightInRow: 0, open: open && { ...open, tried: [...open.tried, tried] } };
  const answered = standing.answered + 1;
  if (!right) return { ...standing, answered, rightInRow: 0, open: null, level: lower(level) };
  const rightInRow = standing.rightInRow + 1;
  const rises = rightInRow >= rightToRise && (open?.hints ?? 0) === 0 && level < target;
  return { ...standing, answered, right: standing.right + 1, rightInRow, open: null, level: rises ? higher(level) : level };
}
