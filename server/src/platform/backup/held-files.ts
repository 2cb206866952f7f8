/**
 * The stored files as they are at one moment, held by hard links: what is replaced or erased afterwards is still there to
 * be copied. A stored file is never changed in place.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { processStart } from '../postgres/process-identity.ts';

export interface HeldFiles {
  readonly directory: string;
  /** Holds every file that is there now, beside those held before. */
  hold(): void;
  /** Keys of what is held, sorted. */
  keys(): string[];
  release(): void;
}

const prefix = 'backup-';

export function holdFiles(filesDirectory: string, dataDirectory: string): HeldFiles {
  for (const name of existsSync(dataDirectory) ? readdirSync(dataDirectory) : []) {
    const pid = Number(/^backup-(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && processStart(pid) === undefined) rmSync(join(dataDirectory, name), { recursive: true, force: true });
  }
  const directory = join(dataDirectory, `${prefix}${process.pid}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return {
    directory,
    hold: () => { for (const key of keysIn(filesDirectory)) holdOne(join(filesDirectory, key), join(directory, key)); },
    keys: () => keysIn(directory).sort(),
    release: () => { rmSync(directory, { recursive: true, force: true }); },
  };
}

function holdOne(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    linkSync(from, to);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Held already, or erased since the folder was listed.
    if (code === 'EEXIST' || code === 'ENOENT') return;
    // A file system without hard links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EMLINK' && code !== 'EXDEV') throw error;
    copyFileSync(from, to);
  }
}

/** Paths below `root`; names that begin with a dot are files that are still being written. */
export function keysIn(root: string, below = ''): string[] {
  let entries;
  try {
    entries = readdirSync(join(root, below), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return entries.filter(({ name }) => !name.startsWith('.')).flatMap((entry) => {
    const key = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? keysIn(root, key) : [key];
  });
}
