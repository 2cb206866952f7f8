/** What a model is told when it takes a turn as tutor. It knows no more of the open exercise than the person does. */
import type { Question } from '@cairn/engine/learning';
import { exerciseOf, type Standing } from '@cairn/engine/tutor';
import type { AgentTask } from '../../platform/llm/agent/model-decides.ts';
import type { Tool } from '../../platform/llm/agent/tool.ts';
import { seedFor } from './tutor-turn.ts';

export const tutorTask = (tools: readonly Tool[]): AgentTask => ({
  name: 'tutor-turn', version: 1, tools,
  task: 'You are a patient tutor in a chat with a student. Take one small step at a time: ask the tool that fits the message, then word what it answered kindly and briefly. Whether an answer is right is said by the tool assess alone; never say more of the right answer than a tool did.',
});

export function factsFor({ chatId, skillName, standing, question }: { readonly chatId: string; readonly skillName: string; readonly standing: Standing; readonly question: Question | undefined }): string {
  const topic = `The chat is about ${skillName}, level ${String(standing.target)} of 4. Answered: ${String(standing.answered)}, right: ${String(standing.right)}.`;
  if (question === undefined) return `${topic} No exercise is open.`;
  const { ask, code, parts } = exerciseOf(question, seedFor(chatId, question.id));
  return [`${topic} The open exercise, with ${String(question.hints.length - (standing.open?.hints ?? 0))} hints left: ${ask}`, ...(code ? [code.text] : []), ...parts.map((part, at) => `${String.fromCharCode(97 + at)}) ${part}`)].join('\n');
}
