// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { callWithProgress } from './call-with-progress.ts';

afterEach(() => { vi.unstubAllGlobals(); });

const bytes = new TextEncoder();
/** An answer that arrives in these pieces. */
function arriving(pieces: readonly string[]) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(bytes.encode(piece));
      controller.close();
    },
  });
  vi.stubGlobal('fetch', async () => ({ ok: true, status: 200, headers: new Headers({ 'content-type': 'text/event-stream; charset=utf-8' }), body }));
}
async function ask() {
  const heard: unknown[] = [];
  const answer = await callWithProgress('POST /advisor/runs', { body: { goal: 'next' } }, { signal: new AbortController().signal, onProgress: (progress) => { heard.push(progress); } });
  return { heard, answer };
}

test('tells what is on the way, however it is cut, then gives the answer', async () => {
  const text = ': \n\nevent: progress\ndata: {"step":"asking"}\n\nevent: progress\ndata: {"step":"waiting","place":2}\n\nevent: answer\ndata: {"id":"सात"}\n\n';
  for (const size of [1, 7, 1000]) {
    arriving(Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size)));
    expect(await ask()).toEqual({ heard: [{ step: 'asking' }, { step: 'waiting', place: 2 }], answer: { id: 'सात' } });
  }
});
test('throws the failure that came in its place', async () => {
  arriving(['event: failure\ndata: {"status":422,"code":"role.unknown"}\n\n']);
  await expect(ask()).rejects.toMatchObject({ status: 422, code: 'role.unknown' });
});
test('is offline when the connection ends before the answer', async () => {
  arriving(['event: progress\ndata: {"step":"asking"}\n\n', 'event: ans']);
  await expect(ask()).rejects.toMatchObject({ code: 'network.offline' });
});

describe('the same request again', () => {
  const broken = ['event: progress\ndata: {"step":"asking"}\n\n'];
  const whole = ['event: answer\ndata: {"id":"1"}\n\n'];
  const keysOf = () => vi.mocked(fetch).mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key'));
  /** Answers in this order. */
  function arrivingInTurn(answers: readonly (readonly string[] | Error)[]) {
    const bodies = answers.map((pieces) => new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pieces instanceof Error) controller.error(pieces);
        else {
          for (const piece of pieces) controller.enqueue(bytes.encode(piece));
          controller.close();
        }
      },
    }));
    vi.stubGlobal('fetch', vi.fn(async () => ({ ok: true, status: 200, headers: new Headers({ 'content-type': 'text/event-stream' }), body: bodies.shift() })));
  }

  test('after the connection broke is known as the same, and a new one once it was answered', async () => {
    arrivingInTurn([broken, new TypeError('network error'), whole, whole]);
    await expect(ask()).rejects.toMatchObject({ code: 'network.offline' });
    await expect(ask()).rejects.toMatchObject({ code: 'network.offline' });
    await ask();
    await ask();
    const [first, second, third, fourth] = keysOf();
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });
  test('is another one where something else is asked, or much later', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    arrivingInTurn([broken, broken, whole]);
    await expect(ask()).rejects.toThrow();
    await expect(callWithProgress('POST /advisor/runs', { body: { goal: 'ready' } }, { signal: new AbortController().signal, onProgress: () => undefined })).rejects.toThrow();
    vi.advanceTimersByTime(11 * 60_000);
    await callWithProgress('POST /advisor/runs', { body: { goal: 'ready' } }, { signal: new AbortController().signal, onProgress: () => undefined });
    vi.useRealTimers();
    expect(new Set(keysOf()).size).toBe(3);
  });
});
