import type { Api } from '@cairn/contracts';
import { addressOf, ApiFailure, failureFrom, reach } from './api.ts';

export type WithProgress = { [K in keyof Api]: [Api[K]['progress']] extends [never] ? never : K }[keyof Api];

/** A request whose answer did not arrive: the same one again is no new one, and gets the answer if it was made by then. */
let unanswered: { readonly request: string; readonly key: string; readonly at: number } | null = null;
/** Who asks the same after that wants to know how it is now. */
const sameRequestMilliseconds = 10 * 60_000;

interface Listening<K extends keyof Api> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Api[K]['progress']) => void;
}

/** Calls an endpoint that tells how far it is; ending `signal` ends its work on the server, too. */
export async function callWithProgress<K extends WithProgress>(endpoint: K, request: Api[K]['request'], listening: Listening<K>): Promise<Api[K]['answer']> {
  const { params = {}, body } = request as { params?: Record<string, string>; body?: unknown };
  const [method, path] = endpoint.split(' ') as [string, string];
  const address = addressOf(path, params);
  const text = JSON.stringify(body ?? {});
  const same = `${method} ${address} ${text}`;
  const key = unanswered?.request === same && performance.now() - unanswered.at < sameRequestMilliseconds ? unanswered.key : crypto.randomUUID();
  unanswered = null;
  try {
    return await answerTo(await reach(address, { method, signal: listening.signal, body: text, headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'idempotency-key': key } }), listening);
  } catch (error) {
    if (error instanceof ApiFailure && (error.code === 'network.offline' || error.code === 'request.in-progress')) unanswered = { request: same, key, at: performance.now() };
    throw error;
  }
}

async function answerTo<K extends WithProgress>(response: Response, { signal, onProgress }: Listening<K>): Promise<Api[K]['answer']> {
  if (!response.ok) throw await failureFrom(response);
  if (response.body === null || !(response.headers.get('content-type') ?? '').includes('event-stream')) return (await response.json()) as Api[K]['answer'];
  for await (const { name, data } of eventsOf(response.body, signal)) {
    if (name === 'progress') onProgress(data as Api[K]['progress']);
    if (name === 'answer') return data as Api[K]['answer'];
    if (name === 'failure') {
      const problem = data as ApiFailure['problem'];
      throw new ApiFailure(problem.status ?? 500, problem, null);
    }
  }
  throw brokenOff();
}

/** The connection broke before the answer. */
const brokenOff = () => new ApiFailure(0, { code: 'network.offline' }, null);

/** A stream that breaks in the middle throws what the browser says of it, each another. */
async function* eventsOf(stream: ReadableStream<Uint8Array>, signal: AbortSignal): ReturnType<typeof eventsIn> {
  try {
    yield* eventsIn(stream);
  } catch (error) {
    if (signal.aborted || !(error instanceof TypeError)) throw error;
    throw brokenOff();
  }
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
