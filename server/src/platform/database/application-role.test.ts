import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';
import { applicationUrl, checkApplicationRole, ensureApplicationRole } from './application-role.ts';

let held: TestDatabase;
let owner: pg.Client;
/** Roles belong to the server: what a test does to one is undone by rolling back. */
beforeAll(async () => {
  held = await testDatabase();
  owner = new pg.Client({ connectionString: held.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await held.close();
});

test('the role that the tests and the server use is safe to serve with', async () => {
  await expect(checkApplicationRole(held.database.pool)).resolves.toBeUndefined();
});

describe('the start refuses a role', () => {
  test.each([
    ['that is the owner', 'is a superuser'],
    ['that bypasses row security', 'bypasses row security', 'alter role cairn_app bypassrls'],
    ['that may make itself other roles', 'may create roles', 'alter role cairn_app createrole'],
    ['that owns a table', 'owner of the table road', 'create table road (id integer)', 'grant create on schema public to cairn_app', 'alter table road owner to cairn_app'],
    ['that owns the database', 'owns the database', 'do $$ begin execute format($f$alter database %I owner to cairn_app$f$, current_database()); end $$'],
  ])('%s', async (_which, fault, ...changes) => {
    await owner.query('begin');
    try {
      for (const change of changes) await owner.query(change);
      if (changes.length > 0) await owner.query('set local role cairn_app');
      await expect(checkApplicationRole(owner as unknown as pg.Pool)).rejects.toMatchObject({ reason: 'application-role', message: expect.stringContaining(fault) });
    } finally {
      await owner.query('rollback');
    }
  });
});

async function letsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  return client.connect().then(() => true, () => false).finally(() => client.end());
}

test("another installation's role keeps its password", async () => {
  const { rows } = await owner.query<{ note: string }>(`select coalesce(shobj_description('cairn_app'::regrole, 'pg_authid'), '') as note`);
  await owner.query(`comment on role cairn_app is 'Cairn: postgres'`);
  try {
    const otherUrl = applicationUrl(held.ownerUrl, 'a different secret');
    // A server that trusts everybody lets us in with any password: then there is none to take away.
    const isTrusting = await letsIn(otherUrl);
    const attempt = ensureApplicationRole(owner, otherUrl);
    if (isTrusting) await expect(attempt).resolves.toBeUndefined();
    else await expect(attempt).rejects.toThrow('belongs to the Cairn in the database "postgres"');
    await expect(held.database.pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
  } finally {
    await owner.query(`comment on role cairn_app is ${owner.escapeLiteral(rows[0]?.note ?? '')}`);
  }
});

test.each([
  ['postgresql://owner:secret@db.example:5433/cairn?sslmode=require', /^postgresql:\/\/cairn_app:[\w-]{43}@db\.example:5433\/cairn\?sslmode=require$/],
  ['postgresql://localhost/cairn?host=%2Frun%2Fpg&user=owner&password=secret', /^postgresql:\/\/cairn_app:[\w-]{43}@localhost\/cairn\?host=%2Frun%2Fpg$/],
  ['postgresql:///cairn?host=/run/pg', /^postgresql:\/\/\/cairn\?host=.*&user=cairn_app&password=[\w-]{43}$/],
])('the application reaches the same database as %s', (ownerUrl, expected) => {
  expect(applicationUrl(ownerUrl, 'secret')).toMatch(expected);
});
