import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestPerson } from '../../test-support/factories.ts';
import { mailsTo } from '../../test-support/outbox.ts';
import { createDigestChore, digestMail } from './digest.jobs.ts';

let app: TestApp;
let runChore: () => Promise<void>;
const day = 86_400_000;
/** A Monday, 08:00 in India. */
const mondayMorning = Date.UTC(2030, 0, 7, 2, 30);
beforeAll(async () => {
  app = await testApp({ work: true });
  runChore = createDigestChore({ database: app.held.database, jobs: app.app.jobs, organisationIds: async () => (await app.app.features.organisations.all()).map(({ id }) => id), now: () => app.clock.milliseconds });
});
beforeEach(() => { app.clock.milliseconds = mondayMorning - 3 * day; });
afterAll(() => app.close());

/** Somebody with a confirmed address who logged an hour last Friday. */
async function learner(): Promise<{ person: TestPerson; api: Api }> {
  const person = await app.make.person();
  const api = app.as(person);
  await app.held.database.identity((tx) => tx.query('update identity."user" set email_verified = true where id = $1', [person.userId]));
  await api.patch('/me', { timeZone: 'Asia/Kolkata' });
  expect((await api.post('/progress/events', { minutes: 60 })).status).toBe(201);
  return { person, api };
}

async function mailsOnMondays(person: TestPerson, ...weeks: number[]): Promise<string[]> {
  for (const week of weeks) {
    app.clock.milliseconds = mondayMorning + week * 7 * day;
    await runChore();
    await app.jobsDone();
  }
  return (await mailsTo(app, person.email)).map(({ subject }) => subject);
}

const rawMails = () => readdirSync(app.settings.outboxDirectory).filter((name) => name.endsWith('.eml')).map((name) => readFileSync(join(app.settings.outboxDirectory, name), 'utf8').replaceAll(/\n[ \t]+/g, ' '));
const endAddress = (person: TestPerson) => {
  const mail = rawMails().find((raw) => raw.includes(`To: ${person.email}`) && raw.includes('List-Unsubscribe'));
  return new URL(/^List-Unsubscribe: <([^>]+)>/m.exec(mail ?? '')?.[1] ?? 'about:blank');
};

test('comes on Monday morning and once, though everything runs twice', async () => {
  const { person } = await learner();
  expect(await mailsOnMondays(person, 0, 0)).toEqual(['Your week: 1 hour']);
  app.clock.milliseconds = mondayMorning + 60 * 60_000;
  await app.held.database.transaction(person, async (tx) => {
    for (let twice = 0; twice < 2; twice += 1) await app.app.jobs.enqueue(tx, digestMail, { organisationId: person.organisationId, userId: person.userId, week: '2030-01-07' });
  });
  await app.jobsDone();
  expect(await mailsOnMondays(person, 0)).toEqual(['Your week: 1 hour']);
  expect(await mailsOnMondays(person, 1)).toEqual(['Your week: 1 hour', 'A new week on your way']);
});

test('does not come to an address that is not confirmed, nor at another hour', async () => {
  const { person } = await learner();
  app.clock.milliseconds = mondayMorning - 3 * 3_600_000;
  await runChore();
  expect(await mailsTo(app, person.email)).toEqual([]);
  await app.held.database.identity((tx) => tx.query('update identity."user" set email_verified = false where id = $1', [person.userId]));
  expect(await mailsOnMondays(person, 0)).toEqual([]);
});

test('after four weeks of nothing there is one gentle note, and then quiet', async () => {
  const { person } = await learner();
  expect(await mailsOnMondays(person, 3, 4, 5, 6)).toEqual(['A new week on your way', 'Your way is where you left it']);
});

test('whoever was never active gets nothing', async () => {
  const { person, api } = await learner();
  const [{ id }] = (await api.get('/progress/events')).body.items;
  await api.delete(`/progress/events/${id}`);
  expect(await mailsOnMondays(person, 0, 1)).toEqual([]);
});

test('is ended in the settings', async () => {
  const { person, api } = await learner();
  await api.put('/progress/settings', { weeklyDigest: false });
  expect(await mailsOnMondays(person, 0)).toEqual([]);
});

test('is ended by one click in the mail program, without a session, as RFC 8058 says', async () => {
  const { person } = await learner();
  await mailsOnMondays(person, 0);
  expect(rawMails().some((raw) => raw.includes('List-Unsubscribe-Post: List-Unsubscribe=One-Click'))).toBe(true);
  const { pathname } = endAddress(person);
  const click = () => app.app.http.fastify.inject({ method: 'POST', url: pathname, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click' });
  expect([(await click()).statusCode, (await click()).statusCode]).toEqual([204, 204]);
  expect(await mailsOnMondays(person, 1)).toHaveLength(1);
});

test.each([['made up', () => 'v1.made-up'], ['changed', (token: string) => `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`]])('a token that is %s ends nobody\'s mails', async (_case, forged) => {
  const { person } = await learner();
  await mailsOnMondays(person, 0);
  const token = endAddress(person).pathname.split('/').at(-2) ?? '';
  expect(await app.anonymous.post(`/progress/digest/${forged(token)}/end`)).toMatchObject({ status: 404, body: { code: 'progress.link-invalid' } });
  expect(await mailsOnMondays(person, 1)).toHaveLength(2);
});
