/**
 * One PostgreSQL for a whole test run: the server that DATABASE_URL names, or an embedded one of the run's own.
 * It holds a migrated, empty database from which every test file gets a copy.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applicationUrl } from '../platform/database/application-role.ts';
import { migrate } from '../platform/database/migrate.ts';
import { migrationsDirectory } from '../platform/database/migration-files.ts';
import { startPostgres, type RunningPostgres } from '../platform/postgres/embedded-postgres.ts';
import { processEnvironment } from '../platform/settings.ts';
import { withDatabase } from './database-url.ts';
import { testSecret } from './test-secret.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection as the owner to the migrated database that is copied. */
    templateUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = processEnvironment().DATABASE_URL;
  const server = given === undefined ? await startThrowAway() : { ownerUrl: given, stop: () => Promise.resolve() };
  const name = `cairn_template_${process.pid}`;
  const templateUrl = withDatabase(server.ownerUrl, name);
  const tearDown = async () => {
    await onServer(server.ownerUrl, `drop database if exists ${name} with (force)`);
    await server.stop();
  };
  try {
    await onServer(server.ownerUrl, `create database ${name}`);
    await migrate({ ownerUrl: templateUrl, appUrl: applicationUrl(templateUrl, testSecret), directory: migrationsDirectory, report: () => undefined });
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('templateUrl', templateUrl);
  return tearDown;
}

async function startThrowAway(): Promise<Pick<RunningPostgres, 'ownerUrl' | 'stop'>> {
  const directory = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  chmodSync(directory, 0o711);
  const running = await startPostgres({
    dataDirectory: join(directory, 'data'), rootHomes: join(directory, 'homes'), command: 'test', report: () => undefined,
    onFailure: (error) => { throw error; },
    // Nothing outlives the run.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  return {
    ownerUrl: running.ownerUrl,
    stop: async () => {
      await running.stop();
      rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
