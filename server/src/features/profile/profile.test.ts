import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { testApp, type Answered, type TestApp } from '../../test-support/app.ts';
import type { TestPerson } from '../../test-support/factories.ts';
import { mailsTo } from '../../test-support/outbox.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ work: true });
  await app.app.features.organisations.create({ name: 'Hilltop College', slug: 'hilltop', adminEmail: 'head@hilltop.example', adminName: 'The Head' });
});
afterAll(() => app.close());

const password = 'seven quiet rivers';
let made = 0;
async function signUp(more: object = {}): Promise<{ answer: Answered; headers: Record<string, string>; email: string; userId: string }> {
  const email = `asha.${(made += 1)}@mail.example`;
  const answer = await app.anonymous.post('/auth/register', { name: 'Asha Verma', email, password, organisation: 'hilltop', ...more });
  return { answer, headers: { authorization: `Bearer ${answer.body.accessToken}` }, email, userId: answer.body.user.id };
}

const form = {
  currentRole: 'Shop assistant', targetRoleId: null, targetOrganisation: 'Lakeside Foundry', yearsOfExperience: 1.5, hoursPerWeek: 7, weeksAvailable: 26, language: 'hi', freeOnly: true, learningStyle: 'doing',
} as const;

describe('me', () => {
  test('can be changed, field by field', async () => {
    const { headers, answer } = await signUp();
    const before = answer.body.user;
    const changed = await app.anonymous.patch('/me', { name: '  Asha V.  ', language: 'hi' }, { headers });
    expect(changed.body).toEqual({ ...before, name: 'Asha V.', language: 'hi' });
    const later = await app.anonymous.patch('/me', { theme: 'dark', onboarded: true }, { headers });
    expect(later.body).toEqual({ ...changed.body, theme: 'dark', onboarded: true });
    expect((await app.anonymous.get('/me', { headers })).body).toEqual(later.body);
    expect((await app.anonymous.patch('/me', {}, { headers })).body).toEqual(later.body);
    expect((await app.anonymous.patch('/me', { onboarded: false }, { headers })).body.onboarded).toBe(false);
  });

  test('keeps the time zone that a page says, and refuses one that is none', async () => {
    const { headers, answer } = await signUp();
    expect(answer.body.user.timeZone).toBeNull();
    expect((await app.anonymous.patch('/me', { timeZone: 'Asia/Kolkata' }, { headers })).body.timeZone).toBe('Asia/Kolkata');
    expect(await app.anonymous.patch('/me', { timeZone: 'Asia/Atlantis' }, { headers })).toMatchObject({ status: 400, body: { code: 'profile.time-zone-unknown' } });
    expect((await app.anonymous.get('/me', { headers })).body.timeZone).toBe('Asia/Kolkata');
  });

  test('takes nothing that is not there to be changed', async () => {
    const { headers } = await signUp();
    const answer = await app.anonymous.patch('/me', { role: 'admin', email: 'other@mail.example', name: 'Asha' }, { headers });
    expect(answer.status === 400 || (answer.body.role === 'student' && answer.body.email !== 'other@mail.example')).toBe(true);
    expect((await app.anonymous.get('/me', { headers })).body.role).toBe('student');
  });
});

describe('the career form', () => {
  test('is empty before it is saved, in the language of the person', async () => {
    const { headers } = await signUp({ language: 'hi' });
    expect((await app.anonymous.get('/me/career-form', { headers })).body).toEqual({
      currentRole: null, targetRoleId: null, targetOrganisation: null, yearsOfExperience: null, hoursPerWeek: null, weeksAvailable: null, language: 'hi', freeOnly: false, learningStyle: 'mixed',
    });
  });

  test('keeps what was saved last', async () => {
    const { headers } = await signUp();
    expect((await app.anonymous.put('/me/career-form', form, { headers })).body).toEqual(form);
    const second = { ...form, hoursPerWeek: null, currentRole: null };
    await app.anonymous.put('/me/career-form', second, { headers });
    expect((await app.anonymous.get('/me/career-form', { headers })).body).toEqual(second);
  });

  test('refuses a role that nobody knows', async () => {
    const { headers } = await signUp();
    expect((await app.anonymous.put('/me/career-form', { ...form, targetRoleId: 'no-such-role' }, { headers })).body.code).toBe('role.unknown');
  });

  test("is not another's, not even in the same organisation", async () => {
    const [one, other] = [await signUp(), await signUp()];
    await app.anonymous.put('/me/career-form', form, { headers: one.headers });
    expect((await app.anonymous.get('/me/career-form', { headers: other.headers })).body.currentRole).toBeNull();
  });
});

describe('the export', () => {
  test('is a ZIP of what is held, and of nobody else', async () => {
    const { headers, email, answer } = await signUp();
    await app.anonymous.put('/me/career-form', form, { headers });
    const got = await app.anonymous.get('/me/export', { headers: { ...headers, 'user-agent': 'A browser' } });
    expect(got.headers['content-type']).toBe('application/zip');
    expect(String(got.headers['content-disposition'])).toMatch(/filename="cairn-\d{4}-\d\d-\d\d\.zip"/);
    const files = await unzip(got.bytes);
    expect(files.get('account/account.json')).toMatchObject({ id: answer.body.user.id, email, name: 'Asha Verma', hasPassword: true });
    expect(files.get('account/membership.json')).toMatchObject({ organisation: 'Hilltop College', role: 'student' });
    expect(files.get('account/career-form.json')).toEqual(form);
    expect(files.get('account/sessions.json')).toHaveLength(1);
    expect(JSON.stringify([...files])).not.toMatch(/argon2|hash/i);
  });
});

async function unzip(archive: Buffer): Promise<Map<string, unknown>> {
  const opened = await yauzl.fromBufferPromise(archive, { lazyEntries: true });
  const files = new Map<string, unknown>();
  for await (const entry of opened.eachEntry()) files.set(entry.fileName, JSON.parse((await buffer(await opened.openReadStreamPromise(entry))).toString()));
  return files;
}

describe('erasing oneself', () => {
  const erase = (headers: Record<string, string>, withPassword = password) => app.anonymous.delete('/me', { password: withPassword }, { headers });

  test('asks for the password, and counts wrong ones', async () => {
    const { headers } = await signUp();
    for (let time = 0; time < 5; time += 1) expect((await erase(headers, 'wrong')).body.code).toBe('auth.wrong-credentials');
    expect((await erase(headers)).body.code).toBe('auth.locked');
  });

  test('leaves nothing in any table, ends every session, and frees the address', async () => {
    const name = 'Kumudini Tarkhadkar-Naik';
    const person = await signUp({ name });
    const { email, userId, headers } = person;
    const second = await app.anonymous.post('/auth/login', { email, password, client: 'web', organisation: 'hilltop' });
    const cookie = String(second.headers['set-cookie']).split(';')[0] ?? '';
    // Traces of every kind: another organisation, wrong passwords, mails, jobs, an Idempotency-Key, invitations from and to them.
    const lakeside = await app.app.features.organisations.create({ name: 'Lakeside', slug: 'lakeside', adminEmail: 'dean@lakeside.example', adminName: 'Dean' });
    await app.anonymous.post('/auth/register', { name, email, password, organisation: 'lakeside' });
    await app.anonymous.put('/me/career-form', form, { headers: { ...headers, 'idempotency-key': 'once' } });
    await app.anonymous.post('/auth/login', { email, password: 'wrong', organisation: 'hilltop' });
    await app.anonymous.post('/auth/forgot-password', { email });
    await app.anonymous.post('/auth/register', { name: 'Mallory', email, password: 'a guess at random', organisation: 'hilltop' });
    const admin = await app.make.person({ organisation: { id: lakeside.organisation.id, slug: 'lakeside', name: 'Lakeside' }, role: 'admin' });
    await invitedAgain(admin, email);
    await mailsTo(app, email);
    expect((await traces([userId, email, name])).length).toBeGreaterThan(5);

    expect((await erase(headers)).status).toBe(204);
    expect(await traces([userId, email, name])).toEqual([]);
    expect(readdirSync(app.settings.outboxDirectory).filter((file) => readFileSync(join(app.settings.outboxDirectory, file), 'utf8').includes(email))).toEqual([]);
    expect((await app.anonymous.get('/me', { headers })).status).toBe(401);
    expect((await app.anonymous.get('/me', { headers: { cookie } })).status).toBe(401);
    expect((await app.anonymous.post('/auth/refresh', { refreshToken: person.answer.body.refreshToken })).status).toBe(401);
    expect((await app.anonymous.post('/auth/login', { email, password, organisation: 'hilltop' })).status).toBe(401);
    const anew = await app.anonymous.post('/auth/register', { name: 'Asha', email, password, organisation: 'hilltop' });
    expect(anew.status).toBe(201);
    expect(anew.body.user.id).not.toBe(userId);
  });

  /** The address is not confirmed, so the invitation is made although they are a member. */
  async function invitedAgain(admin: TestPerson, email: string): Promise<void> {
    expect((await app.as(admin).post('/invitations', { email, role: 'alumni' })).status).toBe(201);
  }

  test('is refused to the last admin, and nothing is lost', async () => {
    const created = await app.app.features.organisations.create({ name: 'Seaside', slug: 'seaside', adminEmail: 'only@seaside.example', adminName: 'Only Admin', password });
    const session = await app.anonymous.post('/auth/login', { email: 'only@seaside.example', password, organisation: 'seaside' });
    const headers = { authorization: `Bearer ${session.body.accessToken}` };
    expect((await erase(headers)).body.code).toBe('people.last-admin');
    expect((await app.anonymous.get('/me', { headers })).body.id).toBe(created.adminUserId);
  });

  /** Tables and rows in which any of these words still stands, read by the owner with row security aside. */
  async function traces(words: readonly string[]): Promise<string[]> {
    const owner = new pg.Client({ connectionString: app.held.ownerUrl });
    await owner.connect();
    try {
      await owner.query('set row_security = off');
      const { rows: tables } = await owner.query<{ name: string }>(`
        select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
        found.push(...rows.filter(({ row }) => words.some((word) => row.toLowerCase().includes(word.toLowerCase()))).map(({ row }) => `${name}: ${row}`));
      }
      return found;
    } finally {
      await owner.end();
    }
  }
});
