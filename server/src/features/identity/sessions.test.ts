import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import { createLog } from '../../platform/log/log.ts';
import { testApp, type Answered, type TestApp } from '../../test-support/app.ts';
import { sessionCacheSeconds } from './authenticator.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await app.make.organisation();
});
afterAll(() => app.close());

const password = 'seven quiet rivers';
let made = 0;
const signUp = (more: object = {}): Promise<Answered> => app.anonymous.post('/auth/register', { name: 'Asha', email: `asha.${(made += 1)}@mail.example`, password, ...more });
const refresh = (refreshToken: string) => app.anonymous.post('/auth/refresh', { refreshToken });
const bearer = ({ body }: Answered) => ({ headers: { authorization: `Bearer ${body.accessToken}` } });
const isSignedIn = async (answer: Answered) => (await app.anonymous.get('/me', bearer(answer))).status === 200;

describe('a refresh token', () => {
  test('gives a new pair, once', async () => {
    const first = await signUp();
    const second = await refresh(first.body.refreshToken);
    expect(second.status).toBe(200);
    expect(second.body.refreshToken).not.toBe(first.body.refreshToken);
    expect(second.body.user).toEqual(first.body.user);
    expect((await refresh(second.body.refreshToken)).status).toBe(200);
  });

  test('that comes back after it was exchanged ends the whole family', async () => {
    const first = await signUp();
    const second = await refresh(first.body.refreshToken);
    const third = await refresh(second.body.refreshToken);
    const stolen = await refresh(first.body.refreshToken);
    expect([stolen.status, stolen.body.code]).toEqual([401, 'auth.refresh-reused']);
    expect((await refresh(third.body.refreshToken)).body.code).toBe('auth.refresh-invalid');
    for (const pair of [first, second, third]) expect(await isSignedIn(pair)).toBe(false);
  });

  test('sent twice at once gives one pair, which goes on working', async () => {
    const first = await signUp();
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(first.body.refreshToken)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'auth.refresh-invalid')).toHaveLength(4);
    expect((await refresh(won[0]?.body.refreshToken)).status).toBe(200);
  });

  test('of another session is not touched by a reuse', async () => {
    const stays = await signUp();
    const other = await app.anonymous.post('/auth/login', { email: stays.body.user.email, password });
    await refresh(other.body.refreshToken);
    await refresh(other.body.refreshToken);
    expect((await refresh(stays.body.refreshToken)).status).toBe(200);
  });

  test('is refused after 30 days', async () => {
    const { body } = await signUp();
    app.clock.milliseconds += 30 * 86_400_000;
    expect((await refresh(body.refreshToken)).body.code).toBe('auth.refresh-invalid');
  });

  test.each(['', 'x', 'ä'.repeat(100)])('that was never given out (%s) is refused', async (token) => {
    expect((await refresh(token)).status).toBe(401);
  });

  test('is stored only as a hash', async () => {
    const { body } = await signUp();
    const rows = await app.held.database.identity((tx) => tx.query('select encode(token_hash, \'escape\') as kept, refresh_token::text as row from identity.refresh_token'));
    expect(JSON.stringify(rows)).not.toContain(body.refreshToken);
  });
});

describe('signing out', () => {
  test('ends this session at once and no other', async () => {
    const here = await signUp();
    const there = await app.anonymous.post('/auth/login', { email: here.body.user.email, password });
    expect(await isSignedIn(here)).toBe(true);
    expect((await app.anonymous.post('/auth/logout', {}, bearer(here))).status).toBe(204);
    expect(await isSignedIn(here)).toBe(false);
    expect((await refresh(here.body.refreshToken)).status).toBe(401);
    expect(await isSignedIn(there)).toBe(true);
  });

  test('everywhere ends all of them', async () => {
    const here = await signUp();
    const there = await app.anonymous.post('/auth/login', { email: here.body.user.email, password });
    await app.anonymous.post('/auth/logout', { everywhere: true }, bearer(here));
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false]);
  });

  test('of the web takes the cookie away', async () => {
    const answer = await signUp({ client: 'web' });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const out = await app.anonymous.post('/auth/logout', {}, { headers: { cookie, origin: app.settings.publicUrl } });
    expect(String(out.headers['set-cookie'])).toMatch(/^cairn_session=; Max-Age=0; /);
    expect((await app.anonymous.get('/me', { headers: { cookie } })).status).toBe(401);
  });
});

describe('the list of sessions', () => {
  test('says where somebody is signed in, and ends one', async () => {
    const here = await signUp();
    const email = here.body.user.email;
    await app.anonymous.post('/auth/login', { email, password, client: 'web' }, { headers: { 'user-agent': 'A browser' } });
    const { items } = (await app.anonymous.get('/auth/sessions', bearer(here))).body;
    expect(items.map(({ client, current }: { client: string; current: boolean }) => [client, current]).sort()).toEqual([['api', true], ['web', false]]);
    const web = items.find(({ client }: { client: string }) => client === 'web');
    expect(web.userAgent).toBe('A browser');
    expect((await app.anonymous.delete(`/auth/sessions/${web.id}`, undefined, bearer(here))).status).toBe(204);
    expect((await app.anonymous.get('/auth/sessions', bearer(here))).body.items).toHaveLength(1);
  });

  test.each([['unknown', '018f0000-0000-7000-8000-000000000000'], ['no id at all', 'abc']])('knows no session that is %s', async (_, id) => {
    const here = await signUp();
    expect((await app.anonymous.delete(`/auth/sessions/${id}`, undefined, bearer(here))).body.code).toBe('auth.session-unknown');
  });

  test("does not end somebody else's", async () => {
    const [here, other] = [await signUp(), await signUp()];
    const { items } = (await app.anonymous.get('/auth/sessions', bearer(other))).body;
    expect((await app.anonymous.delete(`/auth/sessions/${items[0].id}`, undefined, bearer(here))).status).toBe(404);
    expect(await isSignedIn(other)).toBe(true);
  });
});

describe('another process', () => {
  test('hears of a revocation at once, and without hearing holds it within the minute', async () => {
    const deaf = await createApp({ settings: app.settings, database: app.held.database, log: createLog({ level: 'silent' }), now: () => app.clock.milliseconds, webDirectory: '/nonexistent' });
    const hearing = await createApp({ settings: { ...app.settings, port: 0, runs: { api: true, worker: false } }, database: app.held.database, log: createLog({ level: 'silent' }), now: () => app.clock.milliseconds, webDirectory: '/nonexistent' });
    await deaf.http.fastify.ready();
    await hearing.start();
    try {
      const session = await signUp();
      const ask = async (other: typeof deaf) => (await other.http.fastify.inject({ url: '/api/v1/me', headers: bearer(session).headers })).statusCode;
      expect([await ask(deaf), await ask(hearing)]).toEqual([200, 200]);
      await app.anonymous.post('/auth/logout', {}, bearer(session));
      await expect.poll(() => ask(hearing), { timeout: 2000 }).toBe(401);
      expect(await deaf.authenticator.authenticate({ headers: bearer(session).headers } as never)).not.toBeNull();
      app.clock.milliseconds += sessionCacheSeconds * 1000;
      expect(await ask(deaf)).toBe(401);
      expect(sessionCacheSeconds).toBeLessThanOrEqual(60);
    } finally {
      await deaf.close();
      await hearing.close();
    }
  });
});

test('a session that is known is believed without asking the database', async () => {
  const session = await signUp();
  await isSignedIn(session);
  let acquired = 0;
  app.held.database.pool.on('acquire', () => (acquired += 1));
  const person = await app.app.authenticator.authenticate({ headers: bearer(session).headers } as never);
  expect(person?.userId).toBe(session.body.user.id);
  expect(acquired).toBe(0);
  await isSignedIn(session);
  expect(acquired).toBe(1);
});
