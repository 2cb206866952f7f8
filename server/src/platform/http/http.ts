/** The HTTP server: what holds for every request, whatever feature answers it. */
import cors from '@fastify/cors';
import type { Endpoint } from '@cairn/contracts';
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Settings } from '../settings.ts';
import { Failure } from './failure.ts';
import type { Idempotency } from './idempotency.ts';
import { createImplement, type Implement } from './implement.ts';
import { createLimits } from './limits.ts';
import type { Authenticator } from './person.ts';
import { failureOf, problemMediaType, problemOf } from './problem.ts';
import type { RateLimitStore } from './rate-limit.ts';
import { requestIds } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';
import { hangUpOnUnused } from './unused-connections.ts';

export interface HttpParts {
  readonly settings: Settings;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly authenticator: Authenticator;
  readonly rateLimits: RateLimitStore;
  readonly idempotency: Idempotency;
  readonly uploadDirectory: string;
  readonly newId: () => string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly strict: boolean;
  readonly timeouts?: Partial<Timeouts>;
}

/** How long a client may take, so that slow ones cannot hold every connection. */
export interface Timeouts {
  readonly headersSeconds: number;
  /** For the whole request: 10 MB over a slow mobile line take over a minute. */
  readonly requestSeconds: number;
  readonly idleSeconds: number;
  readonly checkSeconds: number;
}

const usualTimeouts: Timeouts = { headersSeconds: 15, requestSeconds: 150, idleSeconds: 65, checkSeconds: 5 };
/** The longest JSON body: a pasted job ad of 100,000 characters with room to spare. */
const bodyLimitBytes = 1_048_576;

export interface Http {
  readonly fastify: FastifyInstance;
  readonly implement: Implement;
  readonly implemented: ReadonlySet<Endpoint>;
  /** Whether a browser's page with this Origin may open the live socket. */
  readonly ownOrigins: ReadonlySet<string>;
}

export async function createHttp(parts: HttpParts): Promise<Http> {
  const { settings, log, metrics } = parts;
  const timeouts = { ...usualTimeouts, ...parts.timeouts };
  const headers = securityHeaders(settings.publicUrl);
  // Looking for secrets to hide costs 40 µs a line; this line is made here, of ids and numbers only.
  const requestLog = log.child({}, { redact: [] });
  const ownOrigins: ReadonlySet<string> = new Set([new URL(settings.publicUrl).origin, ...settings.corsOrigins]);

  const app = fastify({
    loggerInstance: log,
    // A logger of each request's own would cost 2 µs; lines name their request themselves.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: requestIds(settings.trustedProxies, parts.newId()),
    requestIdHeader: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: timeouts.requestSeconds * 1000,
    keepAliveTimeout: timeouts.idleSeconds * 1000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 1200, ignoreTrailingSlash: true },
    http: { headersTimeout: timeouts.headersSeconds * 1000, connectionsCheckingInterval: timeouts.checkSeconds * 1000 },
    frameworkErrors: (error, request, reply) => answerFailure(error, request, reply),
    clientErrorHandler: (error, socket) => refuseRaw(error, socket, parts.newId()),
  }) as unknown as FastifyInstance;

  hangUpOnUnused(app);
  takeJsonOnly(app);
  const dress = (request: FastifyRequest, reply: FastifyReply) => reply.header('x-request-id', request.id).headers(headers.api);
  app.addHook('onRequest', async (request, reply) => {
    dress(request, reply);
  });
  if (settings.corsOrigins.length > 0) {
    await app.register(cors, { origin: [...settings.corsOrigins], credentials: false, maxAge: 600, exposedHeaders: ['retry-after', 'x-request-id', 'idempotency-replayed'] });
  }

  app.setErrorHandler((error, request, reply) => answerFailure(error, request, reply));
  app.setNotFoundHandler((_request) => {
    throw new Failure('request.not-found');
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId, person } = request;
    const { elapsedTime: milliseconds, statusCode: status } = reply;
    const route = request.routeOptions.url ?? '(none)';
    metrics.request(method, route, status, milliseconds / 1000);
    const level = status >= 500 ? 'error' : 'info';
    if (requestLog.isLevelEnabled(level)) requestLog[level]({ requestId, method, route, status, milliseconds: Math.round(milliseconds * 10) / 10, organisationId: person?.organisationId, userId: person?.userId }, 'request');
    done();
  });

  /** A failure that a feature threw says all in its code; the others have a cause worth keeping. */
  function report(failure: Failure, error: unknown, request: FastifyRequest): void {
    if (failure.status >= 500) log.error({ requestId: request.id, code: failure.code, error: failure.cause ?? error }, 'request failed');
  }

  function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const failure = failureOf(error);
    report(failure, error, request);
    // An address that no router takes has met no hook yet.
    dress(request, reply).code(failure.status).header('content-type', problemMediaType);
    if (failure.details.retryAfterSeconds !== undefined) reply.header('retry-after', String(Math.ceil(failure.details.retryAfterSeconds)));
    // What is still arriving will not be read.
    if (failure.status === 413 || failure.status === 408) reply.header('connection', 'close');
    void reply.send(JSON.stringify(problemOf(failure, request.id)));
  }

  const implemented = new Set<Endpoint>();
  const limits = createLimits(parts.rateLimits, settings.rates, parts.now);
  const implement = createImplement(app, {
    authenticator: parts.authenticator,
    limits,
    idempotency: parts.idempotency,
    uploads: { directory: parts.uploadDirectory, limitBytes: settings.uploadLimitBytes },
    ownOrigins,
    report,
    strict: parts.strict,
  }, implemented);
  return { fastify: app, implement, implemented, ownOrigins };
}

/** JSON alone, which no form of another site can send; an empty body is none. */
function takeJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}

/** For requests that are not HTTP enough to reach a route. */
function refuseRaw(error: Error & { code?: string }, socket: Socket, requestId: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.destroyed) {
    socket.destroy();
    return;
  }
  const code = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request.timeout' : error.code === 'HPE_HEADER_OVERFLOW' ? 'request.too-large' : 'request.invalid';
  const failure = new Failure(code);
  const body = JSON.stringify(problemOf(failure, requestId));
  socket.end(`HTTP/1.1 ${failure.status} ${failure.status === 408 ? 'Request Timeout' : 'Bad Request'}\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
}
