import { countWords, foldKey } from '../../text/index.ts';
import type { Question } from '../question.ts';

type Asked = Pick<Question, 'ask' | 'code'> & ({ readonly kind: 'single' | 'multiple'; readonly options: readonly { readonly text: string }[] } | { readonly kind: 'order' | 'output' | 'blank' | 'text' });

/** Words of what is asked from which it says by itself which question it is; fewer ("Which of these is true?") may stand over many. */
const fewestTellingWords = 8;

/**
 * The same for two questions that are one: what is asked, folded, with its code, and, where that is short, with its options in
 * any order. Case counts in code.
 */
export function questionKey(question: Asked): string {
  const asked = `${foldKey(question.ask)}\n${question.code?.text.trim() ?? ''}`;
  if (countWords(asked) >= fewestTellingWords || !('options' in question)) return asked;
  return [asked, ...question.options.map(({ text }) => foldKey(text)).sort()].join('\n');
}
