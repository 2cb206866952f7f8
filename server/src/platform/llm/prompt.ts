/** A prompt is code: it has a name and a version, says what it wants back, and changes by a new version beside the old. */
import type { z } from 'zod';
import type { Fence } from './untrusted.ts';

export interface Prompt<Input, Output> {
  readonly name: string;
  readonly version: number;
  readonly output: z.ZodType<Output>;
  readonly maxOutputTokens: number;
  /** 0 to 1. */
  readonly temperature: number;
  /** How long an answer to the very same input holds; 0 is not kept. */
  readonly cacheSeconds: number;
  /** Nothing personal is in the input: the answer may serve everybody of the organisation. */
  readonly shared: boolean;
  /** False where the answer stands beside numbers of ours: one that only material from outside names may not come back. */
  readonly echoesNumbers?: boolean;
  /** Texts from outside are in here by `fence.data` and nowhere else. */
  render(input: Input, fence: Fence): { readonly system: string; readonly user: string };
}

export function definePrompt<Input, Output>(prompt: Prompt<Input, Output>): Prompt<Input, Output> {
  return prompt;
}

export const promptVersionOf = ({ name, version }: { readonly name: string; readonly version: number }): string => `${name}.v${version}`;

const day = 86_400;
/** How long answers of each sort hold. */
export const cacheSeconds = { research: 7 * day, learningMaterial: 3 * day, translation: 7 * day } as const;
