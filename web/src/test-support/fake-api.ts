import { vi } from 'vitest';

export interface ApiCall {
  method: string;
  path: string;
  body: unknown;
}

/** A problem document's `code`, and whatever stands beside it. */
export interface Refusal {
  status: number;
  code: string;
  [member: string]: unknown;
}

export function refuse(status: number, code: string, extra: Record<string, unknown> = {}): Refusal {
  return { ...extra, status, code };
}

type Answer = (call: ApiCall) => unknown;

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'status' in answer && typeof answer.status === 'number';
}

/**
 * Stands in for the server at the edge of the browser: `{ 'GET /skill-gaps/1': () => gap }`. A call without an answer
 * fails as being offline does. Returns the calls made, in order.
 */
export function fakeApi(answers: Readonly<Record<string, Answer>>): ApiCall[] {
  const calls: ApiCall[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const path = decodeURIComponent(address.replace('/api/v1', '').split('?')[0] ?? '');
    const call: ApiCall = { method: init.method ?? 'GET', path, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : init.body };
    calls.push(call);
    const answer = answers[`${call.method} ${path}`];
    if (!answer) throw new TypeError('offline');
    const given = await answer(call);
    if (isRefusal(given)) return new Response(JSON.stringify(given), { status: given.status, headers: { 'content-type': 'application/problem+json' } });
    return given === undefined ? new Response(null, { status: 204 }) : new Response(JSON.stringify(given), { status: 200, headers: { 'content-type': 'application/json' } });
  });
  return calls;
}
