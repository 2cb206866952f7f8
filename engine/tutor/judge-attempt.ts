import { AnswerError, AnswerLanguageError, judgeAnswer } from '../learning/judge-answer.ts';
import { isBeyondRubric } from '../learning/rubric.ts';
import type { Answer, Question } from '../learning/question.ts';
import { answerInOwnOrder, rightAnswerOf, showQuestion } from '../learning/show-question.ts';
import type { ExerciseMove, JudgementMove, Standing } from './moves.ts';

/** With every hint given, the next wrong answer is the last. */
const mostHints = 3;

export function exerciseOf(question: Question, seed: number): ExerciseMove {
  const { kind, ...shown } = showQuestion(question, seed);
  return { kind: 'exercise', questionId: question.id, form: kind, ...shown };
}

/**
 * Judges an answer (its places as shown) as `judgeAnswer` does, and says whether the question is closed with it. Throws
 * AnswerError where the answer is none to this question.
 */
export function judgeAttempt(question: Question, seed: number, answer: Answer, { hints }: Pick<NonNullable<Standing['open']>, 'hints'>): JudgementMove {
  const { right, score, misconceptions, rubric } = judgeAnswer(question, answerInOwnOrder(question, seed, answer));
  const closed = right || hints >= mostHints;
  return {
    kind: 'judgement', questionId: question.id, right, score, misconceptions, points: (rubric?.points ?? []).map(({ point, made }) => ({ point, made })), closed,
    explanation: closed ? question.explanation : null, rightAnswer: closed ? rightAnswerText(question, seed) : null, tried: triedOf(answer),
  };
}

/** By what an answer is known again: its places, or its words without case, signs and blanks. */
export function triedOf(answer: Answer): string {
  if (answer.kind === 'order') return answer.order.join(' ');
  if ('chosen' in answer) return answer.chosen.toSorted((one, other) => one - other).join(' ');
  return answer.text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** The right answer in words: the options, the items in order, or the text. */
export function rightAnswerText(question: Question, seed: number): string {
  const { places, text } = rightAnswerOf(question, seed);
  const { parts } = showQuestion(question, seed);
  return text ?? places.map((place) => parts[place] ?? '').join(question.kind === 'order' ? '\n' : '; ');
}

/**
 * What somebody wrote, as an answer to the question: a letter, a number or the words of options, items in order by their
 * numbers, or the text itself. Throws AnswerError where it names none of them.
 */
export function readAnswer(question: Question, seed: number, written: string): Answer {
  const { kind } = question;
  if (kind === 'text' && isBeyondRubric(question.rubric, written)) throw new AnswerLanguageError(`${question.id} is answered in a script that its rubric does not know`);
  if (kind === 'output' || kind === 'blank' || kind === 'text') return { kind, text: written };
  const { parts } = showQuestion(question, seed);
  const places = placesIn(written, parts);
  if (places.length === 0 || places.some((place) => place >= parts.length) || (kind === 'single' && places.length > 1) || (kind === 'order' && places.length !== parts.length)) throw new AnswerError(`${question.id} is not answered by these words`);
  return kind === 'order' ? { kind, order: places } : { kind, chosen: places };
}

function placesIn(written: string, parts: readonly string[]): number[] {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  const said = plain(written);
  const exact = parts.findIndex((part) => plain(part) === said);
  if (exact >= 0) return [exact];
  const words = said.split(' ').filter((word) => !['and', 'option', 'options', 'answer', 'the', 'is', 'then', 'और', 'विकल्प', 'उत्तर'].includes(word));
  const places = words.map((word) => (/^[a-h]$/.test(word) ? word.charCodeAt(0) - 97 : /^\d$/.test(word) ? Number(word) - 1 : -1));
  return places.every((place) => place >= 0) ? [...new Set(places)] : [];
}
