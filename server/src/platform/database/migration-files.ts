/** The ordered SQL files that make the schema: `0001_ground.sql`, `0002_identity.sql` … */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryRoot } from '../settings.ts';
import { MigrationError } from './migration-error.ts';

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

export const migrationsDirectory = resolve(repositoryRoot, 'server/migrations');

export function readMigrations(directory: string): MigrationFile[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql')).sort();
  const files = names.map((name) => {
    const number = /^(\d{4})_[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (number === undefined) throw new MigrationError('numbering', `${join(directory, name)} is not named like 0007_job-ads.sql`);
    // Git may check out other line ends on another machine; they are no change.
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
  for (const [index, file] of files.entries()) {
    if (files[index - 1]?.number === file.number) throw new MigrationError('numbering', `${files[index - 1]?.name} and ${file.name} have the same number; give the later one the next free number`);
  }
  return files;
}

/** The files still to be applied, in order. Throws where files and database disagree about the past. */
export function pendingMigrations(files: readonly MigrationFile[], applied: readonly AppliedMigration[]): MigrationFile[] {
  const byNumber = new Map(files.map((file) => [file.number, file]));
  for (const migration of applied) {
    const file = byNumber.get(migration.number);
    if (file === undefined) throw new MigrationError('newer-database', `The database has the migration ${migration.name}, which this version of Cairn does not know: a newer version ran on it. Start that version, or restore a backup made before it.`);
    if (file.checksum !== migration.checksum) throw new MigrationError('changed', `The migration ${file.name} was changed after it had been applied (as ${migration.name}). Put the file back as it was and write the change as a new migration.`);
  }
  const last = Math.max(0, ...applied.map((migration) => migration.number));
  const done = new Set(applied.map((migration) => migration.number));
  const pending = files.filter((file) => !done.has(file.number));
  const late = pending.find((file) => file.number < last);
  if (late !== undefined) throw new MigrationError('out-of-order', `The migration ${late.name} comes before one that is already applied. Give it a number after ${last}.`);
  return pending;
}
