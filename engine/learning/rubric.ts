/**
 * How much of a rubric a free answer covers. A point is made when one of its phrases is found: every content word of the
 * phrase, by its root, within one sentence and close together, and denied exactly where the phrase denies. It is a search for
 * statements and no understanding: who uses other words than the rubric knows gets less than they deserve, never more
 * than the words say, which is why the person may contest it and a model may add its reading beside.
 */
import { sentences } from '../text/index.ts';
import type { RubricPoint } from './question.ts';
import { isDenied, wordsOf, type Word } from './statements.ts';

export interface RubricResult {
  /** 0 to 1: Σ weight of the points made ÷ Σ weight of all. */
  readonly coverage: number;
  readonly points: readonly { readonly point: string; readonly made: boolean; /** The sentence that makes it. */ readonly by: string | null }[];
}

/** Words between those of a phrase may be this many more than the phrase has. */
const slackWords = 8;

/** Whether `phrase` is said in `sentence`. */
function says(sentence: readonly Word[], phrase: readonly Word[]): boolean {
  const wanted = phrase.filter(({ negates }) => negates === null);
  if (wanted.length === 0) return false;
  const wantsDenial = phrase.some(({ negates }) => negates !== null);
  const reach = wanted.length + slackWords;
  return sentence.some(({ root }, start) => {
    if (!wanted.some((word) => word.root === root)) return false;
    const window = sentence.slice(start, start + reach);
    const places = wanted.map((word) => window.findIndex((other) => other.root === word.root));
    return !places.includes(-1) && isDenied(sentence, start, start + Math.max(...places)) === wantsDenial;
  });
}

/** Coverage of `rubric` by `answer`; 0 for an empty answer. Saying more never lowers it. */
export function judgeByRubric(rubric: readonly RubricPoint[], answer: string): RubricResult {
  const said = sentences(answer).map(({ start, end }) => ({ text: answer.slice(start, end).trim(), words: wordsOf(answer.slice(start, end)) }));
  const points = rubric.map(({ point, phrases }) => {
    const wanted = phrases.map(wordsOf);
    const by = said.find(({ words }) => wanted.some((phrase) => says(words, phrase)));
    return { point, made: by !== undefined, by: by?.text ?? null };
  });
  const all = rubric.reduce((sum, { weight }) => sum + weight, 0);
  const made = rubric.reduce((sum, { weight }, at) => sum + (points[at]?.made === true ? weight : 0), 0);
  return { coverage: all === 0 ? 0 : made / all, points };
}

const latin = /\p{Script=Latin}/gu;
const indic = /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gurmukhi}]/gu;

/**
 * Whether the answer is written in a script that no phrase of the rubric is in, so that it cannot be judged at all: three
 * letters in four and more, since names and terms are written in Latin letters in every language.
 */
export function isBeyondRubric(rubric: readonly RubricPoint[], answer: string): boolean {
  const count = (text: string, script: RegExp): number => text.match(script)?.length ?? 0;
  const phrases = rubric.flatMap(({ phrases: of }) => of).join(' ');
  const [ofLatin, ofIndic] = [count(answer, latin), count(answer, indic)];
  if (ofIndic >= 3 * ofLatin && ofIndic > 0) return count(phrases, indic) === 0;
  return ofLatin >= 3 * ofIndic && ofLatin > 0 && count(phrases, latin) === 0;
}
