import { endpoint } from '@cairn/contracts/endpoint';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { testHttp, type TestHttp } from '../../test-support/http.ts';

const slow = endpoint({ method: 'GET', path: '/slow', summary: 'x', access: 'anonymous', answers: { 200: z.object({ done: z.boolean() }) }, failures: [] });
const take = endpoint({ method: 'POST', path: '/take', summary: 'x', access: 'anonymous', body: z.object({}), answers: { 204: null }, failures: [] });

let http: TestHttp;
afterEach(() => http.close());

async function listening(work: () => Promise<unknown> = async () => undefined, idleSeconds = 1, headersSeconds = 1): Promise<number> {
  http = await testHttp({ timeouts: { headersSeconds, requestSeconds: 2 * headersSeconds, idleSeconds, checkSeconds: 0.1 } });
  http.implement(slow, async () => {
    await work();
    return { status: 200, body: { done: true } };
  });
  http.implement(take, () => ({ status: 204 }));
  return Number(new URL(await http.fastify.listen({ port: 0, host: '127.0.0.1' })).port);
}

/** Left to itself, Node would hang up after a minute or more. */
const patienceMilliseconds = 20_000;

/** Whatever the server says until it hangs up. */
function talk(port: number, speak: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => speak(socket));
    socket.on('data', (chunk) => void (said += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}

test('a client that never finishes its headers is hung up on', async () => {
  const said = await talk(await listening(), (socket) => socket.write('GET /api/v1/slow HTTP/1.1\r\nHost: x\r\nX-Slow: '));
  expect(said).toMatch(/^HTTP\/1\.1 408 [^]*"code":"request\.timeout"/);
}, patienceMilliseconds);

test('a client that sends its body drop by drop is hung up on', async () => {
  const said = await talk(await listening(), (socket) => {
    socket.write('POST /api/v1/take HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n');
    const drip = setInterval(() => void (socket.writable && socket.write(' ')), 100);
    socket.on('close', () => clearInterval(drip));
  });
  expect(said).toMatch(/^HTTP\/1\.1 408 [^]*"code":"request\.timeout"/);
}, patienceMilliseconds);

test('what is no HTTP is answered as a problem', async () => {
  const said = await talk(await listening(), (socket) => socket.write('\x16\x03\x01 hello\r\n\r\n'));
  expect(said).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"request\.invalid"/);
});

test('headers without end are refused', async () => {
  const said = await talk(await listening(), (socket) => socket.write(`GET /api/v1/slow HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`));
  expect(said).toMatch(/^HTTP\/1\.1 413 [^]*"code":"request\.too-large"/);
});

test('stopping lets a request under way finish, and takes no new connection', async () => {
  const begun = Promise.withResolvers<undefined>();
  const port = await listening(async () => {
    begun.resolve(undefined);
    await sleep(500);
  });
  const answer = fetch(`http://127.0.0.1:${port}/api/v1/slow`);
  await begun.promise;
  const stopped = http.fastify.close();
  expect(await (await answer).json()).toEqual({ done: true });
  await stopped;
  await expect(fetch(`http://127.0.0.1:${port}/api/v1/slow`)).rejects.toThrow();
});

test.each([
  ['nobody uses any more', 'GET /api/v1/slow HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['were opened ahead and never used', ''],
])('stopping does not wait for connections that %s', async (_which, said) => {
  const port = await listening(undefined, 3600, 100);
  const idle = talk(port, (socket) => socket.write(said));
  await sleep(200);
  await http.fastify.close();
  await idle;
}, patienceMilliseconds);
