import { loadLearningMaterial } from '@cairn/knowledge/learning';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestOrganisation, TestPerson } from '../../test-support/factories.ts';

let app: TestApp;
let college: TestOrganisation;
let student: TestPerson;
let api: Api;
beforeAll(async () => {
  app = await testApp();
  college = await app.make.organisation();
  student = await app.make.person({ organisation: college });
  api = app.as(student);
});
afterAll(() => app.close());

const own = { callId: null, provider: null, model: null, cached: false, tokensUsed: 0, fallbackReason: 'no-model' };
const endpoints = [
  ['/ai/roadmap', { targetRole: 'Data Analyst' }], ['/ai/skills', { targetRole: 'Data Analyst', currentSkills: ['SQL'] }], ['/ai/interview-prep', { role: 'Data Analyst' }], ['/ai/quiz', { skill: 'SQL' }],
] as const;

describe.each(endpoints)('POST %s', (path, body) => {
  test('answers in full without a model, says that it is Cairn\'s own, and the same to the same question', async () => {
    const first = await api.post(path, body);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(first.body).toMatchObject({ words: null, language: 'en', meta: own });
    const { meta: { latencyMs, ...meta }, ...answer } = (await api.post(path, body)).body;
    expect({ ...answer, meta: { ...meta, latencyMs: first.body.meta.latencyMs } }).toEqual(first.body);
    expect(latencyMs).toBeGreaterThanOrEqual(0);
  });

  test('stores nothing', async () => {
    const before = await rowsOf(student);
    await api.post(path, body);
    expect(await rowsOf(student)).toEqual(before);
  });

  test('is for those who learn, and for nobody else', async () => {
    const status = async (role: TestPerson['role']) => (await app.as(await app.make.person({ organisation: college, role })).post(path, body)).status;
    expect([await status('alumni'), await status('staff'), await status('admin'), await status('recruiter')]).toEqual([200, 200, 200, 403]);
    expect((await app.anonymous.post(path, body)).status).toBe(401);
  });

  test('tells the whole answer on the way, before any model is asked', async () => {
    const { body: told } = await api.post(path, body, { headers: { accept: 'text/event-stream' } });
    const events = [...String(told).matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, name, data]) => ({ name, data: JSON.parse(data ?? '') }));
    expect(events.map(({ name }) => name)).toEqual(['progress', 'answer']);
    const { words, meta, ...answer } = events[1]?.data ?? {};
    expect(events[0]?.data).toEqual({ step: 'planned', answer });
    expect([words, meta.fallbackReason]).toEqual([null, 'no-model']);
  });
});

async function rowsOf({ organisationId, userId }: TestPerson): Promise<unknown> {
  return app.held.database.transaction({ organisationId }, (tx) => tx.one(`
    select (select count(*) from roadmap where user_id = $1) as roadmaps, (select count(*) from skill_gap where user_id = $1) as gaps, (select count(*) from skill_word where user_id = $1) as words, (select count(*) from llm_call where user_id = $1) as calls`, [userId]));
}

describe('a roadmap', () => {
  test('has the months, weeks and tasks that POST /roadmaps would plan', async () => {
    const asked = { hoursPerWeek: 12, startsOn: '2026-02-02' };
    const { body } = await api.post('/ai/roadmap', { targetRole: 'data-analyst', ...asked });
    const person = await app.make.person({ organisation: college });
    const kept = (await app.as(person).post('/roadmaps', { targetRoleId: 'data-analyst', ...asked })).body;
    expect([body.careerRole, body.hoursPerWeek, body.startsOn, body.totalWeeks, body.estimatedMonths]).toEqual(['Data Analyst', 12, '2026-02-02', kept.totalWeeks, kept.estimatedMonths]);
    const tasks = (months: { weeks: { tasks: { id: string; hours: number }[] }[] }[]) => months.flatMap(({ weeks }) => weeks).flatMap((week) => week.tasks.map(({ id, hours }) => [id, hours]));
    expect(tasks(body.months)).toEqual(tasks(kept.months));
    expect(body.overview).toEqual({ ...kept.overview, text: expect.stringContaining(String(kept.totalWeeks)) });
    expect(body.months[0]).toMatchObject({ month: 1, title: expect.any(String), tools: expect.any(Array), projects: expect.any(Array), checkpoint: expect.any(Array) });
    expect(Object.keys(body.resources)).toEqual(['officialDocs', 'courses', 'videos', 'others']);
  });

  test('takes off what was sent and nothing else, and says whose skills it counted', async () => {
    const hours = async (more: object) => (await api.post('/ai/roadmap', { targetRole: 'Data Analyst', ...more })).body.totalHours;
    const from = async (more: object) => (await api.post('/ai/roadmap', { targetRole: 'Data Analyst', ...more })).body.from;
    const [none, some, expert] = [await hours({ currentSkills: [] }), await hours({ currentSkills: ['SQL'] }), await hours({ currentSkills: [{ skill: 'sql', level: 4 }] })];
    expect(none).toBeGreaterThan(some);
    expect(some).toBeGreaterThan(expert);
    expect([await from({}), await from({ currentSkills: [] })]).toEqual(['profile', 'given']);
  });

  test('counts the current role where it is known, and says where it is not', async () => {
    const known = (await api.post('/ai/roadmap', { targetRole: 'Data Analyst', currentSkills: [], currentRole: 'Business Analyst', yearsOfExperience: 3 })).body;
    expect(known.currentRole).toMatchObject({ name: 'Business Analyst', yearsOfExperience: 3 });
    const unknown = (await api.post('/ai/roadmap', { targetRole: 'Data Analyst', currentSkills: [], currentRole: 'Developer', yearsOfExperience: 3 })).body;
    expect(unknown).toMatchObject({ currentRole: null, notUnderstood: [{ given: 'Developer', nearest: expect.arrayContaining([{ id: expect.any(String), name: expect.any(String) }]) }] });
    expect(known.totalHours).toBeLessThan(unknown.totalHours);
  });

  test('that does not fit the weeks there are names those that do', async () => {
    expect(await api.post('/ai/roadmap', { targetRole: 'Data Analyst', currentSkills: [], hoursPerWeek: 1, weeksAvailable: 2 })).toMatchObject({ status: 422, body: { code: 'roadmap.impossible', alternatives: expect.any(Array) } });
  });

  test('of somebody who has everything is empty, and says so', async () => {
    const role = (await api.get('/roles/data-analyst')).body;
    const currentSkills = [...role.must, ...role.should, ...role.nice].map(({ id }: { id: string }) => ({ skill: id, level: 4 }));
    expect((await api.post('/ai/roadmap', { targetRole: 'Data Analyst', currentSkills })).body).toMatchObject({ months: [], totalHours: 0, overview: { code: 'roadmap.overview.nothing-to-learn' } });
  });

  test('speaks the person\'s language, or the one asked for', async () => {
    const person = await app.make.person({ organisation: college });
    await app.as(person).patch('/me', { language: 'hi' });
    const { body } = await app.as(person).post('/ai/roadmap', { targetRole: 'Data Analyst' });
    expect([body.language, /\p{Script=Devanagari}/u.test(body.overview.text), /\p{Script=Devanagari}/u.test(body.months[0].weeks[0].tasks[0].text)]).toEqual(['hi', true, true]);
    expect((await app.as(person).post('/ai/roadmap', { targetRole: 'Data Analyst', language: 'en' })).body.overview.text).not.toMatch(/\p{Script=Devanagari}/u);
  });
});

describe('skills', () => {
  test('are met, there in part or missing, each with its reasons, and suggested in an order that can be learned', async () => {
    const { body } = await api.post('/ai/skills', { targetRole: 'Data Analyst', currentSkills: [{ skill: 'SQL', level: 4 }, { skill: 'Python', level: 1 }] });
    const role = (await api.get('/roles/data-analyst')).body;
    const asked = [...role.must, ...role.should, ...role.nice].map(({ id }: { id: string }) => id).toSorted();
    expect([...body.met, ...body.partial, ...body.missing].map(({ skillId }) => skillId).toSorted()).toEqual(asked);
    expect(body.met.map(({ skillId }: { skillId: string }) => skillId)).toContain('sql');
    for (const { hours, level, requiredLevel } of body.met) expect([hours, level >= requiredLevel]).toEqual([0, true]);
    for (const each of [...body.met, ...body.partial, ...body.missing]) expect(each.reasons.length).toBeGreaterThan(0);
    expect(body.suggestions.map(({ place }: { place: number }) => place)).toEqual(body.suggestions.map((_: unknown, at: number) => at + 1));
    expect(body.suggestions.reduce((sum: number, { hours }: { hours: number }) => sum + hours, 0)).toBe(body.totalHours);
    const gap = (await app.as(await personWith([['sql', 4], ['python', 1]])).post('/skill-gaps', { roleId: 'data-analyst' })).body;
    expect([body.matchPercentage, body.weightedMatchPercentage]).toEqual([gap.matchPercentage, gap.weightedMatchPercentage]);
  });

  test('are understood by id, name, other name and in a phrase; what is not is said, with the nearest', async () => {
    const of = async (...currentSkills: unknown[]) => (await api.post('/ai/skills', { targetRole: 'Data Analyst', currentSkills })).body;
    const match = async (...given: unknown[]) => (await of(...given)).weightedMatchPercentage;
    expect(new Set([await match('sql'), await match('SQL'), await match('  sQl '), await match('strong SQL')]).size).toBe(1);
    expect((await of('SQL', 'zzqx', 'Python and Excel', 'Kuburnetis')).notUnderstood).toEqual([
      { given: 'zzqx', nearest: expect.any(Array) }, { given: 'Python and Excel', nearest: expect.arrayContaining([{ id: 'python', name: 'Python' }]) }, { given: 'Kuburnetis', nearest: expect.arrayContaining([{ id: 'kubernetes', name: 'Kubernetes' }]) },
    ]);
  });

  test('of which none is known are refused, with the nearest of each', async () => {
    expect(await api.post('/ai/skills', { targetRole: 'Data Analyst', currentSkills: ['Kuburnetis', 'zzqx'] })).toMatchObject({ status: 422, body: { code: 'ai.skills-unknown', notUnderstood: [{ given: 'Kuburnetis' }, { given: 'zzqx' }] } });
  });

  test('said twice count once, at the higher word, whatever the order', async () => {
    const match = async (...currentSkills: unknown[]) => (await api.post('/ai/skills', { targetRole: 'Data Analyst', currentSkills })).body.weightedMatchPercentage;
    expect(await match('SQL', { skill: 'sql', level: 3 })).toBe(await match({ skill: 'sql', level: 3 }, 'SQL', 'sql'));
  });

  test('by name alone have the level that the profile has', async () => {
    const person = app.as(await personWith([['sql', 4]]));
    expect((await person.post('/ai/skills', { targetRole: 'Data Analyst', currentSkills: ['SQL'] })).body.met.map(({ skillId }: { skillId: string }) => skillId)).toContain('sql');
  });
});

async function personWith(levels: readonly (readonly [string, number])[]): Promise<TestPerson> {
  const person = await app.make.person({ organisation: college });
  for (const [skillId, level] of levels) await app.as(person).put(`/me/skills/${skillId}`, { level });
  return person;
}

describe('an interview', () => {
  const prep = async (more: object = {}) => (await api.post('/ai/interview-prep', { role: 'Data Analyst', ...more })).body;
  test('is prepared by topics of the role with questions of the bank and what an answer should hold', async () => {
    const body = await prep();
    const bank = new Set(loadLearningMaterial().questions.map(({ id }) => id));
    expect(body.topics.length).toBeGreaterThan(4);
    for (const topic of body.topics) {
      expect(topic.questions.length > 0 || topic.showThat !== null, topic.name).toBe(true);
      for (const { id, answerShould } of topic.questions) expect([bank.has(id), answerShould.length > 0]).toEqual([true, true]);
      expect(topic.reasons.length).toBeGreaterThan(0);
    }
    expect(body.plan).toHaveLength(7);
    expect(body.plan.reduce((sum: number, { minutes }: { minutes: number }) => sum + minutes, 0)).toBe(7 * 60);
  });

  test('at a company has nothing about that company but that Cairn knows nothing', async () => {
    const [plain, named] = [await prep(), await prep({ company: 'Lakeside Steel' })];
    expect({ ...named, company: null, advice: named.advice.filter(({ code }: { code: string }) => code !== 'ai.interview.advice.company'), meta: plain.meta }).toEqual(plain);
    expect(named.advice.map(({ text }: { text: string }) => text).join(' ')).toContain('Cairn knows nothing about how Lakeside Steel interviews');
  });

  test('can be asked at one level, over the days there are', async () => {
    const body = await prep({ level: 1, days: 1, minutesPerDay: 30 });
    expect(new Set(body.topics.map(({ level }: { level: number }) => level))).toEqual(new Set([1]));
    expect([body.plan.length, body.topics.length]).toEqual([1, 1]);
    expect(body.leftOut.length).toBeGreaterThan(0);
    expect((await api.post('/ai/interview-prep', { role: 'Data Analyst', days: 0 })).status).toBe(400);
  });

  test('speaks to an ad of one\'s own only', async () => {
    const stranger = app.as(await app.make.person({ organisation: college }));
    const ad = (await stranger.upload('/job-ads', { file: { name: 'ad.txt', content: 'Data Analyst wanted. You must have strong SQL and Excel, and know Python and statistics. You will write reports that many people in the company read every week.' } })).body;
    expect((await stranger.post('/ai/interview-prep', { role: 'Data Analyst', jobAdId: ad.id })).status).toBe(200);
    expect(await api.post('/ai/interview-prep', { role: 'Data Analyst', jobAdId: ad.id })).toMatchObject({ status: 404, body: { code: 'job-ad.unknown' } });
  });
});

describe('a quiz', () => {
  const quiz = async (more: object = {}) => (await api.post('/ai/quiz', { skill: 'SQL', ...more })).body;
  test('has questions of the bank, with the right answers of the bank', async () => {
    const { questions, known } = await quiz({ count: 20 });
    const bank = new Map(loadLearningMaterial().questions.filter(({ skillId }) => skillId === 'sql').map((question) => [question.id, question]));
    expect([questions.length, known]).toEqual([20, bank.size]);
    for (const { id, kind, options, items, rightOrder, accepted } of questions) {
      const original = bank.get(id);
      if (original === undefined) throw new Error(`${id} is not in the bank`);
      expect(kind).toBe(original.kind);
      if (original.kind === 'order') expect([rightOrder.map((at: number) => items[at]), items.join() === original.items.join()]).toEqual([original.items, false]);
      if (original.kind === 'single' || original.kind === 'multiple') expect(options).toEqual(original.options);
      if (original.kind === 'output') expect(accepted).toEqual([original.output]);
    }
  });
  test('goes on with other questions until there are none', async () => {
    const first = await quiz({ count: 20 });
    const ids = first.questions.map(({ id }: { id: string }) => id);
    const second = await quiz({ count: 20, exclude: ids });
    expect(second.questions.filter(({ id }: { id: string }) => ids.includes(id))).toEqual([]);
    const all = loadLearningMaterial().questions.filter(({ skillId }) => skillId === 'sql').map(({ id }) => id);
    expect(await api.post('/ai/quiz', { skill: 'SQL', exclude: all })).toMatchObject({ status: 422, body: { code: 'ai.no-questions' } });
  });
  test('stays at its level while it can', async () => {
    expect(new Set((await quiz({ level: 1, count: 3 })).questions.map(({ level }: { level: number }) => level))).toEqual(new Set([1]));
  });
  test('on a skill without questions names neighbours with some', async () => {
    const without = (await api.get('/skills', { query: { search: 'Next.js' } })).body.items[0];
    expect(await api.post('/ai/quiz', { skill: without.id })).toMatchObject({ status: 422, body: { code: 'ai.no-questions', nearest: expect.arrayContaining([{ id: expect.any(String), name: expect.any(String) }]) } });
  });
});

describe('names', () => {
  test.each(['data-analyst', 'Data Analyst', 'DATA ANALYST', 'senior data analyst'])('%s is a role', async (targetRole) => {
    expect((await api.post('/ai/roadmap', { targetRole })).body.roleId).toBe('data-analyst');
  });
  test.each([
    ['/ai/roadmap', { targetRole: 'Moon gardener zzqx' }, 'ai.role-unknown'], ['/ai/skills', { targetRole: 'Developer' }, 'ai.role-ambiguous'], ['/ai/interview-prep', { role: 'Developer' }, 'ai.role-ambiguous'],
    ['/ai/quiz', { skill: 'Kuburnetis' }, 'ai.skill-unknown'], ['/ai/quiz', { skill: 'Python and SQL' }, 'ai.skill-ambiguous'],
  ])('%s %j is refused as %s, with those nearest', async (path, body, code) => {
    const answer = await api.post(path, body);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.nearest.length).toBeLessThanOrEqual(5);
    if (code !== 'ai.role-unknown') expect(answer.body.nearest.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body)).not.toContain('zzqx');
  });
  test('that say too much, too little or nothing are refused by their form', async () => {
    const status = async (body: object) => (await api.post('/ai/skills', body)).status;
    expect([await status({}), await status({ targetRole: ' ' }), await status({ targetRole: 'x'.repeat(121) }), await status({ targetRole: 'Data Analyst', currentSkills: Array.from({ length: 101 }, () => 'SQL') }), await status({ targetRole: 'Data Analyst', about: 'x'.repeat(1001) })]).toEqual([400, 400, 400, 400, 400]);
  });
});

test('the limit of ten a minute counts over all four', async () => {
  const limited = await testApp({ environment: { CAIRN_RATE_AI: '10/1m' } });
  const person = limited.as(await limited.make.person());
  const status: number[] = [];
  for (let at = 0; at < 11; at += 1) {
    const [path, body] = endpoints[at % 4] ?? endpoints[0];
    status.push((await person.post(path, body)).status);
  }
  expect(status).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  await limited.close();
});
