/** What one answer shows: how accurate it is, how deep, and what it lets one suppose that is still to be learned. */
import type { Level } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';
import { judgeAnswer, type Judgement } from './judge-answer.ts';
import { judgeByRubric } from './rubric.ts';
import type { Answer, Question } from './question.ts';

export type DepthName = 'surface' | 'intermediate' | 'deep';

export interface Depth {
  /** 0 to 100. */
  readonly value: number;
  readonly name: DepthName;
  readonly reasons: readonly Reason[];
}

export interface Assessment extends Judgement {
  /** 0 to 100: the score in percent, rounded. */
  readonly accuracy: number;
  readonly depth: Depth;
}

/** From here an answer is called so. */
export const depthFrom = { intermediate: 40, deep: 70 } as const;
/** How deep a whole answer to a question of a level goes that asks for no words: knowing a fact, using it, joining facts, judging. */
const depthOfLevel: Readonly<Record<Level, number>> = { 1: 35, 2: 55, 3: 80, 4: 100 };
/** Of a text's depth so much comes from naming the points, the rest from using them. */
const shareOfNaming = 0.6;
/** Taken off the depth with each hint. */
const shareOfHint = 0.15;

/** Words that use a point: a cause, a consequence, a condition, a contrast or an example. */
const usingWords = /\b(?:because|since|so that|so|therefore|thus|hence|which means|that means|as a result|in order to|otherwise|if|when|unless|whereas|while|instead|rather than|for example|for instance|such as|e\.g|compared)\b/i;

/** `answer` counts in the question's own order; null says "I do not know". Throws AnswerError. */
export function assessAnswer(question: Question, answer: Answer | null, hintsUsed: number): Assessment {
  const judgement = answer === null ? unknownTo(question) : judgeAnswer(question, answer);
  return { ...judgement, accuracy: Math.round(100 * judgement.score), depth: depthOf(question, judgement, hintsUsed) };
}

/** Who says that they do not know has no misconception to correct. */
function unknownTo(question: Question): Judgement {
  return { score: 0, right: false, misconceptions: [], rubric: question.kind === 'text' ? judgeByRubric(question.rubric, '') : null };
}

/**
 * Depth, 0 to 100. Text: 100 × coverage × (0.6 + 0.4 × points made in a sentence that also gives a cause, condition, contrast or example ÷ points
 * made). Any other form: score × 35, 55, 80 or 100 by the question's level. Each hint takes 15 % off. Deep from 70, intermediate from 40.
 */
function depthOf(question: Question, { score, rubric }: Judgement, hintsUsed: number): Depth {
  const evidence = [{ source: 'formula', id: 'answer-depth' }] as const;
  const withoutHints = rubric === null ? score * depthOfLevel[question.level] : 100 * score * (shareOfNaming + (1 - shareOfNaming) * useOf(rubric));
  const lost = withoutHints * Math.min(1, shareOfHint * hintsUsed);
  const value = Math.round(withoutHints - lost);
  const from: Reason = rubric === null
    ? { what: { code: 'learning.depth.level', params: { level: question.level, accuracy: Math.round(100 * score) } }, effect: Math.round(withoutHints), evidence }
    : { what: { code: 'learning.depth.text', params: { made: rubric.points.filter(({ made }) => made).length, count: rubric.points.length, used: Math.round(100 * useOf(rubric)) } }, effect: Math.round(withoutHints), evidence };
  const hints: Reason[] = hintsUsed === 0 ? [] : [{ what: { code: 'learning.depth.hints', params: { count: hintsUsed } }, effect: value - Math.round(withoutHints), evidence }];
  const name = value >= depthFrom.deep ? 'deep' : value >= depthFrom.intermediate ? 'intermediate' : 'surface';
  return { value, name, reasons: [from, ...hints] };
}

/** Share, 0 to 1, of the points made that are used and not only named. */
function useOf({ points }: NonNullable<Judgement['rubric']>): number {
  const made = points.flatMap(({ by }) => by ?? []);
  return made.length === 0 ? 0 : made.filter((sentence) => usingWords.test(sentence)).length / made.length;
}
