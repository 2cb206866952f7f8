import { z } from 'zod';
import { idParams, instant, listOf, page } from './common.ts';
import { endpoint } from './endpoint.ts';

const check = z.object({ ok: z.boolean(), latencyMilliseconds: z.number(), detail: z.string().optional() });

export const system = {
  health: endpoint({
    method: 'GET', path: '/health', summary: 'Whether database, queue and storage answer', access: 'anonymous',
    answers: { 200: z.object({ ok: z.boolean(), version: z.string(), checks: z.object({ database: check, queue: check, storage: check }) }), 503: z.object({ ok: z.boolean(), version: z.string(), checks: z.object({ database: check, queue: check, storage: check }) }) },
    failures: [],
  }),
  failedJobs: endpoint({
    method: 'GET', path: '/failed-jobs', summary: 'Jobs that failed for good, newest first', access: 'jobs.manage', query: page,
    answers: { 200: listOf(z.object({ id: z.uuid(), name: z.string(), failedAt: instant, attempts: z.int(), message: z.string() })) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  failingJobs: endpoint({
    method: 'GET', path: '/failing-jobs', summary: 'Jobs that have failed and will be tried again by themselves, the next first, at most a hundred', access: 'jobs.manage',
    /** `attempts` were in vain; `nextTryAt` is null while the job is being tried. */
    answers: { 200: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), attempts: z.int(), message: z.string(), nextTryAt: instant.nullable() })), total: z.int() }) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  retryJob: endpoint({
    method: 'POST', path: '/failed-jobs/:id/retry', summary: 'Run a failed job again, or try a failing one without waiting', access: 'jobs.manage', params: idParams,
    answers: { 202: z.object({ id: z.uuid() }) }, failures: ['auth.signed-out', 'auth.forbidden', 'request.cross-site', 'jobs.unknown'],
  }),
};
