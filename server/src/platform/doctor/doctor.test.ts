import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../../test-support/database.ts';
import { testSecret } from '../../test-support/test-secret.ts';
import { applicationUrl } from '../database/application-role.ts';
import { lookInside } from './database.ts';
import { examine } from './examine.ts';
import { judgeFreeBytes, lookAtDataFolder, lookAtMail, lookAtNode, lookAtPort, lookAtStorage } from './machine.ts';
import { readSettings } from '../settings.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cairn-doctor-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const uid = process.getuid?.() ?? 0;

test('an installation that was never started has nothing wrong, and looking makes nothing', async () => {
  const settings = readSettings({ CAIRN_DATA_DIR: join(folder, 'none'), PORT: '0' }, () => '');
  const found = await examine(settings);
  expect(found.filter(({ state }) => state === 'wrong')).toEqual([]);
  expect(() => rmSync(join(folder, 'none'))).toThrow('ENOENT');
});

test('every finding that is not ok says how to mend it', async () => {
  chmodSync(folder, 0o755);
  const settings = readSettings({ CAIRN_DATA_DIR: folder, DATABASE_URL: 'postgresql://owner:hunter2@127.0.0.1:1/cairn', SMTP_URL: 'smtp://127.0.0.1:1', PORT: '0' }, () => testSecret);
  const found = (await examine(settings)).filter(({ state }) => state !== 'ok');
  expect(found.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['Data folder', 'Database', 'Mail']));
  expect(found.filter(({ mend }) => mend === undefined)).toEqual([]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

describe('the machine', () => {
  test.each([['24.21.0', 'ok'], ['26.0.0', 'ok'], ['20.20.2', 'wrong']])('Node %s is %s', (version, state) => {
    expect(lookAtNode(version).state).toBe(state);
  });
  test.each([[10, 'ok'], [1, 'warning'], [0.1, 'wrong']])('%f GB free is %s', (gigabytes, state) => {
    expect(judgeFreeBytes(gigabytes * 1024 ** 3).state).toBe(state);
  });
  test('a data folder of this account alone is ok', () => {
    expect(lookAtDataFolder({ dataDirectory: folder }, uid)).toMatchObject({ state: 'ok' });
  });
  test("somebody else's data folder is wrong", () => {
    expect(lookAtDataFolder({ dataDirectory: folder }, uid + 1)).toMatchObject({ state: 'wrong', detail: expect.stringContaining('another account') });
  });
  test('a secret that others can read is wrong', () => {
    writeFileSync(join(folder, 'secret'), 'x', { mode: 0o644 });
    expect(lookAtDataFolder({ dataDirectory: folder }, uid)).toMatchObject({ state: 'wrong', mend: expect.stringContaining('chmod 600') });
  });
  test('a folder for files that cannot be made is wrong', async () => {
    writeFileSync(join(folder, 'files'), 'a file where the folder should be');
    expect(await lookAtStorage({ dataDirectory: folder, filesDirectory: join(folder, 'files') })).toMatchObject({ state: 'wrong', mend: expect.stringContaining(folder) });
    mkdirSync(join(folder, 'other'));
    expect(await lookAtStorage({ dataDirectory: folder, filesDirectory: join(folder, 'other') })).toMatchObject({ state: 'ok' });
  });
  test('mails that go to files are a warning', async () => {
    expect(await lookAtMail({ smtpUrl: undefined, outboxDirectory: join(folder, 'outbox') })).toMatchObject({ state: 'warning', detail: expect.stringContaining('outbox') });
  });
  test('a port that another program has is wrong', async () => {
    const other: Server = createServer((socket) => socket.destroy());
    await new Promise<void>((done) => { other.listen(0, '127.0.0.1', done); });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await lookAtPort({ host: '127.0.0.1', port })).toMatchObject({ state: 'wrong' });
    await new Promise((done) => { other.close(done); });
    expect(await lookAtPort({ host: '127.0.0.1', port })).toMatchObject({ state: 'ok' });
  });
});

describe('the database', () => {
  let held: Awaited<ReturnType<typeof emptyDatabase>>;
  afterEach(() => held.drop());
  const statesOf = async () => Object.fromEntries((await lookInside(held.ownerUrl, applicationUrl(held.ownerUrl, testSecret))).map(({ subject, state }) => [subject, state]));
  async function change(statement: string): Promise<void> {
    const owner = new pg.Client({ connectionString: held.ownerUrl });
    await owner.connect();
    await owner.query(statement);
    await owner.end();
  }

  test('that Cairn prepared has no fault but what the test server leaves out', async () => {
    held = await emptyDatabase({ migrated: true });
    const { PostgreSQL: durable, ...rest } = await statesOf();
    expect(['ok', 'wrong']).toContain(durable);
    expect(rest).toEqual({ 'Migrations': 'ok', 'Role of the application': 'ok', 'Backups': 'ok', 'Queue': 'ok' });
  });
  test('that is empty wants its migrations', async () => {
    held = await emptyDatabase({ migrated: false });
    expect(await statesOf()).toEqual({ Migrations: 'wrong' });
  });
  test('that a newer version prepared is wrong', async () => {
    held = await emptyDatabase({ migrated: true });
    await change(`insert into cairn.migrations (number, name, checksum) values (9999, '9999_later.sql', '')`);
    expect(await statesOf()).toEqual({ Migrations: 'wrong' });
  });
  test('whose application owns a table is wrong', async () => {
    held = await emptyDatabase({ migrated: true });
    await change('grant create on schema public to cairn_app; create table mine (id integer); alter table mine owner to cairn_app');
    expect(await statesOf()).toMatchObject({ 'Role of the application': 'wrong' });
  });
  test('in which jobs have waited for hours is a warning', async () => {
    held = await emptyDatabase({ migrated: true });
    await change(`select pgboss.create_queue('read', '{"policy":"standard"}'::jsonb); insert into pgboss.job_common (name, policy, start_after) values ('read', 'standard', now() - interval '2 hours')`);
    expect(await statesOf()).toMatchObject({ Queue: 'warning' });
  });
  test('in which mail fails and will be tried again is a warning that names the setting, before anything has failed for good', async () => {
    held = await emptyDatabase({ migrated: true });
    await change(`select pgboss.create_queue('identity.mail', '{"policy":"standard"}'::jsonb);
      insert into pgboss.job_common (name, policy, state, retry_count, start_after, output) select 'identity.mail', 'standard', 'retry', 2, now() + make_interval(mins => minutes), '{"message":"Error: connect ECONNREFUSED 192.0.2.1:25"}' from unnest(array[9, 30]) as minutes`);
    const found = (await lookInside(held.ownerUrl, applicationUrl(held.ownerUrl, testSecret))).find(({ subject }) => subject === 'Queue');
    expect(found).toEqual({
      subject: 'Queue', state: 'warning', mend: expect.stringMatching(/SMTP_URL.*Failed jobs/),
      detail: '2 jobs failed and will be tried again, the next in 9 min: identity.mail (2): Error: connect ECONNREFUSED 192.0.2.1:25',
    });
  });
});
