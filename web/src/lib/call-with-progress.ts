import type { Api } from '@cairn/contracts';
import { addressOf, ApiFailure, failureFrom, reach } from './api.ts';

type WithProgress = { [K in keyof Api]: [Api[K]['progress']] extends [never] ? never : K }[keyof Api];

/** Calls an endpoint that tells how far it is; ending `signal` ends its work on the server, too. */
export async function callWithProgress<K extends WithProgress>(endpoint: K, request: Api[K]['request'], { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: Api[K]['progress']) => void }): Promise<Api[K]['answer']> {
  const { params = {}, body } = request as { params?: Record<string, string>; body?: unknown };
  const [method, path] = endpoint.split(' ') as [string, string];
  const response = await reach(addressOf(path, params), { method, signal, body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json', accept: 'text/event-stream' } });
  if (!response.ok) throw await failureFrom(response);
  if (response.body === null || !(response.headers.get('content-type') ?? '').includes('event-stream')) return (await response.json()) as Api[K]['answer'];
  for await (const { name, data } of eventsIn(response.body)) {
    if (name === 'progress') onProgress(data as Api[K]['progress']);
    if (name === 'answer') return data as Api[K]['answer'];
    if (name === 'failure') {
      const problem = data as ApiFailure['problem'];
      throw new ApiFailure(problem.status ?? 500, problem, null);
    }
  }
  // The connection broke before the answer.
  throw new ApiFailure(0, { code: 'network.offline' }, null);
}

/** Server-sent events (WHATWG HTML, section 9.2), of which the server uses `event` and one line of `data`. */
export async function* eventsIn(stream: ReadableStream<Uint8Array>): AsyncGenerator<{ readonly name: string; readonly data: unknown }> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name, data] = /^event: ([\w-]+)\ndata: (.*)$/s.exec(block) ?? [];
      if (name !== undefined && data !== undefined) yield { name, data: JSON.parse(data) as unknown };
    }
  }
}
