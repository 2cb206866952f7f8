// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
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
