import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';

/** Tables without an organisation, each with the reason why that is right. */
const exceptions: Record<string, string> = {};

/** identity comes before the organisation is known; pgboss carries the organisation in each job; cairn keeps the migrations. */
const otherSchemas = ['identity', 'pgboss', 'cairn'];

let held: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  held = await testDatabase();
  owner = new pg.Client({ connectionString: held.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await held.close();
});

interface Table { table: string; organisation: string | null; enabled: boolean; forced: boolean; policies: string[] | null; grants: string[] | null }

const tables = async (): Promise<Table[]> => (await owner.query<Table>(`
  select class.oid::regclass::text as table, class.relrowsecurity as enabled, class.relforcerowsecurity as forced,
    (select format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end from pg_attribute where attrelid = class.oid and attname = 'organisation_id' and not attisdropped) as organisation,
    (select array_agg(coalesce(qual, '') || ' / ' || coalesce(with_check, '') || ' / ' || permissive || ' / ' || cmd) from pg_policies where schemaname = namespace.nspname and tablename = class.relname) as policies,
    (select array_agg(distinct privilege_type::text) from information_schema.role_table_grants where grantee in ('cairn_app', 'PUBLIC') and table_schema = namespace.nspname and table_name = class.relname) as grants
  from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
  where class.relkind in ('r', 'p', 'f', 'm', 'v') and namespace.nspname not like 'pg\\_%' and namespace.nspname <> 'information_schema' and namespace.nspname <> all($1)
  order by 1`, [otherSchemas])).rows;

const own = '(organisation_id = ( SELECT current_organisation_id() AS current_organisation_id))';

test('every table of an organisation is closed to the others by the database itself', async () => {
  const found = (await tables()).filter(({ table }) => !(table in exceptions));
  expect(found.length).toBeGreaterThan(0);
  expect(found.map(({ table, organisation, enabled, forced, policies }) => ({ table, organisation, enabled, forced, policies }))).toEqual(found.map(({ table }) => ({
    table, organisation: 'uuid not null', enabled: true, forced: true, policies: [`${own} / ${own} / PERMISSIVE / ALL`],
  })));
});

test('the application may not do to a table what row security does not see', async () => {
  const harmful = (await tables()).filter(({ grants }) => grants?.some((grant) => ['TRUNCATE', 'TRIGGER', 'REFERENCES'].includes(grant)));
  expect(harmful.map(({ table }) => table)).toEqual([]);
});

test('no exception is left for a table that is gone', async () => {
  const found = new Set((await tables()).map(({ table }) => table));
  expect(Object.keys(exceptions).filter((table) => !found.has(table))).toEqual([]);
});

test('no function lets the application act as its owner on the tables of organisations', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select oid::regprocedure::text as name from pg_proc
    where prosecdef and pronamespace in ('public'::regnamespace, 'identity'::regnamespace) and has_function_privilege('cairn_app', oid, 'execute')`);
  expect(rows).toEqual([]);
});

test('a table that forgets its organisation would be found', async () => {
  await owner.query('begin');
  await owner.query('create table forgotten (id uuid)');
  const found = (await tables()).find(({ table }) => table === 'forgotten');
  await owner.query('rollback');
  expect(found).toMatchObject({ organisation: null, enabled: false, forced: false, policies: null });
});
