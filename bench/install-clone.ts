import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPointer } from '../server/src/platform/postgres/database-home.ts';
import { repositoryRoot } from './installation.ts';
import type { BenchRow } from './row.ts';

const mostMinutes = 15;

/** What a newcomer waits for: `git clone`, then `npm start` until it serves. npm's own cache is as the machine has it. */
export async function measureClone(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-clone-'));
  const clone = join(folder, 'cairn');
  const env = { PATH: pathWithoutOurs(), HOME: process.env['HOME'] ?? folder, PORT: String(await freePort()) };
  let server: ChildProcess | undefined;
  try {
    const began = performance.now();
    const cloned = spawnSync('git', ['clone', '--quiet', `file://${repositoryRoot}`, clone], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (cloned.status !== 0) throw new Error(`git clone exited with ${String(cloned.status)}`);
    server = spawn('npm', ['start'], { cwd: clone, env, detached: true, stdio: ['ignore', 'ignore', 'inherit'] });
    await untilServed(`http://localhost:${env.PORT}/`, server);
    return [{ id: 'install.clone-to-served-s', label: 'From git clone to served: s', value: (performance.now() - began) / 1000, bar: null, lowerIsBetter: true, n: 1 }];
  } finally {
    if (server !== undefined) await interrupt(server);
    const pointer = join(clone, '.cairn/postgres.json');
    const home = existsSync(pointer) ? readPointer(pointer)?.home : undefined;
    for (const left of [home, folder]) if (left !== undefined) rmSync(left, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function pathWithoutOurs(): string {
  return (process.env['PATH'] ?? '').split(':').filter((entry) => !entry.includes('node_modules')).join(':');
}

async function untilServed(address: string, server: ChildProcess): Promise<void> {
  for (const until = performance.now() + mostMinutes * 60_000; performance.now() < until; await sleep(50)) {
    if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode} before it served`);
    const page = await fetch(address).then((response) => (response.ok ? response.text() : ''), () => '');
    if (page.includes('<div id="root">')) return;
  }
  throw new Error(`npm start did not serve within ${mostMinutes} minutes`);
}

/** Ctrl-C in a terminal reaches the whole group. */
async function interrupt(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const ended = new Promise<void>((resolve) => { server.once('exit', () => { resolve(); }); });
  process.kill(-server.pid, 'SIGINT');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}
