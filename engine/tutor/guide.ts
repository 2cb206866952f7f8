/** What the tutor does on what a person does: the fixed way, which needs no model. */
import type { Answer } from '../learning/question.ts';
import { triedOf } from './judge-attempt.ts';
import { isFinished, type JudgementMove, type Standing } from './moves.ts';

export const tutorTools = ['exercise', 'assess', 'hint', 'explain'] as const;
export type TutorTool = (typeof tutorTools)[number];

export type Act =
  | { readonly kind: 'ask'; readonly what: 'hint' | 'explain' | 'next' }
  /** Places as shown. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'text'; readonly text: string };

interface Looked {
  readonly tool: string;
  readonly output: unknown;
  readonly failure: string | null;
}

const wishes: readonly (readonly [Extract<Act, { kind: 'ask' }>['what'], RegExp])[] = [
  ['hint', /^(?:(?:please|can you|could you|may i|i|give|get|have|need|want|me|a|an|another|one more|next|some)\s+)*(?:hints?|help|clue)(?:\s+(?:me|please|with (?:this|it)))*[\s.?!]*$|^(?:(?:मुझे|एक|और|कृपया)\s+)*(?:संकेत|मदद|सहायता)/iu],
  ['explain', /^(?:please\s+|can you\s+|could you\s+)?explain\b|\b(?:i (?:do not|don['’]t) (?:understand|get (?:it|this))|why\?*$|tell me more)|^(?:समझाइए|समझाओ|समझ नहीं|क्यों\??$)|समझ नहीं आ/iu],
  ['next', /^(?:(?:please|ok(?:ay)?|the|a|another|go|give me|i(?:['’]m| am))\s+)*(?:next|ready|skip|continue|new|question|exercise)(?:\s+(?:it|this|one|question|exercise|please|now))*[\s.?!]*$|^(?:अगला|अगली|आगे|तैयार|प्रश्न)/iu],
];

/** A wish in a short message; null where it is none, and so an answer or a question. */
export function wishIn(text: string): Extract<Act, { kind: 'ask' }>['what'] | null {
  const said = text.trim();
  return said.length > 60 ? null : wishes.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** The same wrong answer or the same words again, or a third explanation with no try between: going on so leads nowhere. */
export function isCircling({ open, said, explainedInRow }: Standing, act: Act): boolean {
  const wish = act.kind === 'ask' ? act.what : act.kind === 'text' ? wishIn(act.text) : null;
  if (act.kind === 'answer') return open?.tried.includes(triedOf(act.answer)) ?? false;
  if (wish === 'explain') return explainedInRow >= 2;
  return act.kind === 'text' && wish === null && said !== null && said === plain(act.text);
}

/** The standing in which an act is answered. */
export function afterAct(standing: Standing, act: Act): Standing {
  const wish = act.kind === 'ask' ? act.what : act.kind === 'text' ? wishIn(act.text) : null;
  return { ...standing, said: act.kind === 'text' ? plain(act.text) : standing.said, explainedInRow: wish === 'explain' ? standing.explainedInRow + 1 : standing.explainedInRow };
}

/**
 * The tool that comes next. A wish gets its tool, a question back an explanation; anything else is an answer to the open question: right leads to the
 * next question, wrong to the next hint and, after the last one, to an easier question. Null when the turn is over.
 */
export function guideOn(standing: Standing, act: Act, looked: readonly Looked[]): TutorTool | null {
  const last = looked.at(-1);
  if (last === undefined) return firstTool(standing, act);
  if (last.tool !== 'assess' || last.failure !== null) return null;
  const { right, closed } = last.output as JudgementMove;
  if (!closed) return 'hint';
  return right && isFinished(standing) ? null : 'exercise';
}

/** Whether an act tries to answer the open question: what asks for something, or asks back, does not. */
export const isAnswer = (standing: Standing, act: Act): boolean => standing.open !== null && firstTool(standing, act) === 'assess';

/** A sentence that begins as questions do and ends as they do: "b?" is an unsure answer, "What is a join?" is none. */
const askingBack = /^(?:(?:but|and|so|then|ok(?:ay)?|sorry|लेकिन|और|तो)[\s,]+)*(?:what|why|how|when|where|which|who|is|are|can|could|do|does|did|should|would|will|must|क्या|क्यों|कैसे|कब|कहाँ|कौन|कौन-?सा)\s.*\?\s*$/isu;

function firstTool({ open }: Standing, act: Act): TutorTool {
  const wish = act.kind === 'ask' ? act.what : act.kind === 'text' ? wishIn(act.text) : null;
  if (wish === 'explain' || (act.kind === 'text' && wish === null && askingBack.test(act.text.trim()))) return 'explain';
  if (wish === 'next' || open === null) return wish === null && act.kind === 'text' ? 'explain' : 'exercise';
  return wish === 'hint' ? 'hint' : 'assess';
}

const praise = /\b(?:correct|right|exactly|well done|good job|perfect|spot on|great (?:answer|work|job))\b|सही|शाबाश|बिल्कुल ठीक|बहुत बढ़िया/iu;
const denial = /\b(?:not|isn['’]t|in|never|almost|nearly|wrong|incorrect)\b|गलत|ग़लत|नहीं|लगभग/iu;
const blame = /\b(?:wrong|incorrect|not (?:quite )?(?:right|correct)|isn['’]t (?:right|correct)|mistaken)\b|गलत|ग़लत|सही नहीं/iu;

/** Whether a model's words say of an answer the opposite of its judgement, in any sentence that praises or blames. */
export function contradicts(words: string, { right }: Pick<JudgementMove, 'right'>): boolean {
  const sentences = words.split(/[.!?।\n]+/).filter((sentence) => sentence.trim() !== '');
  return sentences.some((sentence) => (right ? blame.test(sentence) : praise.test(sentence) && !denial.test(sentence)));
}
