/** The platform's HTTP server without features: for tests of what holds for every endpoint. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttp, type Http, type HttpParts } from '../platform/http/http.ts';
import { createIdempotency } from '../platform/http/idempotency.ts';
import type { Authenticator, Person } from '../platform/http/person.ts';
import { memoryRateLimits } from '../platform/http/rate-limit.ts';
import { idSource } from '../platform/ids.ts';
import { createLog } from '../platform/log/log.ts';
import { createMetrics } from '../platform/metrics/metrics.ts';
import { readSettings, type Settings } from '../platform/settings.ts';
import type { Database } from '../platform/database/database.ts';
import { testSecret } from './test-secret.ts';

/** Everybody who shows `Bearer <their user id>` is who they say. */
export function trustingAuthenticator(people: readonly Person[]): Authenticator {
  return {
    authenticate: async ({ headers }) => people.find(({ userId }) => headers.authorization === `Bearer ${userId}` || headers.cookie === `session=${userId}`) ?? null,
    stillSignedIn: async () => true,
  };
}

export interface TestHttp extends Http {
  readonly settings: Settings;
  readonly logged: string[];
  readonly clock: { milliseconds: number };
  readonly uploadDirectory: string;
  close(): Promise<void>;
}

export interface TestHttpOptions extends Partial<Pick<HttpParts, 'authenticator' | 'strict' | 'timeouts'>> {
  readonly people?: readonly Person[];
  readonly environment?: Record<string, string>;
  readonly database?: Database;
}

export async function testHttp(options: TestHttpOptions = {}): Promise<TestHttp> {
  const directory = mkdtempSync(join(tmpdir(), 'cairn-http-'));
  const settings = readSettings({ CAIRN_DATA_DIR: directory, CAIRN_SECRET: testSecret, ...options.environment });
  const logged: string[] = [];
  const clock = { milliseconds: Date.UTC(2026, 0, 5) };
  const now = () => clock.milliseconds;
  const uploadDirectory = join(directory, 'uploads');
  const http = await createHttp({
    settings, uploadDirectory, now,
    log: createLog({ level: 'debug', destination: { write: (line: string) => void logged.push(line) } }),
    metrics: createMetrics(),
    authenticator: options.authenticator ?? trustingAuthenticator(options.people ?? []),
    rateLimits: memoryRateLimits(),
    idempotency: createIdempotency(options.database ?? noDatabase, now),
    newId: idSource(now, randomBytes),
    strict: options.strict ?? true,
    ...(options.timeouts === undefined ? {} : { timeouts: options.timeouts }),
  });
  return {
    ...http, settings, logged, clock, uploadDirectory,
    async close() {
      await http.fastify.close();
      rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

const noDatabase = new Proxy({} as Database, {
  get() {
    throw new Error('This test gave no database');
  },
});
