/**
 * One live Cairn per database folder. The lock is a file that names its owner; an owner that was killed leaves it
 * behind, and whoever comes next tells that from the process number and start time. Containers that share a folder do not
 * see each other's processes, and PostgreSQL would not either: there, an owner shows that it lives by touching the file.
 */
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from './process-identity.ts';

export interface LockOwner {
  readonly pid: number;
  readonly started: string;
  /** Within which `pid` means something: this machine, or one container on it. */
  readonly space: string;
  /** What it does, such as `serve`. */
  readonly command: string;
}

export type LockAnswer = { readonly taken: true; release(): void } | { readonly taken: false; readonly owner: LockOwner };

const lockName = 'owner.json';
const touchMilliseconds = 2000;
/** An owner that we cannot see and that has not touched its lock for so long is dead. */
export const silenceMilliseconds = 3 * touchMilliseconds;

export function processSpace(): string {
  return process.platform === 'linux' ? `${hostname()} ${readlinkSync('/proc/self/ns/pid')}` : hostname();
}

/** The live owner of the folder, if there is one. */
export function lockOwner(folder: string): LockOwner | undefined {
  const path = join(folder, lockName);
  const owner = readOwner(path);
  return owner !== undefined && lives(owner, path, silenceMilliseconds) ? owner : undefined;
}

/** Takes the lock of `folder` for this process, or says who has it. Waits where only silence can tell. */
export async function takeLock(folder: string, command: string, silence = silenceMilliseconds): Promise<LockAnswer> {
  const path = join(folder, lockName);
  const draft = `${path}.${process.pid}`;
  const mine: LockOwner = { pid: process.pid, started: processStart(process.pid) ?? '', space: processSpace(), command };
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      // A link appears with its content or not at all, and only where nothing is.
      if (linkIfAbsent(draft, path)) return { taken: true, release: keepTouching(path) };
      const owner = readOwner(path);
      if (owner !== undefined && (isVisible(owner) ? lives(owner, path, silence) : await stirs(path, silence))) return { taken: false, owner };
      setAside(path, silence);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Removes a dead owner's lock. Between our look and the move another process may have put its own there: what was
 * moved is looked at again, and goes back when its owner lives.
 */
function setAside(path: string, silence: number): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const moved = readOwner(aside);
  if (moved !== undefined && lives(moved, aside, silence)) linkIfAbsent(aside, path);
  rmSync(aside, { force: true });
}

/** Answers what ends it and takes the lock away. */
function keepTouching(path: string): () => void {
  const touch = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch (error) {
      // Somebody deleted the folder under us: the database will say so itself.
      if (!isMissing(error)) throw error;
    }
  }, touchMilliseconds).unref();
  return () => {
    clearInterval(touch);
    if (readOwner(path)?.pid === process.pid) rmSync(path, { force: true });
  };
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

const isVisible = ({ space }: LockOwner) => space === processSpace();

function lives(owner: LockOwner, path: string, silence: number): boolean {
  if (isVisible(owner)) return processStart(owner.pid) === owner.started;
  const touchedAt = touched(path);
  return touchedAt !== undefined && Date.now() - touchedAt < silence;
}

/** Whether the lock is touched while we watch, for as long as its owner may be silent. */
async function stirs(path: string, silence: number): Promise<boolean> {
  const before = touched(path);
  for (let waited = 0; waited < silence; waited += 100) {
    await sleep(100);
    const now = touched(path);
    if (now === undefined) return false;
    if (now !== before) return true;
  }
  return false;
}

function touched(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Undefined when there is no lock, or one that power loss left empty. */
function readOwner(path: string): LockOwner | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as LockOwner;
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
