import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestPerson } from '../../test-support/factories.ts';
import { mailsTo } from '../../test-support/outbox.ts';
import { queueDue, type NightParts } from './daily-plans.jobs.ts';
import { timeZonesOf } from '../profile/index.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp({ work: true }); });
afterAll(() => app.close());

const dayMilliseconds = 86_400_000;
/** A Monday at noon in UTC, at least a week after the real time. */
function mondayNoon(): number {
  const noon = new Date(Date.now() + 7 * dayMilliseconds).setUTCHours(12, 0, 0, 0);
  return noon + ((8 - (new Date(noon).getUTCDay() || 7)) % 7) * dayMilliseconds;
}

async function onTheWay(hoursPerWeek = 6): Promise<{ api: Api; person: TestPerson; roadmapId: string }> {
  app.clock.milliseconds = mondayNoon();
  const person = await app.make.person();
  const api = app.as(person);
  const { status, body } = await api.post('/roadmaps', { targetRoleId: 'data-analyst', hoursPerWeek });
  expect(status).toBe(201);
  return { api, person, roadmapId: body.id };
}
const today = async (api: Api) => (await api.get('/daily-plans/today')).body;
/** Days later the person signs in again. */
async function later(days: number, person: TestPerson): Promise<Api> {
  app.clock.milliseconds += days * dayMilliseconds;
  return app.as(await app.make.signedInAgain(person));
}

describe('the plan of today', () => {
  test('is sized to the hours of the roadmap, begins with its next task, and stays the same all day', async () => {
    const { api, person, roadmapId } = await onTheWay(6);
    const plan = await today(api);
    expect(plan).toMatchObject({ minutes: 60, reasons: [] });
    const { firstAction } = (await api.get(`/roadmaps/${roadmapId}`)).body;
    expect(plan.items[0]).toMatchObject({ kind: 'task', roadmapId, taskId: firstAction.id, done: false, ofMinutes: firstAction.hours * 60 });
    expect(await today(await later(11 / 24, person))).toEqual(plan);
  });

  test('of two pages that ask at once is one', async () => {
    const { api } = await onTheWay();
    const [one, other] = await Promise.all([today(api), today(api)]);
    expect(one).toEqual(other);
  });

  test('is empty for somebody with no roadmap, and on Sundays', async () => {
    expect((await today(app.as(await app.make.person()))).items).toEqual([]);
    const { person } = await onTheWay();
    expect(await today(await later(6, person))).toMatchObject({ minutes: 0, items: [] });
  });

  test('begins where the person is', async () => {
    const { api } = await onTheWay();
    const before = (await today(api)).day;
    await api.patch('/me', { timeZone: 'Pacific/Kiritimati' });
    expect((await today(api)).day > before).toBe(true);
  });

  test('has a task that is ticked in the roadmap as done, and lets go of one that is skipped there', async () => {
    const { api, roadmapId } = await onTheWay();
    const [item] = (await today(api)).items;
    await api.post(`/roadmaps/${roadmapId}/tasks/${encodeURIComponent(item.taskId)}/complete`);
    expect((await today(api)).items[0]).toMatchObject({ id: item.id, done: true });
    await api.post(`/roadmaps/${roadmapId}/tasks/${encodeURIComponent(item.taskId)}/undo`);
    expect((await today(api)).items[0]).toMatchObject({ id: item.id, done: false });
    await api.delete(`/roadmaps/${roadmapId}`);
    expect((await today(api)).items).toEqual([]);
  });
});

describe('other minutes', () => {
  test('plan the day anew and leave what is ticked', async () => {
    const { api } = await onTheWay();
    const [item] = (await today(api)).items;
    expect((await api.put(`/daily-plans/today/items/${encodeURIComponent(item.id)}`, { done: true })).body.items[0]).toMatchObject({ id: item.id, done: true });
    const { body } = await api.put('/daily-plans/today', { minutes: 120 });
    expect(body.items[0]).toMatchObject({ id: item.id, done: true });
    expect(body.items.length).toBeGreaterThan(1);
    expect((await api.put('/daily-plans/today', { minutes: 0 })).body.items).toEqual([body.items[0]]);
    expect((await api.put(`/daily-plans/today/items/${encodeURIComponent(item.id)}`, { done: false })).body.items[0]).toMatchObject({ done: false });
  });

  test.each([[-1], [601], [1.5], ['60'], [undefined]])('%s are refused', async (minutes) => {
    const { api } = await onTheWay();
    expect(await api.put('/daily-plans/today', { minutes })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  test('what is not on the plan cannot be ticked', async () => {
    const { api } = await onTheWay();
    expect(await api.put('/daily-plans/today/items/task:nothing', { done: true })).toMatchObject({ status: 404, body: { code: 'daily-plan.item-unknown' } });
  });
});

describe('missed days', () => {
  test('make the plan smaller until something is done, and add nothing up', async () => {
    const { person } = await onTheWay(6);
    const minutes: number[] = [];
    for (let day = 0; day < 5; day += 1) {
      const api = await later(day === 0 ? 0 : 1, person);
      const plan = await today(api);
      minutes.push(plan.minutes);
      if (day === 3) {
        expect(plan.reasons[0].what).toMatchObject({ code: 'daily-plan.smaller', params: { missedDays: 3 } });
        await api.put(`/daily-plans/today/items/${encodeURIComponent(plan.items[0].id)}`, { done: true });
      }
    }
    expect(minutes).toEqual([60, 60, 45, 30, 60]);
  });
});

describe('the rhythm', () => {
  test('says what is usual, and holds from the next plan on', async () => {
    const { api, person } = await onTheWay(6);
    expect((await api.get('/daily-plans/rhythm')).body).toEqual({ minutesByWeekday: null, mailed: false, usual: [60, 60, 60, 60, 60, 60, 0] });
    const rhythm = { minutesByWeekday: [20, 20, 20, 20, 20, 0, 90], mailed: true };
    expect(await api.put('/daily-plans/rhythm', rhythm)).toMatchObject({ status: 200, body: rhythm });
    expect((await today(api)).minutes).toBe(20);
    expect((await today(await later(6, person))).minutes).toBe(90);
  });
  test('of six days is refused', async () => {
    const { api } = await onTheWay();
    expect((await api.put('/daily-plans/rhythm', { minutesByWeekday: [1, 2, 3, 4, 5, 6], mailed: false })).status).toBe(400);
  });
});

describe('the night', () => {
  /** As the hourly chore does, for one person's organisation. */
  async function night({ organisationId }: TestPerson, userIds: readonly string[]): Promise<void> {
    const parts: NightParts = { database: app.held.database, jobs: app.app.jobs, organisationIds: () => Promise.resolve([organisationId]), peopleOnTheWay: () => Promise.resolve(userIds), timeZonesOf, now: () => app.clock.milliseconds };
    await queueDue(parts);
    await app.jobsDone();
  }
  const plansOf = ({ organisationId, userId }: TestPerson) => app.held.database.transaction({ organisationId }, (tx) => tx.query<{ day: string; seen: boolean }>('select to_char(day, \'YYYY-MM-DD\') as day, seen_at is not null as seen from daily_plan where user_id = $1 order by day', [userId]));

  test('makes the plan once, however often it comes round', async () => {
    const { api, person } = await onTheWay();
    await night(person, [person.userId]);
    await night(person, [person.userId]);
    expect(await plansOf(person)).toEqual([{ day: (await today(api)).day, seen: false }]);
    expect(await plansOf(person)).toMatchObject([{ seen: true }]);
  });

  test('waits until four in the morning where the person is', async () => {
    const { api, person } = await onTheWay();
    await api.patch('/me', { timeZone: 'Pacific/Auckland' });
    app.clock.milliseconds = new Date(app.clock.milliseconds).setUTCHours(13);
    await night(person, [person.userId]);
    expect(await plansOf(person)).toEqual([]);
    app.clock.milliseconds += 4 * 3_600_000;
    await night(person, [person.userId]);
    expect(await plansOf(person)).toHaveLength(1);
  });

  test('leaves alone who has not looked at fourteen plans, until they look again', async () => {
    const { person } = await onTheWay();
    for (let count = 0; count < 16; count += 1) {
      await night(person, [person.userId]);
      await later(1, person);
    }
    expect(await plansOf(person)).toHaveLength(14);
    await today(await later(0, person));
    await later(1, person);
    await night(person, [person.userId]);
    expect(await plansOf(person)).toHaveLength(16);
  });

  test('mails the plan to who asked for it, once, and never says what it is about', async () => {
    const { api, person } = await onTheWay();
    await api.put('/daily-plans/rhythm', { minutesByWeekday: null, mailed: true });
    await night(person, [person.userId]);
    await night(person, [person.userId]);
    const letters = await mailsTo(app, person.email);
    expect(letters.map(({ subject }) => subject)).toEqual(['Your 60 minutes for today']);
    expect(letters[0]?.text).toMatch(/60 min: the next step of your roadmap/);
  });

  test('mails nothing to who began before the mail', async () => {
    const { api, person } = await onTheWay();
    await api.put('/daily-plans/rhythm', { minutesByWeekday: null, mailed: true });
    await today(api);
    await night(person, [person.userId]);
    expect(await mailsTo(app, person.email)).toEqual([]);
  });
});
