/** Cairn's own version, as package.json says. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { repositoryRoot } from './settings.ts';

export function cairnVersion(): string {
  return (JSON.parse(readFileSync(resolve(repositoryRoot, 'package.json'), 'utf8')) as { version: string }).version;
}
