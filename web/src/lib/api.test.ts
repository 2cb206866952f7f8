// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { addressOf, ApiFailure, call } from './api.ts';

afterEach(() => { vi.unstubAllGlobals(); });

const answer = (body: string | null, status: number, headers: Record<string, string> = {}) => {
  const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async () => new Response(body, { status, headers }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
const failureOf = async (asked: Promise<unknown>) => {
  const failure: unknown = await asked.catch((caught: unknown) => caught);
  if (!(failure instanceof ApiFailure)) throw new Error(`not a named failure: ${String(failure)}`);
  return failure;
};

describe('a failure', () => {
  test('keeps the code and the words of the problem document', async () => {
    answer(JSON.stringify({ code: 'auth.locked', title: 'Locked.', next: 'Wait.', status: 429 }), 429, { 'content-type': 'application/problem+json', 'retry-after': '37' });
    const failure = await failureOf(call('GET /me'));
    expect([failure.status, failure.code, failure.problem.title, failure.retryAfterSeconds]).toEqual([429, 'auth.locked', 'Locked.', 37]);
  });
  test.each([['a page of a proxy', '<h1>Bad gateway</h1>', 502], ['nothing', '', 500]])('that says %s is unexpected', async (_what, body, status) => {
    answer(body, status);
    const failure = await failureOf(call('GET /me'));
    expect([failure.status, failure.code, failure.retryAfterSeconds]).toEqual([status, 'server.unexpected', null]);
  });
  test('to reach the server is being offline', async () => {
    vi.stubGlobal('fetch', async () => { throw new TypeError('Failed to fetch'); });
    expect((await failureOf(call('GET /me'))).code).toBe('network.offline');
  });
  test('is not what a question that was taken back becomes', async () => {
    vi.stubGlobal('fetch', async () => { throw new DOMException('aborted', 'AbortError'); });
    await expect(call('GET /me')).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a question', () => {
  test('names its parameters in the address, safely', () => {
    expect(addressOf('/resumes/:id/file', { id: 'a/b c' }, { version: 2, empty: '', missing: undefined })).toBe('/api/v1/resumes/a%2Fb%20c/file?version=2');
  });
  test('that changes something carries a key of its own, so that sending it twice does it once', async () => {
    const fetched = answer(null, 204);
    await call('POST /auth/logout', { body: {} });
    await call('POST /auth/logout', { body: {} });
    const keys = fetched.mock.calls.map(([, init]) => new Headers(init.headers).get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });
  test('answered without a body gives nothing', async () => {
    answer(null, 204);
    expect(await call('POST /auth/logout', { body: {} })).toBeUndefined();
  });
});
