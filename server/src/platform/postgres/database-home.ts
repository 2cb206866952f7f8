/**
 * Where the database of a data folder lives.
 * An ordinary user's lives in the data folder itself. Root's lives under an unprivileged account in /var/lib/cairn,
 * since that account cannot open even its own folder below one that others may not enter; a pointer stays behind.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findAccount, unprivilegedAccount, type Account } from './account.ts';
import { PostgresError } from './postgres-error.ts';

export interface DatabaseHome {
  /** Holds everything below, and the lock. */
  readonly directory: string;
  readonly cluster: string;
  readonly pointerPath: string;
  /** Undefined: the account that started Cairn. */
  readonly account: Account | undefined;
}

export interface Pointer {
  readonly home: string;
  readonly account: string | null;
  readonly ownerPassword: string;
  /** The cluster and the database in it were made. */
  readonly ready: boolean;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Finds the home of `dataDirectory`, making the folders where they are missing. `rootHomes` holds the homes of root's. */
export function openHome(dataDirectory: string, rootHomes: string): DatabaseHome {
  const pointerPath = join(dataDirectory, 'postgres.json');
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    const pointer = readPointer(pointerPath);
    const home = pointer === undefined ? newHome(dataDirectory, pointerPath, rootHomes) : existingHome(pointer, pointerPath);
    makeHome(home, rootHomes);
    return home;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new PostgresError('no-permission', `The data folder ${dataDirectory} cannot be used (${(error as Error).message}). Start Cairn with the account that owns it, or set CAIRN_DATA_DIR to a folder of your own.`, { cause: error });
  }
}

function newHome(dataDirectory: string, pointerPath: string, rootHomes: string): DatabaseHome {
  const real = realpathSync(dataDirectory);
  if (!isRoot()) return { directory: real, cluster: join(real, 'cluster'), pointerPath, account: undefined };
  if (existsSync(join(real, 'cluster'))) throw anotherAccount(real);
  const directory = join(rootHomes, createHash('sha256').update(real).digest('hex').slice(0, 16));
  return { directory, cluster: join(directory, 'cluster'), pointerPath, account: unprivilegedAccount() };
}

function existingHome(pointer: Pointer, pointerPath: string): DatabaseHome {
  const directory = pointer.account === null ? realpathSync(dirname(pointerPath)) : pointer.home;
  const cluster = join(directory, 'cluster');
  if (pointer.ready && !existsSync(cluster)) {
    throw new PostgresError('database-gone', `The database that ${pointerPath} points to is gone (${cluster}). Put it back from a copy; or, to begin with an empty one, move ${dirname(pointerPath)} away.`);
  }
  if (isRoot() !== (pointer.account !== null)) throw anotherAccount(cluster);
  if (pointer.account === null) return { directory, cluster, pointerPath, account: undefined };
  const account = findAccount(pointer.account);
  if (account === undefined) throw new PostgresError('no-account', `The database in ${cluster} belongs to the account "${pointer.account}", which this machine does not have. Make it again: useradd --system ${pointer.account}`);
  return { directory, cluster, pointerPath, account };
}

function anotherAccount(path: string): PostgresError {
  return new PostgresError('another-account', `The database in ${path} was made by ${isRoot() ? 'an ordinary account' : 'root'}. Start Cairn with the account that made it, or set CAIRN_DATA_DIR to another folder.`);
}

function makeHome(home: DatabaseHome, rootHomes: string): void {
  if (home.account === undefined) return;
  for (const directory of [rootHomes, home.directory]) {
    mkdirSync(directory, { recursive: true });
    // Others may pass through to what is theirs; they cannot list or write.
    chmodSync(directory, 0o711);
  }
}

export function readPointer(path: string): Pointer | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Pointer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) throw new PostgresError('failed', `${path} is damaged. Put it back from a copy.`, { cause: error });
    throw error;
  }
}

/** Replaces the pointer whole, and only returns once it is on the disk. */
export function writePointer(home: DatabaseHome, pointer: Omit<Pointer, 'home' | 'account'>): Pointer {
  const whole: Pointer = { home: home.directory, account: home.account?.name ?? null, ...pointer };
  const draft = `${home.pointerPath}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(whole, undefined, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, home.pointerPath);
  syncDirectory(dirname(home.pointerPath));
  return whole;
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Makes a rename or a new name in `directory` survive power loss. */
export function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** sun_path is 108 bytes with its closing zero on Linux, 104 on macOS (unix(7)). */
const socketPathLimit = process.platform === 'darwin' ? 103 : 107;
export const socketName = '.s.PGSQL.5432';

/** A folder for the socket, closed to other accounts, with a path that fits into a socket's address. */
export function openSocketDirectory(home: DatabaseHome): string {
  const candidates = [join(home.directory, 'run'), ...[tmpdir(), '/tmp'].map((base) => join(base, `cairn-${createHash('sha256').update(home.directory).digest('hex').slice(0, 12)}`))];
  const directory = candidates.find((path) => Buffer.byteLength(join(path, socketName)) <= socketPathLimit);
  if (directory === undefined) throw new PostgresError('failed', `No folder has a path short enough for a socket. Set CAIRN_DATA_DIR to a shorter path.`);
  makePrivate(directory, home.account);
  return directory;
}

/** A folder for the socket outside the home serves one run. */
export function closeSocketDirectory(home: DatabaseHome, directory: string): void {
  if (dirname(directory) !== home.directory) rmSync(directory, { recursive: true, force: true });
}

/** A folder that `account` alone can enter; refuses one that somebody else has put there. */
export function makePrivate(directory: string, account: Account | undefined): void {
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  try {
    mkdirSync(directory, { mode: 0o700 });
    if (account !== undefined) chownSync(directory, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const found = lstatSync(directory);
    if (!found.isDirectory() || (found.uid !== uid && !isRoot())) throw new PostgresError('no-permission', `${directory} belongs to somebody else. Remove it.`);
    if (account !== undefined && found.uid !== uid) chownSync(directory, account.uid, account.gid);
    if ((statSync(directory).mode & 0o777) !== 0o700) chmodSync(directory, 0o700);
  }
}
