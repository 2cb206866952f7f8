/**
 * How much of a rubric a free answer covers. A point is made when one of its phrases is found: every content word of the
 * phrase, by its stem, within one sentence and close together, and with the same "not" as the phrase. It is a search for
 * statements and no understanding: who uses other words than the rubric knows gets less than they deserve, never more
 * than the words say, which is why the person may contest it and a model may add its reading beside.
 */
import { stemOf } from '../linking/stems.ts';
import { sentences, tokenise } from '../text/index.ts';
import type { RubricPoint } from './question.ts';

export interface RubricResult {
  /** 0 to 1: Σ weight of the points made ÷ Σ weight of all. */
  readonly coverage: number;
  readonly points: readonly { readonly point: string; readonly made: boolean; /** The sentence that makes it. */ readonly by: string | null }[];
}

/** Words between those of a phrase may be this many more than the phrase has. */
const slackWords = 8;

const emptyWords = new Set('a an the of to in on at by for from with and or as is are was were be been being it its this that these those so then than which who what when where there their they them he she you your we our i do does did will would can could should may might must has have had into onto out up down over under also just very more most some any each all both either'.split(' '));
const negations = new Set(['not', 'no', 'never', 'without', 'cannot', "can't", "don't", "doesn't", "isn't", "aren't", "won't", "didn't", "wasn't", 'nothing', 'none', 'neither', 'nor']);

interface Word {
  readonly stem: string;
  readonly negates: boolean;
}

function wordsOf(text: string): Word[] {
  return tokenise(text.replaceAll('’', "'")).map(({ key }) => ({ stem: stemOf(key), negates: negations.has(key) })).filter(({ stem, negates }) => negates || !emptyWords.has(stem));
}

/** Whether `phrase` is said in `sentence`. A negation counts for what stands up to four content words behind it. */
function says(sentence: readonly Word[], phrase: readonly Word[]): boolean {
  const wanted = phrase.filter(({ negates }) => !negates);
  if (wanted.length === 0) return false;
  const wantsNegation = phrase.some(({ negates }) => negates);
  const reach = wanted.length + slackWords;
  return sentence.some(({ stem }, start) => {
    if (!wanted.some((word) => word.stem === stem)) return false;
    const window = sentence.slice(start, start + reach);
    if (!wanted.every((word) => window.some((other) => other.stem === word.stem))) return false;
    const last = Math.max(...wanted.map((word) => window.findIndex((other) => other.stem === word.stem)));
    const denied = sentence.slice(Math.max(0, start - 4), start + last + 1).some(({ negates }) => negates);
    return denied === wantsNegation;
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
