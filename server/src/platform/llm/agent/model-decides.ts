/** Asks the language models of a person's organisation which tool is next, each turn by a prompt like any other. */
import { z } from 'zod';
import type { AnswerMeta, Llm, Question } from '../llm.ts';
import { definePrompt, type Prompt } from '../prompt.ts';
import type { Looked } from './detect-loop.ts';
import type { Decided } from './run-agent.ts';
import type { Tool } from './tool.ts';

export interface AgentTask {
  /** Of the prompt. A change of task or tools is a new version. */
  readonly name: string;
  readonly version: number;
  /** Who the model is to be and what it is for, in a sentence or two. */
  readonly task: string;
  readonly tools: readonly Tool[];
}

export interface AgentQuestion {
  /** What the person wrote. */
  readonly text: string;
  /** What else is known, in words of ours. */
  readonly facts: string;
}

interface TurnInput extends AgentQuestion {
  readonly looked: readonly Looked[];
  readonly language: string;
}

/** As a model writes it. */
interface Turn {
  readonly tool: string | null;
  readonly input: unknown;
  readonly answer: string | null;
}

const longestAnswer = 1500;

const languageNames: Readonly<Record<string, string>> = { en: 'English', hi: 'Hindi' };

/**
 * One object of parts that may be null, since not every provider takes a choice of two at the top of a schema, or a part
 * that may be left out; who leaves one out all the same is understood.
 */
function turnOf(tools: readonly Tool[]): z.ZodType<Turn> {
  return z.strictObject({
    tool: z.string().max(60).nullable().prefault(null),
    input: z.unknown().meta({ anyOf: [...tools.map(inputSchema), { type: 'null' }] }).prefault(null),
    answer: z.string().trim().min(1).max(longestAnswer).nullable().prefault(null),
  }).superRefine(({ tool, input, answer }, issues) => {
    const say = (path: string[], message: string) => { issues.addIssue({ code: 'custom', path, message }); };
    if ((typeof tool === 'string') === (typeof answer === 'string')) say([], 'Give either tool and input, or answer');
    else if (typeof tool === 'string') {
      const named = tools.find(({ name }) => name === tool);
      if (named === undefined) say(['tool'], `Must be one of ${tools.map(({ name }) => name).join(', ')}`);
      for (const { path, message } of named?.input.safeParse(input ?? {}).error?.issues ?? []) say(['input', ...path.map(String)], message);
    }
  });
}

function inputSchema({ input }: Tool): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' }) as Record<string, unknown>;
  return schema;
}

function decisionIn({ tool, input, answer }: Turn): NonNullable<Decided['decision']> {
  return typeof tool === 'string' ? { tool, input: input ?? {} } : { answer: answer ?? '' };
}

export function turnPrompt({ name, version, task, tools }: AgentTask): Prompt<TurnInput, Turn> {
  const output = turnOf(tools);
  return definePrompt<TurnInput, Turn>({
    name, version, output, maxOutputTokens: 500, temperature: 0, cacheSeconds: 0, shared: false,
    render: ({ text, facts, looked, language }, fence) => ({
      system: [
        task, 'You decide no number and no judgement: the tools do. Look before you answer, and ask a tool nothing twice.', 'Tools:',
        ...tools.map((tool) => `- ${tool.name}: ${tool.description} Input: ${JSON.stringify(inputSchema(tool))}`),
        'Answer with one JSON object: {"tool": …, "input": …} to ask a tool, or {"answer": …} when you have what the person needs.',
        `The answer is plain text in ${languageNames[language] ?? language}, at most 120 words, without links, and names only what the tools answered.`, fence.rule,
      ].join('\n'),
      user: [
        facts, fence.data('question', text),
        ...looked.map(({ tool, input, output: answered, failure }) => fence.data(`${tool} ${JSON.stringify(input)}`.replaceAll('"', "'"), failure === null ? JSON.stringify(tools.find((one) => one.name === tool)?.tell?.(answered) ?? answered) : `failed: ${failure}`)),
      ].join('\n'),
    }),
  });
}

export interface ModelDecider {
  readonly decide: (looked: readonly Looked[]) => Promise<Decided>;
  /** Of the last turn; null before the first. */
  meta(): AnswerMeta | null;
}

/** After so long the fixed plan finishes, however slow the models are. */
export const longestThinkingSeconds = 240;

export function modelDecides({ llm, task, question, language, ...asked }: Pick<Question<unknown, unknown>, 'person' | 'personal' | 'signal' | 'onProgress'> & { readonly llm: Pick<Llm, 'ask'>; readonly task: AgentTask; readonly question: AgentQuestion; readonly language: string }): ModelDecider {
  const prompt = turnPrompt(task);
  const deadline = AbortSignal.timeout(longestThinkingSeconds * 1000);
  let last: AnswerMeta | null = null;
  return {
    async decide(looked) {
      try {
        const { output, meta } = await llm.ask({ ...asked, prompt, input: { ...question, looked, language }, language, allowed: '', signal: AbortSignal.any([asked.signal, deadline]) });
        last = meta;
        return { decision: output && decisionIn(output), reason: meta.fallbackReason, tokens: meta.tokensUsed };
      } catch (error) {
        if (!deadline.aborted || asked.signal.aborted) throw error;
        return { decision: null, reason: 'time-limit', tokens: 0 };
      }
    },
    meta: () => last,
  };
}
