/** What a model adds, and that it adds nothing else: the stand-in answers in its place, well or badly. */
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp, type Answered, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestOrganisation, TestPerson } from '../../test-support/factories.ts';
import { llmStandIn, type LlmStandIn, type Reply, type SeenRequest } from '../../test-support/llm-stand-in.ts';

let server: LlmStandIn;
let app: TestApp;
let bare: TestApp;
let college: TestOrganisation;
let student: TestPerson;
let api: Api;
beforeAll(async () => {
  server = await llmStandIn();
  [app, bare] = await Promise.all([testApp({ environment: { CAIRN_LLM_CHAIN: `ollama+${server.url}#mistral:7b?timeout=1&context=32768`, CAIRN_LLM_DAILY_TOKENS: '2000000000' } }), testApp()]);
});
afterAll(() => Promise.all([app.close(), bare.close(), server.close()]));
beforeEach(async () => {
  // The breaker of an earlier fault has closed, and nobody has asked before.
  app.clock.milliseconds += 10 * 60_000;
  college = await app.make.organisation();
  student = await app.make.person({ organisation: college });
  api = app.as(student);
  server.seen.length = 0;
});

/** An access token lasts minutes, and the clock was moved. */
async function signedInAgain(person: TestPerson): Promise<TestPerson> {
  const credentials = await app.held.database.transaction(person, (tx) => app.app.features.identity.sessions.start(tx, { ...person, client: 'api', userAgent: undefined }));
  if (credentials.client !== 'api') throw new Error('A session for the API carries tokens');
  return { ...person, accessToken: credentials.tokens.accessToken };
}

type Written = Record<string, unknown>;
interface Case {
  readonly path: string;
  readonly body: Record<string, unknown>;
  /** What a model that does its work well says to this prompt. */
  readonly words: (prompt: string, text: string) => Written;
}

const english = 'Take it step by step and show each result to somebody who will ask you why.';
const idsIn = (prompt: string, name: string) => [...prompt.matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))].map(([, id = '']) => id);
const cases: readonly Case[] = [
  {
    path: '/ai/roadmap', body: { targetRole: 'Data Analyst', currentSkills: ['SQL'], startsOn: '2026-02-02' },
    words: (prompt, text) => ({ overview: text, months: [{ month: 1, advice: text }], tasks: idsIn(prompt, 'id').slice(0, 2).map((id) => ({ id, advice: text })) }),
  },
  { path: '/ai/skills', body: { targetRole: 'Data Analyst', currentSkills: ['SQL'] }, words: (prompt, text) => ({ overview: text, skills: idsIn(prompt, 'skillId').slice(0, 2).map((skillId) => ({ skillId, advice: text, example: text })) }) },
  { path: '/ai/interview-prep', body: { role: 'Data Analyst' }, words: (prompt, text) => ({ overview: text, topics: idsIn(prompt, 'skillId').slice(0, 2).map((skillId) => ({ skillId, tip: text })) }) },
  { path: '/ai/quiz', body: { skill: 'SQL' }, words: (prompt, text) => ({ explanations: idsIn(prompt, 'id').slice(0, 2).map((id) => ({ id, text })) }) },
];
const promptOf = ({ body }: SeenRequest): string => (body['messages'] as { role: string; content: string }[]).filter(({ role }) => role === 'user').map(({ content }) => content).join('\n');
const well = ({ words }: Case, text = english, usage: object = { input: 700, output: 90 }) => (request: SeenRequest): Reply => ({ text: JSON.stringify(words(promptOf(request), text)), ...usage });
const withoutWords = ({ words: _words, meta: _meta, ...answer }: Record<string, unknown>) => answer;
const ofBare = new Map<string, unknown>();
async function engineOnly({ path, body }: Case): Promise<unknown> {
  if (!ofBare.has(path)) ofBare.set(path, withoutWords((await bare.as(await bare.make.person()).post(path, body)).body));
  return ofBare.get(path);
}
const calls = () => app.held.database.transaction(student, (tx) => tx.query<Record<string, unknown>>('select * from llm_call order by created_at, id'));
const events = { headers: { accept: 'text/event-stream' } };
const eventsIn = ({ body }: Answered) => [...String(body).matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, name, data]) => ({ name, data: JSON.parse(data ?? '') }));

describe.each(cases.map((each) => [each.path, each] as const))('%s', (path, each) => {
  test('with a model differs from the engine\'s answer in words and meta alone', async () => {
    server.will(well(each));
    const { status, body } = await api.post(path, each.body);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(withoutWords(body)).toEqual(await engineOnly(each));
    expect(JSON.stringify(body.words)).toContain(english);
    expect(body.meta).toMatchObject({ callId: expect.any(String), provider: 'ollama', model: 'mistral:7b', promptVersion: `${path.slice(1).replace('/', '-')}.v1`, tokensUsed: 790, cached: false, fallbackReason: null });
    expect((await api.post('/ai/feedback', { callId: body.meta.callId, verdict: 'helpful' })).status).toBe(204);
  });

  test('asks once for the same, and again when what is kept is past its time', async () => {
    server.will(well(each));
    await api.post(path, each.body);
    expect((await api.post(path, each.body)).body.meta).toMatchObject({ cached: true, tokensUsed: 0, provider: 'ollama' });
    expect(server.seen).toHaveLength(1);
    const days = path === '/ai/quiz' ? 3 : 7;
    app.clock.milliseconds += days * 86_400_000 - 60_000;
    const again = await signedInAgain(student);
    expect((await app.as(again).post(path, each.body)).body.meta.cached).toBe(true);
    app.clock.milliseconds += 120_000;
    expect((await app.as(again).post(path, each.body)).body.meta.cached).toBe(false);
  });

  test.each<[string, Reply | ((request: SeenRequest) => Reply), string]>([
    ['limits how much it is asked', { status: 429, retryAfter: 60 }, 'rate-limited'],
    ['fails', { status: 500 }, 'server-error'],
    ['hangs', 'hang', 'timeout'],
    ['breaks off in the middle', { cut: '{"overview": "Take it' }, 'unreachable'],
    ['sends what is no answer', { raw: '<html>' }, 'not-understood'],
    ['answers in another form', { text: '{"plan": []}' }, 'invalid-answer'],
    ['adds a field', (request) => ({ text: JSON.stringify({ ...each.words(promptOf(request), english), totalHours: 1 }) }), 'invalid-answer'],
    ['is cut off', (request) => ({ text: JSON.stringify(each.words(promptOf(request), english)), finish: 'length' }), 'truncated'],
    ['refuses', { text: '{}', finish: 'refused' }, 'invalid-answer'],
    ['answers in another language', well(each, 'पहले यह समझें कि हर क़दम क्यों है, फिर किसी को दिखाएँ और उनके सवालों के जवाब दें।'), 'invalid-answer'],
  ])('of a model that %s is the engine\'s', async (_, reply, reason) => {
    server.will(reply);
    const { status, body } = await api.post(path, each.body);
    expect([status, body.words, body.meta.provider, body.meta.fallbackReason]).toEqual([200, null, null, reason]);
    expect(withoutWords(body)).toEqual(await engineOnly(each));
    expect((await calls()).at(-1)).toMatchObject({ outcome: 'fell-back', fallback_reason: reason });
  }, 20_000);

  test('of a model whose stream is cut is the engine\'s, after the steps until then', async () => {
    server.will({ cut: '{"overview": "Take it step by step' });
    const told = eventsIn(await api.post(path, each.body, events));
    expect(told.map(({ name, data }) => (name === 'progress' ? data.step : name)).slice(0, 3)).toEqual(['planned', 'asking', 'writing']);
    expect(told.at(-1)?.data).toMatchObject({ words: null, meta: { fallbackReason: 'cut-off' } });
    expect(withoutWords(told.at(-1)?.data)).toEqual(await engineOnly(each));
  }, 20_000);

  test('keeps no words on what was not given, and none twice', async () => {
    const strange = (value: unknown): unknown => (Array.isArray(value) ? [...value, ...value, ...value.map((item) => (typeof item === 'object' && item !== null ? { ...item, ...('id' in item && { id: 'made-up' }), ...('skillId' in item && { skillId: 'made-up' }), ...('month' in item && { month: 99 }) } : item))] : value);
    server.will((request) => ({ text: JSON.stringify(Object.fromEntries(Object.entries(each.words(promptOf(request), english)).map(([key, value]) => [key, strange(value)]))) }));
    const { body } = await api.post(path, each.body);
    expect(body.meta.fallbackReason).toBeNull();
    server.will(well(each));
    expect(body.words).toEqual((await app.as(await app.make.person({ organisation: await app.make.organisation() })).post(path, each.body)).body.words);
  });

  test('tells the engine\'s answer, that a model is asked, that it writes, then all of it', async () => {
    server.will(well(each));
    const told = eventsIn(await api.post(path, each.body, events));
    const steps = told.map(({ name, data }) => (name === 'progress' ? data.step : name)) as string[];
    expect([steps[0], steps[1], steps[2], steps.at(-1)]).toEqual(['planned', 'asking', 'writing', 'answer']);
    expect(told[0]?.data.answer).toEqual(await engineOnly(each));
    expect(told[1]?.data).toEqual({ step: 'asking', model: 'mistral:7b' });
    const characters = told.filter(({ data }) => data.step === 'writing').map(({ data }) => data.characters);
    expect(characters).toEqual(characters.toSorted((a: number, b: number) => a - b));
    expect(withoutWords(told.at(-1)?.data)).toEqual(told[0]?.data.answer);
  });

  test('in Hindi has words in Hindi, and falls back from English ones', async () => {
    const hindi = 'पहले यह समझें कि हर क़दम क्यों है, फिर किसी को दिखाएँ और उनके सवालों के जवाब दें।';
    server.will(well(each, hindi));
    const { body } = await api.post(path, { ...each.body, language: 'hi' });
    expect([body.language, body.meta.fallbackReason, JSON.stringify(body.words).includes(hindi)]).toEqual(['hi', null, true]);
    server.will(well(each, 'Take it step by step, and write down each evening what you have learned and what is left to learn.'));
    const stranger = app.as(await app.make.person({ organisation: await app.make.organisation() }));
    expect((await stranger.post(path, { ...each.body, language: 'hi' })).body).toMatchObject({ words: null, meta: { fallbackReason: 'invalid-answer' } });
  });

  test('ends at the model when whoever asked goes away', async () => {
    server.will('hang');
    if (app.app.http.fastify.server.address() === null) await app.app.http.fastify.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.app.http.fastify.server.address() as AddressInfo;
    const asked = httpRequest({ port, path: `/api/v1${path}`, method: 'POST', headers: { accept: 'text/event-stream', authorization: `Bearer ${student.accessToken}`, 'content-type': 'application/json' } });
    asked.on('error', () => undefined);
    asked.end(JSON.stringify(each.body));
    await new Promise((answered) => { asked.once('response', answered); });
    while (server.seen.length === 0) await sleep(5);
    asked.destroy();
    while (server.seen[0]?.aborted === false) await sleep(5);
    expect(server.seen).toHaveLength(1);
  });
});

test('a model that is killed in the middle of an answer and comes back words the next one', async () => {
  const [each] = cases as [Case];
  server.will({ cut: '{"overview": "Take' });
  expect((await api.post(each.path, each.body)).body).toMatchObject({ words: null, meta: { provider: null } });
  server.will({ cut: '{"overview": "Take' }, well(each));
  expect((await api.post(each.path, each.body)).body).toMatchObject({ words: { overview: english }, meta: { fallbackReason: null } });
});

test('who waits hears their place, and the line moves on when the first goes away', async () => {
  const [each] = cases as [Case];
  // A model that has just answered is asked by everybody again.
  server.will(well(each));
  await app.as(await app.make.person({ organisation: college })).post(each.path, each.body);
  server.seen.length = 0;
  server.will('hang');
  if (app.app.http.fastify.server.address() === null) await app.app.http.fastify.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.app.http.fastify.server.address() as AddressInfo;
  const ask = (token: string, heard: string[]) => {
    const asked = httpRequest({ port, path: `/api/v1${each.path}`, method: 'POST', headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, 'content-type': 'application/json' } }, (response) => {
      response.on('error', () => undefined);
      response.on('data', (chunk: Buffer) => { heard.push(...[...chunk.toString().matchAll(/data: (\{"step":"(?!planned).*)/g)].map(([, data = '']) => data)); });
    });
    asked.on('error', () => undefined);
    asked.end(JSON.stringify(each.body));
    return asked;
  };
  const [first, second]: [string[], string[]] = [[], []];
  const one = ask(student.accessToken, first);
  while (server.seen.length === 0) await sleep(5);
  const other = ask((await app.make.person({ organisation: college })).accessToken, second);
  while (second.length === 0) await sleep(5);
  expect(second[0]).toBe('{"step":"waiting","place":1}');
  server.will(well(each));
  one.destroy();
  while (!second.some((data) => data.includes('"asking"'))) await sleep(5);
  other.destroy();
}, 20_000);
