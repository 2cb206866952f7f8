import { loadLearningMaterial } from '@cairn/knowledge/learning';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestPerson } from '../../test-support/factories.ts';
import { videoStandIn, type VideoStandIn } from '../../test-support/video-stand-in.ts';
import { learningData } from '../learning/index.ts';
import { refreshMaterials } from './materials.jobs.ts';

let service: VideoStandIn;
let app: TestApp;
beforeAll(async () => {
  service = await videoStandIn();
  app = await testApp({ work: true, environment: { CAIRN_YOUTUBE_KEY: 'AIza-secret' }, outside: { videoService: { address: service.address, isAllowed: (address) => address === '127.0.0.1', timeoutMilliseconds: 500 } } });
});
afterAll(async () => {
  await app.close();
  await service.close();
});
afterEach(() => { service.fault = 'none'; });

const dayMilliseconds = 86_400_000;
const { lessons, questions } = loadLearningMaterial();
const sqlLesson = lessons.find(({ skillId, level }) => skillId === 'sql' && level === 1) ?? lessons[0];
const lessonId = sqlLesson?.id ?? '';

interface Learner { readonly person: TestPerson; readonly api: Api }
async function learner(organisation?: { id: string; slug: string; name: string }): Promise<Learner> {
  const person = await app.make.person(organisation === undefined ? {} : { organisation });
  return { person, api: app.as(person) };
}
async function withGap({ api }: Learner): Promise<void> {
  await api.put('/me/skills/python', { level: 2 });
  const answer = await api.post('/skill-gaps', { jobDescription: 'Data analyst wanted. You must have strong SQL and Excel, and should know statistics. You will build reports that many people depend on.' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  await app.jobsDone();
}
const formOf = async (api: Api) => (await api.get('/me/career-form')).body;
const skillsOf = async (api: Api): Promise<{ skillId: string; madeAt: string | null; videoSearch: string; materials: { source: string; id: string; isFinished: boolean; minutes: number; score: number; reasons: { effect: number }[] }[] }[]> => (await api.get('/study')).body.skills;

describe('materials', () => {
  test('are made ready by a job after a gap, ranked with reasons, lessons and found videos among them', async () => {
    const one = await learner();
    await withGap(one);
    const skills = await skillsOf(one.api);
    const sql = skills.find(({ skillId }) => skillId === 'sql');
    expect(sql).toMatchObject({ madeAt: expect.any(String), videoSearch: 'done' });
    expect(sql?.materials.some(({ source }) => source === 'lesson')).toBe(true);
    for (const { score, reasons } of sql?.materials ?? []) expect(reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(score, 9);
    const found = await one.api.get('/study/materials?skillId=sql');
    expect(found.body.skills).toMatchObject([{ skillId: 'sql', videoSearch: 'done' }]);
    expect((await one.api.get('/study')).body.next).toMatchObject({ lessonId: expect.any(String), doneAt: null });
  });

  test('are made ready after onboarding names a role, and made twice are the same', async () => {
    const one = await learner();
    const form = await formOf(one.api);
    await one.api.put('/me/career-form', { ...form, targetRoleId: 'data-analyst', hoursPerWeek: 5 });
    await one.api.put('/me/career-form', { ...form, targetRoleId: 'data-analyst', hoursPerWeek: 5 });
    await app.jobsDone();
    const skills = await skillsOf(one.api);
    expect(skills.length).toBeGreaterThan(2);
    expect(skills.length).toBeLessThanOrEqual(12);
    expect(new Set(skills.map(({ skillId }) => skillId)).size).toBe(skills.length);
    for (const { madeAt } of skills) expect(madeAt).not.toBeNull();
  });

  test('ask the video service once a week for a skill, in the whole organisation', async () => {
    const first = await learner();
    await withGap(first);
    const before = service.asked.length;
    const second = await learner({ id: first.person.organisationId, slug: '', name: '' });
    await withGap(second);
    expect(service.asked.length).toBe(before);
  });

  test('are there without videos when the service fails, which is said and logged without the key', async () => {
    service.fault = 'refuses';
    const one = await learner(await app.make.organisation());
    await withGap(one);
    const skills = await skillsOf(one.api);
    expect(skills.map(({ videoSearch }) => videoSearch)).toContain('failed');
    expect(skills.flatMap(({ materials }) => materials).some(({ source }) => source === 'lesson')).toBe(true);
    expect(app.logged.some((line) => line.includes('the search for videos failed'))).toBe(true);
    expect(app.logged.join('\n')).not.toContain('AIza-secret');
  });

  test('are refreshed when they are a week old, not before', async () => {
    const one = await learner();
    await withGap(one);
    const madeAt = async () => (await skillsOf(one.api))[0]?.madeAt;
    const first = await madeAt();
    const refreshAt = async (milliseconds: number): Promise<void> => {
      await refreshMaterials(app.held.database, app.app.jobs, [one.person.organisationId], milliseconds);
      await app.jobsDone();
    };
    await refreshAt(app.clock.milliseconds + 6 * dayMilliseconds);
    expect(await madeAt()).toBe(first);
    const now = app.clock.milliseconds;
    app.clock.milliseconds += 7 * dayMilliseconds + 1000;
    await refreshAt(app.clock.milliseconds);
    const { rows } = await app.held.database.transaction({ organisationId: one.person.organisationId }, async (tx) => ({ rows: await tx.query<{ madeAt: Date }>(`select made_at as "madeAt" from study_material where user_id = '${one.person.userId}'`) }));
    expect(rows.map(({ madeAt: at }) => at.getTime())).toEqual(rows.map(() => app.clock.milliseconds));
    app.clock.milliseconds = now;
  });

  test('for an interview are those of what the role must know', async () => {
    const { body } = await (await learner()).api.get('/study/materials?roleId=data-analyst');
    expect(body.skills.length).toBeGreaterThan(2);
  });

  test.each([['', 'study.one-topic'], ['?skillId=sql&roleId=data-analyst', 'study.one-topic'], ['?skillId=no-such-skill', 'skills.unknown'], ['?roleId=no-such-role', 'role.unknown']])('for %j are refused', async (query, code) => {
    expect((await (await learner()).api.get(`/study/materials${query}`)).body.code).toBe(code);
  });

  test('are nobody else\'s, and recruiters have none', async () => {
    const [one, other] = [await learner(), await learner()];
    await withGap(one);
    expect(await skillsOf(other.api)).toEqual([]);
    expect(await app.as(await app.make.person({ role: 'recruiter' })).get('/study')).toMatchObject({ status: 403 });
  });
});

describe('a lesson', () => {
  const path = `/study/lessons/${lessonId}`;

  test('is read with its questions, of which nothing tells the right answer', async () => {
    const { status, body } = await (await learner()).api.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ lessonId, position: 0, openedAt: null, doneAt: null, note: { text: '', revision: 0, aside: [] } });
    expect(body.checks).toHaveLength(sqlLesson?.checks.length ?? -1);
    expect(JSON.stringify(body.checks)).not.toMatch(/"right"|explanation|misconception|accepted|"output":/);
  });

  test('resumes where one was, and is done once', async () => {
    const { api } = await learner();
    await api.put(`${path}/progress`, { position: 0.4 });
    expect((await api.get('/study')).body).toMatchObject({ next: { lessonId, position: expect.closeTo(0.4) }, begun: [{ lessonId }], doneLessons: 0 });
    const done = await api.put(`${path}/progress`, { position: 1, isDone: true });
    app.clock.milliseconds += 1000;
    expect((await api.put(`${path}/progress`, { position: 0.2, isDone: true })).body.doneAt).toBe(done.body.doneAt);
    expect((await api.get('/study')).body).toMatchObject({ begun: [], doneLessons: 1 });
    expect((await api.put(`${path}/progress`, { position: 0.2, isDone: false })).body.doneAt).toBeNull();
  });

  test('that is finished stands last among the materials at once', async () => {
    const one = await learner();
    await withGap(one);
    const lessonsOf = async () => (await skillsOf(one.api)).find(({ skillId }) => skillId === 'sql')?.materials ?? [];
    const [first] = (await lessonsOf()).filter(({ source }) => source === 'lesson');
    await one.api.put(`/study/lessons/${first?.id ?? ''}/progress`, { position: 1, isDone: true });
    expect((await lessonsOf()).at(-1)).toMatchObject({ id: first?.id, isFinished: true });
    expect((await one.api.get('/study')).body.next.lessonId).not.toBe(first?.id);
  });

  test.each([['position', { position: 1.1 }], ['position', { position: 'x' }], ['nothing', {}]])('refuses progress with a wrong %s', async (_what, body) => {
    expect(await (await learner()).api.put(`${path}/progress`, body)).toMatchObject({ status: 400 });
  });

  test('that is not there is told', async () => {
    const { api } = await learner();
    for (const answer of [await api.get('/study/lessons/sql-nothing'), await api.put('/study/lessons/sql-nothing/progress', { position: 0 }), await api.put('/study/lessons/sql-nothing/note', { text: 'x', revision: 0 })]) expect(answer).toMatchObject({ status: 404, body: { code: 'study.lesson-unknown' } });
  });
});

describe('a note to a lesson', () => {
  const path = `/study/lessons/${lessonId}/note`;

  test('written by one device after the other is replaced', async () => {
    const { api } = await learner();
    expect((await api.put(path, { text: 'one', revision: 0 })).body).toMatchObject({ text: 'one', revision: 1, aside: [] });
    expect((await api.put(path, { text: 'two', revision: 1 })).body).toMatchObject({ text: 'two', revision: 2, aside: [] });
    expect((await api.put(path, { text: 'two', revision: 0 })).body).toMatchObject({ revision: 2, aside: [] });
  });

  test('that did not know of the other keeps both: the last one holds, the other is set aside', async () => {
    const { api } = await learner();
    await api.put(path, { text: 'from the phone', revision: 0 });
    const { body } = await api.put(path, { text: 'from the laptop', revision: 0 });
    expect(body).toMatchObject({ text: 'from the laptop', revision: 2, aside: [{ text: 'from the phone' }] });
    const [aside] = body.aside;
    expect(await (await learner()).api.delete(`/study/asides/${aside.id}`)).toMatchObject({ status: 404 });
    expect(await api.delete(`/study/asides/${aside.id}`)).toMatchObject({ status: 204 });
    expect((await api.get(`/study/lessons/${lessonId}`)).body.note).toMatchObject({ text: 'from the laptop', aside: [] });
  });

  test('written by ten at once loses none of the ten texts', async () => {
    const { api } = await learner();
    const texts = Array.from({ length: 10 }, (_, at) => `text ${String(at)}`);
    await Promise.all(texts.map((text) => api.put(path, { text, revision: 0 })));
    const { note } = (await api.get(`/study/lessons/${lessonId}`)).body;
    expect([note.text, ...note.aside.map(({ text }: { text: string }) => text)].sort()).toEqual(texts);
  });

  test('of 20,001 letters is refused, and so is one that cannot be stored; markup is text', async () => {
    const { api } = await learner();
    expect(await api.put(path, { text: 'x'.repeat(20_001), revision: 0 })).toMatchObject({ status: 400 });
    expect(await api.put(path, { text: 'a\u0000b', revision: 0 })).toMatchObject({ status: 400 });
    expect((await api.put(path, { text: 'b <script>', revision: 0 })).body.text).toBe('b <script>');
  });

  test('beyond fifty set aside is refused, and what stands stays', async () => {
    const { api } = await learner();
    for (let at = 0; at <= 51; at += 1) await api.put(path, { text: `text ${String(at)}`, revision: 0 });
    expect(await api.put(path, { text: 'one more', revision: 0 })).toMatchObject({ status: 409, body: { code: 'study.too-much-aside' } });
    expect((await api.get(`/study/lessons/${lessonId}`)).body.note.text).toBe('text 50');
  });
});

describe('the questions of a lesson', () => {
  const ofKind = (kinds: readonly string[]) => lessons.flatMap((lesson) => lesson.checks.map((id) => ({ lesson, question: questions.find((one) => one.id === id) }))).find(({ question }) => question !== undefined && kinds.includes(question.kind));

  test('are judged by the engine, told why, and remembered', async () => {
    const { api } = await learner();
    const { lesson, question } = ofKind(['single']) ?? {};
    const options = question?.kind === 'single' ? question.options : [];
    const path = `/study/lessons/${lesson?.id ?? ''}/checks/${question?.id ?? ''}`;
    const wrong = options.findIndex(({ right }) => !right);
    expect((await api.post(path, { kind: 'single', chosen: [wrong] })).body).toMatchObject({ isRight: false, score: 0, misconceptions: [options[wrong]?.misconception], explanation: question?.explanation });
    expect((await api.get(`/study/lessons/${lesson?.id ?? ''}`)).body.checks.find((check: { questionId: string }) => check.questionId === question?.id).wasRight).toBe(false);
    expect((await api.post(path, { kind: 'single', chosen: [options.findIndex(({ right }) => right)] })).body).toMatchObject({ isRight: true, score: 1 });
    expect((await api.get(`/study/lessons/${lesson?.id ?? ''}`)).body.checks.find((check: { questionId: string }) => check.questionId === question?.id).wasRight).toBe(true);
  });

  test('refuse an answer of another kind, an option that is not there, and a question of another lesson', async () => {
    const { api } = await learner();
    const { lesson, question } = ofKind(['single']) ?? {};
    const path = `/study/lessons/${lesson?.id ?? ''}/checks`;
    expect(await api.post(`${path}/${question?.id ?? ''}`, { kind: 'text', text: 'x' })).toMatchObject({ status: 422, body: { code: 'study.answer-does-not-fit' } });
    expect(await api.post(`${path}/${question?.id ?? ''}`, { kind: 'single', chosen: [90] })).toMatchObject({ status: 422 });
    expect(await api.post(`${path}/${lessons.find(({ id }) => id !== lesson?.id)?.checks[0] ?? ''}`, { kind: 'single', chosen: [0] })).toMatchObject({ status: 404, body: { code: 'study.question-unknown' } });
    expect(await api.post(`${path}/${question?.id ?? ''}`, { kind: 'text', text: 'x'.repeat(10_001) })).toMatchObject({ status: 400 });
  });
});

describe('what an answer at the end of a lesson counts for', () => {
  const asked = lessons.flatMap((lesson) => lesson.checks.flatMap((id) => questions.filter((question) => question.id === id && question.kind === 'single').map((question) => ({ lesson, question })))).slice(0, 1);
  const [{ lesson, question } = { lesson: undefined, question: undefined }] = asked;
  const path = `/study/lessons/${lesson?.id ?? ''}/checks/${question?.id ?? ''}`;
  const options = question?.kind === 'single' ? question.options : [];
  const right = { kind: 'single', chosen: [options.findIndex((option) => option.right)] };
  const wrong = { kind: 'single', chosen: [options.findIndex((option) => !option.right)] };
  const attemptsOf = ({ person }: Learner) => app.held.database.transaction(person, (tx) => tx.query<{ at: Date; is_right: boolean; place: string; hints_used: number; stability_before: number | null }>(`select at, is_right, place, hints_used, stability_before from attempt where user_id = '${person.userId}' order by at`));
  const masteryOf = async ({ api }: Learner): Promise<{ answers: number; probability: number }> => (await api.get('/learning')).body.mastery.find((one: { skillId: string; level: number }) => one.skillId === question?.skillId && one.level === question.level);

  test('is mastery of its level, and a day on which it is asked again', async () => {
    const one = await learner();
    const { body } = await one.api.post(path, { ...right, hintsUsed: 1, seconds: 30 });
    expect(body.counted).toMatchObject({ isCounted: true, level: question?.level, provenAt: null, nextOn: expect.any(String) });
    expect(body.counted.reasons.length).toBeGreaterThan(0);
    expect(await masteryOf(one)).toMatchObject({ answers: 1, probability: body.counted.probability });
    expect(await attemptsOf(one)).toMatchObject([{ is_right: true, place: 'lesson', hints_used: 1 }]);
    const learning = (await one.api.get('/learning')).body;
    expect(learning.nextDueOn).toBe(body.counted.nextOn);
  });

  test('is nothing the second time on a day: after the first, the right answer was shown', async () => {
    const one = await learner();
    await one.api.post(path, wrong);
    const again = await one.api.post(path, right);
    expect(again.body).toMatchObject({ isRight: true, counted: { isCounted: false } });
    expect(await masteryOf(one)).toMatchObject({ answers: 1 });
    expect(await attemptsOf(one)).toMatchObject([{ is_right: false }]);
  });

  test('is counted once from ten tabs at a time, and once from a retry', async () => {
    const one = await learner();
    const answers = await Promise.all(Array.from({ length: 10 }, () => one.api.post(path, right)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.filter(({ body }) => body.counted.isCounted)).toHaveLength(1);
    const headers = { 'idempotency-key': 'a-check-of-a-lesson-0001' };
    const [first, second] = [await one.api.post(path, wrong, { headers }), await one.api.post(path, wrong, { headers })];
    expect(second.body).toEqual(first.body);
    expect(await attemptsOf(one)).toHaveLength(1);
  });

  test('keeps the time at which it was given without a network, also after a later answer', async () => {
    const one = await learner();
    const given = new Date(app.clock.milliseconds - 2 * dayMilliseconds).toISOString();
    await one.api.post(path, right);
    const late = await one.api.post(path, { ...wrong, answeredAt: given });
    expect(late.body.counted.isCounted).toBe(true);
    expect((await one.api.post(path, { ...wrong, answeredAt: given })).body.counted.isCounted).toBe(false);
    expect(await attemptsOf(one)).toMatchObject([{ at: new Date(given), is_right: false, stability_before: null }, { is_right: true }]);
    // The later answer is the last one given, whichever arrived last.
    const checks: { questionId: string; wasRight: boolean }[] = (await one.api.get(`/study/lessons/${lesson?.id ?? ''}`)).body.checks;
    expect(checks.find(({ questionId }) => questionId === question?.id)?.wasRight).toBe(true);
  });

  test.each([['in the future', 5 * dayMilliseconds, 0], ['a year ago', -365 * dayMilliseconds, -30 * dayMilliseconds]])('is never %s, whatever a clock says', async (_what, offset, kept) => {
    const one = await learner();
    const now = app.clock.milliseconds;
    expect((await one.api.post(path, { ...right, answeredAt: new Date(now + offset).toISOString() })).status).toBe(200);
    const [attempt] = await attemptsOf(one);
    expect(attempt?.at.getTime()).toBe(now + kept);
  });

  test('on another day is a review of it', async () => {
    const one = await learner();
    await one.api.post(path, { ...right, answeredAt: new Date(app.clock.milliseconds - 3 * dayMilliseconds).toISOString() });
    await one.api.post(path, right);
    expect(await attemptsOf(one)).toMatchObject([{ stability_before: null }, { stability_before: expect.any(Number) }]);
    expect(await masteryOf(one)).toMatchObject({ answers: 2 });
  });

  test('goes with its person', async () => {
    const one = await learner();
    await one.api.post(path, right);
    await app.held.database.transaction(one.person, (tx) => learningData.erase(tx, one.person));
    expect(await attemptsOf(one)).toEqual([]);
  });
});

test('what somebody did in lessons is told to others since a day, and goes with its person', async () => {
  const { person, api } = await learner();
  await api.put(`/study/lessons/${lessonId}/progress`, { position: 1, isDone: true });
  await api.put(`/study/lessons/${lessonId}/note`, { text: 'kept', revision: 0 });
  const exported = await api.get('/me/export');
  expect(exported.bytes.includes('study/notes.json')).toBe(true);
  const { study } = app.app.features;
  const activity = await app.held.database.transaction(person, (tx) => study.activityOf(tx, person, 0));
  expect(activity).toEqual([{ kind: 'lesson', at: expect.any(Number), minutes: sqlLesson?.minutes, skillId: sqlLesson?.skillId }]);
  expect(await app.held.database.transaction(person, (tx) => study.activityOf(tx, person, app.clock.milliseconds + 1))).toEqual([]);
  expect(await app.held.database.transaction(person, (tx) => study.nextLessons(tx, person))).toEqual([]);
});
