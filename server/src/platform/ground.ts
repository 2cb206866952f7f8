/** What every process that touches data stands on: a running PostgreSQL, a current schema, connections of a safe role. */
import pg from 'pg';
import { applicationUrl, checkApplicationRole } from './database/application-role.ts';
import { openDatabase, type Database } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { migrationsDirectory } from './database/migration-files.ts';
import { joinPostgres, startPostgres } from './postgres/embedded-postgres.ts';
import type { Settings } from './settings.ts';

export interface Ground {
  readonly database: Database;
  /** Migrations and backups only. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Waits for the statements under way, then stops the database where it is ours. */
  close(): Promise<void>;
}

export interface GroundOptions {
  readonly settings: Settings;
  /** Shown to whoever finds the data folder in use: `serve`, `backup` … */
  readonly command: string;
  /** own: refuse beside another live Cairn on the same data folder; join: use the database that it runs. */
  readonly embedded: 'own' | 'join';
  readonly report: (line: string) => void;
  /** A connection broke; the pool replaces it. */
  readonly onConnectionError: (error: Error) => void;
  /** The embedded database is gone for good. */
  readonly onFailure: (error: Error) => void;
}

export class GroundError extends Error {
  override readonly name = 'GroundError';
}

export interface OpenedPostgres {
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

/** PostgreSQL alone, reachable, with whatever schema is in it. */
export async function openPostgres(options: Omit<GroundOptions, 'onConnectionError'>): Promise<OpenedPostgres> {
  const { settings, command, embedded, report, onFailure } = options;
  const appUrlOf = (ownerUrl: string) => settings.databaseAppUrl ?? applicationUrl(ownerUrl, settings.secret);
  if (settings.databaseUrl !== undefined) {
    await checkReachable(settings.databaseUrl);
    return { ownerUrl: settings.databaseUrl, appUrl: appUrlOf(settings.databaseUrl), stop: () => Promise.resolve() };
  }
  const open = embedded === 'own' ? startPostgres : joinPostgres;
  const running = await open({ dataDirectory: settings.dataDirectory, command, report, onFailure });
  return { ownerUrl: running.ownerUrl, appUrl: appUrlOf(running.ownerUrl), stop: () => running.stop() };
}

export async function openGround(options: GroundOptions): Promise<Ground> {
  const { settings, report, onConnectionError } = options;
  const { ownerUrl, appUrl, stop } = await openPostgres(options);
  let database: Database | undefined;
  const close = async () => {
    try {
      await database?.close();
    } finally {
      await stop();
    }
  };
  try {
    await migrate({ ownerUrl, appUrl, directory: migrationsDirectory, report });
    database = openDatabase({ url: appUrl, connections: settings.databaseConnections, onConnectionError });
    await checkApplicationRole(database.pool);
    return { database, ownerUrl, appUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Says which server did not answer and why, without the password that the address holds. */
async function checkReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new GroundError(`The database in DATABASE_URL (${client.user ?? '?'} at ${client.host}:${client.port}, database ${client.database ?? '?'}) cannot be used: ${message === '' ? code ?? 'no reason given' : message}. Check the address and that the server runs; without DATABASE_URL Cairn runs a database itself.`, { cause: error });
  } finally {
    await client.end();
  }
}
