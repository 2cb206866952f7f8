/** The unprivileged account that PostgreSQL runs under when Cairn itself is started by root, whom PostgreSQL refuses. */
import { execFileSync } from 'node:child_process';
import { PostgresError } from './postgres-error.ts';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** An administrator may make an account `cairn` to keep the database apart from other services that run as `nobody`. */
const candidates = ['cairn', 'nobody'];

export function unprivilegedAccount(): Account {
  for (const name of candidates) {
    const account = findAccount(name);
    if (account !== undefined && account.uid !== 0) return account;
  }
  throw new PostgresError('no-account', 'PostgreSQL refuses to run as root, and this machine has neither an account "cairn" nor "nobody". Make one ("useradd --system cairn"), start Cairn as an ordinary user, or set DATABASE_URL.');
}

export function findAccount(name: string): Account | undefined {
  const ask = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { name, uid: ask('-u'), gid: ask('-g') };
  } catch (error) {
    // id answers 1 for a name it does not know.
    if ((error as { status?: number }).status === 1) return undefined;
    throw error;
  }
}
