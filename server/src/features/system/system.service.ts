/** How the installation is doing, and the jobs that failed. */
import type { Database } from '../../platform/database/database.ts';
import { cursorOf, placeOf } from '../../platform/http/cursor.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Person } from '../../platform/http/person.ts';
import { listFailedJobs, takeFailedJob, type FailedJob } from '../../platform/jobs/failed-jobs.ts';
import { hastenJob, listFailingJobs, type FailingJob } from '../../platform/jobs/failing-jobs.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Storage } from '../../platform/storage/storage.ts';

export interface SystemParts {
  readonly database: Database;
  readonly jobs: Pick<Jobs, 'check' | 'enqueueAgain'>;
  readonly storage: Pick<Storage, 'check'>;
  readonly log: Log;
  readonly version: string;
}

export interface Check {
  readonly ok: boolean;
  readonly latencyMilliseconds: number;
  readonly detail?: string;
}

export interface Health {
  readonly ok: boolean;
  readonly version: string;
  readonly checks: { readonly database: Check; readonly queue: Check; readonly storage: Check };
}

/** A part that takes longer than this to answer is as good as down. */
const patienceMilliseconds = 3000;
/** Anybody may ask; what it costs does not grow with how often. */
const freshMilliseconds = 1000;
const mostFailingShown = 100;

export interface SystemService {
  health(): Promise<Health>;
  failedJobs(person: Person, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{ items: readonly FailedJob[]; total: number; nextCursor: string | null }>;
  /** The first hundred. */
  failingJobs(person: Person): Promise<{ items: readonly FailingJob[]; total: number }>;
  /** Also of a job that is still failing: its next try does not wait any longer. Answers the id it now has. */
  retry(person: Person, id: string): Promise<string>;
}

export function createSystemService({ database, jobs, storage, log, version }: SystemParts): SystemService {
  let latest: { readonly at: number; readonly health: Promise<Health> } | undefined;

  async function check(name: string, ask: () => Promise<unknown>): Promise<Check> {
    const began = performance.now();
    const took = () => Math.round((performance.now() - began) * 10) / 10;
    try {
      await within(patienceMilliseconds, ask());
      return { ok: true, latencyMilliseconds: took() };
    } catch (error) {
      log.error({ check: name, error }, 'a part of the installation does not answer');
      return { ok: false, latencyMilliseconds: took(), detail: 'does not answer' };
    }
  }

  async function look(): Promise<Health> {
    const [onDatabase, onQueue, onStorage] = await Promise.all([
      check('database', () => database.pool.query('select 1')),
      check('queue', () => jobs.check()),
      check('storage', () => storage.check()),
    ]);
    return { ok: onDatabase.ok && onQueue.ok && onStorage.ok, version, checks: { database: onDatabase, queue: onQueue, storage: onStorage } };
  }

  return {
    health() {
      if (latest === undefined || performance.now() - latest.at > freshMilliseconds) latest = { at: performance.now(), health: look() };
      return latest.health;
    },
    async failedJobs({ organisationId }, { limit, cursor }) {
      const after = placeOf(cursor);
      const { items, total, more } = await database.transaction({ organisationId }, (tx) => listFailedJobs(tx, limit, after));
      const last = items.at(-1);
      return { items, total, nextCursor: more && last !== undefined ? cursorOf({ createdAt: last.failedAt, id: last.id }) : null };
    },
    failingJobs: ({ organisationId }) => database.transaction({ organisationId }, (tx) => listFailingJobs(tx, organisationId, mostFailingShown)),
    retry: ({ organisationId }, id) => database.transaction({ organisationId }, async (tx) => {
      if (await hastenJob(tx, organisationId, id)) return id;
      const job = await takeFailedJob(tx, id);
      const again = job === undefined ? null : await jobs.enqueueAgain(tx, job.name, job.data);
      if (again === null) throw new Failure('jobs.unknown');
      return again;
    }),
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
