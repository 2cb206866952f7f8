import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../../test-support/database.ts';
import { testSecret } from '../../test-support/test-secret.ts';
import { applicationUrl } from './application-role.ts';
import { migrate } from './migrate.ts';
import { migrationsDirectory, readMigrations } from './migration-files.ts';

let held: Awaited<ReturnType<typeof emptyDatabase>>;
let directory: string;

beforeEach(async () => {
  held = await emptyDatabase({ migrated: false });
  directory = mkdtempSync(join(tmpdir(), 'cairn-migrations-'));
  write('0001_roads.sql', 'create table road (id integer)');
});
afterEach(async () => {
  await held.drop();
  rmSync(directory, { recursive: true });
});

const write = (name: string, sql: string) => writeFileSync(join(directory, name), sql);
const run = (from = directory, report: (line: string) => void = () => undefined) => migrate({ ownerUrl: held.ownerUrl, appUrl: applicationUrl(held.ownerUrl, testSecret), directory: from, report });
async function ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: held.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

test('files are applied once, in order, and the rest later', async () => {
  write('0002_signs.sql', 'alter table road add sign text');
  expect(await run()).toEqual(['0001_roads.sql', '0002_signs.sql']);
  write('0005_bridges.sql', 'create table bridge (id integer)');
  expect(await run()).toEqual(['0005_bridges.sql']);
  expect(await run()).toEqual([]);
});

test('two at once apply everything once between them', async () => {
  write('0002_slow.sql', 'select pg_sleep(0.3); create table slow (id integer)');
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat().sort()).toEqual(['0001_roads.sql', '0002_slow.sql']);
});

test('a file that fails leaves nothing of itself, keeps those before it, and is named with its line', async () => {
  write('0002_broken.sql', 'create table half (id integer);\ncreate table road_two (id\n  nonsense);');
  await expect(run()).rejects.toMatchObject({ reason: 'failed', message: expect.stringMatching(/0002_broken\.sql failed in line 3: .*nonsense/) });
  expect(await ask(`select relname from pg_class where relname in ('road', 'half') order by 1`)).toEqual([{ relname: 'road' }]);
  write('0002_broken.sql', 'create table half (id integer)');
  expect(await run()).toEqual(['0002_broken.sql']);
});

describe('a past that does not fit the files is refused', () => {
  beforeEach(() => run());
  test('a file that was changed', async () => {
    write('0001_roads.sql', 'create table road (id bigint)');
    await expect(run()).rejects.toMatchObject({ reason: 'changed', message: expect.stringContaining('0001_roads.sql') });
  });
  test('but not for its line ends', async () => {
    write('0002_signs.sql', 'alter table road\n add sign text');
    await run();
    write('0002_signs.sql', 'alter table road\r\n add sign text');
    expect(await run()).toEqual([]);
  });
  test('a database that is newer than this version', async () => {
    write('0002_later.sql', 'select 1');
    await run();
    rmSync(join(directory, '0002_later.sql'));
    await expect(run()).rejects.toMatchObject({ reason: 'newer-database' });
  });
  test('a file that comes before one already applied', async () => {
    write('0003_c.sql', 'select 1');
    await run();
    write('0002_b.sql', 'select 1');
    await expect(run()).rejects.toMatchObject({ reason: 'out-of-order' });
  });
});

test.each([
  [['0001_again.sql'], 'same number'],
  [['2_short.sql'], 'not named like'],
  [['0002 spaces.sql'], 'not named like'],
])('the names %j are refused', (names, reason) => {
  for (const name of names) write(name, 'select 1');
  expect(() => readMigrations(directory)).toThrow(reason);
});

test("Cairn's own migrations make a database in which the queue's tables stand and the application makes none", async () => {
  cpSync(migrationsDirectory, directory, { recursive: true });
  rmSync(join(directory, '0001_roads.sql'));
  await run();
  expect(await ask(`select has_schema_privilege('cairn_app', 'public', 'create') as makes, has_table_privilege('cairn_app', 'pgboss.job', 'insert') as queues, has_schema_privilege('cairn_app', 'cairn', 'usage') as rewrites`))
    .toEqual([{ makes: false, queues: true, rewrites: false }]);
});
