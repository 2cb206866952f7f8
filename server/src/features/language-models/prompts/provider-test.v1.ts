import { z } from 'zod';
import { definePrompt } from '../../../platform/llm/prompt.ts';

export const providerTest = definePrompt<undefined, { colour: string }>({
  name: 'provider-test', version: 1, output: z.strictObject({ colour: z.string().min(1).max(40) }), maxOutputTokens: 60, temperature: 0, cacheSeconds: 0, shared: true,
  render: () => ({ system: 'You answer in one JSON object {"colour": "…"} and nothing else.', user: 'Which colour has a clear sky at noon? One word.' }),
});
