import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import { sampleText } from '../../test-support/sample-resumes.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });
afterAll(() => app.close());

const student = async () => app.as(await app.make.person());
const mine = async (api: Api) => (await api.get('/me/skills')).body.items as { skillId: string; level: number; source: string; score: number; reasons: { effect: number }[] }[];
const of = async (api: Api, skillId: string) => (await mine(api)).find((skill) => skill.skillId === skillId);

describe('what Cairn knows', () => {
  test.each([['/skills', 'javascr', 'javascript'], ['/skills', 'POSTGRES', 'postgresql'], ['/roles', 'backend dev', 'backend-developer']])('%s finds %s', async (path, search, id) => {
    const { body } = await (await student()).get(path, { query: { search } });
    expect(body.items.map((item: { id: string }) => item.id)).toContain(id);
  });

  test.each([
    ['a misspelt name', 'postgress', 'postgresql'], ['letters that changed places', 'javascirpt', 'javascript'], ['other words around it', 'teamwork skills', 'teamwork'],
    ['another form of the word', 'make presentations', 'presentation'], ['words about it', 'looking after patients', 'patient-assessment'],
  ])('a skill is found by %s', async (_, search, id) => {
    const { body } = await (await student()).get('/skills', { query: { search } });
    expect(body.items.slice(0, 3).map((item: { id: string }) => item.id)).toContain(id);
  });

  test.each(['asdfgh', '!?', '__proto__'])('nothing is found by %s', async (search) => {
    expect((await (await student()).get('/skills', { query: { search } })).body).toMatchObject({ items: [], total: 0 });
  });

  test.each([
    ['SDE 2', 'full-stack-developer'], ['ward sister', 'registered-nurse'], ['CA articleship', 'accountant'], ['Sr. Nurse (ICU)', 'registered-nurse'],
    ['attorney', 'legal-associate'], ['Asst. Manager - Accounts', 'accountant'], ['civil site incharge', 'site-engineer'],
  ])('%s is a title of somebody who is found as %s', async (search, id) => {
    const { body } = await (await student()).get('/roles', { query: { search } });
    expect(body.items.map((item: { id: string }) => item.id)).toContain(id);
  });

  test.each(['xyz', 'astronaut king', '12345', '()'])('%s is no title of any role', async (search) => {
    expect((await (await student()).get('/roles', { query: { search } })).body).toMatchObject({ items: [], total: 0 });
  });

  test.each(['/skills', '/roles'])('%s comes in pages that together are all of it, each once', async (path) => {
    const api = await student();
    const ids: string[] = [];
    let cursor: string | null = null;
    let total = 0;
    do {
      const { body } = await api.get(path, { query: { limit: 100, ...(cursor === null ? {} : { cursor }) } });
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      ({ nextCursor: cursor, total } = body);
    } while (cursor !== null);
    expect([ids.length, new Set(ids).size]).toEqual([total, total]);
  });

  test('a role names the skills that it asks for, and each of these can be read', async () => {
    const api = await student();
    const { body } = await api.get('/roles/backend-developer');
    expect(body.must.length).toBeGreaterThan(2);
    for (const { id, name } of [...body.must, ...body.should, ...body.nice]) expect((await api.get(`/skills/${id}`)).body).toMatchObject({ id, name, hours: expect.any(Array) });
  });

  test('a role says what each stage is called, what a named source says it pays, and the roles it leads to', async () => {
    const { body } = await (await student()).get('/roles/registered-nurse');
    expect(body.seniority.lead).toContain('Nurse Manager');
    expect(body.isco).toEqual({ code: '2221', name: 'Nursing professionals' });
    expect(body.pay.map(({ country, currency, basis }: { country: string; currency: string; basis: string }) => [country, currency, basis])).toEqual(expect.arrayContaining([['IN', 'INR', 'scale'], ['US', 'USD', 'earnings']]));
    for (const { id, name } of body.moves) expect((await (await student()).get(`/roles/${id}`)).body).toMatchObject({ id, name });
  });

  test.each([['nurse manager', 'registered-nurse'], ['junior engineer electrical', 'electrical-engineer']])('a role is found by what a stage of it is called: %s', async (search, id) => {
    const { body } = await (await student()).get('/roles', { query: { search } });
    expect(body.items[0]).toMatchObject({ id });
  });

  test.each([['/skills/cobol-on-rails', 'skills.unknown'], ['/roles/astronaut-king', 'role.unknown'], ['/skills/__proto__', 'skills.unknown']])('%s is not known', async (path, code) => {
    expect((await (await student()).get(path)).body.code).toBe(code);
  });
});

describe('my skills', () => {
  test('are none at first, then what the resume shows, each with reasons that add up to its score', async () => {
    const api = await student();
    expect(await mine(api)).toEqual([]);
    await api.upload('/resumes', { file: sampleText });
    const skills = await mine(api);
    expect(skills.map(({ skillId }) => skillId)).toEqual(expect.arrayContaining(['python', 'django', 'postgresql', 'docker', 'git']));
    for (const { score, reasons } of skills) expect(reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(score, 6);
  });

  test.each([0, 1, 2, 3, 4] as const)('are at level %i when the person says so, and as read again when they take it back', async (level) => {
    const api = await student();
    await api.upload('/resumes', { file: sampleText });
    const read = await of(api, 'python');
    expect((await api.put('/me/skills/python', { level })).body.items).toEqual(await mine(api));
    expect(await of(api, 'python')).toMatchObject({ level, source: 'person' });
    await api.delete('/me/skills/python');
    expect(await of(api, 'python')).toEqual(read);
  });

  test('can be said without a resume, and one\'s own last word holds', async () => {
    const api = await student();
    await api.put('/me/skills/go', { level: 2 });
    await api.put('/me/skills/go', { level: 3 });
    expect(await mine(api)).toMatchObject([{ skillId: 'go', level: 3 }]);
    expect((await api.delete('/me/skills/go')).body.items).toEqual([]);
    expect((await api.delete('/me/skills/go')).body.items).toEqual([]);
  });

  test.each([['no such skill', 'cobol-on-rails', 2, 'skills.unknown'], ['no such level', 'go', 5, 'request.invalid'], ['half a level', 'go', 1.5, 'request.invalid']])('are not changed by %s', async (_case, skillId, level, code) => {
    const api = await student();
    expect((await api.put(`/me/skills/${skillId}`, { level })).body.code).toBe(code);
    expect(await mine(api)).toEqual([]);
  });

  test('are one\'s own: neither a fellow student nor another organisation has them', async () => {
    await (await student()).put('/me/skills/go', { level: 4 });
    expect(await mine(await student())).toEqual([]);
    expect(await mine(app.as(await app.make.person({ organisation: await app.make.organisation() })))).toEqual([]);
  });
});
