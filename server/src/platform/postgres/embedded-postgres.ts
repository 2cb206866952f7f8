/**
 * The PostgreSQL that Cairn runs itself. One live Cairn owns the database of a data folder; others on the same machine
 * (a backup, a worker) join it while the owner serves.
 */
import { existsSync, renameSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { checkMajorVersion, clusterExists, createCluster, ownerName } from './cluster.ts';
import { closeSocketDirectory, newPassword, openHome, openSocketDirectory, readPointer, writePointer, type DatabaseHome, type Pointer } from './database-home.ts';
import { embeddedSettings } from './memory-settings.ts';
import { completeLinks, copyBinaries, installedBinaries, type NativeBinaries } from './native-binaries.ts';
import { lockOwner, takeLock, type LockOwner } from './owner-lock.ts';
import { PostgresError } from './postgres-error.ts';
import { livePostmaster, startPostmaster, stopOrphan, stopProcess, type Postmaster } from './postmaster.ts';

export interface EmbeddedOptions {
  readonly dataDirectory: string;
  /** What this process does, for the message that another one shows: `serve`, `backup` … */
  readonly command: string;
  readonly report: (line: string) => void;
  /** The server ended by itself and could not be started again. */
  readonly onFailure: (error: Error) => void;
  /** Parent of the homes that root's databases get. */
  readonly rootHomes?: string;
  /** Over the settings chosen for this machine; tests turn durability off. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
  /** Connection as the owner. */
  readonly ownerUrl: string;
  /** False: another live Cairn owns the server, which goes when that one stops. */
  readonly owned: boolean;
  /** The server's process where it is ours; it changes when the server had to be started again. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const databaseName = 'cairn';
const defaultRootHomes = '/var/lib/cairn';

/** Starts the server and owns it, or refuses with PostgresError `already-running`. */
export async function startPostgres(options: EmbeddedOptions): Promise<RunningPostgres> {
  const home = openHome(options.dataDirectory, options.rootHomes ?? defaultRootHomes);
  const lock = await takeLock(home.directory, options.command);
  if (!lock.taken) throw alreadyRunning(lock.owner, options.dataDirectory);
  try {
    return await startOwned(home, options, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Uses the server that a live Cairn runs on this data folder, or starts and owns it when none does. */
export async function joinPostgres(options: EmbeddedOptions): Promise<RunningPostgres> {
  const home = openHome(options.dataDirectory, options.rootHomes ?? defaultRootHomes);
  const owner = lockOwner(home.directory);
  if (owner === undefined) return startPostgres(options);
  for (let waited = 0; waited < 30_000; waited += 50) {
    const server = livePostmaster(home.cluster);
    const pointer = readPointer(home.pointerPath);
    if (server?.ready === true && pointer?.ready === true) {
      return { ownerUrl: urlOf(server.socketDirectory, pointer.ownerPassword, databaseName), owned: false, pid: () => undefined, stop: () => Promise.resolve() };
    }
    if (lockOwner(home.directory) === undefined) return startPostgres(options);
    await sleep(50);
  }
  throw new PostgresError('failed', `Cairn is starting (${describe(owner)}) but its database was not ready after 30 seconds. Try again.`);
}

async function startOwned(home: DatabaseHome, options: EmbeddedOptions, release: () => void): Promise<RunningPostgres> {
  const binaries = prepareBinaries(home);
  if (clusterExists(home)) await stopOrphan(home.cluster, options.report);
  let pointer = readPointer(home.pointerPath);
  if (pointer === undefined) {
    setAsideLeftover(home, options.report);
    pointer = writePointer(home, { ownerPassword: newPassword(), ready: false });
  }
  if (clusterExists(home)) checkMajorVersion(home, binaries);
  else {
    options.report('Making the database');
    await createCluster(home, binaries, pointer.ownerPassword);
  }
  const socketDirectory = openSocketDirectory(home);
  const start = () => startPostmaster({
    home, binaries, socketDirectory, report: options.report, logPath: join(options.dataDirectory, 'postgres.log'),
    settings: { ...embeddedSettings(totalmem()), ...options.settings },
  });
  const running = await start();
  try {
    if (!pointer.ready) await finishFirstStart(home, pointer, socketDirectory);
  } catch (error) {
    await stopProcess(running.pid, () => running.process.exitCode === null && running.process.signalCode === null);
    throw error;
  }
  const supervised = supervise(running, start, options);
  return {
    ownerUrl: urlOf(socketDirectory, pointer.ownerPassword, databaseName),
    owned: true,
    pid: supervised.pid,
    stop: async () => {
      await supervised.stop();
      closeSocketDirectory(home, socketDirectory);
      release();
    },
  };
}

function prepareBinaries(home: DatabaseHome): NativeBinaries {
  const installed = installedBinaries();
  if (home.account !== undefined) return copyBinaries(installed, join(home.directory, 'native'));
  completeLinks(installed.directory);
  return installed;
}

/** Root's data folder was deleted and made anew: the old database holds somebody's work, but its password is lost. */
function setAsideLeftover(home: DatabaseHome, report: (line: string) => void): void {
  if (!existsSync(home.cluster)) return;
  const aside = `${home.cluster}.left-${new Date().toISOString().replaceAll(':', '-')}`;
  renameSync(home.cluster, aside);
  report(`An older database of this data folder was set aside in ${aside}; delete it when nobody misses it`);
}

async function finishFirstStart(home: DatabaseHome, pointer: Pointer, socketDirectory: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(socketDirectory, pointer.ownerPassword, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
  writePointer(home, { ownerPassword: pointer.ownerPassword, ready: true });
}

/** A database that ends by itself is started again: what was acknowledged is on the disk. Thrice in a minute is a fault. */
function supervise(first: Postmaster, start: () => Promise<Postmaster>, options: EmbeddedOptions): { pid(): number; stop(): Promise<void> } {
  let current = first;
  let stopping = false;
  let restart: Promise<void> = Promise.resolve();
  const restarts: number[] = [];

  const watch = (postmaster: Postmaster): void => {
    void postmaster.ended.then((how) => {
      if (!stopping) restart = again(how);
    });
  };
  const again = async (how: string): Promise<void> => {
    const now = Date.now();
    restarts.push(now);
    if (restarts.filter((time) => now - time < 60_000).length > 3) {
      options.onFailure(new PostgresError('failed', `The database ended three times within a minute (last: ${how}). See ${join(options.dataDirectory, 'postgres.log')}`));
      return;
    }
    options.report(`The database ended (${how}); starting it again`);
    try {
      current = await start();
      options.report('The database is back');
      watch(current);
    } catch (error) {
      options.onFailure(error as Error);
    }
  };
  watch(first);

  return {
    pid: () => current.pid,
    async stop() {
      stopping = true;
      await restart;
      const { process: child, pid } = current;
      if (child.exitCode === null && child.signalCode === null) await stopProcess(pid, () => child.exitCode === null && child.signalCode === null);
    },
  };
}

function urlOf(socketDirectory: string, password: string, database: string): string {
  return `postgresql://${ownerName}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(socketDirectory)}`;
}

function describe(owner: LockOwner): string {
  return `process ${owner.pid}, "cairn ${owner.command}"`;
}

function alreadyRunning(owner: LockOwner, dataDirectory: string): PostgresError {
  return new PostgresError('already-running', `Cairn is already running on the data folder ${dataDirectory} (${describe(owner)}). Stop that one first, or set CAIRN_DATA_DIR and PORT to run a second one beside it.`);
}
