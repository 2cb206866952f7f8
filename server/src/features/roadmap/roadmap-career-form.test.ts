import type { RoadmapAnswer } from '@cairn/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });
afterAll(() => app.close());

async function planned(api: Api, body: object): Promise<RoadmapAnswer> {
  const answer = await api.post('/roadmaps', body);
  expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).toBe(201);
  return answer.body;
}
const skillsIn = ({ months }: RoadmapAnswer) => months.flatMap(({ weeks }) => weeks.flatMap(({ tasks }) => tasks.map(({ skillId }) => skillId)));

describe('what the career form says', () => {
  const form = { currentRole: 'Java developer', targetRoleId: null, targetOrganisation: null, yearsOfExperience: 8, hoursPerWeek: null, weeksAvailable: null, language: 'hi', freeOnly: true, learningStyle: 'watching' };
  async function withForm(more: object = {}): Promise<Api> {
    const api = app.as(await app.make.person());
    expect((await api.put('/me/career-form', { ...form, ...more })).status).toBe(200);
    return api;
  }
  const wish = { targetRoleId: 'backend-developer', hoursPerWeek: 10 };
  const creditIn = ({ reasons }: RoadmapAnswer) => reasons.find(({ what }) => what.code === 'roadmap.reason.current-role-hours');

  test('counts: what the current role must know, and the wishes', async () => {
    const fromZero = await planned(app.as(await app.make.person()), wish);
    const api = await withForm();
    const roadmap = await planned(api, wish);
    expect(roadmap.progress.totalHours).toBeLessThan(fromZero.progress.totalHours * 0.7);
    expect(creditIn(roadmap)).toMatchObject({ what: { params: { role: 'Java Developer', years: 8, skills: expect.stringContaining('SQL') } }, effect: roadmap.progress.totalHours - fromZero.progress.totalHours });
    expect(roadmap.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBe(roadmap.progress.totalHours);
    expect(new Set(roadmap.resources.map(({ cost }) => cost))).toEqual(new Set(['free']));
    const { body: sent } = await api.post('/roadmaps', { ...wish, language: 'hi', freeOnly: true, learningStyle: 'watching' });
    expect(roadmap.resources).toEqual(sent.resources);
    expect(roadmap.resources).not.toEqual((await planned(api, { ...wish, language: 'en', learningStyle: 'reading' })).resources);
    expect((await api.get('/me/skills')).body.items).toEqual([]);
  });

  test.each<[string, object]>([
    ['without the role', { currentRoleId: null }],
    ['without its title', { currentRole: null }],
    ['without the years', { yearsOfExperience: null }],
  ])('is left out %s', async (_what, without) => {
    const roadmap = await planned(await withForm(), { ...wish, ...without });
    expect(creditIn(roadmap)).toBeUndefined();
  });

  test('gives way to what is sent: another role, fewer years, a skill the person does not have', async () => {
    const api = await withForm();
    const sent = await planned(api, { ...wish, currentRoleId: 'registered-nurse', yearsOfExperience: 2 });
    expect(creditIn(sent)).toBeUndefined();
    const denied = await planned(api, { ...wish, skills: [{ skillId: 'sql', level: 0 }] });
    expect(skillsIn(denied)).toContain('sql');
    expect(skillsIn(await planned(api, wish))).not.toContain('sql');
  });

  test('holds for a plan in no time that there is not', async () => {
    const refused = await (await withForm({ weeksAvailable: 1 })).post('/roadmaps', { ...wish, currentRoleId: null });
    expect(refused.body).toMatchObject({ code: 'roadmap.impossible', availableHours: 10 });
    await planned(await withForm({ weeksAvailable: 1 }), { ...wish, currentRoleId: null, weeksAvailable: null });
  });

  test('is shown before the plan is made', async () => {
    const { currentRole, unknownRole } = (await (await withForm()).get('/roadmaps/assumptions')).body;
    expect(currentRole).toMatchObject({ roleId: 'java-developer', name: 'Java Developer', yearsOfExperience: 8, skills: expect.arrayContaining([{ skillId: 'java', name: 'Java', level: 2 }]) });
    expect(unknownRole).toBeNull();
  });

  test('with a role that nobody knows counts nothing, and says so', async () => {
    const api = await withForm({ currentRole: 'Student' });
    expect((await api.get('/roadmaps/assumptions')).body).toEqual({ currentRole: null, unknownRole: 'Student' });
    expect(await planned(api, wish)).toMatchObject({ warnings: [{ code: 'roadmap.warning.current-role-unknown', params: { role: 'Student' } }] });
  });

  test.each<[object, string]>([[{ currentRoleId: 'astronaut-king' }, 'role.unknown'], [{ skills: [{ skillId: 'juggling-fire', level: 1 }] }, 'skills.unknown']])('%o is refused', async (sent, code) => {
    expect((await (await withForm()).post('/roadmaps', { ...wish, ...sent })).body.code).toBe(code);
  });

  test('and the skills that are sent count for this plan alone', async () => {
    const api = app.as(await app.make.person());
    const before = await planned(api, wish);
    const after = await planned(api, { ...wish, skills: [{ skillId: 'sql', level: 4 }] });
    expect(after.progress.totalHours).toBeLessThan(before.progress.totalHours);
    expect((await api.get('/me/skills')).body.items).toEqual([]);
  });
});
