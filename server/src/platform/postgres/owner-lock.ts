/**
 * One live Cairn per database folder. The lock is a file that names its owner; an owner that was killed leaves it
 * behind, and whoever comes next tells that from the process number and start time.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processStart } from './process-identity.ts';

export interface LockOwner {
  readonly pid: number;
  readonly started: string;
  /** What it does, such as `serve`. */
  readonly command: string;
}

export type LockAnswer = { readonly taken: true; release(): void } | { readonly taken: false; readonly owner: LockOwner };

const lockName = 'owner.json';

/** The live owner of the folder, if there is one. */
export function lockOwner(folder: string): LockOwner | undefined {
  const owner = readOwner(join(folder, lockName));
  return owner !== undefined && isAlive(owner) ? owner : undefined;
}

/** Takes the lock of `folder` for this process, or says who has it. */
export function takeLock(folder: string, command: string): LockAnswer {
  const path = join(folder, lockName);
  const draft = `${path}.${process.pid}`;
  const mine: LockOwner = { pid: process.pid, started: processStart(process.pid) ?? '', command };
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      // A link appears with its content or not at all, and only where nothing is.
      if (linkIfAbsent(draft, path)) return { taken: true, release: () => release(path) };
      const owner = readOwner(path);
      if (owner !== undefined && isAlive(owner)) return { taken: false, owner };
      setAside(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Removes a dead owner's lock. Between our look and the move another process may have put its own there: what was
 * moved is looked at again, and goes back when its owner lives.
 */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readOwner(aside);
  if (moved !== undefined && isAlive(moved)) linkIfAbsent(aside, path);
  rmSync(aside, { force: true });
}

function release(path: string): void {
  if (readOwner(path)?.pid === process.pid) rmSync(path, { force: true });
}

function linkIfAbsent(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(owner: LockOwner): boolean {
  return processStart(owner.pid) === owner.started;
}

/** Undefined when there is no lock, or one that power loss left empty. */
function readOwner(path: string): LockOwner | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as LockOwner;
  } catch {
    return undefined;
  }
}
