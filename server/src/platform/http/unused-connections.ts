import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Hangs up, when the server stops, on connections that never had a request: browsers open some ahead. Node takes a connection for
 * idle only once it has had one, and would wait for these.
 */
export function hangUpOnUnused(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  let isStopping = false;
  app.server.on('connection', (socket: Socket) => {
    if (isStopping) socket.destroy();
    else unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  for (const event of ['request', 'upgrade'] as const) app.server.on(event, ({ socket }: IncomingMessage) => unused.delete(socket));
  app.addHook('preClose', (done) => {
    isStopping = true;
    for (const socket of unused) socket.destroy();
    done();
  });
}
