import type { Endpoint } from '@cairn/contracts';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testApp, type TestApp } from '../../test-support/app.ts';
import { Failure } from './failure.ts';

const slow = {
  method: 'POST', path: '/test/slow', summary: 'Counts', access: 'signed-in', limit: 'ai', body: z.object({ to: z.number(), ends: z.enum(['well', 'known', 'unknown', 'never']).default('well') }),
  progress: z.object({ step: z.number() }), answers: { 200: z.object({ counted: z.number() }) }, failures: ['auth.signed-out', 'request.cross-site', 'notes.unknown'],
} as const satisfies Endpoint;

let app: TestApp;
let gone: Promise<void>;
beforeAll(async () => {
  app = await testApp({ environment: { CAIRN_RATE_AI: '3/1m' }, before: ({ http }) => {
    http.implement(slow, async ({ body, onProgress, signal }) => {
      for (let step = 1; step <= body.to; step += 1) onProgress?.({ step });
      if (body.ends === 'known') throw new Failure('notes.unknown');
      if (body.ends === 'unknown') throw new Error('a fault of ours');
      if (body.ends === 'never') {
        await (gone = new Promise<void>((resolve) => { signal.addEventListener('abort', () => { resolve(); }); }));
        signal.throwIfAborted();
      }
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
  for (let at = 0; at < 3; at += 1) expect((await person.post('/test/slow', { to: 1 })).status).toBe(200);
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
