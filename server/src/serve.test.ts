import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newInstallation, type Installation, type Running } from './test-support/serving.ts';

let installation: Installation;
beforeAll(() => { installation = newInstallation(); });
afterAll(() => installation.remove());

const serve = (changes: Record<string, string> = {}) => installation.run('server/src/cli.ts', ['serve'], changes);
const ready = /ready after [\d.]+ s:\s+(http:\/\/localhost:\d+)/;
const health = async (address: string): Promise<boolean> => ((await (await fetch(`${address}/api/v1/health`)).json()) as { ok: boolean }).ok;
async function eventually(look: () => Promise<void> | void, patienceMilliseconds = 15_000): Promise<void> {
  for (const until = Date.now() + patienceMilliseconds; ;) {
    try {
      await look();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((soon) => { setTimeout(soon, 50); });
    }
  }
}

/** The one that the test before has left running, or a new one. */
let running: { readonly serving: Running; readonly address: string } | undefined;
async function alreadyServing(): Promise<{ serving: Running; address: string }> {
  if (running === undefined) {
    const serving = serve();
    const [, address = ''] = await serving.says(ready);
    running = { serving, address };
    void serving.ended.then(() => { running = undefined; });
  }
  return running;
}

describe('a serving process', () => {
  async function stopsOn(signal: NodeJS.Signals): Promise<void> {
    const { serving, address } = await alreadyServing();
    expect(await health(address)).toBe(true);
    expect(installation.databasePid()).toBeGreaterThan(0);
    serving.child.kill(signal);
    // npm passes Ctrl-C on to a process that has it from the terminal already.
    serving.child.kill(signal);
    expect(await serving.ended).toBe(0);
    expect(installation.databasePid()).toBeUndefined();
    await expect(fetch(address)).rejects.toThrow();
  }

  test('makes what is missing, answers, and on SIGINT stops with its database and exit code 0', () => stopsOn('SIGINT'));

  test('stops as cleanly when asked while it is still starting', async () => {
    const serving = serve();
    await eventually(() => expect(installation.databasePid()).toBeGreaterThan(0));
    serving.child.kill('SIGINT');
    expect(await serving.ended).toBe(0);
    expect(installation.databasePid()).toBeUndefined();
  });

  test('refuses to be the second on a data folder, and leaves the first alone', async () => {
    const { serving: first, address } = await alreadyServing();
    const second = serve();
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain(`already running on the data folder ${installation.dataDirectory} (process ${first.pid}`);
    expect(await health(address)).toBe(true);
  });

  test('outlives its database being killed with kill -9', async () => {
    const { serving, address } = await alreadyServing();
    const pid = installation.databasePid() ?? 0;
    process.kill(pid, 'SIGKILL');
    await serving.says(/The database is back/);
    expect(installation.databasePid()).not.toBe(pid);
    await eventually(async () => expect(await health(address)).toBe(true));
  });

  test('killed with kill -9, leaves a database that the next start takes over', async () => {
    const { serving: killed } = await alreadyServing();
    const orphan = installation.databasePid();
    killed.child.kill('SIGKILL');
    await killed.ended;
    const { serving: next, address } = await alreadyServing();
    expect(next.printed()).toContain('Taking over the database');
    expect(installation.databasePid()).not.toBe(orphan);
    expect(await health(address)).toBe(true);
  });

  test('stops on SIGTERM as on SIGINT, whatever it went through', () => stopsOn('SIGTERM'));

  test('is joined by a worker of the same machine, which leaves the database running when it stops', async () => {
    const serving = serve({ CAIRN_PROCESS: 'api' });
    const [, address = ''] = await serving.says(ready);
    const worker = installation.run('server/src/worker.ts');
    await worker.says(/Working on background jobs/);
    worker.child.kill('SIGINT');
    expect(await worker.ended).toBe(0);
    expect(await health(address)).toBe(true);
    serving.child.kill('SIGINT');
    await serving.ended;
  });

  test('says which port is taken, and takes its database down again', async () => {
    const other = createServer();
    await new Promise<void>((done) => { other.listen(0, '127.0.0.1', done); });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const serving = serve({ PORT: String(port) });
    expect(await serving.ended).toBe(1);
    expect(serving.printed()).toContain(`Port ${port} is taken by another program`);
    expect(installation.databasePid()).toBeUndefined();
    other.close();
  });
});

test('another command that is stopped in the middle takes its database down again', async () => {
  const seeding = installation.run('server/src/cli.ts', ['seed'], { CAIRN_DEMO: '1' });
  await seeding.says(/Making the demo college/);
  seeding.child.kill('SIGINT');
  expect(await seeding.ended).toBe(130);
  expect(installation.databasePid()).toBeUndefined();
});

test('Ctrl-C while the database is made for the first time, which reaches the whole group, stops in order', async () => {
  const fresh = newInstallation();
  try {
    const serving = fresh.run('server/src/cli.ts', ['serve'], {}, { detached: true });
    await serving.says(/Making the database/);
    process.kill(-serving.pid, 'SIGINT');
    expect(await serving.ended, serving.printed()).toBe(0);
    expect(serving.printed()).toContain('Stopping');
    expect(fresh.databasePid()).toBeUndefined();
  } finally {
    await fresh.remove();
  }
});

test.each([
  ['a bad setting', { PORT: 'none' }, 78, /PORT is "none" but must be a whole number/],
  ['a database that does not answer', { DATABASE_URL: 'postgresql://owner:hunter2@127.0.0.1:1/cairn' }, 1, /owner at 127\.0\.0\.1:1, database cairn\) cannot be used.*ECONNREFUSED/],
])('%s ends with one sentence, its exit code and no stack', async (_what, changes, code, message) => {
  const serving = serve(changes);
  expect(await serving.ended).toBe(code);
  expect(serving.printed()).toMatch(message);
  expect(serving.printed()).not.toMatch(/hunter2|^\s+at /m);
});
