/** From a contract to a route: limit → authenticate → authorise → validate → handler → present. */
import multipart from '@fastify/multipart';
import { mayRole, type Endpoint } from '@cairn/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { refuseCrossSite } from './cross-site.ts';
import type { AnswerOfHandler, Call, Handler } from './endpoint-types.ts';
import { goneSignal, streamEvents, wantsEvents } from './event-stream.ts';
import { CallerGoneError, Failure } from './failure.ts';
import { failuresOf } from './failures-of.ts';
import { keyPattern, renewEverySeconds, type Claim, type Idempotency, type StoredAnswer } from './idempotency.ts';
import type { Limits } from './limits.ts';
import type { Authenticator, Person } from './person.ts';
import { jsonOf, send, sendJson, type AnyAnswer } from './present.ts';
import { failureOf, problemMediaType, problemOf } from './problem.ts';
import { withUploads, type Received, type UploadFailures, type UploadOptions } from './uploads.ts';
import { validate } from './validate.ts';

export interface PipelineParts {
  readonly authenticator: Authenticator;
  readonly limits: Limits;
  readonly idempotency: Idempotency;
  readonly uploads: UploadOptions;
  readonly ownOrigins: ReadonlySet<string>;
  /** Logs a failure that is answered inside a stream of events, where no error handler sees it. */
  readonly report: (failure: Failure, error: unknown, request: FastifyRequest) => void;
  /** In tests a failure that an endpoint's contract does not name is an error of ours. */
  readonly strict: boolean;
}

export interface ImplementOptions {
  readonly upload?: UploadFailures;
}

/** `A` is inferred as it stands in the handler (202, not number), which the contract then has to have. */
export type Implement = <const E extends Endpoint, const A extends AnswerOfHandler<E>>(endpoint: E, handler: Handler<E, A>, options?: ImplementOptions) => void;

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

export const apiPrefix = '/api/v1';

/** A form that is not read says one thing. */
const mostFormBytes = 4096;

/** `implemented` collects the contracts that have a route. */
export function createImplement(app: FastifyInstance, parts: PipelineParts, implemented: Set<Endpoint>): Implement {
  const { authenticator, limits, idempotency, uploads, ownOrigins, report: reportFailure, strict } = parts;
  app.decorateRequest('person', null);

  async function admit(endpoint: Endpoint, request: FastifyRequest): Promise<void> {
    refuseCrossSite(request, ownOrigins);
    const person = endpoint.access === 'anonymous' ? null : await authenticator.authenticate(request);
    await limits.request(request, person);
    if (endpoint.limit === 'sign-in') await limits.signInAddress(request);
    request.person = person;
    if (endpoint.access === 'anonymous') return;
    if (person === null) throw new Failure('auth.signed-out');
    if (endpoint.access !== 'signed-in' && !mayRole(person.role, endpoint.access)) throw new Failure('auth.forbidden', { params: { permission: endpoint.access } });
    if (endpoint.limit === 'upload') await limits.upload(person);
    if (endpoint.limit === 'ai') await limits.ai(request, person);
  }

  async function answer(endpoint: Endpoint, handler: Handler<Endpoint>, request: FastifyRequest, reply: FastifyReply, received: Received | undefined): Promise<FastifyReply> {
    const person = request.person;
    const { params, query, body } = validate(endpoint, request, received?.fields ?? request.body);
    if (endpoint.limit === 'sign-in') await limits.signInAccount(request, accountOf(body));
    const call = { params, query, body, files: received?.files, person, request, reply, signal: endpoint.progress === undefined ? undefined : goneSignal(reply) };
    const { progress } = endpoint;
    const asEvents = progress !== undefined && wantsEvents(request);
    const claim = claimOf(endpoint, request, person, body, received);
    const stored = claim && (await idempotency.claim(claim));
    if (stored !== null) return replay(reply, stored, asEvents);
    const work = (onProgress?: (event: unknown) => void) => once(endpoint, claim, request, (settle) => handler({ ...call, settle, onProgress } as unknown as Call<Endpoint>));
    if (asEvents) {
      const report = (failure: Failure, error: unknown) => { reportFailure(failure, error, request); };
      return streamEvents(reply, report, async (say) => (await work((event) => { say(progress.parse(event)); })).text ?? 'null');
    }
    const { given, text } = await work();
    return send(reply, endpoint, given, text);
  }

  /** The answer of the first request with this key; to whom events were to be sent, as the one that is left to send. */
  async function replay(reply: FastifyReply, { status, text }: StoredAnswer, asEvents: boolean): Promise<FastifyReply> {
    reply.header('idempotency-replayed', 'true');
    if (text === null) return reply.code(status).send();
    if (asEvents && status < 400) return streamEvents(reply, () => undefined, () => Promise.resolve(text));
    return sendJson(reply, status, text, status < 400 ? undefined : problemMediaType);
  }

  /** Does the work and keeps its answer under the key, if there is one. */
  async function once(endpoint: Endpoint, claim: Claim | null, request: FastifyRequest, work: (settle: Call<Endpoint>['settle']) => Promise<AnyAnswer> | AnyAnswer): Promise<{ given: AnyAnswer; text: string | undefined }> {
    if (claim === null) {
      const given = await work(settleNothing);
      return { given, text: jsonOf(endpoint, given) };
    }
    let settled = false;
    const settle: Call<Endpoint>['settle'] = async (tx, given) => {
      await idempotency.settle(tx, claim, { status: given.status, text: jsonOf(endpoint, given) ?? null });
      settled = true;
    };
    const stopRenewing = claim.isRenewed ? keepRenewed(claim, request) : undefined;
    try {
      const given = await work(settle);
      const text = jsonOf(endpoint, given);
      if (!settled) await idempotency.finish(claim, { status: given.status, text: text ?? null });
      return { given, text };
    } catch (error) {
      await keepFailure(claim, error, request.id);
      throw error;
    } finally {
      stopRenewing?.();
    }
  }

  function keepRenewed(claim: Claim, request: FastifyRequest): () => void {
    const timer = setInterval(() => {
      idempotency.renew(claim).catch((error: unknown) => { request.log.warn({ error }, 'the claim on an Idempotency-Key could not be renewed'); });
    }, renewEverySeconds * 1000);
    return () => { clearInterval(timer); };
  }

  /** A refusal is an answer too; what may go better at the next try is not kept, nor what was left undone because nobody was there to hear it. */
  async function keepFailure(claim: Claim, error: unknown, requestId: string): Promise<void> {
    const failure = failureOf(error);
    if (error instanceof CallerGoneError || failure.status >= 500 || failure.status === 429) await idempotency.release(claim);
    else await idempotency.finish(claim, { status: failure.status, text: JSON.stringify(problemOf(failure, requestId)) });
  }

  return (endpoint, handler, options = {}) => {
    implemented.add(endpoint);
    const allowed = new Set(failuresOf(endpoint));
    const anyHandler = handler as unknown as Handler<Endpoint>;
    const limitBytes = endpoint.largestFileBytes ?? uploads.limitBytes;
    const run = async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        if (endpoint.files === undefined) return await answer(endpoint, anyHandler, request, reply, undefined);
        return await withUploads(request, endpoint.files, { ...uploads, limitBytes }, options.upload ?? {}, (received) => answer(endpoint, anyHandler, request, reply, received));
      } catch (error) {
        if (strict && error instanceof Failure && !allowed.has(error.code)) throw new Error(`${endpoint.method} ${endpoint.path} failed with ${error.code}, which its contract does not name`, { cause: error });
        throw error;
      }
    };
    const route = { method: endpoint.method, url: `${apiPrefix}${endpoint.path}`, config: { endpoint }, onRequest: (request: FastifyRequest) => admit(endpoint, request), handler: run };
    if (endpoint.takesForm) {
      void app.register(async (scope) => {
        scope.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], { parseAs: 'buffer', bodyLimit: mostFormBytes }, (_request, _body, done) => { done(null); });
        scope.route(route);
      });
    } else if (endpoint.files === undefined) app.route(route);
    else {
      // In a scope of its own: only these routes take multipart, and only they pay for the plugin's hooks.
      void app.register(async (scope) => {
        scope.removeAllContentTypeParsers();
        await scope.register(multipart);
        // Anything else is left unread: `withUploads` says what belongs here instead.
        scope.addContentTypeParser('*', (_request, _content, done) => { done(null); });
        scope.route({ ...route, bodyLimit: limitBytes + 1_000_000 });
      });
    }
  };
}

const settleNothing = (): Promise<void> => Promise.resolve();

function claimOf(endpoint: Endpoint, request: FastifyRequest, person: Person | null, body: unknown, received: Received | undefined): Claim | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined || person === null || endpoint.method === 'GET') return null;
  if (typeof key !== 'string' || !keyPattern.test(key)) throw new Failure('request.invalid', { errors: [{ path: 'headers.idempotency-key', message: 'Must be 1 to 200 visible ASCII characters' }] });
  const files = Object.entries(received?.files ?? {}).map(([name, file]) => [name, file.fileName, file.sha256]);
  const requestHash = createHash('sha256').update(JSON.stringify([endpoint.method, request.url, body ?? null, files])).digest('base64url');
  return { person, key, requestHash, isRenewed: endpoint.progress !== undefined };
}

/** What a sign-in attempt is about: an e-mail, or the token that stands for one. */
function accountOf(body: unknown): string {
  const { email, refreshToken, token } = (body ?? {}) as Record<string, unknown>;
  return String(email ?? refreshToken ?? token ?? '');
}
