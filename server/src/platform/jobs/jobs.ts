/**
 * The queue: pg-boss over the same PostgreSQL, so that a job is queued by the transaction that makes it necessary.
 * A job runs at least once; a handler looks, under a lock, whether what it works on still waits for it, so that its effect
 * happens once.
 */
import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Database, Transaction } from '../database/database.ts';
import type { Live } from '../live/live.ts';
import { sql } from '../database/sql.ts';
import { describeError, type Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { JobDefinition, JobSchema, RunningJob } from './define-job.ts';
import { keepFailedJob } from './failed-jobs.ts';
import { deadLetters, failureMessage } from './failing-jobs.ts';

export interface EnqueueOptions {
  readonly startAfterSeconds?: number;
}

export interface Jobs {
  /** Makes the job known here; `deps` is what its handler gets. Before `start`. */
  register<Schema extends JobSchema, Deps>(definition: JobDefinition<Schema, Deps>, deps: Deps): void;
  /** Work of the whole installation at times that `cron` names (UTC), such as sweeping. Before `start`. */
  chore(name: string, cron: string, run: () => Promise<void>): void;
  /** Queues the job when `tx` commits; answers its id. */
  enqueue<Schema extends JobSchema, Deps>(tx: Transaction, definition: JobDefinition<Schema, Deps>, data: z.input<Schema>, options?: EnqueueOptions): Promise<string>;
  /** Queues a job that failed once more; false where this version does not know its name. */
  enqueueAgain(tx: Transaction, name: string, data: Record<string, unknown>): Promise<string | null>;
  /** Deletes whatever the queue holds about a person: waiting, done or failed. */
  eraseOf(tx: Transaction, person: { readonly organisationId: string; readonly userId: string }): Promise<void>;
  /** Opens the queue; with `work`, this process also does the jobs. */
  start(options: { readonly work: boolean }): Promise<void>;
  /** Whether the queue answers. */
  check(): Promise<void>;
  /** Lets the jobs under way finish, for so long. */
  stop(graceSeconds: number): Promise<void>;
}

export interface JobsParts {
  readonly database: Database;
  readonly live: Live;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Connections besides the one that listens. */
  readonly connections: number;
}

/** Without a sign of life for so long, a job's process is taken for dead and the job is given to another. */
const heartbeatSeconds = 15;
const daySeconds = 86_400;
/** Progress is for eyes: more often tells nobody more. */
const progressMilliseconds = 250;

interface Registered {
  readonly definition: JobDefinition<JobSchema, unknown>;
  readonly deps: unknown;
}

const ownership = z.object({ organisationId: z.uuid(), userId: z.uuid().optional() });

export function createJobs({ database, live, log, metrics, connections }: JobsParts): Jobs {
  const registered = new Map<string, Registered>();
  const chores = new Map<string, { cron: string; run: () => Promise<void> }>();
  let boss: PgBoss | undefined;

  function opened(): PgBoss {
    if (boss === undefined) throw new Error('The queue has not been started');
    return boss;
  }

  async function send(tx: Transaction, name: string, data: object, options: EnqueueOptions): Promise<string> {
    const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query<Record<string, unknown>>(text, values) }) };
    const id = await opened().send(name, data, { db, ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }) });
    if (id === null) throw new Error(`The queue did not take a job ${name}`);
    return id;
  }

  async function open(work: boolean): Promise<PgBoss> {
    const { PgBoss: Boss } = await import('pg-boss');
    const opening = new Boss({
      connectionString: database.pool.options.connectionString as string,
      max: connections,
      application_name: 'cairn jobs',
      schema: 'pgboss',
      // The schema is the migration's to make: this role may not.
      migrate: false, createSchema: false, reindex: false, monitorVacuum: false,
      supervise: work, schedule: work,
      useListenNotify: work,
      superviseIntervalSeconds: 10, monitorIntervalSeconds: 10,
    });
    opening.on('error', (error) => log.error({ error }, 'queue error'));
    opening.on('warning', (warning) => log.warn({ warning: warning.message }, 'queue warning'));
    await opening.start();
    return opening;
  }

  async function prepareQueues(queue: PgBoss): Promise<void> {
    const known = new Map((await queue.getQueues()).map((each) => [each.name, each]));
    const wanted = [
      // Letters arrive without a notice, hence the polling. A letter that could not be taken over is tried for as long as it lies here.
      { name: deadLetters, retryLimit: 1000, retryDelay: 60, retryBackoff: false, expireInSeconds: 60, heartbeatSeconds, retentionSeconds: 90 * daySeconds, deleteAfterSeconds: daySeconds, notify: false },
      ...[...registered.values()].map(({ definition }) => ({
        name: definition.name, retryLimit: definition.retryLimit, retryDelay: definition.retryDelaySeconds, retryBackoff: true, retryDelayMax: 3600,
        expireInSeconds: definition.timeoutSeconds, heartbeatSeconds, retentionSeconds: 14 * daySeconds, deleteAfterSeconds: daySeconds, deadLetter: deadLetters, notify: true,
      })),
      ...[...chores.keys()].map((name) => ({ name, retryLimit: 2, retryDelay: 60, retryBackoff: false, expireInSeconds: 900, heartbeatSeconds, retentionSeconds: daySeconds, deleteAfterSeconds: daySeconds, notify: true })),
    ];
    for (const { name, ...options } of wanted) {
      const existing = known.get(name);
      if (existing === undefined) await queue.createQueue(name, options);
      else if (Object.entries(options).some(([option, value]) => existing[option as keyof typeof existing] !== value)) await queue.updateQueue(name, options);
    }
  }

  async function work(queue: PgBoss): Promise<void> {
    for (const { definition, deps } of registered.values()) {
      const options = { batchSize: definition.concurrency, perJobResults: true, includeMetadata: true, burstWhenBatchFull: definition.concurrency > 1, heartbeatRefreshSeconds: heartbeatSeconds / 3, notifyPollingIntervalSeconds: 2, pollingIntervalSeconds: 2 } as const;
      await queue.work<object, unknown, typeof options>(definition.name, options, async (jobs) => {
        const { handle } = await definition.handler();
        return Promise.all(jobs.map((job) => attempt(definition, job, (running) => handle(running, deps))));
      });
    }
    const options = { batchSize: 20, includeMetadata: true, burstWhenBatchFull: true, pollingIntervalSeconds: 1 } as const;
    await queue.work<object, unknown, typeof options>(deadLetters, options, async (letters) => {
      for (const letter of letters) await takeOver(letter);
    });
    for (const [name, { cron, run }] of chores) {
      await queue.work(name, { notifyPollingIntervalSeconds: 5 }, async () => run());
      await queue.schedule(name, cron, null, { tz: 'UTC' });
    }
    for (const { name } of await queue.getSchedules()) if (!chores.has(name)) await queue.unschedule(name);
  }

  async function attempt(definition: JobDefinition<JobSchema, unknown>, job: JobWithMetadata<object>, handle: (running: RunningJob<never>) => Promise<void>): Promise<JobResult> {
    const began = performance.now();
    const took = () => (performance.now() - began) / 1000;
    try {
      const data = definition.schema.parse(job.data);
      await handle(runningJob(definition, job, data) as RunningJob<never>);
      metrics.job(definition.name, 'completed', took());
      return { id: job.id, status: 'completed' };
    } catch (error) {
      metrics.job(definition.name, 'failed', took());
      const described = describeError(error);
      log.warn({ jobId: job.id, job: definition.name, attempt: job.retryCount + 1, error }, 'job failed');
      // Data that does not fit will not fit the next time either.
      return { id: job.id, status: error instanceof z.ZodError ? 'deadletter' : 'failed', output: { message: `${described.type}: ${described.message}` } };
    }
  }

  function runningJob(definition: JobDefinition<JobSchema, unknown>, job: JobWithMetadata<object>, data: object): RunningJob<object> {
    const { organisationId, userId } = ownership.parse(data);
    let toldAt = -Infinity;
    return {
      id: job.id,
      data,
      attempt: job.retryCount + 1,
      lastAttempt: job.retryCount >= job.retryLimit,
      signal: job.signal,
      transaction: (within) => database.transaction({ organisationId, ...(userId === undefined ? {} : { userId }) }, within),
      async progress(share, stage) {
        const instant = performance.now();
        if (share < 1 && instant - toldAt < progressMilliseconds) return;
        toldAt = instant;
        await live.publish(null, { organisationId, ...(userId === undefined ? {} : { userId }), event: { kind: 'job.progress', jobId: job.id, name: definition.name, share: Math.min(1, Math.max(0, share)), stage } });
      },
    };
  }

  async function takeOver(letter: JobWithMetadata<object>): Promise<void> {
    const owner = ownership.safeParse(letter.data);
    const id = letter.sourceId ?? letter.id;
    const name = letter.sourceName ?? '(unknown)';
    if (!owner.success) {
      log.error({ jobId: id, job: name }, 'a failed job names no organisation and was dropped');
      return;
    }
    const { organisationId, userId } = owner.data;
    await database.transaction({ organisationId }, async (tx) => {
      const kept = await keepFailedJob(tx, organisationId, { id, name, data: letter.data as Record<string, unknown>, attempts: (letter.sourceRetryCount ?? 0) + 1, message: failureMessage(letter.sourceOutput), failedAt: letter.createdOn });
      if (kept) await live.publish(tx, { organisationId, ...(userId === undefined ? {} : { userId }), event: { kind: 'job.failed', jobId: id, name } });
    });
  }

  return {
    register(definition, deps) {
      if (registered.has(definition.name)) throw new Error(`The job ${definition.name} is registered twice`);
      registered.set(definition.name, { definition: definition as unknown as JobDefinition<JobSchema, unknown>, deps });
    },
    chore: (name, cron, run) => void chores.set(name, { cron, run }),
    enqueue: (tx, definition, data, options = {}) => send(tx, definition.name, definition.schema.parse(data), options),
    async enqueueAgain(tx, name, data) {
      const definition = registered.get(name)?.definition;
      return definition === undefined ? null : send(tx, name, definition.schema.parse(data), {});
    },
    async eraseOf(tx, { organisationId, userId }) {
      const theirs = JSON.stringify({ organisationId, userId });
      await tx.query(sql`delete from pgboss.job where data @> ${theirs}::jsonb`);
      await tx.query(sql`delete from failed_jobs where data @> ${theirs}::jsonb`);
    },
    async start(options) {
      boss = await open(options.work);
      await prepareQueues(boss);
      if (options.work) await work(boss);
    },
    async check() {
      if ((await opened().schemaVersion()) === null) throw new Error('The queue has no schema');
    },
    async stop(graceSeconds) {
      await boss?.stop({ graceful: true, timeout: graceSeconds * 1000 });
      boss = undefined;
    },
  };
}
