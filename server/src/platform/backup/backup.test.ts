import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../../test-support/database.ts';
import { testSecret } from '../../test-support/test-secret.ts';
import { applicationUrl } from '../database/application-role.ts';
import { backup } from './backup.ts';
import { keysIn } from './held-files.ts';
import { restore } from './restore.ts';
import { padding, readTar, tarEnd, tarHeader } from './tar.ts';

const organisationId = randomUUID();
let folder: string;
let source: Awaited<ReturnType<typeof emptyDatabase>>;
let target: Awaited<ReturnType<typeof emptyDatabase>>;
let owner: pg.Client;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-backup-'));
  [source, target] = [await emptyDatabase({ migrated: true }), await emptyDatabase({ migrated: false })];
  owner = await connect(source.ownerUrl);
  await owner.query(`insert into identity.organisation (id, name, slug, created_at) values ($1, 'Lakeside', 'lakeside', now())`, [organisationId]);
});
afterEach(async () => {
  await owner.end();
  await source.drop();
  await target.drop();
  rmSync(folder, { recursive: true });
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
const at = (name: string) => join(folder, name);
const makeBackup = (name = 'backup.tar.gz') => backup({ ownerUrl: source.ownerUrl, dataDirectory: at('data'), filesDirectory: at('data/files'), file: at(name), cairnVersion: '0.1.0', now: () => Date.UTC(2026, 2, 1), report: () => undefined });
const bring = (name = 'backup.tar.gz') => restore({ ownerUrl: target.ownerUrl, appUrl: applicationUrl(target.ownerUrl, testSecret), filesDirectory: at('restored/files'), file: at(name), report: () => undefined });

function store(key: string, content: string): void {
  mkdirSync(dirname(at(`data/files/${key}`)), { recursive: true });
  writeFileSync(at(`data/files/${key}`), content);
}
/** A person with a career form, which comes before `member` in the alphabet and needs it; the form names a file. */
async function addPerson(client: pg.Client, name: string, key: string): Promise<string> {
  const id = randomUUID();
  await client.query('begin');
  await client.query(`insert into identity."user" (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, true, now(), now())`, [id, name, `${id}@lakeside.example`]);
  await client.query(`insert into member (organisation_id, user_id, name, email, role, affiliation, joined_at) values ($1, $2, $3, $4, 'student', 'organisation', now())`, [organisationId, id, name, `${id}@lakeside.example`]);
  await client.query(`insert into career_form (organisation_id, user_id, target_organisation, language, free_only, learning_style, updated_at) values ($1, $2, $3, 'en', true, 'mixed', now())`, [organisationId, id, key]);
  await client.query('commit');
  return id;
}
/** Everything in every table, independent of the order in which rows lie. */
async function rowsIn(url: string): Promise<Record<string, string[]>> {
  const client = await connect(url);
  try {
    const tables = await client.query<{ table: string }>(`select oid::regclass::text as table from pg_class where relkind = 'r' and relnamespace in (to_regnamespace('public'), to_regnamespace('identity')) order by 1`);
    const all: Record<string, string[]> = {};
    for (const { table } of tables.rows) all[table] = (await client.query<{ row: string }>(`select row::text as row from ${table} row order by 1`)).rows.map(({ row }) => row);
    return all;
  } finally {
    await client.end();
  }
}

const awkward = ['plain', 'tab\there', 'line\nbreak', 'back\\slash \\. \\N', `quote's "double"`, 'नमस्ते 🪨', ''];

test('every row and every file comes back, byte by byte, and the schema works on', async () => {
  for (const name of awkward) await addPerson(owner, name, 'a');
  store('org/one/resume/1', 'first');
  store('org/one/resume/2', '');
  const made = await makeBackup();
  const result = await bring();
  expect(result).toEqual({ takenAt: '2026-03-01T00:00:00.000Z', tables: made.tables, rows: made.rows, files: 2 });
  expect(await rowsIn(target.ownerUrl)).toEqual(await rowsIn(source.ownerUrl));
  expect(keysIn(at('restored/files')).map((key) => [key, readFileSync(at(`restored/files/${key}`), 'utf8')])).toEqual([['org/one/resume/1', 'first'], ['org/one/resume/2', '']]);
  const restored = await connect(target.ownerUrl);
  await expect(restored.query(`insert into member (organisation_id, user_id, name, email, role, affiliation, joined_at) values ($1, $2, 'x', 'x', 'student', 'guest', now())`, [organisationId, randomUUID()])).rejects.toMatchObject({ code: '23503' });
  const loose = await restored.query(`select conname from pg_constraint where contype = 'f' and condeferrable and connamespace = 'public'::regnamespace`);
  await restored.end();
  expect(loose.rows).toEqual([]);
  expect(readdirSync(at('data'))).toEqual(['files']);
  expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'data', 'restored']);
});

test('jobs that wait come back too', async () => {
  await owner.query(`select pgboss.create_queue('resume.read', '{"policy":"standard"}'::jsonb)`);
  await owner.query(`insert into pgboss.job_common (id, name, data, policy) values ($1, 'resume.read', '{"resumeId":"x"}', 'standard')`, [randomUUID()]);
  await makeBackup();
  await bring();
  const restored = await connect(target.ownerUrl);
  const jobs = await restored.query('select name, data from pgboss.job');
  await restored.end();
  expect(jobs.rows).toEqual([{ name: 'resume.read', data: { resumeId: 'x' } }]);
});

test('a table of many parts comes back whole', async () => {
  await owner.query(`insert into identity."user" (id, name, email, email_verified, created_at, updated_at) select gen_random_uuid(), repeat(md5(n::text), 20), n || '@lakeside.example', true, now(), now() from generate_series(1, 20000) n`);
  await makeBackup();
  const parts = (await membersIn('backup.tar.gz')).filter(({ name }) => name.startsWith('tables/identity.user/'));
  expect(parts.length).toBeGreaterThan(2);
  await bring();
  expect((await rowsIn(target.ownerUrl))['identity."user"']).toHaveLength(20_000);
});

test('taken while people write, it holds one moment: nothing half, and every file that a row names', async () => {
  const writer = await connect(source.ownerUrl);
  const people: { id: string; key: string }[] = [];
  let writing = true;
  let written = 0;
  const work = (async () => {
    while (writing) {
      const key = `org/one/resume/${written}`;
      store(key, `content of ${key}`);
      people.push({ id: await addPerson(writer, `person ${written}`, key), key });
      written += 1;
      if (written % 3 !== 0) continue;
      const leaving = people.shift();
      if (leaving === undefined) continue;
      await writer.query('delete from identity."user" where id = $1', [leaving.id]);
      rmSync(at(`data/files/${leaving.key}`));
    }
  })();
  while (written < 50) await new Promise((soon) => { setTimeout(soon, 5); });
  const before = written;
  for (let number = 0; number < 3; number += 1) await makeBackup(`backup-${number}.tar.gz`);
  writing = false;
  await work;
  await writer.end();
  expect(written).toBeGreaterThan(before);

  await bring('backup-2.tar.gz');
  const restored = await connect(target.ownerUrl);
  const forms = await restored.query<{ key: string; member: boolean }>(`select target_organisation as key, member.user_id is not null as member from career_form form left join member on (member.organisation_id, member.user_id) = (form.organisation_id, form.user_id)`);
  const [people_] = (await restored.query<{ users: string; members: string; forms: string }>(`select (select count(*) from identity."user") as users, (select count(*) from member) as members, (select count(*) from career_form) as forms`)).rows;
  await restored.end();
  expect(new Set(Object.values(people_ ?? {})).size).toBe(1);
  expect(forms.rows.filter(({ member }) => !member)).toEqual([]);
  expect(forms.rows.length).toBeGreaterThan(20);
  expect(forms.rows.filter(({ key }) => readFileSync(at(`restored/files/${key}`), 'utf8') !== `content of ${key}`)).toEqual([]);
});

describe('a backup is refused', () => {
  test('over a file that is there', async () => {
    writeFileSync(at('backup.tar.gz'), 'precious');
    await expect(makeBackup()).rejects.toThrow('is there already');
    expect(readFileSync(at('backup.tar.gz'), 'utf8')).toBe('precious');
  });
  test('as a role that would see a part of the rows only', async () => {
    const limited = backup({ ownerUrl: applicationUrl(source.ownerUrl, testSecret), dataDirectory: at('data'), filesDirectory: at('data/files'), file: at('b'), cairnVersion: '', now: () => 0, report: () => undefined });
    await expect(limited).rejects.toThrow('alter role "cairn_app" bypassrls');
  });
});

interface Member { name: string; content: Buffer }
async function membersIn(name: string): Promise<Member[]> {
  const members: Member[] = [];
  for await (const { name: memberName, content } of readTar(Readable.from([gunzipSync(readFileSync(at(name)))]))) {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(piece);
    members.push({ name: memberName, content: Buffer.concat(pieces) });
  }
  return members;
}
/** Writes the backup anew with other members; with `honest`, its checksums fit what was changed. */
async function rewrite(change: (member: Member) => Member | undefined, honest: boolean): Promise<void> {
  const members = (await membersIn('backup.tar.gz')).map(change).filter((member) => member !== undefined);
  const last = members.at(-1);
  if (honest && last?.name === 'manifest.json') {
    const manifest = JSON.parse(last.content.toString()) as object;
    last.content = Buffer.from(JSON.stringify({ ...manifest, members: members.slice(0, -1).map(({ name, content }) => ({ name, sizeBytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })) }));
  }
  writeFileSync(at('backup.tar.gz'), gzipSync(Buffer.concat([...members.flatMap(({ name, content }) => [tarHeader(name, content.length, 0), content, padding(content.length)]), tarEnd])));
}
const only = (name: string | RegExp, change: (content: Buffer) => Buffer) => (member: Member) => (member.name.match(name) === null ? member : { ...member, content: change(member.content) });

describe('a restore is refused, and leaves nothing behind,', () => {
  beforeEach(async () => {
    await addPerson(owner, 'Asha', 'a');
    store('org/one/resume/1', 'first');
    await makeBackup();
  });

  const damages: [string, () => void | Promise<void>, string][] = [
    ['from a file that is only part of a backup', () => writeFileSync(at('backup.tar.gz'), readFileSync(at('backup.tar.gz')).subarray(0, -200)), 'only part'],
    ['from a file with a flipped bit', () => { const bytes = readFileSync(at('backup.tar.gz')); bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1; writeFileSync(at('backup.tar.gz'), bytes); }, ''],
    ['from something else', () => writeFileSync(at('backup.tar.gz'), gzipSync('hello')), 'only part of a backup'],
    ['from a text', () => writeFileSync(at('backup.tar.gz'), 'hello'), 'damaged, or no backup'],
    ['when a name was changed', () => rewrite(only(/identity\.user\//, (content) => Buffer.from(content.toString().replace('Asha', 'Ashe'))), false), 'does not have the content'],
    ['when a file was changed', () => rewrite(only(/^files\//, () => Buffer.from('other')), false), 'does not have the content'],
    ['when a file was taken out', () => rewrite((member) => (member.name.startsWith('files/') ? undefined : member), false), 'does not have the content'],
    ['when a constraint would not hold', () => rewrite((member) => (/identity\.user\//.test(member.name) ? undefined : member), true), 'foreign key'],
    ['when a table has fewer rows than were written', () => rewrite(only(/career_form/, () => Buffer.alloc(0)), true), 'rows where the backup says'],
    ['when a file would climb out of its folder', () => rewrite((member) => ({ ...member, name: member.name.replace('files/org', 'files/../../org') }), true), 'nothing that Cairn wrote'],
    ['when a newer version made it', () => rewrite(only('contents.json', (content) => Buffer.from(content.toString().replace('0001_ground.sql', '0001_other.sql').replace(/"checksum": "./, '"checksum": "x'))), true), 'does not know'],
    ['when it has another form', () => rewrite(only('contents.json', (content) => Buffer.from(content.toString().replace('"format": 1', '"format": 2'))), true), 'has the form 2'],
  ];
  test.each(damages)('%s', async (_why, damage, reason) => {
    await damage();
    await expect(bring()).rejects.toMatchObject({ name: 'BackupError', message: expect.stringContaining(reason) });
    expect(Object.values(await rowsIn(target.ownerUrl)).flat()).toEqual([]);
    expect(existsSync(at('restored/files'))).toBe(false);
    expect(existsSync(at('restored')) ? readdirSync(at('restored')) : []).toEqual([]);
  });

  test('into an installation that has people', async () => {
    await bring();
    rmSync(at('restored'), { recursive: true });
    await expect(bring()).rejects.toThrow('has rows already');
  });
  test('into an installation that has files', async () => {
    mkdirSync(at('restored/files'), { recursive: true });
    writeFileSync(at('restored/files/one'), 'kept');
    await expect(bring()).rejects.toThrow('holds files already');
    expect(readFileSync(at('restored/files/one'), 'utf8')).toBe('kept');
  });
});
