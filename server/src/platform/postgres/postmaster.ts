/** The running server process: starting it, knowing it again, stopping it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bareEnvironment } from './cluster.ts';
import { socketName, type DatabaseHome } from './database-home.ts';
import type { NativeBinaries } from './native-binaries.ts';
import { PostgresError } from './postgres-error.ts';
import { commandLine } from './process-identity.ts';

const startLimitSeconds = 300;
const logLimitBytes = 10 * 1024 * 1024;

export interface PidFile {
  readonly pid: number;
  readonly socketDirectory: string;
  readonly ready: boolean;
}

/** What postmaster.pid says (storage/lmgr's pidfile.h: pid, data folder, start, port, socket folder, address, key, status). */
export function readPidFile(cluster: string): PidFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return { pid: Number(lines[0]), socketDirectory: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** The server that runs on this cluster now. A number that another program was given since does not count. */
export function livePostmaster(cluster: string): PidFile | undefined {
  const file = readPidFile(cluster);
  if (file === undefined || !(file.pid > 1)) return undefined;
  return commandLine(file.pid)?.includes(cluster) === true ? file : undefined;
}

/** Stops the server that a killed Cairn left behind, and clears a pid file whose number went to another program. */
export async function stopOrphan(cluster: string, report: (line: string) => void): Promise<void> {
  const orphan = livePostmaster(cluster);
  if (orphan !== undefined) {
    report('Taking over the database of a Cairn that was killed');
    await stopProcess(orphan.pid, () => livePostmaster(cluster)?.pid === orphan.pid);
    return;
  }
  const file = readPidFile(cluster);
  // PostgreSQL itself tells a dead owner; it only gives up when the number belongs to some other live process.
  if (file !== undefined && commandLine(file.pid) !== undefined) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Fast shutdown; then immediate, which costs a recovery and no data; then the end of patience. */
export async function stopProcess(pid: number, isAlive: () => boolean): Promise<void> {
  for (const [signal, patienceSeconds] of [['SIGINT', 20], ['SIGQUIT', 10], ['SIGKILL', 10]] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      return;
    }
    for (let waited = 0; waited < patienceSeconds * 1000; waited += 10) {
      if (!isAlive()) return;
      await sleep(10);
    }
  }
  throw new PostgresError('failed', `The database process ${pid} does not end. End it by hand: kill -9 ${pid}`);
}

export interface Postmaster {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Settles when the process has ended, however. */
  readonly ended: Promise<string>;
}

export interface StartOptions {
  readonly home: DatabaseHome;
  readonly binaries: NativeBinaries;
  readonly socketDirectory: string;
  readonly logPath: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly report: (line: string) => void;
}

/** Starts the server and waits until it takes connections. */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  const giveUpAt = Date.now() + 15_000;
  for (;;) {
    // Nobody else has this folder. PostgreSQL would believe a leftover whose number went to another program.
    rmSync(join(options.socketDirectory, `${socketName}.lock`), { force: true });
    const postmaster = launch(options);
    try {
      await untilReady(postmaster, options);
      return postmaster;
    } catch (error) {
      // Children of a server that was killed notice within moments; until then they hold its shared memory.
      const held = error instanceof PostgresError && /pre-existing shared memory block|lock file ".*" already exists/.test(error.message);
      if (!held || Date.now() > giveUpAt) throw error;
      await sleep(100);
    }
  }
}

function launch(options: StartOptions): Postmaster {
  const { home, binaries, socketDirectory, logPath } = options;
  if (existsSync(logPath) && statSync(logPath).size > logLimitBytes) renameSync(logPath, `${logPath}.1`);
  const log = openSync(logPath, 'a', 0o600);
  const settings = { ...options.settings, listen_addresses: '', unix_socket_directories: socketDirectory, unix_socket_permissions: '0700' };
  const parameters = ['-D', home.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // A session of its own: Ctrl-C reaches the whole group of the terminal, and the database must outlive our last query.
  const child = spawn(join(binaries.directory, 'bin', 'postgres'), parameters, {
    cwd: '/', env: bareEnvironment, detached: true, stdio: ['ignore', log, log], ...(home.account && { uid: home.account.uid, gid: home.account.gid }),
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { process: child, pid: child.pid ?? 0, ended };
}

async function untilReady(postmaster: Postmaster, options: StartOptions): Promise<void> {
  const started = Date.now();
  const logBefore = statSync(options.logPath).size;
  let end: string | undefined;
  void postmaster.ended.then((how) => { end = how; });
  let told = false;
  for (;;) {
    const file = readPidFile(options.home.cluster);
    if (file?.pid === postmaster.pid && file.ready) return;
    if (end !== undefined) throw new PostgresError('failed', `The database did not start (${end}). ${options.logPath} says:\n${readFileSync(options.logPath).subarray(logBefore).toString().trim().split('\n').slice(-12).join('\n')}`);
    const seconds = (Date.now() - started) / 1000;
    if (seconds > startLimitSeconds) {
      postmaster.process.kill('SIGQUIT');
      throw new PostgresError('failed', `The database was not ready after ${startLimitSeconds} seconds. See ${options.logPath}`);
    }
    if (seconds > 2 && !told) {
      told = true;
      options.report('The database is recovering from an unclean stop');
    }
    await sleep(5);
  }
}
