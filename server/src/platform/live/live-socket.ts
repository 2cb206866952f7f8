/** GET /api/v1/live: the WebSocket on which open pages hear of events. What a client sends on it is not read. */
import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isOwnOrigin } from '../http/cross-site.ts';
import { Failure } from '../http/failure.ts';
import type { Http } from '../http/http.ts';
import { apiPrefix } from '../http/implement.ts';
import type { Authenticator, Person } from '../http/person.ts';
import type { Log } from '../log/log.ts';
import type { Live } from './live.ts';

export interface LiveSocketParts {
  readonly live: Live;
  readonly authenticator: Authenticator;
  readonly log: Log;
  readonly heartbeatSeconds: number;
  /** How often the session is looked at again; a revocation holds no later. */
  readonly sessionCheckSeconds: number;
}

/** A page that does not read is cut off, not waited for. Events are under 300 bytes. */
const mostBufferedBytes = 262_144;
const mostSocketsPerPerson = 20;
/** A page that is told of the end has so long to say goodbye. */
const goodbyeMilliseconds = 1000;
const closeCodes = { goingAway: 1001, policy: 1008, tryAgain: 1013, signedOut: 4401 } as const;

export async function registerLiveSocket({ fastify, ownOrigins }: Pick<Http, 'fastify' | 'ownOrigins'>, parts: LiveSocketParts): Promise<void> {
  const { live, authenticator, log, heartbeatSeconds, sessionCheckSeconds } = parts;
  const socketsOfPerson = new Map<string, Set<WebSocket>>();
  await fastify.register(websocket, { options: { maxPayload: 1024, perMessageDeflate: false }, preClose: sayGoodbye });

  function sayGoodbye(this: FastifyInstance, done: () => void): void {
    const { clients } = this.websocketServer;
    for (const socket of clients) socket.close(closeCodes.goingAway, 'The server is stopping');
    const impatient = setTimeout(() => clients.forEach((socket) => socket.terminate()), goodbyeMilliseconds);
    this.websocketServer.close(() => {
      clearTimeout(impatient);
      done();
    });
  }

  async function admit(request: FastifyRequest): Promise<void> {
    const { origin, authorization } = request.headers;
    const trusted = origin === undefined ? authorization !== undefined : isOwnOrigin(request, origin, ownOrigins);
    if (!trusted) throw new Failure('request.cross-site');
    const person = await authenticator.authenticate(request);
    if (person === null) throw new Failure('auth.signed-out');
    request.person = person;
  }

  /** The oldest page gives way: it is the one most likely forgotten. */
  function makeRoom(person: Person, socket: WebSocket): void {
    const sockets = socketsOfPerson.get(person.userId) ?? new Set<WebSocket>();
    socketsOfPerson.set(person.userId, sockets);
    sockets.add(socket);
    const [oldest] = sockets;
    if (sockets.size > mostSocketsPerPerson) oldest?.close(closeCodes.tryAgain, 'Too many pages are open');
  }

  function serve(socket: WebSocket, person: Person): void {
    makeRoom(person, socket);
    const hello = Buffer.from(JSON.stringify({ kind: 'hello', heartbeatSeconds }));
    const receive = (frame: Buffer) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > mostBufferedBytes) socket.terminate();
      else socket.send(frame, { binary: false });
    };
    const unsubscribe = live.subscribe({ organisationId: person.organisationId, userId: person.userId, receive, missed: () => receive(hello) });
    let answered = true;
    const beat = setInterval(() => {
      if (!answered) {
        socket.terminate();
        return;
      }
      answered = false;
      socket.ping();
    }, heartbeatSeconds * 1000);
    const check = setInterval(() => {
      authenticator.stillSignedIn(person).then((signedIn) => {
        if (!signedIn) socket.close(closeCodes.signedOut, 'Signed out');
      }, (error: unknown) => log.warn({ error }, 'a session could not be checked'));
    }, sessionCheckSeconds * 1000);
    socket.on('pong', () => (answered = true));
    // Protocol errors and messages over the limit: ws closes the socket itself.
    socket.on('error', (error) => log.debug({ error }, 'a live socket broke'));
    socket.on('close', () => {
      clearInterval(beat);
      clearInterval(check);
      unsubscribe();
      const sockets = socketsOfPerson.get(person.userId);
      sockets?.delete(socket);
      if (sockets?.size === 0) socketsOfPerson.delete(person.userId);
    });
    receive(hello);
  }

  fastify.route({
    method: 'GET',
    url: `${apiPrefix}/live`,
    onRequest: admit,
    handler: () => {
      throw new Failure('request.not-found', { detail: 'This address is for WebSockets.' });
    },
    wsHandler: (socket, request) => {
      if (request.person === null) throw new Error('A live socket was opened for nobody');
      serve(socket, request.person);
    },
  });
}
