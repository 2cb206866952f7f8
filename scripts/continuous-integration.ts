import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tryInEmptyClone } from './empty-clone.ts';

/**
 * `.ci/run`, each suite where it says most, since all of them everywhere would take more than an hour: lint, types, rules and units; the
 * server as root on Debian's PostgreSQL 15; a newcomer in an empty clone as root; and one with an ordinary account, whose
 * server has a database of its own, and who runs the browser too. Ends with the sum over everything, alone on a line.
 */
const root = resolve(import.meta.dirname, '..');
const asRoot = process.getuid?.() === 0;
/** As in the database that the tests start for themselves. */
const nothingOutlivesTheRun = ['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `-c ${name}=off`).join(' ');
const sum = { passed: 0, failed: 0 };
const failures: string[] = [];

function run(command: string, args: string[], options: SpawnSyncOptions = {}): { status: number; output: string } {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28, ...options });
  const output = String(done.stdout ?? '');
  process.stdout.write(output);
  return { status: done.status ?? 1, output };
}

/** Adds a suite's closing line; a suite that printed none, or ran nothing, has failed. */
function count(suite: string, { status, output }: { status: number; output: string }): void {
  const closing = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const passed = Number(closing?.[1] ?? 0);
  const failed = Number(closing?.[2] ?? 0);
  sum.passed += passed;
  sum.failed += failed;
  failures.push(...[...output.matchAll(/^ {2}failed: (.*)$/gm)].map(([, failure]) => `${suite}: ${String(failure)}`));
  if (passed + failed === 0 || (status !== 0 && failed === 0)) {
    console.error(`${suite}: ${passed + failed === 0 ? 'ran nothing' : `exited with ${String(status)}`}`);
    sum.failed += 1;
  }
}

console.log('== Lint, types, rules and units ==');
count('npm test', run('npm', ['test', '--', '--only=lint,types,rules,unit']));

console.log('== The server on PostgreSQL 15 ==');
if (asRoot) onPostgres15();
else {
  console.error('Installing PostgreSQL 15 needs root on Debian.');
  sum.failed += 1;
}

console.log('== The two commands in an empty clone ==');
for (const account of asRoot ? ['root', 'ordinary'] as const : ['ordinary'] as const) {
  const problems = await tryInEmptyClone(root, account, account === 'root' ? [] : ['server', 'browser']);
  if (problems.length === 0) sum.passed += 1;
  else {
    sum.failed += 1;
    for (const problem of problems) console.error(`empty clone as ${account}: ${problem}`);
  }
}

for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${String(sum.passed)} passed, ${String(sum.failed)} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;

function onPostgres15(): void {
  const binaries = '/usr/lib/postgresql/15/bin';
  const installed = (): boolean => spawnSync(`${binaries}/postgres`, ['--version']).status === 0;
  if (!installed()) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql-15']);
  }
  if (!installed()) {
    console.error('PostgreSQL 15 could not be installed.');
    sum.failed += 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cairn-pg15-'));
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)) as [number, number];
  mkdirSync(join(folder, 'data'));
  chmodSync(folder, 0o755);
  for (const name of ['', ...readdirSync(folder)]) chownSync(join(folder, name), uid, gid);
  const asPostgres = (command: string, args: string[]) => run(join(binaries, command), args, { uid, gid, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  asPostgres('initdb', ['--pgdata', join(folder, 'data'), '--auth', 'trust', '--username', 'cairn_owner', '--encoding', 'UTF8', '--locale', 'C.UTF-8']);
  const port = '54315';
  asPostgres('pg_ctl', ['--pgdata', join(folder, 'data'), '--wait', '--log', join(folder, 'log'), '--options', `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 ${nothingOutlivesTheRun}`, 'start']);
  try {
    count('the server on PostgreSQL 15', run('npm', ['test', '--', '--only=server'], { env: { ...process.env, DATABASE_URL: `postgresql://cairn_owner@127.0.0.1:${port}/postgres` } }));
  } finally {
    asPostgres('pg_ctl', ['--pgdata', join(folder, 'data'), '--mode', 'fast', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  }
}
