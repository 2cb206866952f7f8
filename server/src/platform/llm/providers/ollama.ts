/**
 * Ollama by its own protocol (POST /api/chat): its OpenAI-like one ignores `num_ctx` and cuts long prompts without a word.
 * https://github.com/ollama/ollama/blob/main/docs/api.md
 */
import { z } from 'zod';
import type { Fetch } from '../../network/guarded-fetch.ts';
import { errorOfStatus, ModelError, type CallOptions, type Completion, type Model, type ModelRequest } from '../model.ts';
import type { Provider } from '../provider.ts';

const part = z.object({
  message: z.object({ content: z.string() }).optional(),
  done: z.boolean().optional(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.number().optional(),
  eval_count: z.number().optional(),
  error: z.string().optional(),
});
type Part = z.output<typeof part>;

export function ollamaModel({ baseUrl, model, contextTokens, key }: Provider, fetch: Fetch): Model {
  const headers = { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
  return {
    async complete(request: ModelRequest, { signal, onProgress }: CallOptions): Promise<Completion> {
      const response = await fetch(`${baseUrl}/api/chat`, {
        method: 'POST', headers, signal,
        body: JSON.stringify({
          model, stream: onProgress !== undefined, format: request.schema, think: false,
          messages: [{ role: 'system', content: request.system }, ...request.messages.map(({ role, text }) => ({ role, content: text }))],
          options: { num_ctx: contextTokens, num_predict: request.maxOutputTokens, temperature: request.temperature },
        }),
      });
      const failed = errorOfStatus(response.status, response.ok ? '' : await response.text(), response.headers.get('retry-after'));
      if (failed !== null) throw failed;
      const { text, last } = await read(response, onProgress);
      return completionOf(text, last, contextTokens);
    },
  };
}

async function read(response: Response, onProgress: CallOptions['onProgress']): Promise<{ text: string; last: Part | undefined }> {
  let text = '';
  let last: Part | undefined;
  for await (const line of linesOf(response)) {
    last = partOf(line);
    if (last.error !== undefined) throw new ModelError('server-error', last.error.slice(0, 200));
    text += last.message?.content ?? '';
    onProgress?.(text.length);
  }
  return { text, last };
}

function completionOf(text: string, last: Part | undefined, contextTokens: number): Completion {
  if (last?.done !== true) throw new ModelError('cut-off', 'The connection ended before the answer did');
  const tokens = { input: last.prompt_eval_count ?? 0, output: last.eval_count ?? 0 };
  const isFull = tokens.input + tokens.output >= contextTokens;
  return { text, tokens, finish: last.done_reason === 'length' || isFull ? 'length' : 'stop' };
}

function partOf(line: string): Part {
  try {
    return part.parse(JSON.parse(line));
  } catch (error) {
    throw new ModelError('not-understood', 'The server sent a line that is not of its protocol', { cause: error });
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.trim() !== '');
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield rest;
}
