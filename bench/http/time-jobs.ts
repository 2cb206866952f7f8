/**
 * Jobs of an installation that is being served, of a kind that only this process does: how long each waits when they come
 * one by one, and how long five hundred of one transaction take. Prints both as JSON, in milliseconds.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openGround } from '../../server/src/platform/ground.ts';
import { defineJob } from '../../server/src/platform/jobs/define-job.ts';
import { createJobs } from '../../server/src/platform/jobs/jobs.ts';
import { createLive } from '../../server/src/platform/live/live.ts';
import { createNotices } from '../../server/src/platform/live/notices.ts';
import { createLog } from '../../server/src/platform/log/log.ts';
import { createMetrics } from '../../server/src/platform/metrics/metrics.ts';
import { processEnvironment, readSettings } from '../../server/src/platform/settings.ts';

export interface JobTimes {
  readonly waits: readonly number[];
  readonly fiveHundred: number;
}

const oneByOne = 50;
const together = 500;
const fail = (error: unknown): never => { throw error; };

const ground = await openGround({ settings: readSettings(processEnvironment()), command: 'bench', embedded: 'join', report: () => undefined, onConnectionError: fail, onFailure: fail });
const { database } = ground;
const log = createLog({ level: 'silent' });
const notices = createNotices(database, log);
const jobs = createJobs({ database, live: createLive(database, notices), log, metrics: createMetrics(), connections: 3 });

const schema = z.object({ organisationId: z.uuid() });
let done: () => void = () => undefined;
const nothing = defineJob<typeof schema, null>({ name: 'bench.nothing', schema, retry: { limit: 0, delaySeconds: 1 }, concurrency: 10, handler: async () => ({ handle: async () => { done(); } }) });
jobs.register(nothing, null);
await notices.start();
await jobs.start({ work: true });

/** Milliseconds from the commit that queues so many to the last of them. */
async function timeOf(count: number): Promise<number> {
  const all = Promise.withResolvers<undefined>();
  let left = count;
  done = () => {
    left -= 1;
    if (left === 0) all.resolve(undefined);
  };
  const organisationId = randomUUID();
  await database.transaction({ organisationId }, async (tx) => {
    for (let number = 0; number < count; number += 1) await jobs.enqueue(tx, nothing, { organisationId });
  });
  const begun = performance.now();
  await all.promise;
  return performance.now() - begun;
}

await timeOf(1);
const waits: number[] = [];
for (let number = 0; number < oneByOne; number += 1) waits.push(await timeOf(1));
const times: JobTimes = { waits, fiveHundred: await timeOf(together) };
await jobs.stop(5);
await notices.stop();
await ground.close();
console.log(JSON.stringify(times));
