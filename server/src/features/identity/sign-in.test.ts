import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Answered, type TestApp } from '../../test-support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await app.make.organisation({ name: 'Hilltop College', slug: 'hilltop' });
});
afterAll(() => app.close());

const password = 'seven quiet rivers';
let made = 0;
const newEmail = () => `asha.${(made += 1)}@mail.example`;

const register = (email: string, more: object = {}) => app.anonymous.post('/auth/register', { name: 'Asha Verma', email, password, ...more });
const login = (email: string, more: object = {}, headers: Record<string, string> = {}) => app.anonymous.post('/auth/login', { email, password, ...more }, { headers });
const me = (headers: Record<string, string>) => app.anonymous.get('/me', { headers });
const bearer = (answer: Answered) => ({ authorization: `Bearer ${answer.body.accessToken}` });

describe('an API client', () => {
  test('that registers is signed in as a student with an unconfirmed address', async () => {
    const email = newEmail();
    const answer = await register(email.toUpperCase());
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ expiresIn: 1800, user: { name: 'Asha Verma', email, emailVerified: false, role: 'student', organisation: { slug: 'hilltop' }, onboarded: false, language: 'en', theme: 'system' } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await me(bearer(answer))).body).toEqual(answer.body.user);
  });

  test('comes in again by its password', async () => {
    const email = newEmail();
    await register(email);
    const answer = await login(email);
    expect(answer.status).toBe(200);
    expect((await me(bearer(answer))).status).toBe(200);
  });

  test('cannot use a token after 30 minutes', async () => {
    const answer = await register(newEmail());
    app.clock.milliseconds += 30 * 60_000 - 1000;
    expect((await me(bearer(answer))).status).toBe(200);
    app.clock.milliseconds += 1000;
    expect((await me(bearer(answer))).body.code).toBe('auth.signed-out');
  });

  test('cannot make a token of its own', async () => {
    const { accessToken } = (await register(newEmail())).body;
    const [head, body, signature] = accessToken.split('.');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = {
      'other claims under the signature': `${head}.${part({ ...claims, exp: claims.exp + 9e6 })}.${signature}`,
      'no signature': `${part({ alg: 'none', typ: 'JWT' })}.${body}.`,
      'a signature with a key of theirs': await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey),
      'a signature with a password': await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('0'.repeat(32))),
      'one more part': `${accessToken}.x`,
      nonsense: 'nonsense',
    };
    for (const [how, token] of Object.entries(forged)) expect([how, (await me({ authorization: `Bearer ${token}` })).status]).toEqual([how, 401]);
    expect((await me({ authorization: `Basic ${accessToken}` })).status).toBe(401);
    expect((await me({ authorization: `bearer ${accessToken}` })).status).toBe(200);
  });
});

describe('the web', () => {
  test('gets the user and a cookie that scripts and other sites cannot use', async () => {
    const answer = await register(newEmail(), { client: 'web' });
    expect(Object.keys(answer.body)).toEqual(['user']);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^cairn_session=[\w-]{43}; /);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Lax']);
    expect((await me({ cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  });

  test('gets a Secure cookie under the __Host- prefix over https', async () => {
    const secure = await testApp({ environment: { CAIRN_PUBLIC_URL: 'https://careers.example' } });
    try {
      await secure.make.organisation();
      const answer = await secure.anonymous.post('/auth/register', { name: 'Asha', email: newEmail(), password, client: 'web' });
      expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-cairn_session=[\w-]{43}; .*; Secure$/);
    } finally {
      await secure.close();
    }
  });

  test('cannot be made to write by a page of another site', async () => {
    const email = newEmail();
    const cookie = String((await register(email, { client: 'web' })).headers['set-cookie']).split(';')[0] ?? '';
    for (const headers of [{ cookie, origin: 'https://evil.example' }, { cookie, 'sec-fetch-site': 'cross-site' }, { cookie }] as Record<string, string>[]) {
      expect((await app.anonymous.patch('/me', { name: 'Mallory' }, { headers })).body.code).toBe('request.cross-site');
    }
    expect((await login(email, { client: 'web' }, { origin: 'https://evil.example' })).body.code).toBe('request.cross-site');
    expect((await app.anonymous.patch('/me', { name: 'Asha V' }, { headers: { cookie, origin: app.settings.publicUrl } })).status).toBe(200);
  });

  test('does not count its cookie where an Authorization header is', async () => {
    const cookie = String((await register(newEmail(), { client: 'web' })).headers['set-cookie']).split(';')[0] ?? '';
    expect((await me({ cookie, authorization: 'Bearer nonsense' })).status).toBe(401);
  });
});

describe('nobody learns whether an address has an account', () => {
  test('from signing in: the same answer, after the same work', async () => {
    const known = newEmail();
    await register(known);
    // Of all threads of this process, so that others on the machine do not count.
    const work = async (email: string) => {
      const before = process.cpuUsage();
      const answer = await app.anonymous.post('/auth/login', { email, password: 'not the password' });
      const { user, system } = process.cpuUsage(before);
      return { answer, took: user + system };
    };
    const tries = [];
    for (let time = 0; time < 4; time += 1) tries.push({ known: await work(known), unknown: await work('nobody@mail.example') });
    for (const { known: one, unknown: other } of tries) {
      expect(one.answer.status).toBe(401);
      expect({ ...other.answer.body, requestId: '' }).toEqual({ ...one.answer.body, requestId: '' });
    }
    // Hashing is most of it; without it an unknown address would take a tenth. The least of four is the least disturbed.
    const least = (times: number[]) => Math.min(...times);
    const ratio = least(tries.map(({ known: { took } }) => took)) / least(tries.map(({ unknown: { took } }) => took));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test('from a lock: the sixth wrong password is refused for both', async () => {
    const known = newEmail();
    await register(known);
    for (const email of [known, 'nobody-else@mail.example']) {
      for (let time = 0; time < 5; time += 1) expect((await app.anonymous.post('/auth/login', { email, password: 'wrong' })).status).toBe(401);
      const locked = await app.anonymous.post('/auth/login', { email, password });
      expect([locked.status, locked.body.code, locked.headers['retry-after']]).toEqual([429, 'auth.locked', '30']);
    }
    app.clock.milliseconds += 30_000;
    expect((await login(known)).status).toBe(200);
  });

  test('from registering without the password: the answer of a wrong password', async () => {
    const email = newEmail();
    await register(email);
    const again = await register(email, { password: 'another fine phrase' });
    expect([again.status, again.body.code]).toEqual([401, 'auth.wrong-credentials']);
  });
});

test('registering again with the right password signs in', async () => {
  const email = newEmail();
  const first = await register(email);
  const second = await register(email);
  expect(second.status).toBe(201);
  expect(second.body.user.id).toBe(first.body.user.id);
});

test('of several who register one address at once, one account comes about', async () => {
  const email = newEmail();
  const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => register(email, { name: `Asha ${index}` })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
  expect(new Set(answers.map(({ body }) => body.user.id)).size).toBe(1);
});

test.each(['short', 'password1234', 'asha.verma@mail.example'])('the password %s is refused', async (weak) => {
  const answer = await register('asha.verma@mail.example', { password: weak });
  expect([answer.status, answer.body.code]).toEqual([422, 'auth.weak-password']);
});

describe('with two organisations', () => {
  let two: TestApp;
  beforeAll(async () => {
    two = await testApp({ environment: { CAIRN_PUBLIC_URL: 'https://cairn.example' } });
    await two.make.organisation({ name: 'Hilltop', slug: 'hilltop' });
    await two.make.organisation({ name: 'Lakeside', slug: 'lakeside' });
  });
  afterAll(() => two.close());
  const signUp = (email: string, more: object, host?: string) => two.anonymous.post('/auth/register', { name: 'Asha', email, password, ...more }, host === undefined ? {} : { headers: { host } });

  test.each([
    ['neither a name nor a subdomain says which', {}, undefined, 'auth.organisation-choice'],
    ['www is no organisation', {}, 'www.cairn.example', 'auth.organisation-choice'],
    ['another domain says nothing', {}, 'hilltop.evil.example', 'auth.organisation-choice'],
    ['there is none of that name', { organisation: 'seaside' }, undefined, 'auth.organisation-unknown'],
  ])('%s: refused', async (_, more, host, code) => {
    expect((await signUp(newEmail(), more, host)).body.code).toBe(code);
  });

  test('the name decides, else the subdomain', async () => {
    expect((await signUp(newEmail(), { organisation: 'lakeside' })).body.user.organisation.slug).toBe('lakeside');
    expect((await signUp(newEmail(), {}, 'hilltop.cairn.example')).body.user.organisation.slug).toBe('hilltop');
    expect((await signUp(newEmail(), { organisation: 'lakeside' }, 'hilltop.cairn.example')).body.user.organisation.slug).toBe('lakeside');
  });

  test('one account belongs to both, and each session stays in its own, whatever the headers say', async () => {
    const email = newEmail();
    const hilltop = await signUp(email, { organisation: 'hilltop' });
    expect((await two.anonymous.post('/auth/login', { email, password, organisation: 'lakeside' })).body.code).toBe('auth.wrong-credentials');
    const lakeside = await signUp(email, { organisation: 'lakeside' });
    expect(lakeside.body.user.id).toBe(hilltop.body.user.id);
    for (const [answer, slug] of [[hilltop, 'hilltop'], [lakeside, 'lakeside']] as const) {
      const headers = { ...bearer(answer), host: 'hilltop.cairn.example', 'x-organisation': 'hilltop' };
      expect((await two.anonymous.get('/me', { headers })).body.organisation.slug).toBe(slug);
    }
  });
});
