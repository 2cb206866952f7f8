import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.ts';
import { testApp, type TestApp } from '../../test-support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });
afterAll(() => app.close());

test('health tells how long database, queue and storage take', async () => {
  const check = { ok: true, latencyMilliseconds: expect.any(Number) };
  expect(await app.anonymous.get('/health')).toMatchObject({ status: 200, body: { ok: true, version: expect.any(String), checks: { database: check, queue: check, storage: check } } });
});

test('health is 503 and says which part is down', async () => {
  const broken = await testApp();
  rmSync(broken.settings.filesDirectory, { recursive: true, force: true });
  writeFileSync(broken.settings.filesDirectory, 'no folder');
  expect(await broken.anonymous.get('/health')).toMatchObject({ status: 503, body: { ok: false, checks: { database: { ok: true }, queue: { ok: true }, storage: { ok: false, detail: 'does not answer' } } } });
  await broken.close();
});

test('while the database is away, answers are 503 and ask to come back', async () => {
  const broken = await testApp();
  const person = await broken.make.person();
  await broken.held.database.close();
  expect(await broken.anonymous.get('/health')).toMatchObject({ status: 503, body: { ok: false, checks: { database: { ok: false } } } });
  expect(await broken.as(person).get('/me')).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: { code: 'server.unavailable' } });
  await broken.close();
});

describe('metrics', () => {
  test('count requests by route, never by address', async () => {
    await app.anonymous.get('/calendars/a-secret-address');
    const { body } = await app.app.http.fastify.inject('/metrics');
    expect(body).toContain('http_request_duration_seconds_count{method="GET",route="/api/v1/health",status="200"}');
    expect(body).not.toContain('a-secret-address');
  });
  test.each([
    ['this machine', { remoteAddress: '127.0.0.1' }, 200],
    ['another machine', { remoteAddress: '192.0.2.7' }, 404],
    ['anybody behind a proxy on this machine', { remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '192.0.2.7' } }, 404],
  ])('are open to %s: %j', async (_who, from, status) => {
    expect((await app.app.http.fastify.inject({ url: '/metrics', ...from })).statusCode).toBe(status);
  });
  test('are open to whoever names the token, and to nobody else, where there is one', async () => {
    const withToken = await testApp({ environment: { CAIRN_METRICS_TOKEN: 'a-token-for-prometheus-0123456789' } });
    const read = async (headers: Record<string, string>) => (await withToken.app.http.fastify.inject({ url: '/metrics', headers })).statusCode;
    expect([await read({ authorization: 'Bearer a-token-for-prometheus-0123456789' }), await read({ authorization: 'Bearer wrong' }), await read({})]).toEqual([200, 404, 404]);
    await withToken.close();
  });
});

describe('failed jobs', () => {
  const broken = defineJob({ name: 'test.broken', schema: z.object({ organisationId: z.uuid() }), retry: { limit: 0, delaySeconds: 1 }, handler: async () => ({ handle: async () => { throw new Error('It broke'); } }) });
  const stubborn = defineJob({ name: 'test.stubborn', schema: z.object({ organisationId: z.uuid() }), retry: { limit: 5, delaySeconds: 900 }, handler: async () => ({ handle: async () => { throw new Error('The mail server is away'); } }) });
  let works: TestApp;
  beforeAll(async () => {
    works = await testApp({ work: true, before({ jobs }) {
      jobs.register(broken, {});
      jobs.register(stubborn, {});
    } });
  });
  afterAll(() => works.close());

  async function fail(organisationId: string): Promise<void> {
    await works.held.database.transaction({ organisationId }, (tx) => works.app.jobs.enqueue(tx, broken, { organisationId }));
    await works.jobsDone();
  }

  test('are listed for the staff of their organisation alone, and retried by them', async () => {
    const [ours, theirs] = [await works.make.organisation(), await works.make.organisation()];
    const [staff, stranger] = [await works.make.person({ organisation: ours, role: 'staff' }), await works.make.person({ organisation: theirs, role: 'admin' })];
    await fail(ours.id);
    const { body } = await works.as(staff).get('/failed-jobs');
    expect(body).toMatchObject({ total: 1, items: [{ name: 'test.broken', attempts: 1, message: 'Error: It broke' }], nextCursor: null });
    const { id } = body.items[0];
    expect((await works.as(stranger).get('/failed-jobs')).body).toMatchObject({ total: 0, items: [] });
    expect(await works.as(stranger).post(`/failed-jobs/${id}/retry`)).toMatchObject({ status: 404, body: { code: 'jobs.unknown' } });
    expect((await works.as(staff).post(`/failed-jobs/${id}/retry`)).status).toBe(202);
    await works.jobsDone();
    const again = (await works.as(staff).get('/failed-jobs')).body;
    expect([again.total, again.items[0].id === id]).toEqual([1, false]);
  });
  test('that will be tried again are listed apart, for their staff alone, who need not wait for the next try', async () => {
    const [ours, theirs] = [await works.make.organisation(), await works.make.organisation()];
    const [staff, stranger, student] = [await works.make.person({ organisation: ours, role: 'staff' }), await works.make.person({ organisation: theirs, role: 'admin' }), await works.make.person({ organisation: ours })];
    const began = Date.now();
    const id = await works.held.database.transaction({ organisationId: ours.id }, (tx) => works.app.jobs.enqueue(tx, stubborn, { organisationId: ours.id }));
    await works.jobsDone();
    const { body } = await works.as(staff).get('/failing-jobs');
    expect(body).toEqual({ total: 1, items: [{ id, name: 'test.stubborn', attempts: 1, message: 'Error: The mail server is away', nextTryAt: expect.any(String) }] });
    expect(Date.parse(body.items[0].nextTryAt) - began).toBeGreaterThan(300_000);
    expect((await works.as(staff).get('/failed-jobs')).body.total).toBe(0);
    expect((await works.as(stranger).get('/failing-jobs')).body).toEqual({ total: 0, items: [] });
    expect((await works.as(student).get('/failing-jobs')).body.code).toBe('auth.forbidden');
    expect((await works.as(stranger).post(`/failed-jobs/${id}/retry`)).body.code).toBe('jobs.unknown');
    expect(await works.as(staff).post(`/failed-jobs/${id}/retry`)).toMatchObject({ status: 202, body: { id } });
    await expect.poll(async () => (await works.as(staff).get('/failing-jobs')).body.items[0]?.attempts, { timeout: 10_000 }).toBe(2);
  });
  test('are listed in pages, newest first, each once', async () => {
    const organisation = await works.make.organisation();
    const staff = await works.make.person({ organisation, role: 'staff' });
    for (let index = 0; index < 5; index++) await fail(organisation.id);
    const seen: { id: string; failedAt: string }[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { body } = await works.as(staff).get('/failed-jobs', { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } });
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    expect(seen.map(({ failedAt }) => failedAt)).toEqual(seen.map(({ failedAt }) => failedAt).toSorted().toReversed());
  });
  test('take no cursor that was made up', async () => {
    const staff = await works.make.person({ role: 'staff' });
    expect(await works.as(staff).get('/failed-jobs', { query: { cursor: 'bm9wZQ' } })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});
