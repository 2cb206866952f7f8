/** The secret of an installation, and the passwords derived from it. */
import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The secret kept in `dataDirectory`, made the first time with mode 0600. Two processes at once end with the same one. */
export function installationSecret(dataDirectory: string): string {
  return keptSecret(dataDirectory) ?? makeSecret(dataDirectory, secretPath(dataDirectory));
}

export function secretPath(dataDirectory: string): string {
  return join(dataDirectory, 'secret');
}

/** The secret that was made before, if any. */
export function keptSecret(dataDirectory: string): string | undefined {
  const path = secretPath(dataDirectory);
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret.length < 32) throw new Error(`The secret in ${path} is damaged. Put it back from a copy, or delete the file: everybody then signs in anew.`);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function makeSecret(dataDirectory: string, path: string): string {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(48).toString('base64url')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    // A link is made whole or not at all, and fails when another process was first.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

/** A password for `purpose` that every process with the same secret agrees on. */
export function derivedPassword(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(`cairn ${purpose}`).digest('base64url');
}
