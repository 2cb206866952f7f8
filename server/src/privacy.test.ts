/** The log of whole sessions, at its most talkative, holds nothing that a person wrote or could be recognised by. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from './test-support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp({ work: true }); });
afterAll(() => app.close());

const email = 'lakshmi.perumal@college.example';
const name = 'Lakshmi Perumal';
const password = 'three green parrots 81';

test('an account is made, used, misused and recovered, and the log tells none of it', async () => {
  const organisation = await app.make.organisation({ name: 'Quietwater College' });
  const told: string[] = [email, name, password, 'Lakshmi', 'Perumal', 'Quietwater'];
  const remember = (text: unknown) => {
    if (typeof text === 'string' && text.length > 8) told.push(text);
  };

  const registered = await app.anonymous.post('/auth/register', { name, email, password, organisation: organisation.slug });
  expect(registered.status).toBe(201);
  remember(registered.body.accessToken);
  remember(registered.body.refreshToken);
  await app.anonymous.post('/auth/login', { email, password: 'a wrong guess 7', organisation: organisation.slug });
  remember('a wrong guess 7');
  const web = await app.anonymous.post('/auth/login', { email, password, client: 'web', organisation: organisation.slug });
  expect(web.status).toBe(200);
  const cookie = String([web.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
  remember(cookie.split('=')[1]);
  const mine = { headers: { cookie, origin: 'http://localhost:3000', host: 'localhost:3000' } };
  expect((await app.anonymous.get('/me', mine)).status).toBe(200);
  await app.anonymous.patch('/me', { name: 'Lakshmi Iyer' }, mine);
  remember('Lakshmi Iyer');
  await app.anonymous.patch('/me', { name: '', email }, mine);
  await app.anonymous.post('/auth/login', `{"email":"${email}",`, {});
  await app.anonymous.get('/me/career-form', { ...mine, query: { search: name } });
  await app.anonymous.get(`/nothing/${email}`, { query: { token: 'a-secret-token-in-an-address' } });
  remember('a-secret-token-in-an-address');
  await app.anonymous.delete('/auth/sessions/a-guessed-session-id', undefined, mine);
  remember('a-guessed-session-id');
  const refreshed = await app.anonymous.post('/auth/refresh', { refreshToken: registered.body.refreshToken });
  remember(refreshed.body.accessToken);
  await app.anonymous.post('/auth/forgot-password', { email });
  await app.jobsDone();
  const outbox = app.settings.outboxDirectory;
  for (const file of readdirSync(outbox)) for (const [, token] of readFileSync(join(outbox, file), 'utf8').matchAll(/token=([\w.~%-]{16,})/g)) remember(token);
  await app.anonymous.post('/auth/reset-password', { token: 'a-made-up-token-from-nowhere', password });
  remember('a-made-up-token-from-nowhere');
  await app.held.database.pool.query('select $1::int', [name]).catch((error: unknown) => app.app.log.error({ error }, 'a query of the test failed'));

  const log = app.logged.join('');
  expect(app.logged.length).toBeGreaterThan(12);
  expect(told.length).toBeGreaterThan(14);
  expect(told.filter((secret) => log.includes(secret) || log.includes(encodeURIComponent(secret)))).toEqual([]);
});

test('the log tells which request was whose by ids, and what became of it', async () => {
  const person = await app.make.person();
  const { headers } = await app.as(person).get('/me');
  const line = app.logged.map((each) => JSON.parse(each)).find(({ requestId }) => requestId === headers['x-request-id']);
  expect(line).toEqual({ level: 'info', time: expect.any(String), msg: 'request', requestId: headers['x-request-id'], method: 'GET', route: '/api/v1/me', status: 200, milliseconds: expect.any(Number), organisationId: person.organisationId, userId: person.userId });
});
