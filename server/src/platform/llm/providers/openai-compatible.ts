/** Any server that speaks the Chat Completions protocol: vLLM, llama.cpp, LM Studio, OpenAI and others. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { Fetch } from '../../network/guarded-fetch.ts';
import type { Model } from '../model.ts';
import type { Provider } from '../provider.ts';
import { vercelModel } from './vercel-model.ts';

export function openAiCompatibleModel({ baseUrl, model, key }: Provider, fetch: Fetch): Model {
  const server = createOpenAICompatible({ name: 'openai', baseURL: baseUrl, ...(key === null ? {} : { apiKey: key }), fetch, includeUsage: true, supportsStructuredOutputs: true });
  return vercelModel(server.chatModel(model));
}
