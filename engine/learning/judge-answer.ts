import { editDistance } from '../linking/edit-distance.ts';
import { fold } from '../text/index.ts';
import type { Answer, BlankQuestion, ChoiceQuestion, OrderQuestion, OutputQuestion, Question, TextQuestion } from './question.ts';
import { isBeyondRubric, judgeByRubric, type RubricResult } from './rubric.ts';

export interface Judgement {
  /** 0 to 1. */
  readonly score: number;
  /** Counts as a right answer: the whole of it, or `passingCoverage` of a rubric. */
  readonly right: boolean;
  /** What the wrong parts of the answer let one suppose that the person believes. */
  readonly misconceptions: readonly string[];
  /** The points made and missed; null where there is no rubric. */
  readonly rubric: RubricResult | null;
}

/** Share of a rubric from which a free answer counts as right. */
export const passingCoverage = 0.6;

/** An answer of one kind was given to a question of another, or names an option that the question does not have. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

/** An answer in a script that the rubric has no phrase in: nobody can say what it is worth, and it is not wrong for that. */
export class AnswerLanguageError extends AnswerError {}

/**
 * Score of an answer, 0 to 1. One choice: 1 or 0. Several: (right ones chosen − wrong ones chosen) ÷ right ones, not below
 * 0. Order: the share of all pairs that stand in the right order (Kendall, "A new measure of rank correlation",
 * Biometrika 1938: concordant pairs ÷ all). Output and blanks: 1 or 0. Text: coverage of the rubric.
 * Throws AnswerError, and of it AnswerLanguageError.
 */
export function judgeAnswer(question: Question, answer: Answer): Judgement {
  switch (question.kind) {
    case 'single': case 'multiple': return judgeChoice(question, chosenIn(question, answer));
    case 'order': return judgeOrder(question, orderIn(question, answer));
    case 'output': return judgeOutput(question, textIn(question, answer));
    case 'blank': return judgeBlank(question, textIn(question, answer));
    case 'text': return judgeText(question, textIn(question, answer));
  }
}

function judgeChoice({ kind, options }: ChoiceQuestion, chosen: ReadonlySet<number>): Judgement {
  const rights = options.filter(({ right }) => right).length;
  const hits = options.filter(({ right }, index) => right && chosen.has(index)).length;
  const misses = options.filter(({ right }, index) => !right && chosen.has(index));
  const right = hits === rights && misses.length === 0;
  const score = kind === 'single' ? Number(right) : Math.max(0, (hits - misses.length) / rights);
  return { score, right, misconceptions: misses.flatMap(({ misconception }) => misconception ?? []), rubric: null };
}

function judgeOrder({ items, misconception }: OrderQuestion, order: readonly number[]): Judgement {
  const pairs = (items.length * (items.length - 1)) / 2;
  const concordant = order.reduce((sum, item, at) => sum + order.slice(at + 1).filter((later) => later > item).length, 0);
  const right = concordant === pairs;
  return { score: concordant / pairs, right, misconceptions: right ? [] : [misconception], rubric: null };
}

function judgeOutput({ output, mistakes }: OutputQuestion, text: string): Judgement {
  const right = printed(text) === printed(output);
  return { score: Number(right), right, misconceptions: right ? [] : misconceptionsBehind(mistakes, text, printed), rubric: null };
}

/** Letters of a word below which a slip of the pen would make another word of it. */
const fewestLettersForSlip = 7;

function judgeBlank({ accepted, mistakes }: BlankQuestion, text: string): Judgement {
  const given = filled(text);
  const isSlip = (wanted: string) => wanted.length >= fewestLettersForSlip && /^[a-z]+$/.test(wanted) && editDistance(given, wanted, 1) <= 1;
  const isMistake = mistakes.some(({ answer }) => filled(answer) === given);
  const right = accepted.some((wanted) => filled(wanted) === given || (!isMistake && isSlip(filled(wanted))));
  return { score: Number(right), right, misconceptions: right ? [] : misconceptionsBehind(mistakes, text, filled), rubric: null };
}

function judgeText({ id, rubric, misconception }: TextQuestion, text: string): Judgement {
  if (isBeyondRubric(rubric, text)) throw new AnswerLanguageError(`${id} is answered in a script that its rubric does not know`);
  const result = judgeByRubric(rubric, text);
  const right = result.coverage >= passingCoverage;
  return { score: result.coverage, right, misconceptions: right ? [] : [misconception], rubric: result };
}

function misconceptionsBehind(mistakes: OutputQuestion['mistakes'], text: string, key: (text: string) => string): string[] {
  return mistakes.filter(({ answer }) => key(answer) === key(text)).map(({ misconception }) => misconception);
}

/** What a terminal would show: neither the form of line ends nor blanks at the end of a line decide. */
const printed = (text: string): string => text.replaceAll('\r\n', '\n').split('\n').map((line) => line.trimEnd()).join('\n').trim();

/** Case, quotes and the blanks around signs do not decide what fills a gap. */
const filled = (text: string): string => fold(text).replaceAll(/["'`“”‘’]/g, '').replaceAll(/\s+/g, ' ').replaceAll(/ ?([^\p{L}\p{N} ]) ?/gu, '$1').trim();

function chosenIn(question: ChoiceQuestion, answer: Answer): ReadonlySet<number> {
  if (answer.kind !== question.kind) throw new AnswerError(`${question.id} asks for a choice`);
  const chosen = new Set(answer.chosen);
  if (answer.chosen.some((index) => question.options[index] === undefined)) throw new AnswerError(`${question.id} has no such option`);
  if (question.kind === 'single' && chosen.size > 1) throw new AnswerError(`${question.id} takes one option`);
  return chosen;
}

function orderIn(question: OrderQuestion, answer: Answer): readonly number[] {
  if (answer.kind !== 'order') throw new AnswerError(`${question.id} asks for an order`);
  const isPermutation = answer.order.length === question.items.length && new Set(answer.order).size === answer.order.length && answer.order.every((index) => question.items[index] !== undefined);
  if (!isPermutation) throw new AnswerError(`${question.id} asks for each of its ${question.items.length} items once`);
  return answer.order;
}

function textIn(question: OutputQuestion | BlankQuestion | TextQuestion, answer: Answer): string {
  if (answer.kind !== question.kind) throw new AnswerError(`${question.id} asks for words`);
  return answer.text;
}
