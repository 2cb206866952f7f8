/**
 * An answer that tells on its way how far it is: server-sent events (WHATWG HTML, section 9.2), for a request that accepts
 * them. `progress` events come first, then one `answer` with the body that the endpoint otherwise sends, or one `failure`
 * with the problem document.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PassThrough } from 'node:stream';
import { CallerGoneError, type Failure } from './failure.ts';
import { accepts } from './present.ts';
import { failureOf, problemOf } from './problem.ts';

const eventStreamType = 'text/event-stream';

/** Proxies close a connection on which nothing is said for a minute. */
const heartbeatMilliseconds = 15_000;

export function wantsEvents(request: FastifyRequest): boolean {
  return accepts(request.headers.accept, eventStreamType);
}

/** Sends what `work` reports and answers. Work goes on to its end or until the connection closes, which `work` hears of by the call's signal. */
export function streamEvents(reply: FastifyReply, report: (failure: Failure, error: unknown) => void, work: (onProgress: (progress: unknown) => void) => Promise<string>): FastifyReply {
  const stream = new PassThrough();
  const say = (name: string, data: string) => {
    if (!stream.writable) return;
    stream.write(`event: ${name}\ndata: ${data}\n\n`);
  };
  const heartbeat = setInterval(() => stream.write(': \n\n'), heartbeatMilliseconds);
  const end = () => {
    clearInterval(heartbeat);
    stream.end();
  };
  work((progress) => { say('progress', JSON.stringify(progress)); })
    .then((answer) => { say('answer', answer); }, (error: unknown) => {
      const failure = failureOf(error);
      report(failure, error);
      say('failure', JSON.stringify(problemOf(failure, reply.request.id)));
    })
    .finally(end);
  // No proxy may keep the events back until they are many.
  return reply.code(200).header('content-type', `${eventStreamType}; charset=utf-8`).header('cache-control', 'no-store').header('x-accel-buffering', 'no').send(stream);
}

/** Fires when whoever asked has gone before the answer was whole. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const gone = () => {
    if (!reply.raw.writableEnded) controller.abort(new CallerGoneError());
  };
  // Gone before the work began, while it was looked up who asks: nothing more will be heard of it.
  if (reply.raw.destroyed) gone();
  else reply.raw.once('close', gone);
  return controller.signal;
}
