import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newInstallation, watch, type Installation } from '../server/src/test-support/serving.ts';

const root = resolve(import.meta.dirname, '..');
/** The pages may have to be built first. */
const patienceMilliseconds = 180_000;

let installation: Installation;
beforeAll(() => { installation = newInstallation(); });
afterAll(() => installation.remove());

const npmStart = () => watch(spawn('npm', ['start'], { cwd: root, env: { ...installation.environment(), npm_config_loglevel: 'silent' }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }));
const ready = /ready after [\d.]+ s:\s+(http:\/\/localhost:\d+)/;
const isServed = (address: string) => fetch(`${address}/api/v1/health`).then(() => true, () => false);

test.each<[string, (pid: number) => void]>([
  ['Ctrl-C, which reaches the whole group', (pid) => process.kill(-pid, 'SIGINT')],
  ['SIGINT to npm alone', (pid) => process.kill(pid, 'SIGINT')],
  ['SIGTERM to npm alone, which npm passes to its shell only', (pid) => process.kill(pid, 'SIGTERM')],
])('npm start stops with its database on %s', { timeout: patienceMilliseconds }, async (_what, stop) => {
  const running = npmStart();
  const [, address = ''] = await running.says(ready);
  expect(await isServed(address)).toBe(true);
  const group = spawnSync('ps', ['-o', 'pid=', '-g', String(running.pid)], { encoding: 'utf8' }).stdout.trim();
  stop(running.pid);
  await running.ended;
  for (let waited = 0; installation.databasePid() !== undefined && waited < 10_000; waited += 50) await new Promise((soon) => { setTimeout(soon, 50); });
  expect(installation.databasePid()).toBeUndefined();
  expect(await isServed(address)).toBe(false);
  expect(group).not.toBe('');
});
