import type { LiveEvent } from '@cairn/contracts';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';
import { insertPeople } from '../../test-support/people-rows.ts';
import type { Person } from '../http/person.ts';
import { createLive, type Live } from '../live/live.ts';
import { createNotices, type Notices } from '../live/notices.ts';
import { createLog } from '../log/log.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { sql } from '../database/sql.ts';
import { defineJob, type RunningJob } from './define-job.ts';
import { listFailedJobs } from './failed-jobs.ts';
import { createJobs, type Jobs } from './jobs.ts';

const ids = z.object({ organisationId: z.uuid(), userId: z.uuid().optional(), number: z.int().optional() });
type Ids = z.output<typeof ids>;
type Work = (job: RunningJob<Ids>) => Promise<void>;

let held: TestDatabase;
let notices: Notices;
let live: Live;
let jobs: Jobs;
let asha: Person;
const logged: string[] = [];
const log = createLog({ level: 'warn', destination: { write: (line: string) => void logged.push(line) } });
/** What each job does is up to the test that sends it. */
const works = new Map<string, Work>();
const jobNamed = (name: string, retry: { limit: number; delaySeconds: number }, options: { concurrency?: number; timeoutSeconds?: number } = {}) =>
  defineJob<typeof ids, Map<string, Work>>({ name, schema: ids, retry, ...options, handler: async () => ({ handle: async (job, deps) => deps.get(name)?.(job) }) });
const quick = jobNamed('test.quick', { limit: 0, delaySeconds: 1 }, { concurrency: 10 });
const stubborn = jobNamed('test.stubborn', { limit: 2, delaySeconds: 1 });
const slow = jobNamed('test.slow', { limit: 0, delaySeconds: 1 }, { timeoutSeconds: 1 });

const newJobs = () => createJobs({ database: held.database, live, log, metrics: createMetrics(), connections: 3 });
beforeAll(async () => {
  held = await testDatabase();
  [asha] = await insertPeople(held.ownerUrl, 1) as [Person];
  notices = createNotices(held.database, log);
  live = createLive(held.database, notices);
  await notices.start();
  jobs = newJobs();
  for (const definition of [quick, stubborn, slow]) jobs.register(definition, works);
  await jobs.start({ work: true });
});
afterAll(async () => {
  await jobs.stop(5);
  await notices.stop();
  await held.close();
});

const send = (definition: typeof quick, data: Partial<Ids> = {}) => held.database.transaction(asha, (tx) => jobs.enqueue(tx, definition, { organisationId: asha.organisationId, ...data }));
const failedJobs = () => held.database.transaction(asha, async (tx) => (await listFailedJobs(tx, 100, null)).items);
function does(definition: { name: string }, work: Work): void {
  works.set(definition.name, work);
}

describe('a job', () => {
  test('is done once the transaction that queued it has committed', async () => {
    const done = Promise.withResolvers<string>();
    does(quick, async ({ id }) => done.resolve(id));
    const id = await send(quick);
    expect(await done.promise).toBe(id);
  });
  test('is not done when the transaction is undone', async () => {
    let ran = 0;
    does(quick, async () => void (ran += 1));
    await expect(held.database.transaction(asha, async (tx) => {
      await jobs.enqueue(tx, quick, { organisationId: asha.organisationId });
      throw new Error('undone');
    })).rejects.toThrow('undone');
    await send(quick);
    await expect.poll(() => ran).toBe(1);
    await sleep(300);
    expect(ran).toBe(1);
  });
  test('works on the rows of its organisation', async () => {
    const seen = Promise.withResolvers<unknown>();
    does(quick, async (job) => seen.resolve(await job.transaction((tx) => tx.query(sql`select current_organisation_id() as organisation, current_user_id() as person`))));
    await send(quick, { userId: asha.userId });
    expect(await seen.promise).toEqual([{ organisation: asha.organisationId, person: asha.userId }]);
  });
  test('needs an organisation and data of its form to be queued', async () => {
    await expect(held.database.transaction(asha, (tx) => jobs.enqueue(tx, quick, { organisationId: 'nobody' }))).rejects.toThrow(z.ZodError);
  });
  test('whose data does not fit any more is not tried in vain', async () => {
    does(stubborn, async () => undefined);
    await held.database.pool.query(`insert into pgboss.job (name, data, retry_limit, dead_letter) values ('test.stubborn', $1, 2, 'platform.dead-letters')`, [JSON.stringify({ organisationId: asha.organisationId, number: 'old form' })]);
    await expect.poll(failedJobs, { timeout: 15_000 }).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'test.stubborn', attempts: 1, message: expect.stringContaining('ZodError') })]));
  });
});

describe('a job that fails', () => {
  test('is tried again, later and later, and told how often', async () => {
    const attempts: { attempt: number; last: boolean }[] = [];
    does(stubborn, async ({ attempt, lastAttempt }) => {
      attempts.push({ attempt, last: lastAttempt });
      if (attempt < 3) throw new Error('not yet');
    });
    await send(stubborn);
    await expect.poll(() => attempts.length, { timeout: 15_000 }).toBe(3);
    expect(attempts.map(({ attempt, last }) => [attempt, last])).toEqual([[1, false], [2, false], [3, true]]);
  });
  test('for good is kept for the staff and told to whoever waits for it', async () => {
    const heard: LiveEvent[] = [];
    const stop = live.subscribe({ ...asha, receive: (frame) => void heard.push(JSON.parse(frame.toString())), missed: () => undefined });
    does(quick, async () => { throw Object.assign(new Error('The file of asha@college.example is broken'), { code: 'E_BROKEN' }); });
    const id = await send(quick, { userId: asha.userId });
    await expect.poll(failedJobs, { timeout: 10_000 }).toEqual(expect.arrayContaining([expect.objectContaining({ id, name: 'test.quick', attempts: 1, message: 'Error: The file of [e-mail] is broken', data: { organisationId: asha.organisationId, userId: asha.userId } })]));
    await expect.poll(() => heard).toContainEqual({ kind: 'job.failed', jobId: id, name: 'test.quick' });
    stop();
  });
  test('to end in time is told to stop, and fails', async () => {
    const stopped = Promise.withResolvers<undefined>();
    does(slow, async ({ signal }) => {
      signal.addEventListener('abort', () => stopped.resolve(undefined));
      await stopped.promise;
      await sleep(100);
    });
    const id = await send(slow);
    await stopped.promise;
    await expect.poll(failedJobs, { timeout: 15_000 }).toEqual(expect.arrayContaining([expect.objectContaining({ id, name: 'test.slow' })]));
  });
});

test('progress is told to the person whose job it is, the end always', async () => {
  const heard: LiveEvent[] = [];
  const stop = live.subscribe({ ...asha, receive: (frame) => void heard.push(JSON.parse(frame.toString())), missed: () => undefined });
  does(quick, async (job) => {
    for (const share of [0.1, 0.2, 0.3, 1]) await job.progress(share, 'reading');
  });
  const jobId = await send(quick, { userId: asha.userId });
  await expect.poll(() => heard.filter((event) => event.kind === 'job.progress' && event.share === 1)).toHaveLength(1);
  expect(heard[0]).toEqual({ kind: 'job.progress', jobId, name: 'test.quick', share: 0.1, stage: 'reading' });
  expect(heard.length).toBeLessThan(4);
  stop();
});

test('five hundred jobs are each done exactly once', async () => {
  const counts = new Map<number, number>();
  does(quick, async ({ data: { number = -1 } }) => void counts.set(number, (counts.get(number) ?? 0) + 1));
  await held.database.transaction(asha, async (tx) => {
    for (let number = 0; number < 500; number++) await jobs.enqueue(tx, quick, { organisationId: asha.organisationId, number });
  });
  await expect.poll(() => counts.size, { timeout: 15_000 }).toBe(500);
  expect([...counts.values()].every((count) => count === 1)).toBe(true);
});

test('whatever the queue holds about a person can be erased', async () => {
  does(quick, async () => { throw new Error('broken'); });
  const other = randomUUID();
  for (const userId of [asha.userId, other]) await send(quick, { userId });
  await expect.poll(async () => (await failedJobs()).filter(({ data }) => data.userId === other).length, { timeout: 10_000 }).toBe(1);
  await held.database.transaction(asha, (tx) => jobs.eraseOf(tx, asha));
  const { rows } = await held.database.pool.query<{ left: number }>(`select count(*) as left from pgboss.job where data->>'userId' = $1`, [asha.userId]);
  const failed = await failedJobs();
  expect([rows[0]?.left, failed.filter(({ data }) => data.userId === asha.userId), failed.filter(({ data }) => data.userId === other).length]).toEqual([0, [], 1]);
});

test('a chore runs when its time has come', async () => {
  const own = newJobs();
  let ran = 0;
  own.chore('test.chore', '0 0 1 1 *', async () => void (ran += 1));
  await own.start({ work: true });
  // What the clock of the queue does on New Year's Day.
  await held.database.pool.query(`insert into pgboss.job (name) values ('test.chore')`);
  await expect.poll(() => ran, { timeout: 10_000 }).toBe(1);
  const { rows } = await held.database.pool.query<{ cron: string }>(`select cron from pgboss.schedule where name = 'test.chore'`);
  expect(rows).toEqual([{ cron: '0 0 1 1 *' }]);
  await own.stop(5);
});

test('stopping waits for the jobs under way', async () => {
  const own = newJobs();
  const lasting = jobNamed('test.lasting', { limit: 0, delaySeconds: 1 });
  const begun = Promise.withResolvers<undefined>();
  let ended = false;
  works.set('test.lasting', async () => { begun.resolve(undefined); await sleep(700); ended = true; });
  own.register(lasting, works);
  await own.start({ work: true });
  await held.database.transaction(asha, (tx) => own.enqueue(tx, lasting, { organisationId: asha.organisationId }));
  await begun.promise;
  await own.stop(10);
  expect(ended).toBe(true);
});

test('a process that is gone loses no job: another does it', async () => {
  const taken = Promise.withResolvers<undefined>();
  does(stubborn, async ({ attempt }) => { if (attempt > 1) taken.resolve(undefined); });
  // As a killed process leaves it: fetched, and no sign of life since.
  await held.database.pool.query(`insert into pgboss.job (name, data, state, retry_limit, retry_count, retry_delay, started_on, heartbeat_on, heartbeat_seconds, expire_seconds, dead_letter)
    values ('test.stubborn', $1, 'active', 2, 0, 0, now() - interval '1 minute', now() - interval '1 minute', 15, 300, 'platform.dead-letters')`, [JSON.stringify({ organisationId: asha.organisationId })]);
  await taken.promise;
}, 40_000);

