/** A question of the bank and what a person answers to it. knowledge/ validates its YAML against these types. */
import type { Level } from '../knowledge/types.ts';

interface QuestionBase {
  /** Begins with the id of its skill. */
  readonly id: string;
  readonly skillId: string;
  /** The proficiency that an answer shows. */
  readonly level: Level;
  /** What is asked. Code inside a sentence stands between backquotes. */
  readonly ask: string;
  /** What the question is about, shown as written. */
  readonly code: CodeSample | null;
  /** Why the right answer is right; null where an organisation's question does not say. */
  readonly explanation: string | null;
  /** From a nudge to nearly the answer: three in Cairn's own bank, fewer or none in an organisation's question. */
  readonly hints: readonly string[];
  /** Where it can be read up: the publication, not an address; null where an organisation's question does not say. */
  readonly source: string | null;
}

export interface CodeSample {
  readonly language: string;
  readonly text: string;
}

export interface QuestionOption {
  readonly text: string;
  readonly right: boolean;
  /** What somebody who takes it believes; null for a right one. */
  readonly misconception: string | null;
}

/** A wrong answer that is often given, and what lies behind it. */
export interface CommonMistake {
  readonly answer: string;
  readonly misconception: string;
}

/** One option is right (`single`) or two and more are (`multiple`). */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'single' | 'multiple';
  readonly options: readonly QuestionOption[];
}

/** The items stand in the right order here and are shuffled before they are shown. */
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order';
  readonly items: readonly string[];
  readonly misconception: string;
}

/** What the code prints, line for line. */
export interface OutputQuestion extends QuestionBase {
  readonly kind: 'output';
  readonly code: CodeSample;
  readonly output: string;
  readonly mistakes: readonly CommonMistake[];
}

/** `ask`, or the code, has a gap written `___`; any of `accepted` fills it. */
export interface BlankQuestion extends QuestionBase {
  readonly kind: 'blank';
  readonly accepted: readonly string[];
  readonly mistakes: readonly CommonMistake[];
}

/** A point that a good answer makes. It is made when any of its phrases is found. */
export interface RubricPoint {
  readonly point: string;
  readonly phrases: readonly string[];
  /** Share of the score, in relation to the other points' weights. */
  readonly weight: number;
}

/** A few sentences in one's own words, judged by what they cover. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  readonly rubric: readonly RubricPoint[];
  /** An answer that makes every point. */
  readonly modelAnswer: string;
  /** An answer as somebody gives it who has not understood; it makes less than half of the points. */
  readonly weakAnswer: string;
  readonly misconception: string;
}

export type Question = ChoiceQuestion | OrderQuestion | OutputQuestion | BlankQuestion | TextQuestion;
/** Of Cairn's own bank: nothing is left out. */
export type BankQuestion = Question & { readonly explanation: string; readonly hints: readonly [string, string, string]; readonly source: string };
export type QuestionKind = Question['kind'];

/** Indexes count in the question's own order, before anything was shuffled. */
export type Answer =
  | { readonly kind: 'single' | 'multiple'; readonly chosen: readonly number[] }
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'output' | 'blank' | 'text'; readonly text: string };
