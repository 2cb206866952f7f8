/** Brings the database to the state that this version of Cairn expects, as its owner. */
import pg from 'pg';
import { ensureApplicationRole } from './application-role.ts';
import { MigrationError } from './migration-error.ts';
import { pendingMigrations, readMigrations, type AppliedMigration, type MigrationFile } from './migration-files.ts';
import { migrateQueueSchema, queueSchemaIsCurrent } from './queue-schema.ts';

export interface MigrateOptions {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly directory: string;
  readonly report: (line: string) => void;
  /** Number of the last file to apply; a restore stops where its backup did. */
  readonly upTo?: number;
}

/** Any number that nothing else on this database locks; two migrators take turns. */
const lockNumber = 4_120_260_001;
const oldestServer = 150_000;

/** Answers the names of the files that were applied now. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { upTo = Infinity } = options;
  const files = readMigrations(options.directory);
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'cairn migrate' });
  await client.connect();
  try {
    await checkServer(client);
    await ensureApplicationRole(client, options.appUrl);
    if (pendingUpTo(upTo, files, await appliedMigrations(client)).length === 0 && (await queueSchemaIsCurrent(client))) return [];
    return await migrateLocked(client, files, upTo, options.report);
  } finally {
    await client.end();
  }
}

async function migrateLocked(client: pg.Client, files: readonly MigrationFile[], upTo: number, report: (line: string) => void): Promise<string[]> {
  const free = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockNumber]);
  if (free.rows[0]?.taken !== true) {
    report('Waiting for another process that is preparing the database');
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
  }
  try {
    // An owner that is bound by row security would change no row and notice nothing: better an error.
    await client.query('set row_security = off');
    await client.query(`
      create schema if not exists cairn;
      create table if not exists cairn.migrations (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`);
    const pending = pendingUpTo(upTo, files, await appliedMigrations(client));
    for (const file of pending) await apply(client, file);
    await migrateQueueSchema(client);
    if (pending.length > 0) report(`Database prepared: ${pending.length} ${pending.length === 1 ? 'migration' : 'migrations'} applied`);
    return pending.map((file) => file.name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockNumber]);
  }
}

function pendingUpTo(last: number, files: readonly MigrationFile[], applied: readonly AppliedMigration[]): MigrationFile[] {
  return pendingMigrations(files, applied).filter(({ number }) => number <= last);
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query('insert into cairn.migrations (number, name, checksum) values ($1, $2, $3)', [file.number, file.name, file.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError('failed', `The migration ${file.name} failed${lineOf(file, error)}: ${(error as Error).message}. Nothing of it was kept.`, { cause: error });
  }
}

function lineOf(file: MigrationFile, error: unknown): string {
  const position = Number((error as pg.DatabaseError).position);
  return Number.isInteger(position) && position > 0 ? ` in line ${file.sql.slice(0, position).split('\n').length}` : '';
}

export async function appliedMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const table = await client.query<{ present: boolean }>(`select to_regclass('cairn.migrations') is not null as present`);
  if (table.rows[0]?.present !== true) return [];
  return (await client.query<AppliedMigration>('select number, name, checksum from cairn.migrations order by number')).rows;
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(`select current_setting('server_version_num')::integer as number, current_setting('server_version') as version`);
  const server = rows[0];
  if (server === undefined || server.number < oldestServer) throw new MigrationError('old-server', `The server in DATABASE_URL is PostgreSQL ${server?.version}; Cairn needs 15 or newer.`);
}
