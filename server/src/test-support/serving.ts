/** A whole Cairn in a process of its own, with a database of its own, that can be killed like a real one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readPointer } from '../platform/postgres/database-home.ts';
import { livePostmaster } from '../platform/postgres/postmaster.ts';

export interface Installation {
  readonly dataDirectory: string;
  /** Variables for a process of this installation; nothing of the environment that the tests run in. */
  environment(changes?: Record<string, string>): NodeJS.ProcessEnv;
  /** Runs `node` on a script of the repository, such as server/src/cli.ts. */
  run(script: string, parameters?: readonly string[], changes?: Record<string, string>, how?: { readonly detached?: boolean }): Running;
  /** The database's process, while there is one. */
  databasePid(): number | undefined;
  /** Kills what is left and deletes everything. */
  remove(): Promise<void>;
}

export interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Everything printed so far, on both outputs. */
  printed(): string;
  /** Settles with what `pattern` found as soon as it was printed; fails when the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

const root = resolve(import.meta.dirname, '../../..');

export function newInstallation(): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-installation-'));
  const dataDirectory = join(folder, 'data');
  const started: Running[] = [];
  const pointer = () => (existsSync(join(dataDirectory, 'postgres.json')) ? readPointer(join(dataDirectory, 'postgres.json')) : undefined);
  const environment = (changes: Record<string, string> = {}): NodeJS.ProcessEnv => ({
    PATH: `${join(root, 'node_modules/.bin')}:/usr/local/bin:/usr/bin:/bin`, HOME: folder,
    // Empty wins over a .env file of whoever runs the tests.
    DATABASE_URL: '', DATABASE_APP_URL: '', SMTP_URL: '', CAIRN_PUBLIC_URL: '', HOST: '',
    CAIRN_DATA_DIR: dataDirectory, PORT: '0', CAIRN_DEMO: '0', CAIRN_LOG_LEVEL: 'error', ...changes,
  });
  const databasePid = () => {
    const found = pointer();
    return found === undefined ? undefined : livePostmaster(join(found.home, 'cluster'))?.pid;
  };
  return {
    dataDirectory, environment, databasePid,
    run(script, parameters = [], changes = {}, how = {}) {
      const running = watch(spawn(process.execPath, [join(root, script), ...parameters], { cwd: folder, env: environment(changes), stdio: ['ignore', 'pipe', 'pipe'], ...how }));
      started.push(running);
      return running;
    },
    async remove() {
      for (const { child, ended } of started) {
        child.kill('SIGKILL');
        await ended;
      }
      const pid = databasePid();
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      const home = pointer()?.home;
      if (home !== undefined && home !== dataDirectory) rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

export function watch(child: ChildProcess): Running {
  let printed = '';
  let end: number | NodeJS.Signals | undefined;
  const listeners = new Set<() => void>();
  const tell = () => { for (const listener of listeners) listener(); };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    tell();
  });
  const ended = new Promise<number | NodeJS.Signals>((settle) => {
    child.on('close', (code, signal) => {
      end = code ?? signal ?? 'SIGKILL';
      settle(end);
      tell();
    });
  });
  return {
    child, pid: child.pid ?? 0, ended,
    printed: () => printed,
    says: (pattern) => new Promise((settle, reject) => {
      const look = () => {
        const match = pattern.exec(printed);
        if (match === null && end === undefined) return;
        listeners.delete(look);
        if (match === null) reject(new Error(`It ended (${end}) without saying ${pattern}. It said:\n${printed}`));
        else settle(match);
      };
      listeners.add(look);
      look();
    }),
  };
}
