/**
 * Refuses writes that another site's page makes a browser send. A Bearer token is not sent by itself, so requests with
 * one need no such proof; where a browser says nothing about the origin, a cookie is not believed.
 */
import type { FastifyRequest } from 'fastify';
import { Failure } from './failure.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export function refuseCrossSite(request: FastifyRequest, ownOrigins: ReadonlySet<string>): void {
  if (safeMethods.has(request.method) || request.headers.authorization !== undefined) return;
  const { origin, cookie } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined) {
    if (isOwnOrigin(request, origin, ownOrigins)) return;
  } else if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
  } else if (cookie === undefined) return;
  throw new Failure('request.cross-site');
}

/** A page cannot choose the Host header, so an Origin that equals it is this installation under the name it was called by. */
export function isOwnOrigin(request: FastifyRequest, origin: string, ownOrigins: ReadonlySet<string>): boolean {
  return ownOrigins.has(origin) || origin === `${request.protocol}://${request.host}`;
}
