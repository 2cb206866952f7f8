/** How a question is shown: options and items in an order that a seed decides, and nothing of what is not due yet. */
import type { Level } from '../knowledge/types.ts';
import { seededRandom } from '../seeds/seeded-random.ts';
import type { Answer, CodeSample, Question, QuestionKind } from './question.ts';

export interface ShownForm {
  readonly kind: QuestionKind;
  readonly level: Level;
  readonly ask: string;
  readonly code: CodeSample | null;
  /** Of a choice, the options, of an order, its items, as shown; empty else. */
  readonly parts: readonly string[];
}

/** The numbers 0 to count − 1 in an order of their own for each seed (a whole number, 0 to 2³² − 1): Fisher and Yates's shuffle by the generator mulberry32. */
export function shuffledOrder(count: number, seed: number): number[] {
  const next = seededRandom(seed);
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** Which part of the question stands at each place. An order is never shown in the right order: then its first item goes to the end. */
export function placesOf(question: Question, seed: number): number[] {
  if (question.kind === 'single' || question.kind === 'multiple') return shuffledOrder(question.options.length, seed);
  if (question.kind !== 'order') return [];
  const order = shuffledOrder(question.items.length, seed);
  return order.every((item, at) => item === at) ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

export function showQuestion(question: Question, seed: number): ShownForm {
  const { kind, level, ask, code } = question;
  const texts = question.kind === 'order' ? question.items : question.kind === 'single' || question.kind === 'multiple' ? question.options.map(({ text }) => text) : [];
  return { kind, level, ask, code, parts: placesOf(question, seed).map((part) => texts[part] ?? '') };
}

/** An answer that counts the places as shown, in the question's own order. A place that was not shown becomes −1, which no question has. */
export function answerInOwnOrder(question: Question, seed: number, answer: Answer): Answer {
  const places = placesOf(question, seed);
  const own = (shown: number): number => places[shown] ?? -1;
  if (answer.kind === 'order') return { kind: 'order', order: answer.order.map(own) };
  if (answer.kind === 'single' || answer.kind === 'multiple') return { kind: answer.kind, chosen: answer.chosen.map(own) };
  return answer;
}

export interface RightAnswer {
  /** Places as shown: of the right options, or the items in their right order. */
  readonly places: readonly number[];
  /** What fills the gap, is printed or makes every point. */
  readonly text: string | null;
}

/** The right answer, in the places as shown. */
export function rightAnswerOf(question: Question, seed: number): RightAnswer {
  const places = placesOf(question, seed);
  switch (question.kind) {
    case 'single': case 'multiple': return { places: places.flatMap((part, at) => (question.options[part]?.right === true ? [at] : [])), text: null };
    case 'order': return { places: question.items.map((_, item) => places.indexOf(item)), text: null };
    case 'output': return { places: [], text: question.output };
    case 'blank': return { places: [], text: question.accepted[0] ?? null };
    case 'text': return { places: [], text: question.modelAnswer };
  }
}
