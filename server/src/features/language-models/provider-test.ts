/** A small question with one plain answer, by the way that every other question goes, for whoever set a provider up. */
import { askProvider, type ProviderQuestion } from '../../platform/llm/ask-provider.ts';
import { circuitBreaker } from '../../platform/llm/circuit-breaker.ts';
import type { CallRecord } from '../../platform/llm/llm.store.ts';
import type { Model } from '../../platform/llm/model.ts';
import { promptVersionOf } from '../../platform/llm/prompt.ts';
import type { Provider } from '../../platform/llm/provider.ts';
import { createFence } from '../../platform/llm/untrusted.ts';
import { waitingLine } from '../../platform/waiting-line.ts';
import { providerTest } from './prompts/provider-test.v1.ts';

export const providerTestPrompt = promptVersionOf(providerTest);

/** Whoever tests waits in front of the page, behind proxies that do not wait for ever. */
const mostSeconds = 120;

export interface TestParts extends Pick<ProviderQuestion<undefined, unknown>, 'now' | 'randomBytes' | 'sleep' | 'detectLanguage' | 'signal' | 'onProgress'> {
  readonly createModel: (provider: Provider) => Promise<Model>;
}

export interface TestOutcome {
  readonly answered: boolean;
  readonly latencyMilliseconds: number;
  readonly tokens: { readonly input: number; readonly output: number };
  readonly failures: readonly CallRecord['failures'][number]['kind'][];
  readonly repaired: boolean;
}

/** In a line of its own: a provider that is left alone for its failures is asked all the same. */
export async function testProvider(given: Provider, parts: TestParts): Promise<TestOutcome> {
  const provider = { ...given, timeoutSeconds: Math.min(given.timeoutSeconds, mostSeconds) };
  const began = parts.now();
  const { system, user } = providerTest.render(undefined, createFence('unused'));
  const outcome = await askProvider({
    ...parts, provider, lane: { line: waitingLine(1, 1), breaker: circuitBreaker() }, model: () => parts.createModel(provider), prompt: providerTest, system, user, language: null, personal: [], allowed: { everything: user, numbers: '' },
  });
  return { answered: outcome.ok, repaired: outcome.ok && outcome.repaired, latencyMilliseconds: parts.now() - began, tokens: outcome.tokens, failures: outcome.failures };
}
