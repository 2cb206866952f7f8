/** A whole Cairn with data of its own in a temporary folder, served by the same command that people use. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPointer } from '../server/src/platform/postgres/database-home.ts';
import { livePostmaster } from '../server/src/platform/postgres/postmaster.ts';

export const repositoryRoot = resolve(import.meta.dirname, '..');

const startSeconds = 120;
const stopSeconds = 30;

export interface Installation {
  readonly dataDirectory: string;
  /** Variables for a process of this installation; nothing of the environment that the bench runs in. */
  environment(changes?: Readonly<Record<string, string>>): Record<string, string>;
  serve(options?: ServeOptions): Promise<Serving>;
  /** The database's process, while there is one. */
  databasePid(): number | undefined;
  /** Stops what is left and deletes everything. */
  remove(): Promise<void>;
}

export interface ServeOptions {
  /** For node itself, such as `--import`. */
  readonly nodeOptions?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Serving {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly address: string;
  /** Of the demo college, by role. */
  readonly signIns: ReadonlyMap<string, { readonly email: string; readonly password: string }>;
  /** From starting the process to its being ready, as a person waits for it. */
  readonly secondsToReady: number;
  stop(): Promise<void>;
}

export function newInstallation(): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  const dataDirectory = join(folder, 'data');
  const pointerPath = join(dataDirectory, 'postgres.json');
  const pointer = () => (existsSync(pointerPath) ? readPointer(pointerPath) : undefined);
  const started: Serving[] = [];
  const environment = (changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    PATH: `${join(repositoryRoot, 'node_modules/.bin')}:/usr/local/bin:/usr/bin:/bin`, HOME: folder,
    // Empty wins over a .env file of whoever measures.
    DATABASE_URL: '', DATABASE_APP_URL: '', SMTP_URL: '', CAIRN_PUBLIC_URL: '', HOST: '', CAIRN_DEMO: '1', CAIRN_DATA_DIR: dataDirectory, PORT: '0', ...changes,
  });
  return {
    dataDirectory, environment,
    async serve(options = {}) {
      const serving = await startServing(join(folder, `serve-${started.length}.log`), environment(options.environment), options.nodeOptions ?? []);
      started.push(serving);
      return serving;
    },
    databasePid() {
      const home = pointer()?.home;
      return home === undefined ? undefined : livePostmaster(join(home, 'cluster'))?.pid;
    },
    async remove() {
      for (const serving of started) await serving.stop();
      const home = pointer()?.home;
      if (home !== undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** What it prints goes to a file: reading it through a pipe would take time from what is measured. */
async function startServing(logFile: string, env: Record<string, string>, nodeOptions: readonly string[]): Promise<Serving> {
  const log = openSync(logFile, 'a');
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, join(repositoryRoot, 'server/src/cli.ts'), 'serve'], { env, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  const address = await saying(child, logFile, /ready after [\d.]+ s:\s+(http:\/\/localhost:\d+)/);
  const secondsToReady = (performance.now() - began) / 1000;
  await saying(child, logFile, /Ctrl-C stops/);
  const signIns = [...readFileSync(logFile, 'utf8').matchAll(/^ {2}(\w+) +(\S+@\S+) +(\S+)$/gm)].map(([, role = '', email = '', password = '']) => [role, { email, password }] as const);
  return { child, pid: child.pid ?? 0, address, signIns: new Map(signIns), secondsToReady, stop: () => stop(child) };
}

async function saying(child: ChildProcess, logFile: string, pattern: RegExp): Promise<string> {
  for (const until = performance.now() + startSeconds * 1000; performance.now() < until; await sleep(10)) {
    const said = readFileSync(logFile, 'utf8');
    const found = pattern.exec(said);
    if (found) return found[1] ?? '';
    if (child.exitCode !== null) throw new Error(`Cairn ended with ${child.exitCode} instead of serving:\n${said}`);
  }
  child.kill('SIGKILL');
  throw new Error(`Cairn was not ready after ${startSeconds} s`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolveEnd) => { child.once('exit', () => { resolveEnd(); }); });
  child.kill('SIGINT');
  const killer = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000);
  await ended;
  clearTimeout(killer);
}
