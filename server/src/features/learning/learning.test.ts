import { loadLearningMaterial } from '@cairn/knowledge/learning';
import type { Question } from '@cairn/engine/learning';
import { llmStandIn, type LlmStandIn } from '../../test-support/llm-stand-in.ts';
import type { TestPerson } from '../../test-support/factories.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from './bank.ts';
import { learningData } from './index.ts';
import { testApp, type Answered, type Api, type TestApp } from '../../test-support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });
afterAll(() => app.close());

const dayMilliseconds = 86_400_000;
const textOf = ({ ask, code, kind, skillId }: Pick<Question, 'ask' | 'code' | 'kind' | 'skillId'>): string => JSON.stringify([skillId, kind, ask, code?.text]);
const bank = loadLearningMaterial().questions;
const questions = new Map(bank.map((question) => [question.id, question]));
const byText = new Map(bank.map((question) => [textOf(question), question]));

interface Shown { id: string; skillId: string; kind: Question['kind']; ask: string; code: Question['code']; parts: string[] }

/** Which question of the bank it is: a page is not told. */
function questionOf(shown: Shown): Question {
  const question = byText.get(textOf(shown));
  if (question === undefined) throw new Error(`${shown.ask} is not in the bank`);
  return question;
}

/** What somebody would send who knows the answer, or who does not. */
function answerTo(shown: Shown, isRight: boolean): unknown {
  const question = questionOf(shown);
  switch (question.kind) {
    case 'single': case 'multiple': {
      const right = shown.parts.flatMap((text, at) => (question.options.some((option) => option.text === text && option.right) ? [at] : []));
      const wrong = shown.parts.findIndex((text) => question.options.some((option) => option.text === text && !option.right));
      return { kind: question.kind, chosen: isRight ? right : [wrong] };
    }
    case 'order': {
      const order = question.items.map((item) => shown.parts.indexOf(item));
      return { kind: 'order', order: isRight ? order : order.toReversed() };
    }
    case 'output': return { kind: 'output', text: isRight ? question.output : 'nonsense 4711' };
    case 'blank': return { kind: 'blank', text: isRight ? question.accepted[0] : 'nonsense 4711' };
    case 'text': return { kind: 'text', text: isRight ? question.modelAnswer : 'I am not sure.' };
  }
}

async function begin(api: Api, body: object = { skillIds: ['git'], questions: 50 }): Promise<Answered['body']> {
  const { status, body: session } = await api.post('/learning/sessions', body);
  expect(status, JSON.stringify(session)).toBe(201);
  return session;
}

const send = (api: Api, session: { id: string; current: Shown }, isRight: boolean, more: object = {}) =>
  api.post(`/learning/sessions/${session.id}/answers`, { shownQuestionId: session.current.id, answer: answerTo(session.current, isRight), seconds: 20, ...more });

async function answer(api: Api, session: { id: string; current: Shown }, isRight: boolean): Promise<Answered['body']> {
  const { status, body } = await send(api, session, isRight);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const student = async () => app.as(await app.make.person());

/** The same person, so many days later. */
async function daysLater(person: TestPerson, days: number): Promise<Api> {
  app.clock.milliseconds += days * dayMilliseconds;
  const credentials = await app.held.database.transaction(person, (tx) => app.app.features.identity.sessions.start(tx, { userId: person.userId, organisationId: person.organisationId, client: 'api', userAgent: undefined }));
  if (credentials.client !== 'api') throw new Error('A session for the API carries tokens');
  return app.as({ ...person, accessToken: credentials.tokens.accessToken });
}

describe('a session', () => {
  test('asks until it has its size, never a question twice, and ends with what comes back when', async () => {
    const api = await student();
    let session = await begin(api, { skillIds: ['git', 'sql'], questions: 12 });
    const asked: string[] = [];
    while (session.current !== null) {
      asked.push(questionOf(session.current).id);
      ({ session } = await answer(api, session, asked.length % 3 !== 0));
    }
    expect(new Set(asked).size).toBe(12);
    expect(session).toMatchObject({ state: 'finished', answered: 12, right: 8, current: null });
    expect(session.answers.map(({ right }: { right: boolean }) => right)).toEqual(asked.map((_, at) => (at + 1) % 3 !== 0));
    expect(session.answers.every(({ nextOn }: { nextOn: string }) => nextOn > new Date(app.clock.milliseconds).toISOString().slice(0, 10))).toBe(true);
    expect(new Set(asked.map((id) => questions.get(id)?.skillId))).toEqual(new Set(['git', 'sql']));
  });

  test('of minutes ends when they are spent', async () => {
    const api = await student();
    let session = await begin(api, { skillIds: ['git'], minutes: 5 });
    for (let count = 0; count < 3 && session.current !== null; count += 1) ({ body: { session } } = await send(api, session, true, { seconds: 150 }));
    expect(session).toMatchObject({ state: 'finished', minutes: 5 });
    expect(session.minutesSpent).toBeGreaterThanOrEqual(5);
  });

  test('shows nothing that is not due: no right answer, rubric, misconception, explanation or hint', async () => {
    const api = await student();
    let session = await begin(api, { skillIds: ['sql', 'git', 'python'], questions: 30 });
    const kinds = new Set<string>();
    while (session.current !== null) {
      const { current } = session;
      const question = questionOf(current);
      kinds.add(current.kind);
      expect(Object.keys(current).toSorted()).toEqual(['ask', 'code', 'hints', 'hintsLeft', 'id', 'kind', 'level', 'number', 'parts', 'reasons', 'share', 'skill', 'skillId']);
      const sent = JSON.stringify(current);
      const secrets = [question.explanation, ...question.hints, ...('misconception' in question ? [question.misconception] : []), ...(question.kind === 'text' ? [question.modelAnswer] : []), ...('options' in question ? question.options.flatMap(({ misconception }) => misconception ?? []) : [])];
      for (const secret of [question.id, ...secrets]) expect(sent).not.toContain(JSON.stringify(secret).slice(1, -1));
      if (question.kind === 'order') expect(current.parts).not.toEqual(question.items);
      ({ session } = await answer(api, session, true));
    }
    expect(kinds.size).toBeGreaterThan(3);
  });

  test('is gone on with after a day, is over after a week, and loses no answer', async () => {
    const person = await app.make.person();
    let api = app.as(person);
    const session = await begin(api);
    await answer(api, session, true);
    api = await daysLater(person, 1);
    const resumed = (await api.get(`/learning/sessions/${session.id}`)).body;
    expect(resumed).toMatchObject({ state: 'open', answered: 1 });
    expect((await api.get('/learning')).body.openSession.id).toBe(session.id);
    api = await daysLater(person, 7);
    expect((await api.get(`/learning/sessions/${session.id}`)).body).toMatchObject({ state: 'expired', current: null, answered: 1 });
    expect(await send(api, resumed, true)).toMatchObject({ status: 410, body: { code: 'learning.session-over' } });
    expect((await api.get('/learning')).body.openSession).toBeNull();
    expect((await api.get('/learning')).body.due.reduce((sum: number, { questions: count }: { questions: number }) => sum + count, 0)).toBe(1);
  });

  test('can be ended early, twice', async () => {
    const api = await student();
    const { id } = await begin(api);
    for (const _ of [1, 2]) expect((await api.post(`/learning/sessions/${id}/finish`)).body).toMatchObject({ state: 'finished', current: null });
  });

  test.each([
    ['a skill nobody knows', { skillIds: ['pythn'] }, 422, 'learning.skill-unknown'],
    ['two sizes', { skillIds: ['git'], minutes: 5, questions: 5 }, 422, 'learning.one-size'],
    ['a placement in two skills', { kind: 'placement', skillIds: ['git', 'sql'] }, 422, 'learning.one-skill'],
    ['nothing that is due or wanted', {}, 422, 'learning.nothing-to-ask'],
    ['eleven skills', { skillIds: Array.from({ length: 11 }, () => 'git') }, 400, 'request.invalid'],
  ])('for %s is refused', async (_case, body, status, code) => {
    const refused = await (await student()).post('/learning/sessions', body);
    expect(refused).toMatchObject({ status, body: { code } });
    if (code === 'learning.skill-unknown') expect(refused.body.nearest[0]).toEqual({ skillId: 'python', name: 'Python' });
  });
});

describe('an answer', () => {
  test('that is wrong is explained with what lies behind it, and asked again on a later day', async () => {
    const person = await app.make.person();
    let api = app.as(person);
    let session = await begin(api);
    while (session.current.kind !== 'single') ({ session } = await answer(api, session, true));
    const question = questionOf(session.current);
    const { verdict } = await answer(api, session, false);
    expect(verdict).toMatchObject({ right: false, accuracy: 0, depth: { name: 'surface' }, explanation: question.explanation, source: question.source });
    expect(verdict.misconceptions).toHaveLength(1);
    expect(verdict.reinforce[0]).toMatchObject({ skillId: 'git', skill: 'Git', level: question.level });
    expect(verdict.nextInDays).toBe(1);
    await api.post(`/learning/sessions/${session.id}/finish`);
    api = await daysLater(person, 2);
    expect((await api.get('/learning')).body.due).toMatchObject([{ skillId: 'git', name: 'Git' }]);
    const later = await begin(api, { questions: 1 });
    expect(questionOf(later.current)).toBe(question);
    expect(later.current).toMatchObject({ share: 'due', reasons: [{ what: { code: 'learning.choice.due' } }] });
  });

  test('sent twice counts once and gets the same verdict, with a key and without', async () => {
    const api = await student();
    const session = await begin(api);
    const headers = { 'idempotency-key': 'answer-1' };
    const body = { shownQuestionId: session.current.id, answer: answerTo(session.current, true), seconds: 20 };
    const first = await api.post(`/learning/sessions/${session.id}/answers`, body, { headers });
    const again = await api.post(`/learning/sessions/${session.id}/answers`, body, { headers });
    const once = await api.post(`/learning/sessions/${session.id}/answers`, body);
    expect(again.body).toEqual(first.body);
    expect(once.body.verdict).toEqual(first.body.verdict);
    expect(once.body.session.answered).toBe(1);
    expect((await api.get(`/learning/sessions/${session.id}/answers/${session.current.id}`)).body).toEqual(first.body.verdict);
  });

  test('from two tabs at once: all of them together count once', async () => {
    const api = await student();
    const session = await begin(api);
    const sent = await Promise.all(Array.from({ length: 8 }, (_, at) => send(api, session, at % 2 === 0)));
    const taken = sent.filter(({ status }) => status === 200);
    expect(new Set(taken.map(({ body }) => JSON.stringify(body.verdict))).size).toBe(1);
    expect(sent.filter(({ status }) => status !== 200).map(({ status, body }) => [status, body.code])).toEqual(Array.from({ length: 4 }, () => [409, 'learning.already-answered']));
    const state = (await api.get(`/learning/sessions/${session.id}`)).body;
    expect(state.answered).toBe(1);
    expect(state.current.number).toBe(2);
  });

  test('of two sessions at once: none is lost', async () => {
    const person = await app.make.person();
    const api = app.as(person);
    const sessions = [await begin(api, { skillIds: ['git'], questions: 10 }), await begin(api, { skillIds: ['sql'], questions: 10 })];
    await Promise.all(sessions.map(async (one) => {
      let session = one;
      while (session.current !== null) ({ session } = await answer(api, session, true));
    }));
    const rows = await app.held.database.transaction(person, (tx) => tx.one<{ attempts: number; answers: number }>(
      `select (select count(*) from attempt where user_id = $1) as attempts, (select sum(answers) from level_mastery where user_id = $1) as answers`, [person.userId]));
    expect(rows).toEqual({ attempts: 20, answers: 20 });
  });

  test('to an earlier question is refused with what to do', async () => {
    const api = await student();
    const session = await begin(api);
    await answer(api, session, true);
    expect(await send(api, session, false)).toMatchObject({ status: 409, body: { code: 'learning.already-answered', next: expect.stringContaining('Reload') } });
  });

  test.each([
    ['of 100 KB', { kind: 'text', text: 'x'.repeat(100_000) }, 400, 'request.invalid'],
    ['with a sign that nothing can store', { kind: 'text', text: 'a\u0000b' }, 400, 'request.invalid'],
    ['of another kind', { kind: 'order', order: [0] }, 422, 'learning.answer-does-not-fit'],
    ['with a place that was not shown', { kind: 'single', chosen: [99] }, 422, 'learning.answer-does-not-fit'],
  ])('%s is refused and not counted', async (_case, given, status, code) => {
    const api = await student();
    let session = await begin(api);
    while (session.current.kind !== 'single') ({ session } = await answer(api, session, true));
    expect(await api.post(`/learning/sessions/${session.id}/answers`, { shownQuestionId: session.current.id, answer: given, seconds: 1 })).toMatchObject({ status, body: { code } });
    expect((await api.get(`/learning/sessions/${session.id}`)).body.current.id).toBe(session.current.id);
  });

  test('"I do not know" is wrong and supposes nothing', async () => {
    const api = await student();
    const session = await begin(api);
    const { body } = await api.post(`/learning/sessions/${session.id}/answers`, { shownQuestionId: session.current.id, answer: null, seconds: 1 });
    expect(body.verdict).toMatchObject({ right: false, accuracy: 0, misconceptions: [] });
  });

  test('is judged by the question as it was shown, also when the bank has it no more', async () => {
    const person = await app.make.person();
    const api = app.as(person);
    const session = await begin(api);
    await app.held.database.transaction(person, (tx) => tx.query(
      `update shown_question set question_id = 'git-gone', question = jsonb_set(question, '{id}', '"git-gone"') where id = $1`, [session.current.id]));
    const { verdict } = await answer(api, session, true);
    expect(verdict).toMatchObject({ questionId: 'git-gone', right: true });
    const later = await daysLater(person, 400);
    expect((await later.get('/learning')).body.due).toEqual([]);
  });

  test('after the clock was set back stands behind the one before it', async () => {
    const api = await student();
    const session = await begin(api);
    const first = await answer(api, session, true);
    app.clock.milliseconds -= 3 * dayMilliseconds;
    const second = await answer(api, first.session, true);
    app.clock.milliseconds += 3 * dayMilliseconds;
    expect(second.verdict.answeredAt >= first.verdict.answeredAt).toBe(true);
  });

  test('is nobody else\'s to give, read or have explained', async () => {
    const [api, other, elsewhere] = [await student(), await student(), app.as(await app.make.person({ organisation: await app.make.organisation() }))];
    const session = await begin(api);
    for (const stranger of [other, elsewhere]) {
      expect(await send(stranger, session, true)).toMatchObject({ status: 404, body: { code: 'learning.session-unknown' } });
      expect(await stranger.get(`/learning/sessions/${session.id}`)).toMatchObject({ status: 404 });
      expect(await stranger.post(`/learning/sessions/${session.id}/hints`, { shownQuestionId: session.current.id, number: 1 })).toMatchObject({ status: 404 });
      expect(await stranger.post(`/learning/sessions/${session.id}/explanations`, { shownQuestionId: session.current.id })).toMatchObject({ status: 404 });
    }
    expect(await app.as(await app.make.person({ role: 'recruiter' })).get('/learning')).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
  });
});

describe('hints', () => {
  test('come one after the other, count once each, and are worth less than none', async () => {
    const api = await student();
    const session = await begin(api);
    const question = questionOf(session.current);
    const hint = (number: number) => api.post(`/learning/sessions/${session.id}/hints`, { shownQuestionId: session.current.id, number });
    expect(await hint(2)).toMatchObject({ status: 409, body: { code: 'learning.hint-not-yet' } });
    for (const number of [1, 1, 2, 3]) expect((await hint(number)).body.current.hints).toEqual(question.hints.slice(0, number));
    const { verdict } = await answer(api, session, true);
    expect(verdict).toMatchObject({ right: true, hintsUsed: 3, nextInDays: 1 });
    expect(await hint(3)).toMatchObject({ status: 409, body: { code: 'learning.already-answered' } });
  });

  test('the explanation comes after the answer, and is the author\'s own where no model is set', async () => {
    const api = await student();
    const session = await begin(api);
    const explain = () => api.post(`/learning/sessions/${session.id}/explanations`, { shownQuestionId: session.current.id });
    expect(await explain()).toMatchObject({ status: 404, body: { code: 'learning.question-unknown' } });
    const { verdict } = await answer(api, session, true);
    expect(await explain()).toMatchObject({ status: 200, body: { words: verdict.explanation, meta: { provider: null, fallbackReason: 'no-model', promptVersion: 'explain-answer.v1' } } });
  });
});

describe('the explanation by a model', () => {
  let server: LlmStandIn;
  let modelled: TestApp;
  beforeAll(async () => {
    server = await llmStandIn();
    modelled = await testApp({ environment: { CAIRN_LLM_CHAIN: `ollama+${server.url}#mistral:7b-instruct` } });
  });
  afterAll(() => Promise.all([modelled.close(), server.close()]));

  async function explained(reply: Parameters<LlmStandIn['will']>[0]) {
    const api = modelled.as(await modelled.make.person());
    const session = await begin(api);
    const { verdict } = await answer(api, session, false);
    server.seen.length = 0;
    server.will(reply);
    const { status, body } = await api.post(`/learning/sessions/${session.id}/explanations`, { shownQuestionId: session.current.id });
    expect(status, JSON.stringify(body)).toBe(200);
    expect((await api.get(`/learning/sessions/${session.id}/answers/${session.current.id}`)).body).toEqual(verdict);
    return { verdict, ...body };
  }
  const words = 'Think of the index as a tray: you put a change on the tray, and the commit takes what lies there.';

  test('adds words and says whose they are; the verdict stays', async () => {
    const { words: given, meta, verdict } = await explained({ text: JSON.stringify({ words }), input: 100, output: 40 });
    expect(given).toBe(words);
    expect(meta).toMatchObject({ provider: 'ollama', model: 'mistral:7b-instruct', promptVersion: 'explain-answer.v1', fallbackReason: null });
    expect(JSON.stringify(server.seen[0]?.body)).toContain(JSON.stringify(JSON.stringify(verdict.explanation)).slice(3, -3));
  });

  test.each<[string, Parameters<LlmStandIn['will']>[0]]>([
    ['is cut off in the middle', { cut: '{"words": "Think of' }],
    ['answers with a link', { text: JSON.stringify({ words: `${words} See https://evil.example/x for more.` }) }],
    ['answers in another form', { text: JSON.stringify({ score: 100 }) }],
  ])('is the author\'s own where the model %s', async (_fault, reply) => {
    const { words: given, meta, verdict } = await explained(reply);
    expect(given).toBe(verdict.explanation);
    expect(meta.provider).toBeNull();
    expect(meta.fallbackReason).not.toBeNull();
  });
});

describe('a placement', () => {
  test('ends by itself within twelve questions with a level, an interval and reasons', async () => {
    const api = await student();
    let session = await begin(api, { kind: 'placement', skillIds: ['sql'] });
    const level = 2;
    while (session.current !== null) ({ session } = await answer(api, session, session.current.level <= level));
    expect(session.answered).toBeLessThanOrEqual(12);
    expect(session.placement).toMatchObject({ skillId: 'sql', name: 'SQL', reasons: expect.arrayContaining([expect.objectContaining({ what: expect.objectContaining({ code: 'learning.placement.ability' }) })]) });
    expect(session.placement.lowest).toBeLessThanOrEqual(level);
    expect(session.placement.highest).toBeGreaterThanOrEqual(level);
    const { body } = await api.get('/learning');
    expect(body.placed).toMatchObject([{ skillId: 'sql', level: session.placement.level }]);
    expect(body.mastery.length).toBeGreaterThan(0);
  });
});

describe('mastery', () => {
  /** Answers rightly until a level of the skill is proven: the highest, since what is proven at one level is below it, too. */
  async function prove(api: Api, skillId: string): Promise<{ skillId: string; level: number; provenAt: string }> {
    let session = await begin(api, { skillIds: [skillId], questions: 50 });
    for (;;) {
      const proven = (await api.get('/learning')).body.mastery.findLast(({ provenAt }: { provenAt: string | null }) => provenAt !== null);
      if (proven !== undefined) return proven;
      ({ session } = await answer(api, session, true));
    }
  }

  test('proves a skill in the profile with its date, fades without practice, and comes back with a review', async () => {
    const person = await app.make.person();
    let api = app.as(person);
    const { level, provenAt } = await prove(api, 'git');
    const inProfile = async () => (await api.get('/me/skills')).body.items.find(({ skillId }: { skillId: string }) => skillId === 'git');
    expect(await inProfile()).toMatchObject({ level, source: 'mastery', reasons: [{ what: { code: 'skill.mastered', params: { level, date: provenAt.slice(0, 10) } } }] });

    api = await daysLater(person, 3000);
    const faded = (await api.get('/learning')).body.mastery.find((one: { level: number }) => one.level === level);
    expect(faded).toMatchObject({ provenAt, fadedAt: expect.any(String) });
    expect(await inProfile()).toBeUndefined();

    let session = await begin(api, { skillIds: ['git'], questions: 50 });
    while (((await inProfile())?.level ?? 0) < level) ({ session } = await answer(api, session, true));
    expect((await api.get('/learning')).body.mastery.find((one: { level: number }) => one.level === level)).toMatchObject({ fadedAt: null });
    expect(session.answered).toBeLessThanOrEqual(40);
  });

  test('lets a new roadmap begin at the level that is proven', async () => {
    const [proven, beginner] = [await student(), await student()];
    const { level } = await prove(proven, 'git');
    const levelsOf = async (api: Api) => {
      const { body } = await api.post('/roadmaps', { targetRoleId: 'backend-developer', hoursPerWeek: 10, weeksAvailable: null });
      const tasks = body.months.flatMap(({ weeks }: { weeks: { tasks: { skillId: string; level: number }[] }[] }) => weeks.flatMap((week) => week.tasks));
      return tasks.filter(({ skillId }: { skillId: string }) => skillId === 'git').map((task: { level: number }) => task.level);
    };
    expect(await levelsOf(beginner)).toContain(level);
    expect(await levelsOf(proven)).not.toContain(level);
  });
});

test('an answer in a script that the rubric does not know is refused, and nothing is counted', async () => {
  const person = await app.make.person();
  const api = app.as(person);
  const session = await begin(api);
  const text = bank.find(({ kind, skillId }) => kind === 'text' && skillId === 'git');
  await app.held.database.transaction(person, (tx) => tx.query('update shown_question set question = $2 where id = $1', [session.current.id, JSON.stringify(text)]));
  const send = (words: string) => api.post(`/learning/sessions/${session.id}/answers`, { shownQuestionId: session.current.id, answer: { kind: 'text', text: words }, seconds: 30 });
  expect(await send('यह बदलावों को एक साथ रखता है।')).toMatchObject({ status: 422, body: { code: 'learning.answer-language' } });
  expect((await api.get(`/learning/sessions/${session.id}`)).body).toMatchObject({ answered: 0, current: { id: session.current.id } });
  expect((await send('यह commit के changes को branch पर रखता है।')).status).toBe(200);
});

describe('the day of a review', () => {
  test('begins where the person is', async () => {
    const person = await app.make.person();
    await app.as(person).patch('/me', { timeZone: 'Pacific/Kiritimati' });
    const { body } = await app.as(person).get('/learning');
    expect(body.today).toBe(new Date(app.clock.milliseconds + 14 * 3_600_000).toISOString().slice(0, 10));
  });
});

describe('how hard questions are', () => {
  test('is estimated from first answers, the same by a second run, and forgotten with too few people', async () => {
    const organisation = await app.make.organisation();
    const people = await Promise.all(Array.from({ length: 10 }, () => app.make.person({ organisation })));
    const estimate = async () => {
      const { handle } = await import('./estimate.jobs.handler.ts');
      const { createBank } = await import('./bank.ts');
      const bankOf = createBank({ material: loadLearningMaterial, questionsOf: () => Promise.resolve([]) });
      await handle({ id: '', data: { organisationId: organisation.id }, attempt: 1, lastAttempt: false, signal: new AbortController().signal, progress: () => Promise.resolve(), transaction: (work) => app.held.database.transaction({ organisationId: organisation.id }, work) }, { bankOf, now: () => app.clock.milliseconds });
      return app.held.database.transaction({ organisationId: organisation.id }, (tx) => tx.query<{ question_id: string; difficulty: number; answers: number }>('select question_id, difficulty, discrimination, answers from question_estimate order by question_id'));
    };
    for (const person of people) {
      const session = await begin(app.as(person));
      await app.held.database.transaction(person, (tx) => tx.query(`update shown_question set question = $2, question_id = 'git-add-meaning', question_hash = $3 where id = $1`, [session.current.id, JSON.stringify(questions.get('git-add-meaning')), hashOf(questions.get('git-add-meaning') as Question)]));
      const { body: { current } } = await app.as(person).get(`/learning/sessions/${session.id}`);
      await answer(app.as(person), { ...session, current }, false);
    }
    const first = await estimate();
    expect(first).toMatchObject([{ question_id: 'git-add-meaning', answers: 10 }]);
    expect(first[0]?.difficulty).toBeGreaterThan(-1.5);
    expect(await estimate()).toEqual(first);
    const [leaving] = people;
    await app.held.database.transaction({ organisationId: organisation.id }, (tx) => learningData.erase(tx, leaving as TestPerson));
    expect(await estimate()).toEqual([]);
  });
});

describe('whoever leaves', () => {
  test('takes everything along and leaves nothing', async () => {
    const person = await app.make.person();
    const api = app.as(person);
    await answer(api, await begin(api), true);
    const tables = ['learner', 'learning_session', 'shown_question', 'attempt', 'question_memory', 'level_mastery', 'skill_placement'];
    const count = () => app.held.database.transaction(person, async (tx) => {
      const counts = await Promise.all(tables.map((table) => tx.one<{ count: number }>(`select count(*) as count from ${table} where user_id = $1`, [person.userId])));
      return counts.reduce((sum, row) => sum + row.count, 0);
    });
    expect(await count()).toBeGreaterThan(3);
    const exported = await app.held.database.transaction(person, (tx) => learningData.export(tx, person));
    expect(exported.map(({ path }) => path)).toContain('answers.json');
    await app.held.database.transaction(person, (tx) => learningData.erase(tx, person));
    expect(await count()).toBe(0);
  });
});
