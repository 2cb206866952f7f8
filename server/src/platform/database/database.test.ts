import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';
import { DatabaseRowError, openDatabase } from './database.ts';
import { joined, name, sql } from './sql.ts';

const ours = randomUUID();
const theirs = randomUUID();
const rls = { code: '42501' };
let held: TestDatabase;

beforeAll(async () => {
  held = await testDatabase();
  const owner = new pg.Client({ connectionString: held.ownerUrl });
  await owner.connect();
  await owner.query(`
    create table sample (id uuid primary key, organisation_id uuid not null, title text not null, day date, size bigint);
    call protect_tenant_table('sample');
    create table identity.sample (id uuid primary key)`);
  await owner.query('insert into sample (id, organisation_id, title) values ($1, $2, $3), ($4, $5, $6)', [randomUUID(), ours, 'ours', randomUUID(), theirs, 'theirs']);
  await owner.end();
});
afterAll(() => held.close());

const titles = () => held.database.transaction({ organisationId: ours }, (tx) => tx.query<{ title: string }>(sql`select title from sample order by title`));

describe('rows of another organisation', () => {
  test('are not seen', async () => {
    expect(await titles()).toEqual([{ title: 'ours' }]);
  });
  test('are not changed or deleted', async () => {
    const [changed, deleted] = await held.database.transaction({ organisationId: ours }, async (tx) => [
      await tx.query(sql`update sample set title = 'taken' where title = 'theirs' returning 1`),
      await tx.query(sql`delete from sample where title = 'theirs' returning 1`),
    ]);
    expect([changed, deleted]).toEqual([[], []]);
  });
  test('cannot be made', async () => {
    await expect(held.database.transaction({ organisationId: ours }, (tx) => tx.query(sql`insert into sample (id, organisation_id, title) values (${randomUUID()}, ${theirs}, 'planted')`))).rejects.toMatchObject(rls);
  });
  test('cannot be given away or taken by an update', async () => {
    await expect(held.database.transaction({ organisationId: ours }, (tx) => tx.query(sql`update sample set organisation_id = ${theirs}`))).rejects.toMatchObject(rls);
  });
  test('are not seen where no organisation is named, even on a connection that named one before', async () => {
    const single = openDatabase({ url: held.appUrl, connections: 1, onConnectionError: (error) => { throw error; } });
    await single.transaction({ organisationId: ours, userId: randomUUID() }, (tx) => tx.query(sql`select 1`));
    const seen = await single.identity((tx) => tx.query(sql`select title, current_organisation_id(), current_user_id() from sample`));
    const loose = await single.pool.query('select title from sample');
    await single.close();
    expect([seen, loose.rows]).toEqual([[], []]);
  });
  test('stay hidden when the table is asked to forget its policies', async () => {
    await expect(held.database.pool.query('alter table sample disable row level security')).rejects.toMatchObject({ code: '42501' });
    await expect(held.database.transaction({ organisationId: ours }, async (tx) => {
      await tx.query('set local row_security = off');
      return tx.query('select * from sample');
    })).rejects.toMatchObject(rls);
  });
});

describe('a transaction', () => {
  test('knows its organisation and person', async () => {
    const userId = randomUUID();
    const known = await held.database.transaction({ organisationId: ours, userId }, (tx) => tx.one(sql`select current_organisation_id() as organisation, current_user_id() as person`));
    expect(known).toEqual({ organisation: ours, person: userId });
  });
  test('lets only UUIDs into its first message', async () => {
    const attempt = held.database.transaction({ organisationId: `${ours}'; drop table sample; --` }, async () => 'in');
    await expect(attempt).rejects.toThrow(TypeError);
  });
  test('leaves nothing when its work fails', async () => {
    const attempt = held.database.transaction({ organisationId: ours }, async (tx) => {
      await tx.query(sql`insert into sample (id, organisation_id, title) values (${randomUUID()}, ${ours}, 'half')`);
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await titles()).toEqual([{ title: 'ours' }]);
  });
  test('fails when a statement failed and the work carried on', async () => {
    const attempt = held.database.transaction({ organisationId: ours }, async (tx) => {
      await tx.query('select 1/0').catch(() => 'swallowed');
      return 'done';
    });
    await expect(attempt).rejects.toThrow('was undone');
  });
  test('gives its connection back when that was broken in the middle', async () => {
    const single = openDatabase({ url: held.appUrl, connections: 1, onConnectionError: () => undefined });
    const attempt = single.identity((tx) => tx.query('select pg_terminate_backend(pg_backend_pid())'));
    await expect(attempt).rejects.toMatchObject({ code: '57P01' });
    expect(await single.identity((tx) => tx.one(sql`select 1 as one`))).toEqual({ one: 1 });
    await single.close();
  });
  test.each([['one', 0], ['one', 2], ['maybe', 2]] as const)('%s() refuses %i rows', async (method, count) => {
    const attempt = held.database.identity((tx) => tx[method](sql`select from generate_series(1, ${count})`));
    await expect(attempt).rejects.toThrow(DatabaseRowError);
  });
});

describe('values', () => {
  test('a count is a number, a day is its own text, a moment is a Date', async () => {
    const row = await held.database.identity((tx) => tx.one(sql`select count(*) as count, date '2026-03-01' as day, timestamptz '2026-03-01 00:00+00' as moment`));
    expect(row).toEqual({ count: 1, day: '2026-03-01', moment: new Date('2026-03-01T00:00:00Z') });
  });
  test('a whole number that JavaScript would round is refused', async () => {
    await expect(held.database.identity((tx) => tx.one('select 9007199254740993::bigint as large'))).rejects.toThrow('select it as text');
  });
});

describe('sql', () => {
  const byId = (id: string) => sql`select id from sample where id = ${id}`;
  test('keeps values out of the text and gives one text one name', () => {
    const [first, second] = [byId("'; drop table sample"), byId('b')];
    expect(first.text).toBe('select id from sample where id = $1');
    expect(first.values).toEqual(["'; drop table sample"]);
    expect(first.name).toBe(second.name);
    expect(first.name).not.toBe(sql`select id from sample where id <> ${'b'}`.name);
  });
  test('numbers the values of statements within statements', () => {
    const conditions = [sql`size > ${1}`, sql`title = any(${['a']})`];
    const whole = sql`select ${name('ti"tle')} from sample where ${joined(conditions, ' and ')} limit ${5}`;
    expect(whole.text).toBe('select "ti""tle" from sample where size > $1 and title = any($2) limit $3');
    expect(whole.values).toEqual([1, ['a'], 5]);
  });
  test('a text that the source fixes has a name, also when it is put together; one with a list or an identifier has none', () => {
    const columns = sql`id, title`;
    const page = (after: string | null) => sql`select ${columns} from sample ${after === null ? sql`` : sql`where id > ${after}`} limit ${5}`;
    expect(page('a').name).toBe(page('b').name);
    expect(page('a').name).toMatch(/^[\w-]{22}$/);
    expect(page(null).name).not.toBe(page('a').name);
    expect(sql`select ${joined([sql`id`, sql`title`], ', ')} from sample`.name).toBeUndefined();
    expect(sql`select ${columns} from ${sql`(select * from ${name('sample')})`}`.name).toBeUndefined();
  });
});
