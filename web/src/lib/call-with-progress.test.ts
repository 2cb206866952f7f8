import { afterEach, expect, test, vi } from 'vitest';
import { ApiFailure } from './api.ts';
import { callWithProgress } from './call-with-progress.ts';

afterEach(() => { vi.unstubAllGlobals(); });

/** Pieces as they come from the network, cut anywhere. */
function answers(...pieces: string[]): void {
  const stream = new ReadableStream<Uint8Array>({ start: (controller) => {
    for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
    controller.close();
  } });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(stream, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })));
}
const ask = (onProgress: (progress: unknown) => void = () => undefined) => callWithProgress('POST /ai/quiz', { body: { skill: 'SQL' } }, onProgress);

test('tells each step and gives the answer, wherever the network cuts', async () => {
  answers('event: progress\nda', 'ta: {"step":"waiting","place":2}\n', '\n: \n\nevent: progress\ndata: {"step":"writing","characters":7}\n\nevent: answer\ndata: {"skill":"S', 'QL"}\n\n');
  const told: unknown[] = [];
  expect(await ask((progress) => told.push(progress))).toEqual({ skill: 'SQL' });
  expect(told).toEqual([{ step: 'waiting', place: 2 }, { step: 'writing', characters: 7 }]);
});
test('a failure on the way is the failure it names', async () => {
  answers('event: failure\ndata: {"status":422,"code":"ai.no-questions"}\n\n');
  await expect(ask()).rejects.toMatchObject({ status: 422, code: 'ai.no-questions' });
});
test('an end without an answer is a cut connection', async () => {
  answers('event: progress\ndata: {"step":"repairing"}\n\n');
  await expect(ask()).rejects.toBeInstanceOf(ApiFailure);
});
