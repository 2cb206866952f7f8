/** A server on loopback that speaks the protocols of Ollama, OpenAI and Anthropic, streaming and not, and fails as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Reply =
  | { readonly text: string; readonly input?: number; readonly output?: number; readonly finish?: 'stop' | 'length' | 'refused' }
  /** An answer of HTTP alone. */
  | { readonly status: number; readonly retryAfter?: number }
  /** Never answers. */
  | 'hang'
  /** Ends the connection after this text. */
  | { readonly cut: string }
  /** Sends this as its body. */
  | { readonly raw: string };

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
  /** The caller gave up before the answer was whole. */
  aborted: boolean;
}

export interface LlmStandIn {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** What the next requests get, one each; the last one from then on. */
  will(...replies: (Reply | ((request: SeenRequest) => Reply))[]): void;
  /** The models that Ollama's list names from now on. */
  has(...models: string[]): void;
  close(): Promise<void>;
}

export async function llmStandIn(): Promise<LlmStandIn> {
  const seen: SeenRequest[] = [];
  let models: string[] = [];
  let replies: (Reply | ((request: SeenRequest) => Reply))[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => { text += chunk.toString(); });
    request.on('end', () => {
      const entry: SeenRequest = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text || '{}') as Record<string, unknown>, aborted: false };
      seen.push(entry);
      response.on('close', () => { entry.aborted = !response.writableEnded; });
      if (entry.path === '/api/tags') {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ models: models.map((name) => ({ name, model: name, modified_at: '2026-01-01T00:00:00Z', size: 1 })) }));
        return;
      }
      const next = replies.length > 1 ? replies.shift() : replies[0];
      if (next === undefined) throw new Error('The stand-in was not told what to answer');
      answer(entry, response, typeof next === 'function' ? next(entry) : next);
    });
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen,
    will: (...next) => { replies = next; },
    has: (...names) => { models = names; },
    close: () => new Promise((closed) => {
      server.close(() => { closed(); });
      server.closeAllConnections();
    }),
  };
}

function answer({ path, body }: SeenRequest, response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if ('status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...(reply.retryAfter === undefined ? {} : { 'retry-after': String(reply.retryAfter) }) });
    response.end(JSON.stringify({ error: { type: 'error', message: `status ${reply.status}` } }));
    return;
  }
  if ('raw' in reply) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(reply.raw);
    return;
  }
  const protocol = path.endsWith('/api/chat') ? ollama : path.endsWith('/chat/completions') ? openAi : anthropic;
  const streams = body.stream === true;
  response.writeHead(200, { 'content-type': streams ? (protocol === ollama ? 'application/x-ndjson' : 'text/event-stream') : 'application/json' });
  if ('cut' in reply) {
    const parts = streams ? protocol.stream(reply.cut, { input: 10, output: 10, finish: 'stop' }).slice(0, -protocol.closingParts) : [reply.cut];
    response.write(parts.join(''), () => { response.destroy(); });
    return;
  }
  const end = { input: reply.input ?? 100, output: reply.output ?? 50, finish: reply.finish ?? 'stop' };
  if (streams) for (const part of protocol.stream(reply.text, end)) response.write(part);
  response.end(streams ? '' : protocol.whole(reply.text, end));
}

interface End {
  readonly input: number;
  readonly output: number;
  readonly finish: 'stop' | 'length' | 'refused';
}

interface Protocol {
  whole(text: string, end: End): string;
  stream(text: string, end: End): string[];
  /** Parts of a stream without which the answer is not whole. */
  readonly closingParts: number;
}

const pieces = (text: string): string[] => text.match(/[\s\S]{1,7}/g) ?? [''];
const event = (data: unknown, name?: string): string => `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

const ollama: Protocol = {
  whole: (text, end) => JSON.stringify(ollamaPart(text, end)),
  stream: (text, end) => [...pieces(text).map((piece) => `${JSON.stringify(ollamaPart(piece))}\n`), `${JSON.stringify(ollamaPart('', end))}\n`],
  closingParts: 1,
};

function ollamaPart(content: string, end?: End): Record<string, unknown> {
  const part = { model: 'stand-in', created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content }, done: end !== undefined };
  return end === undefined ? part : { ...part, done_reason: end.finish === 'length' ? 'length' : 'stop', prompt_eval_count: end.input, eval_count: end.output };
}

const openAiFinish = { stop: 'stop', length: 'length', refused: 'content_filter' } as const;
const openAi: Protocol = {
  whole: (text, end) => JSON.stringify({
    id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'stand-in',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: openAiFinish[end.finish] }],
    usage: { prompt_tokens: end.input, completion_tokens: end.output, total_tokens: end.input + end.output },
  }),
  stream: (text, end) => {
    const chunk = (delta: object, finish: string | null, more: object = {}) => event({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'stand-in', choices: [{ index: 0, delta, finish_reason: finish }], ...more });
    const usage = { prompt_tokens: end.input, completion_tokens: end.output, total_tokens: end.input + end.output };
    return [...pieces(text).map((content) => chunk({ content }, null)), chunk({}, openAiFinish[end.finish], { usage }), event('[DONE]')];
  },
  closingParts: 2,
};

const anthropicFinish = { stop: 'end_turn', length: 'max_tokens', refused: 'refusal' } as const;
const anthropic: Protocol = {
  whole: (text, end) => JSON.stringify({
    id: 'msg_1', type: 'message', role: 'assistant', model: 'stand-in', content: [{ type: 'text', text }],
    stop_reason: anthropicFinish[end.finish], stop_sequence: null, usage: { input_tokens: end.input, output_tokens: end.output },
  }),
  stream: (text, end) => [
    event({ type: 'message_start', message: { id: 'msg_1', type: 'message', role: 'assistant', model: 'stand-in', content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: end.input, output_tokens: 1 } } }, 'message_start'),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }, 'content_block_start'),
    ...pieces(text).map((piece) => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } }, 'content_block_delta')),
    event({ type: 'content_block_stop', index: 0 }, 'content_block_stop'),
    event({ type: 'message_delta', delta: { stop_reason: anthropicFinish[end.finish], stop_sequence: null }, usage: { output_tokens: end.output } }, 'message_delta'),
    event({ type: 'message_stop' }, 'message_stop'),
  ],
  closingParts: 3,
};
