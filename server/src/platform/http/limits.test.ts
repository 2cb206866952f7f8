import { endpoint } from '@cairn/contracts/endpoint';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testHttp, type TestHttp } from '../../test-support/http.ts';
import { addressKey } from './limits.ts';
import type { Person } from './person.ts';
import { memoryRateLimits, policyOf } from './rate-limit.ts';

const person = (digit: number): Person => ({ userId: `018f0000-0000-7000-8000-00000000000${digit}`, organisationId: '018f0000-0000-7000-8000-00000000000a', role: 'student', sessionId: 's' });
const people = [person(1), person(2)];
const empty = { 204: null } as const;
const own = endpoint({ method: 'GET', path: '/own', summary: 'x', access: 'signed-in', answers: empty, failures: [] });
const open = endpoint({ method: 'GET', path: '/open', summary: 'x', access: 'anonymous', answers: empty, failures: [] });
const signIn = endpoint({ method: 'POST', path: '/sign-in', summary: 'x', access: 'anonymous', limit: 'sign-in', body: z.object({ email: z.string() }), answers: empty, failures: [] });

describe('with the default settings', () => {
  let http: TestHttp;
  beforeEach(async () => {
    http = await testHttp({ people });
    for (const each of [own, open]) http.implement(each, () => ({ status: 204 }));
    http.implement(signIn, () => ({ status: 204 }));
  });
  afterEach(() => http.close());

  const get = (url: string, { userId }: Partial<Person>, remoteAddress = '192.0.2.1') => http.fastify.inject({ url: `/api/v1${url}`, remoteAddress, headers: userId === undefined ? {} : { authorization: `Bearer ${userId}` } });
  const tryToSignIn = (email: string, remoteAddress = '192.0.2.1') => http.fastify.inject({ method: 'POST', url: '/api/v1/sign-in', remoteAddress, payload: { email } });
  async function allowed(count: number, ask: (index: number) => Promise<{ statusCode: number }>): Promise<number> {
    let passed = 0;
    for (let index = 0; index < count; index++) if ((await ask(index)).statusCode === 204) passed += 1;
    return passed;
  }

  test('a person may ask 200 times at once, then 100 times a minute', async () => {
    expect(await allowed(300, () => get('/own', person(1)))).toBe(200);
    http.clock.milliseconds += 60_000;
    expect(await allowed(300, () => get('/own', person(1)))).toBe(100);
    http.clock.milliseconds += 600_000;
    expect(await allowed(300, () => get('/own', person(1)))).toBe(200);
  });
  test('a refusal says after how many seconds the next request is allowed, and it is', async () => {
    await allowed(200, () => get('/own', person(1)));
    const refused = await get('/own', person(1));
    expect([refused.statusCode, refused.headers['retry-after'], refused.json().code]).toEqual([429, '1', 'request.rate-limited']);
    http.clock.milliseconds += 1000;
    expect((await get('/own', person(1))).statusCode).toBe(204);
  });
  test('one person does not use up another\'s share, even from one address', async () => {
    await allowed(300, () => get('/own', person(1)));
    expect(await allowed(200, () => get('/own', person(2)))).toBe(200);
  });
  test('an address may ask 1,000 times a minute while nobody is signed in', async () => {
    expect(await allowed(1100, () => get('/open', {}))).toBe(1000);
    expect((await get('/open', {}, '192.0.2.2')).statusCode).toBe(204);
  });
  test('a campus behind one address is not shut out by who is not signed in', async () => {
    await allowed(1100, () => get('/open', {}));
    expect((await get('/own', person(1))).statusCode).toBe(204);
  });
  test('a token that is not valid counts as nobody', async () => {
    await allowed(1000, () => get('/open', {}));
    expect((await get('/own', { userId: 'nobody' })).statusCode).toBe(429);
  });
  test('an address may try one account 20 times a minute, and others still', async () => {
    expect(await allowed(30, () => tryToSignIn('asha@college.example'))).toBe(20);
    expect((await tryToSignIn('ravi@college.example')).statusCode).toBe(204);
  });
  test('an address may try all accounts together 300 times a minute', async () => {
    expect(await allowed(400, (index) => tryToSignIn(`person-${index}@college.example`))).toBe(300);
  });
});

describe('a bucket', () => {
  test('never gives more than its burst and its rate over any time', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }), (perMinute, burst, waits) => {
      const store = memoryRateLimits();
      const policy = policyOf('test', { count: perMinute, windowSeconds: 60 }, burst);
      let [now, passed] = [0, 0];
      for (const wait of waits) {
        now += wait;
        if ((store.take(policy, 'key', now) as { allowed: boolean }).allowed) passed += 1;
      }
      expect(passed).toBeLessThanOrEqual(burst + (now / 60_000) * perMinute + 1e-6);
    }));
  });
  test('opens again after the seconds it named', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 3600 }), fc.integer({ min: 1, max: 20 }), (count, windowSeconds, burst) => {
      const store = memoryRateLimits();
      const policy = policyOf('test', { count, windowSeconds }, burst);
      for (let taken = 0; taken < burst; taken++) store.take(policy, 'key', 0);
      const refused = store.take(policy, 'key', 0) as { retryAfterSeconds: number };
      expect(store.take(policy, 'key', refused.retryAfterSeconds * 1000 + 1)).toMatchObject({ allowed: true });
    }));
  });
  test('is not emptied by a clock that is set back', () => {
    const store = memoryRateLimits();
    const policy = policyOf('test', { count: 1, windowSeconds: 1 }, 5);
    store.take(policy, 'key', 10_000);
    expect(store.take(policy, 'key', 0)).toEqual({ allowed: true, remaining: 3 });
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
  ['2001:db8:0:1::9', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the address %s shares a limit with %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
