/** Composes the server: platform, then features, then what starts and stops. The one place that knows them all. */
import { features } from '@cairn/contracts';
import { randomBytes as systemRandomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { composeFeatures, type Features, type Outside } from './features.ts';
import { registerDocs } from './platform/http/docs.ts';
import { createHttp, type Http } from './platform/http/http.ts';
import { createIdempotency } from './platform/http/idempotency.ts';
import { registerPages } from './platform/http/pages.ts';
import type { Authenticator } from './platform/http/person.ts';
import { memoryRateLimits } from './platform/http/rate-limit.ts';
import { sweepUploads } from './platform/http/uploads.ts';
import { idSource } from './platform/ids.ts';
import { createJobs, type Jobs } from './platform/jobs/jobs.ts';
import { registerLiveSocket } from './platform/live/live-socket.ts';
import { createLive, type Live } from './platform/live/live.ts';
import { createNotices } from './platform/live/notices.ts';
import { createLog, type Log } from './platform/log/log.ts';
import { createMail } from './platform/mail/mail.ts';
import { createMetrics } from './platform/metrics/metrics.ts';
import { pooledRandomBytes } from './platform/pooled-random.ts';
import { repositoryRoot, type Settings } from './platform/settings.ts';
import { sweepRows } from './platform/sweep.ts';
import { createFiles } from './platform/storage/files.ts';
import { diskStorage, type Storage } from './platform/storage/storage.ts';
import type { Database } from './platform/database/database.ts';

export interface AppParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly log?: Log;
  /** Unix time in milliseconds. */
  readonly now?: () => number;
  readonly randomBytes?: (count: number) => Uint8Array;
  /** The built pages. */
  readonly webDirectory?: string;
  /** For tests: a failure that a contract does not name is an error. */
  readonly strict?: boolean;
  /** For tests: what stands in for the world outside. */
  readonly outside?: Partial<Outside>;
}

export interface App {
  /** Listens when settings.runs.api and works on jobs when settings.runs.worker; answers the address, if there is one. */
  start(): Promise<string | undefined>;
  /** Lets requests and jobs under way finish. The database stays open. */
  close(): Promise<void>;
  readonly log: Log;
  readonly http: Http;
  readonly jobs: Jobs;
  readonly live: Live;
  readonly storage: Storage;
  readonly authenticator: Authenticator;
  readonly features: Features;
}

/** Connections of the queue beside the pool of the requests. */
const queueConnections = 3;
const jobGraceSeconds = 15;
const heartbeatSeconds = 30;
/** With the 30 s for which a session is believed, a revocation ends a socket within the minute that is promised. */
const sessionCheckSeconds = 25;

export async function createApp(parts: AppParts): Promise<App> {
  const { settings, database } = parts;
  const log = parts.log ?? createLog({ level: settings.logLevel });
  const now = parts.now ?? Date.now;
  const randomBytes = parts.randomBytes ?? systemRandomBytes;
  const newId = idSource(now, parts.randomBytes ?? pooledRandomBytes());
  const { version } = JSON.parse(readFileSync(resolve(repositoryRoot, 'package.json'), 'utf8')) as { version: string };

  const metrics = createMetrics();
  const notices = createNotices(database, log);
  const live = createLive(database, notices);
  const jobs = createJobs({ database, live, log, metrics, connections: queueConnections });
  const storage = diskStorage(settings.filesDirectory);
  const files = createFiles({ storage, database, jobs });
  const mail = createMail(settings, now);
  const uploadDirectory = join(settings.dataDirectory, 'uploads');

  const composed = composeFeatures({ settings, database, log, metrics, notices, live, jobs, storage, files, mail, now, newId, randomBytes, version }, parts.outside);
  const { authenticator, identity } = composed;
  const http = await createHttp({ settings, log, metrics, authenticator, rateLimits: memoryRateLimits(), idempotency: createIdempotency(database, now), uploadDirectory, newId, now, strict: parts.strict ?? false });
  composed.register(http);
  registerDocs(http, { version, publicUrl: settings.publicUrl, sessionCookie: identity.cookie.name, features });
  await registerLiveSocket(http, { live, authenticator, log, heartbeatSeconds, sessionCheckSeconds });
  registerPages(http, { directory: parts.webDirectory ?? resolve(repositoryRoot, 'web/dist'), publicUrl: settings.publicUrl });

  jobs.chore('platform.sweep', '47 * * * *', async () => {
    await sweepRows(database, (await composed.organisations.all()).map(({ id }) => id), now());
    const removed = { files: await files.sweep(now()), uploads: await sweepUploads(uploadDirectory, now()) };
    log.info(removed, 'swept');
  });
  metrics.gauge('live_sockets', 'Open pages that hear of events', () => live.subscriberCount());
  metrics.gauge('database_connections', 'Connections of the pool', () => database.pool.totalCount);
  metrics.gauge('database_connections_idle', 'Connections of the pool that wait for work', () => database.pool.idleCount);
  metrics.gauge('database_requests_waiting', 'Transactions that wait for a connection', () => database.pool.waitingCount);

  const { fastify } = http;
  return {
    log, http, jobs, live, storage, authenticator, features: composed,
    async start() {
      await Promise.all([notices.start(), jobs.start({ work: settings.runs.worker })]);
      if (!settings.runs.api) return undefined;
      await fastify.listen({ port: settings.port, host: settings.host });
      composed.warm();
      // Loaded in the background: the first person to sign in should not wait for it, nor the start.
      identity.accounts.warm().catch((error: unknown) => log.warn({ error }, 'accounts could not be warmed up'));
      const address = fastify.server.address();
      return settings.port === 0 && typeof address === 'object' && address !== null ? `http://localhost:${address.port}` : settings.publicUrl;
    },
    async close() {
      await fastify.close();
      await jobs.stop(jobGraceSeconds);
      await composed.close();
      await notices.stop();
      mail.close();
    },
  };
}
