/** From what was done in a turn to what stands in the chat. */
import type { TutorContent } from '@cairn/contracts';
import { contradicts, type Act, type Move } from '@cairn/engine/tutor';
import type { Looked } from '../../platform/llm/agent/detect-loop.ts';
import { contentOf } from './present-chat.ts';

export const say = (code: string): Move => ({ kind: 'say', message: { code, params: {} } });

/** What each tool gave; what it could not give is said. */
export function movesIn(looked: readonly Looked[]): Move[] {
  return looked.map(({ output, failure }) => (failure === null ? output as Move : say(failure)));
}

/** Judgements, hints and explanations, then a model's words, then what is to be done next. Words that say the opposite of the judgement are left out, and that is said. */
export function arranged(moves: readonly Move[], words: TutorContent | null, isFinishedNow: boolean): TutorContent[] {
  const contradicted = words?.kind === 'words' && moves.some((move) => move.kind === 'judgement' && contradicts(words.text, move));
  return [
    ...moves.filter(({ kind }) => kind !== 'exercise').map(contentOf),
    ...(words === null ? [] : [contradicted ? contentOf(say('tutor.judgement-stands')) : words]),
    ...(isFinishedNow ? [contentOf(say('tutor.finished'))] : []),
    ...moves.filter(({ kind }) => kind === 'exercise').map(contentOf),
  ];
}

/** Characters that a person wrote. */
export function lengthOf(act: Act): number {
  if (act.kind === 'text') return act.text.length;
  return act.kind === 'answer' && 'text' in act.answer ? act.answer.text.length : 0;
}
