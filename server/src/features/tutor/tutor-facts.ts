/** What a model that takes a turn as tutor knows of the chat: no more of the open exercise than the person does. */
import type { Question } from '@cairn/engine/learning';
import { exerciseOf, type Standing } from '@cairn/engine/tutor';
import { seedFor } from './tutor-turn.ts';

export function factsFor({ chatId, skillName, standing, question }: { readonly chatId: string; readonly skillName: string; readonly standing: Standing; readonly question: Question | undefined }): string {
  const topic = `The chat is about ${skillName}, level ${String(standing.target)} of 4. Answered: ${String(standing.answered)}, right: ${String(standing.right)}.`;
  if (question === undefined) return `${topic} No exercise is open.`;
  const { ask, code, parts } = exerciseOf(question, seedFor(chatId, question.id));
  return [`${topic} The open exercise, with ${String(question.hints.length - (standing.open?.hints ?? 0))} hints left: ${ask}`, ...(code ? [code.text] : []), ...parts.map((part, at) => `${String.fromCharCode(97 + at)}) ${part}`)].join('\n');
}
