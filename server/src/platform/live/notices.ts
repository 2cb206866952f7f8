/** PostgreSQL's NOTIFY, heard on one connection of its own that comes back when it breaks. */
import pg from 'pg';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';

export interface Notices {
  /** Hears what `select pg_notify(channel, payload)` says once its transaction has committed. Before `start`. */
  on(channel: string, hear: (payload: string) => void): void;
  /** The connection is back after a time in which notices were lost: whatever hung on them must be looked up. */
  onGap(hear: () => void): void;
  /** Throws when the first connection fails; later ones are tried for as long as it takes. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const firstWaitMilliseconds = 250;
const longestWaitMilliseconds = 15_000;
/** A connection that a firewall forgot says nothing by itself. */
const heartbeatMilliseconds = 20_000;

export function createNotices(database: Database, log: Log): Notices {
  const channels = new Map<string, ((payload: string) => void)[]>();
  const gaps: (() => void)[] = [];
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wait = firstWaitMilliseconds;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: database.pool.options.connectionString, application_name: 'cairn notices', keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
    fresh.on('notification', ({ channel, payload }) => {
      for (const hear of channels.get(channel) ?? []) hear(payload ?? '');
    });
    fresh.on('error', (error) => lost(fresh, error));
    fresh.on('end', () => lost(fresh, new Error('The database closed the connection')));
    try {
      await fresh.connect();
      await fresh.query([...channels.keys()].map((channel) => `listen ${pg.escapeIdentifier(channel)}`).join(';'));
    } catch (error) {
      abandon(fresh);
      throw error;
    }
    client = fresh;
    wait = firstWaitMilliseconds;
    beatLater(fresh);
  }

  function beatLater(beating: pg.Client): void {
    timer = setTimeout(() => {
      beating.query('select 1').then(() => {
        if (client === beating) beatLater(beating);
      }, (error: Error) => lost(beating, error));
    }, heartbeatMilliseconds);
    timer.unref();
  }

  function lost(which: pg.Client, error: Error): void {
    if (stopped || client !== which) return;
    client = undefined;
    clearTimeout(timer);
    log.warn({ error }, 'the connection for notices broke');
    abandon(which);
    again();
  }

  function again(): void {
    timer = setTimeout(() => {
      connect().then(() => gaps.forEach((hear) => hear()), (error: Error) => {
        log.warn({ error }, 'the connection for notices could not be made again');
        if (!stopped) again();
      });
    }, wait);
    wait = Math.min(longestWaitMilliseconds, wait * 2);
  }

  /** Its end may fail in turn, which tells nothing new. */
  function abandon(which: pg.Client): void {
    which.end().catch((error: unknown) => log.debug({ error }, 'a broken connection could not be ended'));
  }

  return {
    on: (channel, hear) => void channels.set(channel, [...(channels.get(channel) ?? []), hear]),
    onGap: (hear) => void gaps.push(hear),
    start: connect,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
      client = undefined;
    },
  };
}
