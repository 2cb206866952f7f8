/**
 * `fetch` as the standard has it, save that it dials allowed addresses only and follows no redirect: what an organisation
 * writes into a form must not open the doors of the network that this machine stands in.
 */
import ipaddr from 'ipaddr.js';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { AddressNotAllowed, guardedLookup } from './public-address.ts';

export type Fetch = typeof globalThis.fetch;

/** Throws what `fetch` throws; AddressNotAllowed where the address may not be dialled. Bodies are texts. */
export function guardedFetch(isAllowed: (address: string) => boolean): Fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AddressNotAllowed();
    if (ipaddr.isValid(host) && !isAllowed(host)) throw new AddressNotAllowed();
    const body = typeof init.body === 'string' ? init.body : undefined;
    const headers = Object.fromEntries(new Headers(init.headers));
    const signal = init.signal ?? undefined;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = url.protocol === 'https:' ? requestHttps : requestHttp;
      request(url, { method: init.method ?? 'GET', headers, signal, agent: false, lookup: guardedLookup(isAllowed), maxHeaderSize: 16_384 }, resolve)
        .once('error', reject)
        .end(body);
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
