import type { Endpoint } from '@cairn/contracts';
import type { FastifyReply } from 'fastify';
import { EventEmitter } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testApp, type TestApp } from '../../test-support/app.ts';
import { goneSignal } from './event-stream.ts';
import { Failure } from './failure.ts';

const slow = {
  method: 'POST', path: '/test/slow', summary: 'Counts', access: 'signed-in', limit: 'ai', body: z.object({ to: z.number(), ends: z.enum(['well', 'known', 'unknown', 'never', 'later']).default('well') }),
  progress: z.object({ step: z.number() }), answers: { 200: z.object({ counted: z.number() }) }, failures: ['auth.signed-out', 'request.cross-site', 'notes.unknown'],
} as const satisfies Endpoint;

let app: TestApp;
let gone: Promise<void>;
/** How often the work was done, and how often it ended of itself. */
const worked = { begun: 0, ended: 0 };
const gates: PromiseWithResolvers<undefined>[] = [];
beforeAll(async () => {
  app = await testApp({ environment: { CAIRN_RATE_AI: '20/1m' }, before: ({ http }) => {
    http.implement(slow, async ({ body, onProgress, signal }) => {
      worked.begun += 1;
      for (let step = 1; step <= body.to; step += 1) onProgress?.({ step });
      if (body.ends === 'known') throw new Failure('notes.unknown');
      if (body.ends === 'unknown') throw new Error('a fault of ours');
      if (body.ends === 'never') {
        await (gone = new Promise<void>((resolve) => {
          if (signal.aborted) resolve();
          signal.addEventListener('abort', () => { resolve(); });
        }));
        signal.throwIfAborted();
      }
      if (body.ends === 'later') {
        const gate = Promise.withResolvers<undefined>();
        gates.push(gate);
        await gate.promise;
      }
      worked.ended += 1;
      return { status: 200, body: { counted: body.to } };
    });
  } });
});
afterAll(() => app.close());
const events = { headers: { accept: 'text/event-stream' } };

test('who accepts events gets the steps, then the answer; who does not gets the answer', async () => {
  const person = app.as(await app.make.person());
  const told = await person.post('/test/slow', { to: 2 }, events);
  expect(told.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(told.headers['content-security-policy']).toContain("default-src 'none'");
  expect(told.body).toBe('event: progress\ndata: {"step":1}\n\nevent: progress\ndata: {"step":2}\n\nevent: answer\ndata: {"counted":2}\n\n');
  expect((await person.post('/test/slow', { to: 2 })).body).toEqual({ counted: 2 });
});

test('a failure on the way is an event; one before the work is an answer of its own status', async () => {
  const person = app.as(await app.make.person());
  const known = await person.post('/test/slow', { to: 1, ends: 'known' }, events);
  expect(known.body).toMatch(/^event: progress\ndata: .*\n\nevent: failure\ndata: \{.*"code":"notes\.unknown"/);
  const unknown = await person.post('/test/slow', { to: 0, ends: 'unknown' }, events);
  expect(unknown.body).toContain('"code":"server.unexpected"');
  expect(unknown.body).not.toContain('a fault of ours');
  expect(app.logged.join('')).toContain('a fault of ours');
  expect((await person.post('/test/slow', { to: 'many' }, events)).status).toBe(400);
});

test('the limit counts for a person at an address', async () => {
  const person = app.as(await app.make.person());
  for (let at = 0; at < 20; at += 1) expect((await person.post('/test/slow', { to: 1 })).status).toBe(200);
  expect(await person.post('/test/slow', { to: 1 }, events)).toMatchObject({ status: 429, body: { code: 'request.rate-limited', params: { limit: 'ai' } } });
  expect((await app.as(await app.make.person()).post('/test/slow', { to: 1 })).status).toBe(200);
});

test('the work hears when whoever asked has gone, and its end is no fault of ours', async () => {
  const { accessToken } = await app.make.person();
  await app.app.http.fastify.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.app.http.fastify.server.address() as AddressInfo;
  const asked = httpRequest({ port, path: '/api/v1/test/slow', method: 'POST', headers: { ...events.headers, authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' } });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ to: 1, ends: 'never' }));
  await new Promise((answered) => { asked.once('response', answered); });
  while (gone as Promise<void> | undefined === undefined) await sleep(5);
  const logged = app.logged.length;
  asked.destroy();
  await gone;
  await sleep(50);
  expect(app.logged.slice(logged).join('')).not.toContain('request failed');
});

describe('with an Idempotency-Key', () => {
  let keys = 0;
  const withKey = () => ({ headers: { ...events.headers, 'idempotency-key': `events-${String((keys += 1))}` } });
  const begun = async (by: number) => {
    while (worked.begun < by) await sleep(5);
  };

  test('the work is done once; who asks again gets its answer, as the one event that is left or as JSON', async () => {
    const person = app.as(await app.make.person());
    const before = worked.begun;
    const key = withKey();
    const first = await person.post('/test/slow', { to: 1 }, key);
    const again = await person.post('/test/slow', { to: 1 }, key);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed'], again.body]).toEqual([undefined, 'true', 'event: answer\ndata: {"counted":1}\n\n']);
    const asJson = await person.post('/test/slow', { to: 1 }, { headers: { 'idempotency-key': key.headers['idempotency-key'] } });
    expect([asJson.body, asJson.headers['idempotency-replayed'], worked.begun - before]).toEqual([{ counted: 1 }, 'true', 1]);
  });

  test('who asks again while it is at work is told to wait, and with the key of another request that it is taken', async () => {
    const person = app.as(await app.make.person());
    const before = worked.begun;
    const key = withKey();
    const first = person.post('/test/slow', { to: 1, ends: 'later' }, key);
    await begun(before + 1);
    expect(await person.post('/test/slow', { to: 1, ends: 'later' }, key)).toMatchObject({ status: 409, body: { code: 'request.in-progress' } });
    expect(await person.post('/test/slow', { to: 2, ends: 'later' }, key)).toMatchObject({ status: 409, body: { code: 'request.idempotency-conflict' } });
    gates.at(-1)?.resolve(undefined);
    expect([(await first).body, worked.begun - before]).toEqual(['event: progress\ndata: {"step":1}\n\nevent: answer\ndata: {"counted":1}\n\n', 1]);
  });

  test('a refusal is kept, a fault of ours is not', async () => {
    const person = app.as(await app.make.person());
    const [refused, faulty] = [withKey(), withKey()];
    await person.post('/test/slow', { to: 0, ends: 'known' }, refused);
    expect(await person.post('/test/slow', { to: 0, ends: 'known' }, refused)).toMatchObject({ status: 404, body: { code: 'notes.unknown' }, headers: { 'idempotency-replayed': 'true' } });
    await app.as(await app.make.person()).post('/test/slow', { to: 0, ends: 'unknown' }, faulty);
    const before = worked.begun;
    await person.post('/test/slow', { to: 0, ends: 'unknown' }, faulty);
    expect(worked.begun - before).toBe(1);
  });

  test.each(['text/event-stream', 'application/json'])('what a broken connection left undone is done when it is asked again: %s', async (accept) => {
    const { accessToken } = await app.make.person();
    const headers = { accept, 'idempotency-key': `cut-${accept}`, authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const { port } = app.app.http.fastify.server.address() as AddressInfo;
    const address = `http://127.0.0.1:${String(port)}/api/v1/test/slow`;
    const caller = new AbortController();
    const before = worked.begun;
    const cut = fetch(address, { method: 'POST', headers, body: JSON.stringify({ to: 1, ends: 'never' }), signal: caller.signal }).then((answer) => answer.text());
    await begun(before + 1);
    caller.abort();
    await expect(cut).rejects.toThrow();
    await expect.poll(async () => {
      const again = new AbortController();
      const giveUp = setTimeout(() => { again.abort(); }, 1000);
      const status = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ to: 1, ends: 'never' }), signal: again.signal }).then((answer) => answer.status, () => null);
      clearTimeout(giveUp);
      again.abort();
      // Told to wait until the server has seen that the first caller is gone; then at work again.
      return status === 409 ? 'waits' : worked.begun - before;
    }, { interval: 100, timeout: 10_000 }).toBe(2);
  });
});

test('who has gone before the work begins is known to be gone', () => {
  const raw = Object.assign(new EventEmitter(), { destroyed: true, writableEnded: false });
  expect(goneSignal({ raw } as unknown as FastifyReply).aborted).toBe(true);
  raw.destroyed = false;
  const signal = goneSignal({ raw } as unknown as FastifyReply);
  expect(signal.aborted).toBe(false);
  raw.emit('close');
  expect(signal.aborted).toBe(true);
});
