import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Answered, type TestApp } from '../../test-support/app.ts';
import { mailsTo, tokenFor } from '../../test-support/outbox.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ work: true });
  await app.app.features.organisations.create({ name: 'Hilltop College', slug: 'hilltop', emailDomain: 'hilltop.example', adminEmail: 'head@hilltop.example', adminName: 'The Head' });
});
afterAll(() => app.close());

const password = 'seven quiet rivers';
const newPassword = 'nine louder waterfalls';
let made = 0;
const newEmail = (domain = 'mail.example') => `asha.${(made += 1)}@${domain}`;
const signUp = (email: string, more: object = {}): Promise<Answered> => app.anonymous.post('/auth/register', { name: 'Asha Verma', email, password, ...more });
const login = (email: string, withPassword = password) => app.anonymous.post('/auth/login', { email, password: withPassword });
const forgot = (email: string) => app.anonymous.post('/auth/forgot-password', { email });
const reset = (token: string, to = newPassword) => app.anonymous.post('/auth/reset-password', { token, password: to });
const verify = (token: string) => app.anonymous.post('/auth/verify-email', { token });
const bearer = ({ body }: Answered) => ({ headers: { authorization: `Bearer ${body.accessToken}` } });
const affiliation = async (userId: string) => {
  const { organisationId } = { organisationId: (await app.app.features.organisations.all())[0]?.id ?? '' };
  return (await app.held.database.transaction({ organisationId }, (tx) => tx.one<{ affiliation: string }>('select affiliation from member where user_id = $1', [userId]))).affiliation;
};
/** Past the time in which no second mail of a kind goes out. */
const later = () => (app.clock.milliseconds += 61_000);

describe('confirming the address', () => {
  test('registering sends a mail whose link confirms it, once', async () => {
    const email = newEmail();
    const session = await signUp(email);
    const [mail] = await mailsTo(app, email);
    expect(mail?.subject).toBe('Confirm your e-mail address');
    expect(mail?.link.href).toMatch(new RegExp(`^${app.settings.publicUrl}/verify-email\\?token=[\\w-]{43}$`));
    const token = mail?.link.searchParams.get('token') ?? '';
    expect((await verify(token)).status).toBe(204);
    expect((await app.anonymous.get('/me', bearer(session))).body.emailVerified).toBe(true);
    expect((await verify(token)).body.code).toBe('auth.token-invalid');
  });

  test('the mail speaks the language that was chosen', async () => {
    const email = newEmail();
    await signUp(email, { language: 'hi' });
    expect((await mailsTo(app, email))[0]?.subject).toBe('अपना ई-मेल पता पक्का करें');
  });

  test('no mail brings the name that was typed to an address that is not confirmed', async () => {
    const email = newEmail();
    await signUp(email, { name: 'Win at www.evil.example' });
    const token = await tokenFor(app, email, 'verify-email');
    await forgot(email);
    const before = await mailsTo(app, email);
    expect(before.map(({ text }) => text.includes('evil'))).toEqual([false, false]);
    await verify(token);
    later();
    await forgot(email);
    expect((await mailsTo(app, email)).at(-1)?.text).toMatch(/^Hello Win at/);
  });

  test.each([
    ['hilltop.example', 'organisation'],
    ['cs.hilltop.example', 'organisation'],
    ['hilltop.example.evil.example', 'guest'],
    ['nothilltop.example', 'guest'],
    ['mail.example', 'guest'],
  ])('makes somebody at %s a student of kind %s, and not before', async (domain, kind) => {
    const email = newEmail(domain);
    const { body } = await signUp(email);
    expect(await affiliation(body.user.id)).toBe('guest');
    await verify(await tokenFor(app, email, 'verify-email'));
    expect(await affiliation(body.user.id)).toBe(kind);
    expect(body.user.role).toBe('student');
  });

  test('the mail can be sent again, but not to flood a mailbox', async () => {
    const email = newEmail();
    const session = await signUp(email);
    const resend = () => app.anonymous.post('/auth/resend-verification', undefined, bearer(session));
    expect([(await resend()).status, (await resend()).status]).toEqual([202, 202]);
    expect(await mailsTo(app, email)).toHaveLength(1);
    later();
    await resend();
    expect(await mailsTo(app, email)).toHaveLength(2);
    await verify(await tokenFor(app, email, 'verify-email'));
    later();
    await resend();
    expect(await mailsTo(app, email)).toHaveLength(2);
  });
});

describe('a forgotten password', () => {
  test('is set anew by the link of the mail, which ends every session, every lock and every other link', async () => {
    const email = newEmail();
    const [here, there] = [await signUp(email), await login(email)];
    await forgot(email);
    const first = await tokenFor(app, email, 'reset-password');
    later();
    await forgot(email);
    const second = await tokenFor(app, email, 'reset-password');
    for (let time = 0; time < 5; time += 1) await login(email, 'wrong');
    expect((await login(email)).status).toBe(429);

    expect((await reset(second)).status).toBe(204);
    for (const session of [here, there]) {
      expect((await app.anonymous.get('/me', bearer(session))).status).toBe(401);
      expect((await app.anonymous.post('/auth/refresh', { refreshToken: session.body.refreshToken })).status).toBe(401);
    }
    expect((await login(email)).status).toBe(401);
    const again = await login(email, newPassword);
    expect(again.body.user.emailVerified).toBe(true);
    for (const token of [first, second]) expect((await reset(token)).body.code).toBe('auth.token-invalid');
  });

  test('of two who use one link at once, one does', async () => {
    const email = newEmail();
    await signUp(email);
    await forgot(email);
    const token = await tokenFor(app, email, 'reset-password');
    const statuses = await Promise.all([reset(token, 'first phrase of three'), reset(token, 'second phrase of three')]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  test('a password that is refused does not use the link up', async () => {
    const email = newEmail();
    await signUp(email);
    await forgot(email);
    const token = await tokenFor(app, email, 'reset-password');
    expect((await reset(token, 'password123')).body.code).toBe('auth.weak-password');
    expect((await reset(token)).status).toBe(204);
  });

  test('is answered alike, and as slowly, where there is no account', async () => {
    const email = newEmail();
    await signUp(email);
    const ask = async (of: string) => {
      const began = performance.now();
      const { status, body } = await forgot(of);
      return { answer: { status, body }, took: performance.now() - began };
    };
    const [known, unknown] = [await ask(email), await ask('nobody@mail.example')];
    expect(unknown.answer).toEqual(known.answer);
    expect(known.answer).toEqual({ status: 202, body: { sent: true } });
    for (const { took } of [known, unknown]) expect(took).toBeGreaterThan(145);
    expect(await mailsTo(app, 'nobody@mail.example')).toEqual([]);
  });

  test.each(['', 'x', '../../etc', '0'.repeat(500)])('the token "%s" is refused', async (token) => {
    expect((await reset(token)).body.code).toBe('auth.token-invalid');
  });

  test('a link to confirm an address does not set a password', async () => {
    const email = newEmail();
    await signUp(email);
    expect((await reset(await tokenFor(app, email, 'verify-email'))).body.code).toBe('auth.token-invalid');
  });

  test('gives a password to somebody who never had one', async () => {
    await forgot('head@hilltop.example');
    await reset(await tokenFor(app, 'head@hilltop.example', 'reset-password'));
    expect((await login('head@hilltop.example', newPassword)).body.user.role).toBe('admin');
  });
});

test('the owner of an address hears, once a day, that somebody tried to register with it', async () => {
  const email = newEmail();
  await signUp(email);
  for (let time = 0; time < 3; time += 1) await signUp(email, { password: 'a guess at random' });
  expect((await mailsTo(app, email)).map(({ subject }) => subject).sort()).toEqual(['Confirm your e-mail address', 'You already have an account']);
});

test('no token of a mail is kept in the database', async () => {
  const email = newEmail();
  await signUp(email);
  const token = await tokenFor(app, email, 'verify-email');
  const rows = await app.held.database.identity((tx) => tx.query('select verification::text as row from identity.verification union all select data::text from pgboss.job'));
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});
