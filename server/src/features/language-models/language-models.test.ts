import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { definePrompt } from '../../platform/llm/prompt.ts';
import { circuitRules } from '../../platform/llm/circuit-breaker.ts';
import { testApp, type Api, type TestApp } from '../../test-support/app.ts';
import type { TestOrganisation, TestPerson } from '../../test-support/factories.ts';
import { llmStandIn, type LlmStandIn } from '../../test-support/llm-stand-in.ts';
import { asOwner, traces } from '../../test-support/stored.ts';
import { sweep } from './language-models.service.ts';

let server: LlmStandIn;
let app: TestApp;
beforeAll(async () => {
  server = await llmStandIn();
  app = await testApp({ environment: { CAIRN_LLM_CHAIN: `ollama+${server.url}#mistral:7b-instruct`, CAIRN_LLM_DAILY_TOKENS: '5000' } });
});
afterAll(() => Promise.all([app.close(), server.close()]));

let college: TestOrganisation;
let [admin, staff, student]: TestPerson[] = [];
const as = (person: TestPerson | undefined): Api => app.as(person as TestPerson);
beforeEach(async () => {
  college = await app.make.organisation();
  [admin, staff, student] = [await app.make.person({ organisation: college, role: 'admin' }), await app.make.person({ organisation: college, role: 'staff' }), await app.make.person({ organisation: college })];
  server.seen.length = 0;
});

const key = 'sk-a-key-that-nobody-may-see-0123456789';
const outside = (more: object = {}) => ({ kind: 'openai', address: 'https://llm.college.example/v1', model: 'college-model', key, ...more });
const inside = (more: object = {}) => ({ kind: 'openai', address: `${server.url}/v1`, model: 'college-model', key, ...more });
const set = (providers: unknown[], dailyTokens = 1000) => as(admin).put('/language-models', { providers, dailyTokens });
const answering = (colour: string) => ({ text: JSON.stringify({ colour }), input: 40, output: 10 });

const advice = definePrompt<{ skill: string }, { advice: string }>({
  name: 'advice', version: 1, output: z.strictObject({ advice: z.string().max(400) }), maxOutputTokens: 200, temperature: 0, cacheSeconds: 0, shared: false,
  render: ({ skill }, fence) => ({ system: 'You advise students on what to learn next, briefly.', user: fence.data('skill', skill) }),
});
const ask = (person: TestPerson | undefined) => app.app.features.languageModels.llm.ask({ prompt: advice, input: { skill: 'SQL' }, person: person as TestPerson, language: null, personal: [], allowed: '', signal: new AbortController().signal });

interface MadeCall { readonly minutesAgo: number; readonly outcome: 'answered' | 'cached' | 'fell-back'; readonly provider?: string; readonly latency?: number; readonly tokens?: [number, number]; readonly failures?: [string, string][]; readonly reason?: string; readonly injections?: string[]; readonly prompt?: string; readonly verdict?: string; readonly person?: TestPerson | undefined }
async function made(call: MadeCall): Promise<string> {
  const id = randomUUID();
  const { organisationId, userId } = call.person ?? student as TestPerson;
  await app.held.database.transaction({ organisationId }, (tx) => tx.query(`
    insert into llm_call (organisation_id, id, user_id, prompt, provider, model, outcome, fallback_reason, latency_ms, input_tokens, output_tokens, repaired, failures, injections, verdict, created_at)
    values ($1, $2, $3, $4, $5, 'm', $6, $7, $8, $9, $10, false, $11, $12, $13, $14)`, [
    organisationId, id, userId, call.prompt ?? 'advice.v1', call.provider ?? null, call.outcome, call.reason ?? null, call.latency ?? 0, call.tokens?.[0] ?? 0, call.tokens?.[1] ?? 0,
    JSON.stringify((call.failures ?? []).map(([provider, kind]) => ({ provider, kind }))), call.injections ?? [], call.verdict ?? null, new Date(app.clock.milliseconds - call.minutesAgo * 60_000),
  ]));
  return id;
}

describe('who may', () => {
  test('see the models is the office, change them an admin, test them the office', async () => {
    server.will(answering('blue'));
    const status = async (person: TestPerson | undefined) => Promise.all([
      as(person).get('/language-models'), as(person).put('/language-models', { providers: [], dailyTokens: 1 }), as(person).delete('/language-models'), as(person).post('/language-models/test', { index: 0 }),
    ].map(async (answer) => (await answer).status));
    expect(await status(student)).toEqual([403, 403, 403, 403]);
    expect(await status(await app.make.person({ organisation: college, role: 'recruiter' }))).toEqual([403, 403, 403, 403]);
    expect(await status(staff)).toEqual([200, 403, 403, 200]);
  });

  test('know whether models answer is anybody, without an address or a model', async () => {
    const { status, body, bytes } = await app.anonymous.get('/health/llm');
    expect([status, body]).toEqual([200, { status: 'ok', providers: [{ kind: 'ollama', state: 'closed' }] }]);
    expect(bytes.toString()).not.toMatch(/127\.0\.0\.1|mistral/);
  });
});

describe('without a setting of its own', () => {
  test('an organisation has the installation\'s models and budget', async () => {
    expect((await as(staff).get('/language-models')).body).toMatchObject({
      source: 'installation', dailyTokens: 5000, tokensToday: 0, installationOrigins: [server.url], prompts: [], lastDay: { calls: 0, cacheHitRate: null, providers: [] },
      providers: [{ id: null, kind: 'ollama', address: server.url, model: 'mistral:7b-instruct', local: true, hasKey: false, contextTokens: 8192, timeoutSeconds: 180, atOnce: 1, state: 'closed' }],
    });
  });

  test('and where the installation has none either, Cairn says so and answers all the same', async () => {
    const bare = await testApp();
    expect((await bare.anonymous.get('/health/llm')).body).toEqual({ status: 'off', providers: [] });
    const office = bare.as(await bare.make.person({ role: 'staff' }));
    expect((await office.get('/language-models')).body).toMatchObject({ source: 'installation', providers: [], installationOrigins: [] });
    expect((await office.post('/language-models/test', { index: 0 })).body.code).toBe('language-models.provider-unknown');
    await bare.close();
  });
});

describe('a chain of one\'s own', () => {
  test('is in force at once, for that organisation alone, until it is taken back', async () => {
    const { status, body } = await set([outside(), { kind: 'ollama', address: server.url, model: 'llama3.2' }], 777);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ source: 'organisation', dailyTokens: 777, providers: [
      { id: expect.any(String), kind: 'openai', address: 'https://llm.college.example/v1', model: 'college-model', local: false, hasKey: true, contextTokens: 32_768, timeoutSeconds: 30, atOnce: 4 },
      { kind: 'ollama', model: 'llama3.2', local: true, hasKey: false },
    ] });
    const stranger = await app.make.person({ organisation: await app.make.organisation(), role: 'admin' });
    expect((await as(stranger).get('/language-models')).body).toMatchObject({ source: 'installation', dailyTokens: 5000 });
    expect((await as(stranger).delete('/language-models')).status).toBe(200);
    expect((await as(staff).get('/language-models')).body.source).toBe('organisation');
    expect((await as(admin).delete('/language-models')).body).toMatchObject({ source: 'installation', dailyTokens: 5000 });
    expect(await app.held.database.transaction({ organisationId: college.id }, (tx) => tx.query('select from llm_settings'))).toEqual([]);
  });

  test('that is empty asks no model', async () => {
    await set([]);
    expect((await ask(student)).meta).toMatchObject({ callId: null, fallbackReason: 'no-model' });
    expect(server.seen).toHaveLength(0);
  });

  test.each([
    ['a private network', 'https://192.168.1.10/v1'], ['this machine', 'http://127.0.0.1:1/v1'], ['http in public', 'http://api.openai.com/v1'], ['a password in it', 'https://user:secret@api.openai.com/v1'],
  ])('takes no address with %s', async (_case, address) => {
    expect(await set([outside(), outside({ address })])).toMatchObject({ status: 422, body: { code: 'language-models.address-not-allowed', params: { index: 1 } } });
    expect((await as(admin).get('/language-models')).body.source).toBe('installation');
  });

  test.each([
    ['six providers', { providers: Array.from({ length: 6 }, () => outside()), dailyTokens: 1 }], ['an unknown kind', { providers: [outside({ kind: 'oracle' })], dailyTokens: 1 }],
    ['a model with spaces', { providers: [outside({ model: 'a b' })], dailyTokens: 1 }], ['tokens below nought', { providers: [], dailyTokens: -1 }], ['no tokens', { providers: [] }],
  ])('is refused with %s', async (_case, body) => {
    expect(await as(admin).put('/language-models', body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

test('an address inside that the installation no longer names is not dialled any more', async () => {
  const bare = await testApp();
  const [boss, sealed] = [await bare.make.person({ role: 'admin' }), JSON.stringify([{ id: randomUUID(), kind: 'ollama', address: server.url, model: 'm', sealedKey: null, contextTokens: 8192, timeoutSeconds: 5, atOnce: 1 }])];
  await bare.held.database.transaction(boss, (tx) => tx.query('insert into llm_settings (organisation_id, providers, daily_tokens, updated_at) values ($1, $2, 1000, now())', [boss.organisationId, sealed]));
  expect((await bare.as(boss).post('/language-models/test', { index: 0 })).body).toMatchObject({ answered: false, failure: 'unreachable' });
  expect(server.seen).toHaveLength(0);
  expect((await bare.as(boss).get('/language-models')).body.providers).toMatchObject([{ address: server.url, local: false }]);
  await bare.close();
});

describe('a key', () => {
  test('stands in no answer, no log and not in clear in the database, and reaches the provider', async () => {
    server.will(answering('blue'));
    const answers = [await set([inside()]), await as(staff).get('/language-models'), await as(staff).post('/language-models/test', { index: 0 })];
    expect(answers[2]?.body).toMatchObject({ answered: true });
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${key}`);
    for (const { bytes } of answers) expect(bytes.toString()).not.toContain(key);
    expect(app.logged.join('')).not.toContain(key);
    expect(await traces(app.held.ownerUrl, [key, Buffer.from(key).toString('base64'), Buffer.from(key).toString('base64url'), Buffer.from(key).toString('hex')])).toEqual([]);
    const [{ sealed } = { sealed: '' }] = await asOwner(app.held.ownerUrl, (query) => query<{ sealed: string }>(`select providers -> 0 ->> 'sealedKey' as sealed from llm_settings where organisation_id = $1`, [college.id]));
    expect(sealed).toMatch(/^v1\./);
  });

  test('is kept when it is left out, also where the provider changes its place or its model', async () => {
    const [{ id }] = (await set([inside()])).body.providers;
    const { body } = await set([outside({ key: null }), { id, kind: 'openai', address: `${server.url}/v1`, model: 'other-model' }]);
    expect(body.providers).toMatchObject([{ hasKey: false }, { id, model: 'other-model', hasKey: true }]);
    server.will(answering('blue'));
    await as(staff).post('/language-models/test', { index: 1 });
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${key}`);
  });

  test('does not go along to another address', async () => {
    const [{ id }] = (await set([outside()])).body.providers;
    const moved = { id, kind: 'openai', address: 'https://elsewhere.example/v1', model: 'college-model' };
    expect(await set([moved])).toMatchObject({ status: 422, body: { code: 'language-models.key-needed', params: { index: 0 } } });
    expect((await set([{ ...moved, key: null }])).body.providers).toMatchObject([{ id, hasKey: false }]);
  });

  test('of another organisation is out of reach, by the provider\'s id or by its sealed text', async () => {
    const [{ id }] = (await set([inside()])).body.providers;
    const other = await app.make.person({ organisation: await app.make.organisation(), role: 'admin' });
    expect(await as(other).put('/language-models', { providers: [{ id, kind: 'openai', address: `${server.url}/v1`, model: 'm' }], dailyTokens: 1 })).toMatchObject({ status: 422, body: { code: 'language-models.provider-unknown' } });
    await as(other).put('/language-models', { providers: [inside({ key: 'of-the-other' })], dailyTokens: 1 });
    await asOwner(app.held.ownerUrl, (query) => query(`update llm_settings set providers = (select providers from llm_settings where organisation_id = $1) where organisation_id = $2`, [college.id, other.organisationId]));
    expect((await as(other).get('/language-models')).body.providers).toMatchObject([{ hasKey: false }]);
  });

  test('cannot be taken by naming a provider twice', async () => {
    const [{ id }] = (await set([inside()])).body.providers;
    const again = { id, kind: 'openai', address: `${server.url}/v1`, model: 'm' };
    expect((await set([again, again])).body).toMatchObject({ code: 'language-models.provider-unknown', params: { index: 1 } });
  });
});

describe('a test', () => {
  test('tells how long it took and what it cost, and its tokens are of the day', async () => {
    server.will(answering('blue'));
    expect(await as(staff).post('/language-models/test', { index: 0 })).toMatchObject({ status: 200, body: { answered: true, latencyMs: expect.any(Number), inputTokens: 40, outputTokens: 10, failure: null } });
    expect(server.seen.map(({ path }) => path)).toEqual(['/api/chat']);
    expect((await as(staff).get('/language-models')).body).toMatchObject({ tokensToday: 50, lastDay: { calls: 0, providers: [] } });
  });

  test.each<[string, Parameters<LlmStandIn['will']>[0]]>([
    ['model-unknown', { status: 404 }], ['key-refused', { status: 401 }], ['invalid-answer', { text: 'It is blue.' }], ['truncated', { text: '{"colour":"bl', finish: 'length' }],
  ])('that fails says %s', async (failure, reply) => {
    server.will(reply);
    expect(await as(staff).post('/language-models/test', { index: 0 })).toMatchObject({ status: 200, body: { answered: false, failure } });
  });

  test('asks a provider that is left alone, and lets everybody ask again when it answers', async () => {
    await set([inside()]);
    server.will({ status: 401 });
    for (let at = 0; at < circuitRules.failuresToOpen; at += 1) await ask(student);
    expect((await as(staff).get('/language-models')).body.providers[0].state).toBe('open');
    server.will(answering('blue'));
    expect((await as(staff).post('/language-models/test', { index: 0 })).body.answered).toBe(true);
    expect((await as(staff).get('/language-models')).body.providers[0].state).toBe('closed');
  });

  test('of a place that the chain does not have is refused', async () => {
    expect(await as(staff).post('/language-models/test', { index: 1 })).toMatchObject({ status: 422, body: { code: 'language-models.provider-unknown' } });
  });
});

test('the own budget holds: beyond it Cairn answers by itself until the next day', async () => {
  await set([inside()], 60);
  server.will({ text: JSON.stringify({ advice: 'Begin with joins.' }), input: 50, output: 10 });
  expect((await ask(student)).output).toEqual({ advice: 'Begin with joins.' });
  expect((await ask(student)).meta).toMatchObject({ provider: null, fallbackReason: 'over-budget' });
  expect((await as(staff).get('/language-models')).body).toMatchObject({ tokensToday: 60, dailyTokens: 60, lastDay: { fallbacks: [{ what: 'over-budget', count: 1 }] } });
});

test('the figures of a day and a week are those of the calls that were made', async () => {
  const calls: MadeCall[] = [
    ...[100, 200, 300, 400].map((latency) => ({ minutesAgo: 10, outcome: 'answered', provider: 'ollama', latency, tokens: [10, 5] as [number, number] } as const)),
    { minutesAgo: 20, outcome: 'answered', provider: 'openai', latency: 900, tokens: [100, 50], failures: [['ollama', 'timeout']], injections: ['reveal-prompt'], verdict: 'helpful' },
    { minutesAgo: 30, outcome: 'cached', provider: 'ollama', latency: 1, verdict: 'not-helpful', prompt: 'advice.v2' },
    { minutesAgo: 40, outcome: 'fell-back', reason: 'server-error', failures: [['ollama', 'server-error'], ['ollama', 'server-error'], ['openai', 'invalid-answer']], tokens: [7, 3], latency: 5000 },
    { minutesAgo: 40, outcome: 'fell-back', reason: 'over-budget' },
    { minutesAgo: 50, outcome: 'fell-back', reason: 'line-full', failures: [['ollama', 'circuit-open'], ['openai', 'line-full']] },
    { minutesAgo: 3 * 1440, outcome: 'answered', provider: 'ollama', latency: 800, tokens: [1, 1], verdict: 'helpful' },
    { minutesAgo: 8 * 1440, outcome: 'answered', provider: 'anthropic', latency: 800 },
  ];
  for (const call of calls) await made(call);
  await made({ minutesAgo: 5, outcome: 'answered', provider: 'anthropic', person: await app.make.person({ organisation: await app.make.organisation() }) });
  const { lastDay, lastWeek, prompts } = (await as(staff).get('/language-models')).body;
  expect(lastDay).toEqual({
    calls: 9, cacheHitRate: 1 / 9, fallbacks: [{ what: 'line-full', count: 1 }, { what: 'over-budget', count: 1 }, { what: 'server-error', count: 1 }], injections: [{ what: 'reveal-prompt', count: 1 }],
    providers: [
      { kind: 'ollama', calls: 6, answered: 4, failures: [{ what: 'server-error', count: 2 }, { what: 'circuit-open', count: 1 }, { what: 'timeout', count: 1 }], p50Ms: 200, p95Ms: 400, inputTokens: 40, outputTokens: 20 },
      { kind: 'openai', calls: 2, answered: 1, failures: [{ what: 'invalid-answer', count: 1 }, { what: 'line-full', count: 1 }], p50Ms: 900, p95Ms: 900, inputTokens: 107, outputTokens: 53 },
    ],
  });
  expect(lastWeek).toMatchObject({ calls: 10, providers: [{ kind: 'ollama', calls: 7, answered: 5, p50Ms: 300, p95Ms: 800 }, { kind: 'openai' }] });
  expect(prompts).toEqual([
    { promptVersion: 'advice.v2', calls: 1, answered: 1, p50Ms: null, meanTokens: null, helpful: 0, notHelpful: 1, reasons: [] },
    { promptVersion: 'advice.v1', calls: 10, answered: 7, p50Ms: 400, meanTokens: 30, helpful: 2, notHelpful: 0, reasons: [] },
  ]);
});

describe('feedback', () => {
  test('is taken once, from the person whose answer it was', async () => {
    const callId = await made({ minutesAgo: 1, outcome: 'answered', provider: 'ollama' });
    const verdict = { callId, verdict: 'not-helpful', reason: 'Too long.' };
    const fellow = await app.make.person({ organisation: college });
    expect(await as(fellow).post('/ai/feedback', verdict)).toMatchObject({ status: 404, body: { code: 'language-models.call-unknown' } });
    expect((await as(student).post('/ai/feedback', verdict)).status).toBe(204);
    expect(await as(student).post('/ai/feedback', { callId, verdict: 'helpful' })).toMatchObject({ status: 409, body: { code: 'language-models.verdict-given' } });
    expect((await as(staff).get('/language-models')).body.prompts).toMatchObject([{ helpful: 0, notHelpful: 1, reasons: [{ verdict: 'not-helpful', reason: 'Too long.' }] }]);
  });

  test.each([['a reason of 501 letters', { reason: 'x'.repeat(501) }], ['another verdict', { verdict: 'so-so' }], ['no id', { callId: 'one' }]])('with %s is refused', async (_case, more) => {
    expect((await as(student).post('/ai/feedback', { callId: randomUUID(), verdict: 'helpful', ...more })).status).toBe(400);
  });
});

test('answers past their time and calls of half a year ago are swept, later ones stay', async () => {
  const { organisationId, userId } = student as TestPerson;
  const [old, young] = [await made({ minutesAgo: 181 * 1440, outcome: 'answered', provider: 'ollama' }), await made({ minutesAgo: 179 * 1440, outcome: 'answered', provider: 'ollama' })];
  const keep = (byte: number, seconds: number) => app.held.database.transaction({ organisationId }, (tx) => tx.query(`insert into llm_answer (organisation_id, key, user_id, output, provider, model, expires_at) values ($1, $2, $3, '{}', 'ollama', 'm', $4)`, [organisationId, Buffer.from([byte]), userId, new Date(app.clock.milliseconds + seconds * 1000)]));
  await keep(1, -1);
  await keep(2, 1);
  await sweep(app.held.database, [organisationId], app.clock.milliseconds);
  const [calls, answers] = await app.held.database.transaction({ organisationId }, async (tx) => [await tx.query<{ id: string }>('select id from llm_call'), await tx.query<{ key: Buffer }>('select key from llm_answer')]);
  expect(calls.map(({ id }) => id)).toEqual([young]);
  expect(old).not.toBe(young);
  expect(answers.map(({ key: each }) => [...each])).toEqual([[2]]);
});
