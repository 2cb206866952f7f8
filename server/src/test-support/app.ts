/** The real application on a real database, and a client that speaks to it as somebody. */
import type { LightMyRequestResponse } from 'fastify';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp, type App, type AppParts } from '../app.ts';
import { createReadingPool, type ReadingPool } from '../features/resume/index.ts';
import { readKnown, type Known } from '../known.ts';
import { createLog } from '../platform/log/log.ts';
import { readSettings, type Settings } from '../platform/settings.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { createFactories, type Factories, type TestPerson } from './factories.ts';
import { testSecret } from './test-secret.ts';

export interface Answered {
  readonly status: number;
  readonly headers: LightMyRequestResponse['headers'];
  /** Parsed where it is JSON, else the text; undefined where there is none. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test that looks at the wrong place fails
  readonly body: any;
  readonly bytes: Buffer;
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
}

export interface Api {
  get(path: string, options?: SendOptions): Promise<Answered>;
  post(path: string, body?: unknown, options?: SendOptions): Promise<Answered>;
  put(path: string, body?: unknown, options?: SendOptions): Promise<Answered>;
  patch(path: string, body?: unknown, options?: SendOptions): Promise<Answered>;
  delete(path: string, body?: unknown, options?: SendOptions): Promise<Answered>;
  /** POST as multipart. */
  upload(path: string, files: Readonly<Record<string, { readonly name: string; readonly content: string | Uint8Array; readonly type?: string }>>, options?: SendOptions & { readonly fields?: Readonly<Record<string, string>> }): Promise<Answered>;
}

export interface TestApp {
  readonly app: App;
  readonly settings: Settings;
  readonly held: TestDatabase;
  readonly clock: { milliseconds: number };
  readonly logged: readonly string[];
  readonly make: Factories;
  readonly anonymous: Api;
  as(person: TestPerson): Api;
  /** Waits until every job that is due has been done. */
  jobsDone(): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Also works on jobs, as the real process does. */
  readonly work?: boolean;
  /** Answers at the address of its settings, with events for open pages, as the real process does. */
  readonly served?: boolean;
  /** Adds to the application before it starts, such as a job of the test's own. */
  readonly before?: (app: App) => void;
  /** The built pages; none by default. */
  readonly webDirectory?: string;
  readonly outside?: AppParts['outside'];
}

let known: Known | undefined;
let readingPool: ReadingPool | undefined;
/** As many as the real process has. */
const readingProcesses = 2;

/** The applications of a process share them, one after the other; they end with it, which vitest ends by a signal. */
function readingProcessesOfAll(): ReadingPool {
  if (readingPool === undefined) {
    readingPool = createReadingPool({ size: readingProcesses });
    process.once('SIGTERM', () => process.exit());
  }
  return readingPool;
}

export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const directory = mkdtempSync(join(tmpdir(), 'cairn-app-'));
  const held = await testDatabase();
  const settings = readSettings({ CAIRN_DATA_DIR: directory, CAIRN_SECRET: testSecret, CAIRN_DEMO: '0', CAIRN_RATE_PERSON: '100000/1s', CAIRN_RATE_PERSON_BURST: '100000', CAIRN_RATE_ADDRESS: '100000/1s', CAIRN_RATE_SIGN_IN: '100000/1s', CAIRN_RATE_SIGN_IN_ADDRESS: '100000/1s', CAIRN_RATE_UPLOAD: '100000/1s', CAIRN_RATE_AI: '100000/1s', CAIRN_PROCESS: options.work === true ? 'all' : 'api', ...options.environment });
  const logged: string[] = [];
  // Starts at the real time, since PostgreSQL's own clock is not ours to set.
  const clock = { milliseconds: Date.now() };
  const app = await createApp({
    settings, randomBytes, strict: true,
    database: held.database,
    now: () => clock.milliseconds,
    log: createLog({ level: 'debug', destination: { write: (line: string) => void logged.push(line) } }),
    webDirectory: options.webDirectory ?? join(directory, 'no-pages'),
    // The first file of a test waits for the reading processes to start.
    outside: {
      uploadWaitMilliseconds: 30_000,
      known: (known ??= readKnown()),
      readingPool: { read: (bytes, name) => readingProcessesOfAll().read(bytes, name) },
      ...options.outside,
    },
  });
  options.before?.(app);
  if (options.served === true) await app.start();
  else {
    await app.jobs.start({ work: options.work ?? false });
    await app.http.fastify.ready();
  }
  const make = createFactories({ app, database: held.database, now: () => clock.milliseconds });
  return {
    app, settings, held, clock, logged, make,
    anonymous: apiOf(app, {}),
    as: (person) => apiOf(app, { authorization: `Bearer ${person.accessToken}` }),
    jobsDone: () => jobsDone(held.database),
    async close() {
      await app.close();
      await held.close();
      rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

function apiOf(app: App, credentials: Record<string, string>): Api {
  async function send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload: string | Buffer | undefined, contentType: string | undefined, { headers, query }: SendOptions = {}): Promise<Answered> {
    const url = path.startsWith('/api/') ? path : `/api/v1${path}`;
    const response = await app.http.fastify.inject({
      method, url,
      ...(query === undefined ? {} : { query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])) }),
      headers: { ...credentials, ...(contentType === undefined ? {} : { 'content-type': contentType }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: response.statusCode, headers: response.headers, body: bodyOf(response), bytes: response.rawPayload };
  }
  const json = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE') => (path: string, body?: unknown, options?: SendOptions) =>
    send(method, path, body === undefined ? undefined : JSON.stringify(body), body === undefined ? undefined : 'application/json', options);
  return {
    get: (path, options) => send('GET', path, undefined, undefined, options),
    post: json('POST'),
    put: json('PUT'),
    patch: json('PATCH'),
    delete: json('DELETE'),
    async upload(path, files, options = {}) {
      const { contentType, payload } = await multipart(files, options.fields ?? {});
      return send('POST', path, payload, contentType, options);
    },
  };
}

export async function multipart(files: Parameters<Api['upload']>[1], fields: Readonly<Record<string, string>>): Promise<{ contentType: string; payload: Buffer }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [field, { name, content, type }] of Object.entries(files)) form.append(field, new Blob([content as Uint8Array<ArrayBuffer>], { type: type ?? 'application/octet-stream' }), name);
  const encoded = new Response(form);
  return { contentType: encoded.headers.get('content-type') ?? '', payload: Buffer.from(await encoded.arrayBuffer()) };
}

function bodyOf(response: LightMyRequestResponse): unknown {
  if (response.body === '') return undefined;
  return /json/.test(String(response.headers['content-type'])) ? JSON.parse(response.body) : response.body;
}

const longestWaitMilliseconds = 30_000;

async function jobsDone(database: TestDatabase['database']): Promise<void> {
  const until = performance.now() + longestWaitMilliseconds;
  for (;;) {
    const { rows } = await database.pool.query<{ waiting: number }>(`select count(*) as waiting from pgboss.job where state in ('created', 'active') or (state = 'retry' and start_after < now() + interval '5 seconds')`);
    if (rows[0]?.waiting === 0) return;
    if (performance.now() > until) throw new Error(`${rows[0]?.waiting} jobs are still not done`);
    await sleep(20);
  }
}
