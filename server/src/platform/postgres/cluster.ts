/** Making the cluster: whole under its name, or not at all. */
import { spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { makePrivate, syncDirectory, type DatabaseHome } from './database-home.ts';
import type { NativeBinaries } from './native-binaries.ts';
import { PostgresError } from './postgres-error.ts';

export const ownerName = 'cairn_owner';
/** Nothing of our own environment reaches PostgreSQL: PG* and LC_* variables would change what it does. */
export const bareEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const draftPrefix = 'cluster.draft-';

/** A crash in the middle of initdb leaves a draft, which the next start throws away. */
export async function createCluster(home: DatabaseHome, binaries: NativeBinaries, ownerPassword: string): Promise<void> {
  for (const name of readdirSync(home.directory)) {
    if (name.startsWith(draftPrefix)) rmSync(join(home.directory, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
  const draft = join(home.directory, `${draftPrefix}${process.pid}-${Date.now()}`);
  makePrivate(draft, home.account);
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, ownerPassword, { mode: 0o600, flag: 'wx' });
  try {
    if (home.account !== undefined) chownSync(passwordFile, home.account.uid, home.account.gid);
    await run(join(binaries.directory, 'bin', 'initdb'), [
      `--pgdata=${draft}`, `--username=${ownerName}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
      // PostgreSQL's own C.UTF-8: the same order on every machine, whatever its C library has.
      '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
    ], home.account);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, home.cluster);
  syncDirectory(home.directory);
}

/** Refuses a cluster of another major version: its files cannot be read by these programs. */
export function checkMajorVersion(home: DatabaseHome, binaries: NativeBinaries): void {
  const made = Number.parseInt(readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8'), 10);
  if (made === binaries.major) return;
  throw new PostgresError('other-major-version', `The database in ${home.cluster} was made by PostgreSQL ${made}; this version of Cairn brings ${binaries.major}. With the version of Cairn that made it, run "npm run -s cairn -- backup cairn.tar.gz"; then move the data folder away and, with this version, run "npm run -s cairn -- restore cairn.tar.gz".`);
}

export function clusterExists(home: DatabaseHome): boolean {
  return existsSync(join(home.cluster, 'PG_VERSION'));
}

function run(program: string, parameters: readonly string[], account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    // Away from the current folder, which the account may not be able to enter, and from Ctrl-C: it takes a second and is then stopped in order.
    const child = spawn(program, parameters, { cwd: '/', env: bareEnvironment, detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...(account && { uid: account.uid, gid: account.gid }) });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.on('error', (error) => reject(new PostgresError('failed', `${program} could not be started: ${error.message}. Set DATABASE_URL to use a PostgreSQL server of your own.`, { cause: error })));
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new PostgresError('failed', `The database could not be made (initdb ended with ${code ?? signal}):\n${said.trim()}`));
    });
  });
}
