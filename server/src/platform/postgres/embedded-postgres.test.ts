import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPointer } from './database-home.ts';
import { joinPostgres, startPostgres, type EmbeddedOptions, type RunningPostgres } from './embedded-postgres.ts';
import { processSpace } from './owner-lock.ts';
import { processStart } from './process-identity.ts';

/** One made database serves every test that only needs one to exist: making one takes the longest. */
const existing = newFolder();
let folder: string;
let dataDirectory: string;
const running: RunningPostgres[] = [];
const children: ChildProcess[] = [];
const told: string[] = [];
const failures: Error[] = [];

function newFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cairn-supervisor-'));
  chmodSync(path, 0o711);
  return path;
}
function use(path: string): void {
  folder = path;
  dataDirectory = join(folder, 'data');
}
beforeEach(() => use(existing));
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const postgres of running.splice(0)) await postgres.stop();
  told.splice(0);
  failures.splice(0);
  if (folder !== existing) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
afterAll(() => rmSync(existing, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
const onNothing = () => beforeEach(() => use(newFolder()));

const options = (changes: Partial<EmbeddedOptions> = {}): EmbeddedOptions => ({
  dataDirectory, rootHomes: join(folder, 'homes'), command: 'serve', report: (line) => told.push(line), onFailure: (error) => failures.push(error), ...changes,
});
async function start(changes: Partial<EmbeddedOptions> = {}): Promise<RunningPostgres> {
  const postgres = await startPostgres(options(changes));
  running.push(postgres);
  return postgres;
}
async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
async function eventually<T>(look: () => Promise<T> | T, patienceMilliseconds = 20_000): Promise<T> {
  for (const until = Date.now() + patienceMilliseconds; ;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(50);
    }
  }
}

/** A Cairn in a process of its own, which can be killed; answers once it printed the address of its database. */
async function startElsewhere(where: SpawnOptions & { scriptFolder?: string } = {}): Promise<{ child: ChildProcess; ownerUrl: string; pid: number }> {
  const child = spawnOwner(where);
  let printed = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    printed += chunk.toString();
    if (printed.includes('\n')) break;
  }
  return { child, ...(JSON.parse(printed) as { ownerUrl: string; pid: number }) };
}
function spawnOwner({ scriptFolder = folder, ...where }: SpawnOptions & { scriptFolder?: string } = {}): ChildProcess {
  const file = join(scriptFolder, 'owner.ts');
  writeFileSync(file, ownerScript);
  const child = spawn(process.execPath, [file, resolve(import.meta.dirname, 'embedded-postgres.ts'), dataDirectory, join(folder, 'homes')], { ...where, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}
const ownerScript = `
const [, , module, dataDirectory, rootHomes] = process.argv;
const { startPostgres } = await import(module);
const running = await startPostgres({ dataDirectory, rootHomes, command: 'serve', report() {}, onFailure(error) { throw error; } });
process.stdout.write(JSON.stringify({ ownerUrl: running.ownerUrl, pid: running.pid() }) + '\\n');
setInterval(() => {}, 1000);`;

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => { child.on('exit', done); });
  child.kill('SIGKILL');
  await gone;
}
/** Whether any account gets into a folder: through each one on the way. */
function othersMayEnter(path: string): boolean {
  return (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || othersMayEnter(dirname(path)));
}
const keep = 'drop table if exists kept; create table kept as select 7 as value';
const isAlive = (pid: number) => processStart(pid) !== undefined;
const clusterFolder = () => join(readPointer(join(dataDirectory, 'postgres.json'))?.home ?? '', 'cluster');

describe('the first start', () => {
  onNothing();

  test('makes a durable database in UTF-8 that listens on a socket only and keeps its password to itself', async () => {
    const { ownerUrl } = await start();
    const [row] = await ask(ownerUrl, `
      select current_setting('server_encoding') as encoding, datlocale as locale, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses, current_setting('data_checksums') as checksums, current_setting('password_encryption') as passwords
      from pg_database where datname = current_database()`);
    expect(row).toEqual({ encoding: 'UTF8', locale: 'C.UTF-8', fsync: 'on', commit: 'on', pages: 'on', addresses: '', checksums: 'on', passwords: 'scram-sha-256' });
    expect(statSync(join(dataDirectory, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDirectory, 'postgres.log')).mode & 0o777).toBe(0o600);
    expect(statSync(clusterFolder()).mode & 0o777).toBe(0o700);
  });

  test('that was cut off in the middle of initdb leaves nothing that a second start trips over', async () => {
    const { ownerUrl } = await start();
    const home = readPointer(join(dataDirectory, 'postgres.json'))?.home ?? '';
    await running.pop()?.stop();
    rmSync(join(home, 'cluster'), { recursive: true });
    mkdirSync(join(home, 'cluster.draft-1-1'));
    writeFileSync(join(home, 'cluster.draft-1-1', 'PG_VERSION'), '18\n');
    writeFileSync(join(home, 'cluster.draft-1-1.password'), 'left over');
    const pointer = JSON.parse(readFileSync(join(dataDirectory, 'postgres.json'), 'utf8')) as object;
    writeFileSync(join(dataDirectory, 'postgres.json'), JSON.stringify({ ...pointer, ready: false }));
    expect((await start()).ownerUrl).toBe(ownerUrl);
    expect(readdirSync(home).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
  });

  test('killed while initdb runs is made good by the next', async () => {
    const early = spawnOwner();
    await eventually(() => {
      const home = readPointer(join(dataDirectory, 'postgres.json'))?.home ?? '';
      if (!readdirSync(home).some((name) => name.startsWith('cluster.draft') && existsSync(join(home, name, 'base')))) throw new Error('not yet');
    });
    await kill(early);
    const { ownerUrl } = await start();
    expect(await ask(ownerUrl, 'select current_database() as name')).toEqual([{ name: 'cairn' }]);
  });

  test('killed between the cluster and the database in it is made good by the next', async () => {
    const first = await start();
    await ask(first.ownerUrl.replace('/cairn?', '/postgres?'), 'drop database cairn');
    await running.pop()?.stop();
    const path = join(dataDirectory, 'postgres.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')) as object, ready: false }));
    const { ownerUrl } = await start();
    expect(await ask(ownerUrl, 'select current_database() as name')).toEqual([{ name: 'cairn' }]);
  });
});

describe('an existing database', () => {
  test('asks every connection for its password, also on the socket', async () => {
    const { ownerUrl } = await start();
    const wrong = new URL(ownerUrl);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(readFileSync(join(clusterFolder(), 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#].*\b(trust|peer)\b/m);
  });

  test('keeps its rows over a stop and a start, and no process stays', async () => {
    const first = await start();
    await ask(first.ownerUrl, keep);
    const pid = first.pid() ?? 0;
    await running.pop()?.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(await ask(second.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  test('is refused to a second owner, who is told who has it', async () => {
    await start();
    await expect(startPostgres(options())).rejects.toMatchObject({ reason: 'already-running', message: expect.stringContaining(`process ${process.pid}, "cairn serve"`) });
  });

  test('is shared with a command that joins, which leaves it running', async () => {
    const owner = await start();
    const guest = await joinPostgres(options({ command: 'backup' }));
    expect(guest.owned).toBe(false);
    await ask(guest.ownerUrl, 'select 1');
    await guest.stop();
    await ask(owner.ownerUrl, 'select 1');
  });

  test('is started and stopped by a command that finds none running', async () => {
    const guest = await joinPostgres(options({ command: 'backup' }));
    running.push(guest);
    expect(guest.owned).toBe(true);
    await expect(startPostgres(options())).rejects.toThrow('"cairn backup"');
  });

  test('of another major version is refused with the way out', async () => {
    await start();
    await running.pop()?.stop();
    const version = join(clusterFolder(), 'PG_VERSION');
    const ours = readFileSync(version);
    writeFileSync(version, '15\n');
    await expect(startPostgres(options())).rejects.toMatchObject({ reason: 'other-major-version', message: expect.stringMatching(/PostgreSQL 15.*brings 18.*backup.*restore/s) });
    writeFileSync(version, ours);
  });

  test('that is gone is not silently replaced by an empty one', async () => {
    await start();
    await running.pop()?.stop();
    const cluster = clusterFolder();
    renameSync(cluster, `${cluster}.away`);
    await expect(startPostgres(options())).rejects.toMatchObject({ reason: 'database-gone' });
    renameSync(`${cluster}.away`, cluster);
  });

  test('survives a stale lock, pid file and socket', async () => {
    const first = await start();
    const home = readPointer(join(dataDirectory, 'postgres.json'))?.home ?? '';
    await running.pop()?.stop();
    // Our own number and a start in the past: the number was given anew since.
    writeFileSync(join(home, 'owner.json'), JSON.stringify({ pid: process.pid, started: 'long ago', space: processSpace(), command: 'serve' }));
    writeFileSync(join(home, 'cluster', 'postmaster.pid'), `${process.pid}\n${join(home, 'cluster')}\n1\n5432\n${join(home, 'run')}\n\n\nready   \n`);
    writeFileSync(join(home, 'run', '.s.PGSQL.5432'), '');
    writeFileSync(join(home, 'run', '.s.PGSQL.5432.lock'), `${process.pid}\n${join(home, 'cluster')}\n1\n5432\n${join(home, 'run')}\n`);
    const second = await start();
    expect(await ask(second.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(second.ownerUrl).toBe(first.ownerUrl);
  });

  test('is started beside an unreadable lock that power loss left empty', async () => {
    await start();
    const home = readPointer(join(dataDirectory, 'postgres.json'))?.home ?? '';
    await running.pop()?.stop();
    writeFileSync(join(home, 'owner.json'), '');
    await expect(start()).resolves.toBeDefined();
  });
});

describe('after kill -9', () => {
  test('of Cairn, the next start takes the running database over, with everything that was committed', async () => {
    const { child, ownerUrl, pid } = await startElsewhere();
    await ask(ownerUrl, keep);
    await kill(child);
    expect(isAlive(pid)).toBe(true);
    const next = await start();
    expect(told).toContain('Taking over the database of a Cairn that was killed');
    expect(isAlive(pid)).toBe(false);
    expect(await ask(next.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  test('of Cairn and its database, what was committed is there', async () => {
    const { child, ownerUrl, pid } = await startElsewhere();
    await ask(ownerUrl, keep);
    await kill(child);
    process.kill(pid, 'SIGKILL');
    const next = await start();
    expect(await ask(next.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  test('of the database alone, Cairn starts it again while it serves', async () => {
    const postgres = await start();
    await ask(postgres.ownerUrl, keep);
    const pid = postgres.pid() ?? 0;
    process.kill(pid, 'SIGKILL');
    expect(await eventually(() => ask(postgres.ownerUrl, 'select value from kept'))).toEqual([{ value: 7 }]);
    expect(postgres.pid()).not.toBe(pid);
    expect(failures).toEqual([]);
  });

  test('of the database again and again, Cairn gives up and says so', async () => {
    const postgres = await start();
    for (let times = 0; times < 4; times += 1) {
      const pid = await eventually(async () => {
        await ask(postgres.ownerUrl, 'select 1');
        return postgres.pid() ?? 0;
      });
      process.kill(pid, 'SIGKILL');
      await eventually(() => { if (postgres.pid() === pid && failures.length === 0) throw new Error('not yet'); });
    }
    await eventually(() => expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('three times within a minute')]));
  });
});

test('a data folder with a long path still gets a socket', async () => {
  use(newFolder());
  dataDirectory = join(folder, 'long'.repeat(20), 'path'.repeat(20));
  const { ownerUrl } = await start({ rootHomes: join(folder, 'homes'.repeat(15), 'homes'.repeat(15)) });
  expect(await ask(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  const socketDirectory = new URL(ownerUrl).searchParams.get('host') ?? '';
  expect(statSync(socketDirectory).mode & 0o777).toBe(0o700);
  await running.pop()?.stop();
  expect(existsSync(socketDirectory)).toBe(false);
});

test('Ctrl-C at the terminal, which reaches the whole group, leaves the database to Cairn', async () => {
  const postgres = await start();
  const group = (pid: number) => spawnSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  expect(group(postgres.pid() ?? 0)).not.toBe(group(process.pid));
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  onNothing();

  test('the database runs under an unprivileged account, also below a folder that others cannot enter', async () => {
    chmodSync(folder, 0o700);
    const homes = mkdtempSync(join(tmpdir(), 'cairn-homes-'));
    chmodSync(homes, 0o711);
    try {
      const postgres = await start({ rootHomes: homes });
      expect(statSync(`/proc/${postgres.pid()}`).uid).not.toBe(0);
      expect(statSync(`/proc/${postgres.pid()}`).uid).toBe(statSync(clusterFolder()).uid);
      expect(clusterFolder().startsWith(homes)).toBe(true);
      await running.pop()?.stop();
    } finally {
      rmSync(homes, { recursive: true, maxRetries: 10, retryDelay: 100 });
    }
  });

  test('a data folder made anew sets the database of the old one aside', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table old as select 1');
    const home = resolve(clusterFolder(), '..');
    await running.pop()?.stop();
    rmSync(dataDirectory, { recursive: true });
    const { ownerUrl } = await start();
    expect(await ask(ownerUrl, `select to_regclass('old') as old`)).toEqual([{ old: null }]);
    expect(readdirSync(home).filter((name) => name.startsWith('cluster.left-'))).toHaveLength(1);
  });

  // It runs this very checkout, which is closed to it where a folder on the way is.
  describe.runIf(othersMayEnter(import.meta.dirname))('an ordinary account', () => {
    const account = 'cairn-test-user';
    beforeEach(() => {
      spawnSync('useradd', ['--create-home', account]);
    });
    afterEach(() => {
      spawnSync('userdel', ['--remove', account]);
    });
    const id = (flag: string) => Number(spawnSync('id', [flag, account], { encoding: 'utf8' }).stdout);

    test('keeps its database in its data folder, and root is told whose it is', async () => {
      const home = join('/home', account);
      dataDirectory = join(home, 'data');
      const { child, pid } = await startElsewhere({ scriptFolder: home, uid: id('-u'), gid: id('-g'), cwd: home, env: {} });
      expect(statSync(`/proc/${pid}`).uid).toBe(id('-u'));
      expect(existsSync(join(dataDirectory, 'cluster', 'PG_VERSION'))).toBe(true);
      await expect(startPostgres(options())).rejects.toMatchObject({ reason: 'another-account' });
      await kill(child);
      process.kill(pid, 'SIGKILL');
    });
  });
});

test('a data folder that cannot be made is named', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(startPostgres(options({ dataDirectory: join(file, 'data') }))).rejects.toMatchObject({ reason: 'no-permission', message: expect.stringContaining(join(file, 'data')) });
});
