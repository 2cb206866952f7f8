import { addDays } from '@cairn/engine/calendar';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestOrganisation, TestPerson } from '../../test-support/factories.ts';

let app: TestApp;
let heard: { organisationId: string; userId?: string; event: { kind: string; nextSteps?: unknown[]; priority?: string; what?: { code: string } } }[];
let listener: pg.Client;
/** A Wednesday noon in India, in years to come, since sessions are of the real time and later. */
const wednesday = Date.UTC(2030, 0, 9, 6, 30);
const hour = 3_600_000;
const day = 24 * hour;
beforeAll(async () => {
  app = await testApp();
  listener = new pg.Client({ connectionString: app.held.ownerUrl });
  await listener.connect();
  listener.on('notification', ({ payload }) => void heard.push(JSON.parse(payload ?? '')));
  await listener.query('listen cairn_live');
});
beforeEach(() => {
  heard = [];
  app.clock.milliseconds = wednesday;
});
afterAll(async () => {
  await listener.end();
  await app.close();
});

/** The same person at another time: an access token lives for half an hour. */
async function at(person: TestPerson, milliseconds: number): Promise<Api> {
  app.clock.milliseconds = milliseconds;
  const credentials = await app.held.database.transaction(person, (tx) => app.app.features.identity.sessions.start(tx, { ...person, client: 'api', userAgent: undefined }));
  if (credentials.client !== 'api') throw new Error('A session for the API carries tokens');
  return app.as({ ...person, accessToken: credentials.tokens.accessToken });
}

async function student(organisation?: TestOrganisation): Promise<{ person: TestPerson; api: Api }> {
  const person = await app.make.person(organisation === undefined ? {} : { organisation });
  const api = app.as(person);
  await api.patch('/me', { timeZone: 'Asia/Kolkata' });
  return { person, api };
}

const log = async (api: Api, body: object, headers: Record<string, string> = {}) => api.post('/progress/events', body, { headers });
const progressOf = async (api: Api) => {
  const { status, body } = await api.get('/progress');
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const plan = async (api: Api, hoursPerWeek = 5) => (await api.post('/roadmaps', { targetRoleId: 'data-analyst', hoursPerWeek })).body;
const done = async (api: Api) => {
  const { body: { roadmap } } = await api.get('/roadmaps/current');
  return api.post(`/roadmaps/${roadmap.id}/tasks/${encodeURIComponent(roadmap.firstAction.id)}/complete`);
};

describe('before anything was done', () => {
  test('nothing is made up, and there is one thing to do', async () => {
    const { api } = await student();
    expect(await progressOf(api)).toMatchObject({ today: '2030-01-09', timeZone: 'Asia/Kolkata', roadmap: null, completion: null, forecast: null, standing: null, velocity: { hoursPerWeek: null }, streak: { days: 0, keptUntil: null }, mastery: [], nextSteps: [] });
    expect((await api.get('/progress/history')).body).toEqual({ items: [] });
    expect((await api.get('/progress/insights')).body.items.map(({ what, action }: { what: { code: string }; action: { kind: string } }) => [what.code, action.kind])).toEqual([['progress.insight.no-plan', 'plan']]);
  });
  test('recruiters have no progress of their own, and strangers see none', async () => {
    expect(await app.as(await app.make.person({ role: 'recruiter' })).get('/progress')).toMatchObject({ status: 403 });
    expect(await app.anonymous.get('/progress')).toMatchObject({ status: 401 });
  });
});

describe('time that was logged', () => {
  test('counts for its day, week and skill, and no more when it is taken back', async () => {
    const { api } = await student();
    const first = await log(api, { minutes: 90, skillId: 'sql', day: '2030-01-08' });
    expect(first).toMatchObject({ status: 201, body: { minutes: 90, skillId: 'sql', day: '2030-01-08' } });
    await log(api, { minutes: 30 });
    const body = await progressOf(api);
    expect(body).toMatchObject({ streak: { days: 2, isTodayDone: true }, timeInvested: { minutes: 120, byKind: { logged: 120 }, bySkill: [{ skillId: 'sql', name: 'SQL', minutes: 90 }, { skillId: null, name: null, minutes: 30 }] } });
    expect(body.calendar.slice(-2)).toEqual([{ day: '2030-01-08', minutes: 90, heat: 3 }, { day: '2030-01-09', minutes: 30, heat: 2 }]);
    expect((await api.get('/progress/history')).body.items).toMatchObject([{ startsOn: '2030-01-07', hours: 2, plannedHours: 0, activeDays: 2 }]);

    expect(await api.delete(`/progress/events/${first.body.id}`)).toMatchObject({ status: 204 });
    expect(await progressOf(api)).toMatchObject({ streak: { days: 1 }, timeInvested: { minutes: 30 } });
    expect(await api.delete(`/progress/events/${first.body.id}`)).toMatchObject({ status: 404, body: { code: 'progress.unknown' } });
  });

  test('is listed newest first', async () => {
    const { api } = await student();
    for (const minutes of [10, 20, 30]) {
      app.clock.milliseconds += 1000;
      await log(api, { minutes });
    }
    const first = (await api.get('/progress/events', { query: { limit: 2 } })).body;
    const rest = (await api.get('/progress/events', { query: { limit: 2, cursor: first.nextCursor } })).body;
    expect([first.total, [...first.items, ...rest.items].map(({ minutes }: { minutes: number }) => minutes), rest.nextCursor]).toEqual([3, [30, 20, 10], null]);
  });

  test('sent again with the same key counts once', async () => {
    const { api } = await student();
    const headers = { 'idempotency-key': 'evening' };
    const [one, two] = [await log(api, { minutes: 30 }, headers), await log(api, { minutes: 30 }, headers)];
    expect([two.body, (await progressOf(api)).timeInvested.minutes]).toEqual([one.body, 30]);
  });

  test.each([
    ['nothing', { minutes: 0 }], ['less', { minutes: -5 }], ['half a minute', { minutes: 0.5 }], ['17 hours', { minutes: 1020 }], ['tomorrow', { minutes: 5, day: '2030-01-10' }],
    ['more than a year ago', { minutes: 5, day: '2029-01-08' }], ['no day', { minutes: 5, day: '2030-02-30' }],
  ])('of %s is refused', async (_case, body) => {
    expect(await log((await student()).api, body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
  test('of an unknown skill is refused', async () => {
    expect(await log((await student()).api, { minutes: 5, skillId: 'alchemy' })).toMatchObject({ status: 422, body: { code: 'skills.unknown' } });
  });
  test('of a day has 24 hours, also from two tabs at once', async () => {
    const { api } = await student();
    const answers = await Promise.all([960, 960].map((minutes) => log(api, { minutes, day: '2030-01-01' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await log(api, { minutes: 480, day: '2030-01-01' })).toMatchObject({ status: 201 });
    expect(await log(api, { minutes: 1, day: '2030-01-01' })).toMatchObject({ status: 409, body: { code: 'progress.day-full' } });
  });
  test('is nobody else\'s, in this organisation or another', async () => {
    const { api } = await student();
    const { body: event } = await log(api, { minutes: 30 });
    for (const other of [(await student()).api, (await student(await app.make.organisation())).api]) {
      expect((await other.get('/progress/events')).body.items).toEqual([]);
      expect(await other.delete(`/progress/events/${event.id}`)).toMatchObject({ status: 404 });
      expect((await progressOf(other)).timeInvested.minutes).toBe(0);
    }
  });
});

describe('a roadmap', () => {
  test('that is walked gives completion, pace and a date with an interval, each with reasons', async () => {
    const { person, api } = await student();
    await plan(api);
    expect(await progressOf(api)).toMatchObject({ completion: { percentage: 0, doneTasks: 0 }, forecast: { kind: 'too-early', weeksMissing: 3 } });
    for (let week = 0; week < 4; week += 1) {
      const then = await at(person, wednesday + week * 7 * day);
      expect((await done(then)).status).toBe(200);
    }
    const now = await at(person, wednesday + 4 * 7 * day);
    const body = await progressOf(now);
    expect(body).toMatchObject({ forecast: { kind: 'dated' }, velocity: { basis: 'plan' }, completion: { doneTasks: 4 } });
    expect(body.velocity.hoursPerWeek).toBeGreaterThan(0);
    expect(body.forecast.finishesOn >= body.today && body.forecast.earliest <= body.forecast.finishesOn).toBe(true);
    expect(body.changes[0]).toMatchObject({ kind: 'more-hours', hours: 1 });
    for (const part of [body.completion, body.velocity, body.engagement, body.streak, body.timeInvested, body.forecast]) expect(part.reasons.length).toBeGreaterThan(0);
    expect((await now.get('/progress')).body).toEqual(body);
    const { items } = (await now.get('/progress/history')).body;
    expect(items.map(({ tasks }: { tasks: number }) => tasks)).toEqual([1, 1, 1, 1, 0]);
    expect(items.at(-1).plannedHoursSoFar).toBe(body.completion.doneHours);
  });

  test('that is undone gives everything back', async () => {
    const { api } = await student();
    const { id } = await plan(api);
    const before = await progressOf(api);
    const { body: { months } } = await done(api);
    const [task] = months[0].weeks[0].tasks;
    expect((await progressOf(api)).timeInvested.minutes).toBe(task.hours * 60);
    await api.post(`/roadmaps/${id}/tasks/${encodeURIComponent(task.id)}/undo`);
    expect(await progressOf(api)).toEqual(before);
  });

  test('has no pace of the weeks before its first task', async () => {
    const { api } = await student();
    for (const before of [7, 14, 21, 28]) await log(api, { minutes: 60, day: addDays('2030-01-09', -before) });
    expect((await progressOf(api)).velocity).toMatchObject({ basis: 'time', hoursPerWeek: 1 });
    await plan(api);
    await done(api);
    expect((await progressOf(api)).velocity).toMatchObject({ basis: 'plan', hoursPerWeek: null, weeks: [{ startsOn: '2030-01-07' }] });
  });

  test('counts an hour of work once, whichever roadmaps it stands in', async () => {
    const { api } = await student();
    await plan(api, 5);
    await done(api);
    const { timeInvested } = await progressOf(api);
    await plan(api, 9);
    expect((await progressOf(api)).timeInvested).toEqual(timeInvested);
  });
});

describe('a streak', () => {
  test('follows the days of the person, not of the server', async () => {
    const { person } = await student();
    // 23:50 and 00:10 in India are one day in UTC.
    await log(await at(person, Date.UTC(2030, 0, 8, 18, 20)), { minutes: 20 });
    await log(await at(person, Date.UTC(2030, 0, 8, 18, 40)), { minutes: 20 });
    expect(await progressOf(await at(person, Date.UTC(2030, 0, 8, 19)))).toMatchObject({ today: '2030-01-09', streak: { days: 2 } });
  });

  test('is not lost by a flight to the east, and the days before stay what they were', async () => {
    const { person, api } = await student();
    await api.patch('/me', { timeZone: 'America/Los_Angeles' });
    const inLosAngeles = (date: number, hours: number) => Date.UTC(2030, 0, date, hours + 8);
    await log(await at(person, inLosAngeles(14, 22)), { minutes: 20 });
    await log(await at(person, inLosAngeles(15, 22)), { minutes: 20 });
    // Lands on Wednesday evening there, which is Thursday morning in India.
    const landed = await at(person, inLosAngeles(16, 19));
    await landed.patch('/me', { timeZone: 'Asia/Kolkata' });
    await log(landed, { minutes: 20 });
    const body = await progressOf(landed);
    expect(body).toMatchObject({ today: '2030-01-17', streak: { days: 3, frozenDays: [] } });
    expect(body.calendar.slice(-4).map(({ minutes }: { minutes: number }) => minutes)).toEqual([20, 20, 0, 20]);
  });

  test('of a week earns a freeze that a missed day spends', async () => {
    const { api } = await student();
    for (let back = 9; back >= 2; back -= 1) await log(api, { minutes: 10, day: addDays('2030-01-09', -back) });
    await log(api, { minutes: 10 });
    expect((await progressOf(api)).streak).toMatchObject({ days: 9, freezes: 0, frozenDays: ['2030-01-08'] });
  });
});

describe('other pages', () => {
  const kinds = (userId: string) => heard.filter((message) => message.userId === userId).map(({ event }) => event.kind);
  test('hear of every change once it is stored: what comes next, and a suggestion when it is another', async () => {
    const { person, api } = await student();
    await plan(api);
    await expect.poll(() => kinds(person.userId)).toEqual(['roadmap.changed', 'progress_update', 'ai_suggestion']);
    expect(heard.find(({ event }) => event.kind === 'ai_suggestion')?.event).toMatchObject({ priority: 'low', what: { code: 'progress.insight.next' } });
    heard = [];
    await log(api, { minutes: 30 });
    await expect.poll(() => kinds(person.userId)).toEqual(['progress_update']);
    const [step] = heard[0]?.event.nextSteps as { kind: string; reason: string }[];
    expect(step).toMatchObject({ kind: 'task', reason: 'progress.next.planned' });
  });
  test('of others hear nothing, and nobody of what was refused', async () => {
    const { person, api } = await student();
    const { body: event } = await log(api, { minutes: 30 });
    await log(api, { minutes: 30, skillId: 'alchemy' });
    await api.delete(`/progress/events/${event.id}`);
    await expect.poll(() => kinds(person.userId)).toEqual(['progress_update', 'ai_suggestion', 'progress_update']);
    expect(heard.every(({ userId, organisationId }) => userId === person.userId && organisationId === person.organisationId)).toBe(true);
  });
});

describe('the standing', () => {
  test('is told from 21 people of the organisation on, level ones counted half, others never', async () => {
    const organisation = await app.make.organisation();
    const elsewhere = await app.make.organisation();
    const people = [];
    for (let index = 0; index < 20; index += 1) people.push(await student(organisation));
    for (const { api } of people) await log(api, { minutes: 60 });
    for (let index = 0; index < 3; index += 1) await log((await student(elsewhere)).api, { minutes: 60 });
    const [first] = people;
    if (first === undefined) throw new Error('nobody');
    expect((await progressOf(first.api)).standing).toBeNull();

    // Somebody without any activity does not make the circle larger.
    const last = await student(organisation);
    expect((await progressOf(first.api)).standing).toBeNull();
    await log(last.api, { minutes: 90 });
    expect((await progressOf(first.api)).standing).toMatchObject({ percentile: 47, people: 21 });
    expect((await progressOf(last.api)).standing).toMatchObject({ percentile: 100, people: 21 });
    expect((await progressOf(await at(last.person, wednesday + 28 * day))).standing).toBeNull();
  });
});

describe('settings', () => {
  test('say whether a weekly mail comes', async () => {
    const { api } = await student();
    expect((await api.get('/progress/settings')).body).toEqual({ weeklyDigest: true });
    expect(await api.put('/progress/settings', { weeklyDigest: false })).toMatchObject({ status: 200, body: { weeklyDigest: false } });
    expect((await api.get('/progress/settings')).body).toEqual({ weeklyDigest: false });
  });
});
