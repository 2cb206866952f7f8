import type { Api, Problem } from '@cairn/contracts';
import { addressOf, ApiFailure, failureFrom, reach } from './api.ts';

type Telling = { [K in keyof Api]: [Api[K]['progress']] extends [never] ? never : K }[keyof Api];

/** A POST that tells how far it is: each step as it comes, then the answer. Leaving it by its signal ends the work at the server. */
export async function callWithProgress<K extends Telling>(endpoint: K, { body, signal }: Api[K]['request'] & { signal?: AbortSignal }, onProgress: (progress: Api[K]['progress']) => void): Promise<Api[K]['answer']> {
  const path = endpoint.slice('POST '.length);
  const response = await reach(addressOf(path), { method: 'POST', signal: signal ?? null, body: JSON.stringify(body), headers: { accept: 'text/event-stream, application/json', 'content-type': 'application/json' } });
  if (!response.ok) throw await failureFrom(response);
  if (!(response.headers.get('content-type') ?? '').includes('event-stream') || response.body === null) return (await response.json()) as Api[K]['answer'];
  for await (const { name, data } of eventsOf(response.body)) {
    const told: unknown = JSON.parse(data);
    if (name === 'answer') return told as Api[K]['answer'];
    if (name === 'failure') throw new ApiFailure((told as Problem).status, told as Problem, null);
    onProgress(told as Api[K]['progress']);
  }
  // The connection ended before the answer came.
  throw new ApiFailure(0, { code: 'network.offline' }, null);
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ name: string; data: string }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let held = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      held += decoder.decode(value, { stream: true });
      for (let end = held.indexOf('\n\n'); end >= 0; end = held.indexOf('\n\n')) {
        const lines = held.slice(0, end).split('\n');
        held = held.slice(end + 2);
        const field = (name: string) => lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2)).join('\n');
        if (field('data') !== '') yield { name: field('event'), data: field('data') };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
