/** One provider and one question: wait for a turn, try up to three times, read and check the answer, have it mended once. */
import { z } from 'zod';
import { LineFullError, type WaitingLine } from '../waiting-line.ts';
import { longestRetryAfterSeconds, tries, waitBefore } from './backoff.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { Progress } from './llm.ts';
import type { CallRecord } from './llm.store.ts';
import { estimateTokens, ModelError, type Completion, type Message, type Model, type Tokens } from './model.ts';
import { breachesIn, mapTexts } from './output-guard.ts';
import { redaction } from './personal-data.ts';
import type { Prompt } from './prompt.ts';
import type { Provider } from './provider.ts';

type FailureKind = CallRecord['failures'][number]['kind'];

export type ProviderOutcome<Output> = { readonly tokens: Tokens; readonly failures: readonly FailureKind[] } & (
  | { readonly ok: true; readonly output: Output; readonly repaired: boolean }
  | { readonly ok: false });

export interface ProviderQuestion<Input, Output> {
  readonly provider: Provider;
  readonly lane: { readonly line: WaitingLine; readonly breaker: CircuitBreaker };
  readonly model: () => Promise<Model>;
  readonly prompt: Prompt<Input, Output>;
  readonly system: string;
  readonly user: string;
  readonly language: string | null;
  readonly personal: readonly string[];
  /** What the answer may name, and the texts of which numbers alone may come back: see output-guard.ts. */
  readonly allowed: { readonly everything: string; readonly numbers: string };
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly detectLanguage: (text: string) => string | null;
}

/** Rejects with the signal's reason when that fires; a provider that fails is an outcome. */
export async function askProvider<Input, Output>(question: ProviderQuestion<Input, Output>): Promise<ProviderOutcome<Output>> {
  const { lane, now, signal, onProgress } = question;
  const nothing = { input: 0, output: 0 };
  if (!lane.breaker.admits(now())) return { ok: false, tokens: nothing, failures: ['circuit-open'] };
  try {
    return await lane.line.through(() => converse(question), { signal, onPlace: (place) => onProgress?.({ step: 'waiting', place }) });
  } catch (error) {
    lane.breaker.undecided();
    if (error instanceof LineFullError) return { ok: false, tokens: nothing, failures: ['line-full'] };
    throw error;
  }
}

async function converse<Input, Output>(question: ProviderQuestion<Input, Output>): Promise<ProviderOutcome<Output>> {
  const { provider, prompt, system, personal, allowed, language, detectLanguage, onProgress } = question;
  const hidden = redaction(provider.local ? [] : personal);
  const hide = (text: string) => (provider.local ? text : hidden.hide(text));
  const failures: FailureKind[] = [];
  const tokens = { input: 0, output: 0 };
  const messages: Message[] = [{ role: 'user', text: hide(question.user) }];
  onProgress?.({ step: 'asking', provider: provider.kind, model: provider.model });

  for (const repaired of [false, true]) {
    const completion = await complete(question, hide(system), messages, failures);
    if (completion === null) return { ok: false, tokens, failures };
    tokens.input += completion.tokens.input;
    tokens.output += completion.tokens.output;
    if (completion.finish !== 'stop') return { ok: false, tokens, failures: [...failures, completion.finish === 'length' ? 'truncated' : 'refused'] };

    const read = readAnswer(prompt, completion.text);
    const output = read.ok ? mapTexts(read.output, hidden.restore) : null;
    const faults = read.ok ? breachesIn(output, { allowed: `${allowed.everything}\n${personal.join('\n')}`, allowedNumbers: allowed.numbers, system, language, detectLanguage }).map(({ kind, found }) => `${kind}: ${found}`) : read.faults;
    if (output !== null && faults.length === 0) return { ok: true, output, repaired, tokens, failures };
    if (!repaired) onProgress?.({ step: 'repairing' });
    messages.push({ role: 'assistant', text: completion.text.slice(0, 20_000) }, { role: 'user', text: repairRequest(faults) });
  }
  return { ok: false, tokens, failures: [...failures, 'invalid-answer'] };
}

const mostFaults = 12;

function repairRequest(faults: readonly string[]): string {
  return `That answer cannot be used:\n${faults.slice(0, mostFaults).map((fault) => `- ${fault}`).join('\n')}\nAnswer again with the same JSON object, corrected. Use no link, markup, number, name or contact that you were not given.`;
}

/** The answer, or null when every try failed; what went wrong is added to `failures`. */
async function complete<Input, Output>({ provider, lane, model, prompt, signal, onProgress, now, randomBytes, sleep }: ProviderQuestion<Input, Output>, system: string, messages: readonly Message[], failures: FailureKind[]): Promise<Completion | null> {
  const promptTokens = estimateTokens(system) + messages.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  if (promptTokens + prompt.maxOutputTokens > provider.contextTokens) {
    failures.push('too-long');
    // Says nothing of the provider: whether it works again is for the next call to try.
    lane.breaker.undecided();
    return null;
  }
  const schema = z.toJSONSchema(prompt.output) as Record<string, unknown>;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const deadline = AbortSignal.timeout(provider.timeoutSeconds * 1000);
    let hasBegun = false;
    const onCharacters = (characters: number) => {
      hasBegun = true;
      onProgress?.({ step: 'writing', characters });
    };
    try {
      const completion = await (await model()).complete(
        { system, messages, schema, maxOutputTokens: prompt.maxOutputTokens, temperature: prompt.temperature },
        { signal: AbortSignal.any([signal, deadline]), onProgress: onProgress === undefined ? undefined : onCharacters },
      );
      lane.breaker.succeeded();
      return completion;
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error, deadline, hasBegun);
      failures.push(failure.kind);
      lane.breaker.failed(now());
      const pause = failure.retryAfterSeconds ?? 0;
      if (!failure.mayPass || failure.kind === 'timeout' || pause > longestRetryAfterSeconds || attempt === tries - 1) return null;
      await sleep(waitBefore(attempt + 1, failure.retryAfterSeconds, chanceOf(randomBytes)), signal);
    }
  }
  return null;
}

/** `fetch` throws a TypeError, and node:http an Error with a code, where nobody answers, and where somebody ends in the middle of it. */
function failureOf(error: unknown, deadline: AbortSignal, hasBegun: boolean): ModelError {
  if (deadline.aborted) return new ModelError('timeout', 'No answer in time', { cause: error });
  if (error instanceof ModelError) return error;
  if (error instanceof Error && ('code' in error || error instanceof TypeError || error.name === 'AddressNotAllowed')) return hasBegun ? new ModelError('cut-off', 'The connection broke off', { cause: error }) : new ModelError('unreachable', 'The address does not answer', { cause: error });
  throw error;
}

const chanceOf = (randomBytes: (count: number) => Uint8Array): number => Buffer.from(randomBytes(4)).readUInt32BE(0) / 2 ** 32;

function readAnswer<Input, Output>(prompt: Prompt<Input, Output>, text: string): { ok: true; output: Output } | { ok: false; faults: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(withoutFence(text));
  } catch {
    return { ok: false, faults: ['It is not one JSON object.'] };
  }
  const read = prompt.output.safeParse(value);
  return read.success ? { ok: true, output: read.data } : { ok: false, faults: read.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'answer'}: ${message}`) };
}

/** Models like to put JSON between lines of backquotes, and a sentence before it. */
function withoutFence(text: string): string {
  const inside = /```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1] ?? text;
  const start = inside.indexOf('{');
  return start < 0 ? inside : inside.slice(start, inside.lastIndexOf('}') + 1);
}
