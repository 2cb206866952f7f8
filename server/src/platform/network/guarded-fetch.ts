/**
 * `fetch` as the standard has it, save that it dials allowed addresses only and follows no redirect: what an organisation
 * writes into a form must not open the doors of the network that this machine stands in.
 */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { dial } from './dial.ts';

export type Fetch = typeof globalThis.fetch;

/** Throws what `fetch` throws; AddressNotAllowed where the address may not be dialled. Bodies are texts. */
export function guardedFetch(isAllowed: (address: string) => boolean): Fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const response = await dial(url, isAllowed, {
      method: init.method ?? 'GET', headers: Object.fromEntries(new Headers(init.headers)), signal: init.signal ?? undefined, body: typeof init.body === 'string' ? init.body : undefined,
    });
    return responseOf(response);
  };
}

function responseOf(message: IncomingMessage): Response {
  const status = message.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) for (const one of [value ?? []].flat()) headers.append(name, one);
  const hasBody = status !== 204 && status !== 304;
  if (!hasBody) message.resume();
  return new Response(hasBody ? Readable.toWeb(message) as ReadableStream<Uint8Array> : null, { status, headers });
}
