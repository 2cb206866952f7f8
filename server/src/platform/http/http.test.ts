import { endpoint } from '@cairn/contracts/endpoint';
import type { InjectOptions } from 'fastify';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testHttp, type TestHttp, type TestHttpOptions } from '../../test-support/http.ts';
import { Failure } from './failure.ts';
import type { Person } from './person.ts';

const student: Person = { userId: '018f0000-0000-7000-8000-000000000001', organisationId: '018f0000-0000-7000-8000-00000000000a', role: 'student', sessionId: 's1' };
const staff: Person = { ...student, userId: '018f0000-0000-7000-8000-000000000002', role: 'staff' };
const bearer = ({ userId }: Person) => ({ authorization: `Bearer ${userId}` });

const echo = endpoint({
  method: 'POST', path: '/echo/:number', summary: 'Says it back', access: 'signed-in',
  params: z.object({ number: z.coerce.number().int() }), query: z.object({ loud: z.enum(['yes', 'no']).default('no') }), body: z.object({ text: z.string().max(200_000) }),
  answers: { 200: z.object({ text: z.string(), number: z.int() }) }, failures: ['roadmap.impossible'],
});
const task = endpoint({
  method: 'PUT', path: '/plans/:id/tasks/:number', summary: 'Of a row', access: 'signed-in',
  params: z.object({ id: z.uuid(), number: z.coerce.number().int() }), body: z.object({ text: z.string().max(100) }), answers: { 204: null }, failures: ['roadmap.unknown', 'roadmap.task-unknown'],
});
const office = endpoint({ method: 'GET', path: '/office', summary: 'For staff', access: 'jobs.manage', answers: { 200: z.object({ ok: z.boolean() }) }, failures: [] });
const open = endpoint({ method: 'GET', path: '/open', summary: 'For all', access: 'anonymous', answers: { 200: z.object({ ok: z.boolean() }) }, failures: [] });
const leave = endpoint({ method: 'POST', path: '/leave', summary: 'For all', access: 'anonymous', answers: { 204: null }, failures: [] });
const download = endpoint({ method: 'GET', path: '/download', summary: 'A file', access: 'anonymous', answers: { 200: 'text/plain' }, failures: [] });

let http: TestHttp;
afterEach(() => http.close());

async function serve(options: TestHttpOptions = {}, answer: (text: string) => Promise<{ text: string; number: number }> = async (text) => ({ text, number: 1 })): Promise<TestHttp> {
  http = await testHttp({ people: [student, staff], ...options });
  http.implement(echo, async ({ params, body }) => ({ status: 200, body: { ...(await answer(body.text)), number: params.number } }));
  http.implement(office, async () => ({ status: 200, body: { ok: true } }));
  http.implement(open, async () => ({ status: 200, body: { ok: true } }));
  http.implement(leave, async () => ({ status: 204 }));
  http.implement(task, async () => ({ status: 204 }));
  http.implement(download, async () => ({ status: 200, file: { content: 'hello', fileName: 'Lebenslauf "Jürgen".txt' } }));
  return http;
}

async function ask(request: InjectOptions) {
  const { statusCode, headers, body } = await http.fastify.inject(request);
  return { status: statusCode, headers, body: body === '' ? undefined : (JSON.parse(body) as Record<string, unknown>) };
}
const say = (payload: unknown, headers: Record<string, string> = {}, url = '/api/v1/echo/7') => ask({ method: 'POST', url, headers: { ...bearer(student), 'content-type': 'application/json', ...headers }, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) });

describe('a request that fits its contract', () => {
  test('gets the handler\'s answer, coerced and defaulted as the contract says', async () => {
    await serve();
    expect(await say({ text: 'hello' })).toMatchObject({ status: 200, body: { text: 'hello', number: 7 } });
  });
  test('gets no field that the contract does not name', async () => {
    await serve({}, async (text) => ({ text, number: 1, passwordHash: 'secret' }));
    expect((await say({ text: 'hello' })).body).toEqual({ text: 'hello', number: 7 });
  });
  test('says which request it was, each another', async () => {
    await serve();
    expect((await say({ text: 'x' })).headers['x-request-id']).not.toBe((await say({ text: 'x' })).headers['x-request-id']);
    expect((await say({ text: 'x' })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}-[0-9a-z]+$/);
  });
  test('gets a long answer packed where it can unpack it', async () => {
    await serve();
    const long = async (length: number, accepted: string) => {
      const answer = await http.fastify.inject({ method: 'POST', url: '/api/v1/echo/7', headers: { ...bearer(student), 'accept-encoding': accepted }, payload: { text: 'a'.repeat(length) } });
      return [answer.headers['content-encoding'], (JSON.parse(answer.headers['content-encoding'] === 'gzip' ? gunzipSync(answer.rawPayload).toString() : answer.body) as { text: string }).text.length];
    };
    expect([await long(50_000, 'br, gzip'), await long(50_000, 'gzip;q=0'), await long(50_000, ''), await long(5_000, 'gzip')]).toEqual([['gzip', 50_000], [undefined, 50_000], [undefined, 50_000], [undefined, 5_000]]);
  });
  test('with a file answer offers it under its whole name', async () => {
    await serve();
    const { headers, body } = await http.fastify.inject('/api/v1/download');
    expect([body, headers['content-type'], headers['content-disposition']]).toEqual(['hello', 'text/plain', `attachment; filename="Lebenslauf _Ju_rgen_.txt"; filename*=UTF-8''Lebenslauf%20%22J%C3%BCrgen%22.txt`]);
  });
});

const malformed: [name: string, payload: unknown, headers: Record<string, string>, url: string, status: number, code: string][] = [
  ['text that is no JSON', '{"text":', {}, '/api/v1/echo/7', 400, 'request.not-json'],
  ['a JSON key that reaches for the prototype', '{"__proto__":{"x":1},"text":"a"}', {}, '/api/v1/echo/7', 400, 'request.not-json'],
  ['a field of the wrong kind', { text: 5 }, {}, '/api/v1/echo/7', 400, 'request.invalid'],
  ['no body where one is needed', '', {}, '/api/v1/echo/7', 400, 'request.invalid'],
  ['a parameter of the wrong kind', { text: 'a' }, {}, '/api/v1/echo/seven', 400, 'request.invalid'],
  ['a query of the wrong kind', { text: 'a' }, {}, '/api/v1/echo/7?loud=maybe', 400, 'request.invalid'],
  ['the character that PostgreSQL cannot hold', { text: 'a\0b' }, {}, '/api/v1/echo/7', 400, 'request.invalid'],
  ['half a surrogate pair', '{"text":"\\ud800"}', {}, '/api/v1/echo/7', 400, 'request.invalid'],
  ['a form of another site', 'text=a', { 'content-type': 'application/x-www-form-urlencoded' }, '/api/v1/echo/7', 415, 'request.media-type'],
  ['plain text', 'a', { 'content-type': 'text/plain' }, '/api/v1/echo/7', 415, 'request.media-type'],
  ['multipart where JSON belongs', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, '/api/v1/echo/7', 415, 'request.media-type'],
  ['more than a body may hold', { text: 'a'.repeat(1_100_000) }, {}, '/api/v1/echo/7', 413, 'request.too-large'],
  ['an address that is nothing', { text: 'a' }, {}, '/api/v1/nothing', 404, 'request.not-found'],
  ['an address that cannot be decoded', { text: 'a' }, {}, '/api/v1/echo/%E0%A4%A', 404, 'request.not-found'],
  ['an address without end', { text: 'a' }, {}, `/api/v1/echo/${'7'.repeat(3000)}`, 404, 'request.not-found'],
];

describe('a request that does not fit is refused as a problem:', () => {
  test.each(malformed)('%s', async (_name, payload, headers, url, status, code) => {
    await serve();
    const answer = await say(payload, headers, url);
    expect(answer).toMatchObject({ status, body: { code, status, type: `/api/docs/problems#${code}`, requestId: answer.headers['x-request-id'] } });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
  test('every fault is named at once, with its path', async () => {
    await serve();
    expect((await say({ text: 5 }, {}, '/api/v1/echo/seven?loud=maybe')).body?.errors).toEqual([
      { path: 'params.number', message: expect.stringContaining('expected number') },
      { path: 'query.loud', message: expect.stringContaining('yes') },
      { path: 'body.text', message: expect.stringContaining('expected string') },
    ]);
  });
  test.each([
    ['nope/tasks/1', 404, 'roadmap.unknown'], ['nope/tasks/one', 404, 'roadmap.unknown'], ['a%00b/tasks/1', 404, 'roadmap.unknown'],
    ['018f0000-0000-7000-8000-000000000001/tasks/one', 404, 'roadmap.task-unknown'], ['018f0000-0000-7000-8000-000000000001/tasks/1', 400, 'request.invalid'],
  ])('an address whose id cannot be one leads nowhere, whatever is sent there: %s', async (path, status, code) => {
    await serve();
    expect(await ask({ method: 'PUT', url: `/api/v1/plans/${path}`, headers: bearer(student), payload: { text: 5 } })).toMatchObject({ status, body: { code } });
  });
});

describe('who may ask', () => {
  const answersOf = async (headers: Record<string, string>, url: string) => {
    const { status, body } = await ask({ url, headers });
    return [status, body?.code];
  };
  test.each([
    ['nobody, for what needs a session', {}, '/api/v1/office', [401, 'auth.signed-out']],
    ['a student, for what staff do', bearer(student), '/api/v1/office', [403, 'auth.forbidden']],
    ['staff, for what staff do', bearer(staff), '/api/v1/office', [200, undefined]],
    ['nobody, for what everybody may', {}, '/api/v1/open', [200, undefined]],
  ] as const)('%s', async (_name, headers, url, expected) => {
    await serve();
    expect(await answersOf({ ...headers }, url)).toEqual(expected);
  });
  test('is asked before the body is read', async () => {
    await serve();
    expect(await ask({ method: 'POST', url: '/api/v1/echo/7', headers: { 'content-type': 'application/json' }, payload: '{"text":' })).toMatchObject({ status: 401 });
  });
});

describe('a write that a browser sends', () => {
  const cookie = { cookie: `session=${student.userId}` };
  const own = 'http://localhost:3000';
  test.each([
    ['from a page of ours', { ...cookie, origin: own }, 204],
    ['from a page of ours under another name of this machine', { ...cookie, origin: 'http://campus:8080', host: 'campus:8080' }, 204],
    ['from a configured origin', { ...cookie, origin: 'https://portal.example' }, 204],
    ['from another site', { ...cookie, origin: 'https://evil.example' }, 403],
    ['from a sandboxed frame', { ...cookie, origin: 'null' }, 403],
    ['from another site, by a browser that names no origin', { ...cookie, 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sibling subdomain', { ...cookie, 'sec-fetch-site': 'same-site' }, 403],
    ['from a page of ours, by a browser that names no origin', { ...cookie, 'sec-fetch-site': 'same-origin' }, 204],
    ['with a cookie and no word of its origin', cookie, 403],
    ['from another site, before signing in', { origin: 'https://evil.example' }, 403],
    ['by a program, with no cookie', {}, 204],
    ['by a program, with a token', { ...bearer(student), origin: 'https://evil.example' }, 204],
  ] as const)('%s', async (_name, headers, status) => {
    await serve({ environment: { CAIRN_CORS_ORIGINS: 'https://portal.example' } });
    expect((await ask({ method: 'POST', url: '/api/v1/leave', headers: { ...headers } })).status).toBe(status);
  });
});

describe('a failure', () => {
  test('of a feature carries its own members', async () => {
    await serve({}, async () => { throw new Failure('roadmap.impossible', { detail: 'Needs 90 hours', extra: { alternatives: [{ hoursPerWeek: 9 }] }, params: { hours: 90 } }); });
    expect(await say({ text: 'x' })).toMatchObject({ status: 422, body: { code: 'roadmap.impossible', detail: 'Needs 90 hours', alternatives: [{ hoursPerWeek: 9 }], params: { hours: 90 }, next: expect.any(String) } });
  });
  test('with a time to wait says so in Retry-After', async () => {
    await serve({}, async () => { throw new Failure('server.unavailable', { retryAfterSeconds: 2.2 }); });
    expect((await say({ text: 'x' })).headers['retry-after']).toBe('3');
  });
  test('that the contract does not name is an error of ours in tests, and let through in service', async () => {
    const fail = async () => { throw new Failure('resume.damaged'); };
    await serve({}, fail);
    expect((await say({ text: 'x' })).status).toBe(500);
    await http.close();
    await serve({ strict: false }, fail);
    expect((await say({ text: 'x' })).status).toBe(422);
  });
  test('nobody foresaw is logged with its request and tells the caller nothing', async () => {
    await serve({}, async () => { throw new TypeError('secret detail'); });
    const { status, body, headers } = await say({ text: 'x' });
    expect([status, body?.code, JSON.stringify(body).includes('secret')]).toEqual([500, 'server.unexpected', false]);
    const line = http.logged.map((each) => JSON.parse(each)).find(({ msg }) => msg === 'request failed');
    expect(line).toMatchObject({ requestId: headers['x-request-id'], error: { type: 'TypeError', message: 'secret detail', stack: expect.stringContaining('http.test.ts') } });
  });
  test('of the database is 503 and asks to come back', async () => {
    await serve({}, async () => { throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }); });
    expect(await say({ text: 'x' })).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: { code: 'server.unavailable' } });
  });
  test('to fit the answer to the contract is an error of ours', async () => {
    await serve({}, async () => ({ text: 5 as unknown as string, number: 1 }));
    expect((await say({ text: 'x' })).status).toBe(500);
    expect(http.logged.join('')).toContain('does not fit its contract');
  });
});

describe('headers', () => {
  test('forbid everything that data has no need of', async () => {
    await serve();
    expect((await ask({ url: '/api/v1/open' })).headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store',
    });
  });
  test.each([['https://careers.college.example', true], ['http://careers.college.example', false]])('ask for https only where the address is %s', async (address, expected) => {
    await serve({ environment: { CAIRN_PUBLIC_URL: address } });
    expect('strict-transport-security' in (await ask({ url: '/api/v1/open' })).headers).toBe(expected);
  });
  test('let no other origin read answers, but configured ones', async () => {
    await serve({ environment: { CAIRN_CORS_ORIGINS: 'https://portal.example' } });
    const allowed = async (origin: string) => (await ask({ url: '/api/v1/open', headers: { origin } })).headers['access-control-allow-origin'];
    expect([await allowed('https://portal.example'), await allowed('https://evil.example')]).toEqual(['https://portal.example', undefined]);
  });
  test.each([
    ['from a trusted proxy', { CAIRN_TRUSTED_PROXIES: '127.0.0.0/8' }, 'proxy-id-12345', true],
    ['from anybody else', {}, 'proxy-id-12345', false],
    ['from a trusted proxy, but not sane', { CAIRN_TRUSTED_PROXIES: '127.0.0.0/8' }, 'a b<script>', false],
  ])('take a request id %s', async (_name, environment, id, taken) => {
    await serve({ environment });
    expect((await ask({ url: '/api/v1/open', headers: { 'x-request-id': id } })).headers['x-request-id'] === id).toBe(taken);
  });
});
