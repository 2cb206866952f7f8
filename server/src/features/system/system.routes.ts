import { system } from '@cairn/contracts';
import type { FastifyRequest } from 'fastify';
import { BlockList, isIPv6 } from 'node:net';
import { timingSafeEqual } from 'node:crypto';
import { Failure } from '../../platform/http/failure.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Metrics } from '../../platform/metrics/metrics.ts';
import type { SystemService } from './system.service.ts';

export function systemRoutes({ implement }: Pick<Http, 'implement'>, service: SystemService): void {
  implement(system.health, async () => {
    const health = await service.health();
    return { status: health.ok ? 200 : 503, body: health };
  });
  implement(system.failedJobs, async ({ person, query }) => {
    const { items, total, nextCursor } = await service.failedJobs(person, query);
    return { status: 200, body: { items: items.map((job) => ({ ...job, failedAt: job.failedAt.toISOString() })), total, nextCursor } };
  });
  implement(system.failingJobs, async ({ person }) => {
    const { items, total } = await service.failingJobs(person);
    return { status: 200, body: { items: items.map((job) => ({ ...job, nextTryAt: job.nextTryAt?.toISOString() ?? null })), total } };
  });
  implement(system.retryJob, async ({ person, params }) => ({ status: 202, body: { id: await service.retry(person, params.id) } }));
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Prometheus reads from this machine, or names the token of the settings. */
export function metricsRoute({ fastify }: Pick<Http, 'fastify'>, metrics: Metrics, token: string | undefined): void {
  fastify.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) throw new Failure('request.not-found');
    return reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
  // Behind a proxy on this machine everybody seems to come from it; the proxy says so.
  if (request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined) return false;
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  return address !== '' && loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
