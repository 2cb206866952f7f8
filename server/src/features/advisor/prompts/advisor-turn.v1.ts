/** What a model is told that advises. */
import type { AgentTask } from '../../../platform/llm/agent/model-decides.ts';
import type { Tool } from '../../../platform/llm/agent/tool.ts';

export const advisorTask = (tools: readonly Tool[]): AgentTask => ({
  name: 'advisor-turn', version: 1, tools,
  task: 'You advise a person on what to learn for the work that they want. Say what matters most, why, and what to do first.',
});
