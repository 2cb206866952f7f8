/** Opens a connection of its own to an allowed address, and to no other: judged when the name is resolved, and dialled at the very address judged. */
import ipaddr from 'ipaddr.js';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { AddressNotAllowed, guardedLookup } from './public-address.ts';

/** More than any honest answer sends. */
const mostHeaderBytes = 16_384;

export interface Dialling extends Pick<RequestOptions, 'method' | 'headers' | 'signal'> {
  readonly body?: string | undefined;
}

/** The answer with its head read. Rejects with AddressNotAllowed, or with what went wrong on the way. */
export async function dial(url: URL, isAllowed: (address: string) => boolean, { body, ...options }: Dialling): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AddressNotAllowed();
  // No name is looked up for these.
  if (ipaddr.isValid(host) && !isAllowed(host)) throw new AddressNotAllowed();
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    request(url, { ...options, agent: false, lookup: guardedLookup(isAllowed), maxHeaderSize: mostHeaderBytes }, resolve)
      .once('error', reject)
      .end(body);
  });
}
