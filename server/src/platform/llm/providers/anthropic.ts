/** Anthropic's Messages protocol. */
import { createAnthropic } from '@ai-sdk/anthropic';
import type { Fetch } from '../../network/guarded-fetch.ts';
import type { Model } from '../model.ts';
import type { Provider } from '../provider.ts';
import { vercelModel } from './vercel-model.ts';

export function anthropicModel({ baseUrl, model, key }: Provider, fetch: Fetch): Model {
  return vercelModel(createAnthropic({ baseURL: baseUrl, apiKey: key ?? '', fetch }).languageModel(model));
}
