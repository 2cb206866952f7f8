/** What an agent can do: named, typed, and without a say in any number. Tools read and compute; what they may see is the caller's. */
import type { z } from 'zod';
import { Failure } from '../../http/failure.ts';

export interface Tool<Input = unknown, Output = unknown> {
  readonly name: string;
  /** For the model: what it answers and when it is of use. */
  readonly description: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** Throws a ToolFailure or a Failure where it cannot answer. */
  run(input: Input): Promise<Output>;
  /** What a model is told of an answer, where that is less than all of it. */
  tell?(output: Output): unknown;
}

/** A tool has nothing to answer, for a reason that has a name. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export interface ToolCall {
  readonly tool: string;
  readonly input: unknown;
}

export type ToolOutcome = { readonly output: unknown; readonly failure: null } | { readonly output: null; readonly failure: string };

export function defineTool<Input, Output>(tool: Tool<Input, Output>): Tool {
  return tool as Tool;
}

/** What the tool answered, as it is stored; why it did not, by a code. An error that nobody foresaw is thrown on. */
export async function useTool(tools: readonly Tool[], call: ToolCall): Promise<ToolOutcome> {
  const tool = tools.find(({ name }) => name === call.tool);
  if (tool === undefined) return failed('tool.unknown');
  const input = tool.input.safeParse(call.input);
  if (!input.success) return failed('tool.input-invalid');
  try {
    const output = tool.output.safeParse(await tool.run(input.data));
    return output.success ? { output: JSON.parse(JSON.stringify(output.data)) as unknown, failure: null } : failed('tool.output-invalid');
  } catch (error) {
    if (error instanceof ToolFailure || (error instanceof Failure && error.status < 500)) return failed(error.code);
    throw error;
  }
}

const failed = (failure: string): ToolOutcome => ({ output: null, failure });

/** The same value always gives the same text, whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))) : inner)) ?? 'null';
}
