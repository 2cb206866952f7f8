/** A Model over the provider packages of the Vercel AI SDK, by their specification (LanguageModelV4). */
import { AISDKError, APICallError, InvalidResponseDataError, type LanguageModelV4, type LanguageModelV4CallOptions, type LanguageModelV4FinishReason, type LanguageModelV4Usage } from '@ai-sdk/provider';
import { errorOfStatus, ModelError, type CallOptions, type Completion, type Model, type ModelRequest } from '../model.ts';

export function vercelModel(model: LanguageModelV4): Model {
  return {
    async complete(request, { signal, onProgress }) {
      const options = optionsOf(request, signal);
      try {
        return onProgress === undefined ? await generate(model, options) : await stream(model, options, onProgress);
      } catch (error) {
        throw modelErrorOf(error, signal);
      }
    },
  };
}

function optionsOf({ system, messages, schema, maxOutputTokens, temperature }: ModelRequest, abortSignal: AbortSignal): LanguageModelV4CallOptions {
  return {
    prompt: [{ role: 'system', content: system }, ...messages.map(({ role, text }) => ({ role, content: [{ type: 'text' as const, text }] }))],
    responseFormat: { type: 'json', schema, name: 'answer' }, maxOutputTokens, temperature, abortSignal,
  };
}

async function generate(model: LanguageModelV4, options: LanguageModelV4CallOptions): Promise<Completion> {
  const { content, finishReason, usage } = await model.doGenerate(options);
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return completionOf(text, finishReason, usage);
}

/** An aborted or broken stream may end without an error: only one that ends with its `finish` part is whole. */
async function stream(model: LanguageModelV4, options: LanguageModelV4CallOptions, onProgress: NonNullable<CallOptions['onProgress']>): Promise<Completion> {
  const { stream: parts } = await model.doStream(options);
  let text = '';
  let whole: Completion | undefined;
  for await (const part of parts) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'finish') whole = completionOf(text, part.finishReason, part.usage);
    if (part.type !== 'text-delta') continue;
    text += part.delta;
    onProgress(text.length);
  }
  if (whole === undefined) throw new ModelError('cut-off', 'The connection ended before the answer did');
  return whole;
}

function completionOf(text: string, { unified, raw }: LanguageModelV4FinishReason, usage: LanguageModelV4Usage): Completion {
  const tokens = { input: usage.inputTokens.total ?? 0, output: usage.outputTokens.total ?? 0 };
  if (unified === 'length') return { text, tokens, finish: 'length' };
  if (unified === 'content-filter') return { text, tokens, finish: 'refused' };
  if (unified === 'stop' || unified === 'tool-calls') return { text, tokens, finish: 'stop' };
  throw new ModelError('cut-off', `The answer ended with "${raw ?? unified}"`);
}

function modelErrorOf(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof ModelError || signal.aborted) return error;
  if (APICallError.isInstance(error)) {
    const failed = error.statusCode === undefined ? null : errorOfStatus(error.statusCode, error.message, error.responseHeaders?.['retry-after'] ?? null);
    if (failed !== null) return failed;
    return error.statusCode === undefined ? new ModelError('unreachable', 'The address does not answer', { cause: error }) : new ModelError('not-understood', 'The server sent what is not of its protocol', { cause: error });
  }
  if (InvalidResponseDataError.isInstance(error)) return new ModelError('cut-off', error.message, { cause: error });
  return AISDKError.isInstance(error) ? new ModelError('not-understood', error.message, { cause: error }) : error;
}
