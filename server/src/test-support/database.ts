/** A real, migrated, empty database for a test file. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { applicationUrl } from '../platform/database/application-role.ts';
import { openDatabase, type Database } from '../platform/database/database.ts';
import { withDatabase } from './database-url.ts';
import { testSecret } from './test-secret.ts';

export interface TestDatabase {
  /** Runs as cairn_app, as the server does. */
  readonly database: Database;
  /** Bypasses row security; for looking at what was stored. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  close(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const { ownerUrl, drop } = await emptyDatabase({ migrated: true });
  const appUrl = applicationUrl(ownerUrl, testSecret);
  const broken: Error[] = [];
  const database = openDatabase({ url: appUrl, connections: 5, onConnectionError: (error) => broken.push(error) });
  return {
    database, ownerUrl, appUrl,
    async close() {
      await database.close();
      await drop();
      if (broken.length > 0) throw new AggregateError(broken, 'Idle connections broke during the test');
    },
  };
}

/** A database without anything in it, or with the migrated schema; for tests of the ground itself. */
export async function emptyDatabase(options: { readonly migrated: boolean }): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const templateUrl = inject('templateUrl');
  const template = options.migrated ? new URL(templateUrl).pathname.slice(1) : 'template0';
  const name = `cairn_test_${randomBytes(6).toString('hex')}`;
  await onServer(templateUrl, `create database ${name} template ${template} strategy file_copy`);
  return { ownerUrl: withDatabase(templateUrl, name), drop: () => onServer(templateUrl, `drop database if exists ${name} with (force)`) };
}

/** From the database `postgres`: one that somebody is connected to cannot be copied. */
async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
