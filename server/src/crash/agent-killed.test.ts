/** The server is killed with kill -9 while a model thinks: what was asked is kept, comes to no answer, and is asked again once. */
import type { AdvisorRun, TutorChat } from '@cairn/contracts';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinPostgres } from '../platform/postgres/embedded-postgres.ts';
import { call } from '../test-support/crash-traffic.ts';
import { llmStandIn, type LlmStandIn, type Reply } from '../test-support/llm-stand-in.ts';
import { newInstallation, type Installation, type Running } from '../test-support/serving.ts';

let installation: Installation;
let model: LlmStandIn;
let owner: pg.Client;
beforeAll(async () => {
  installation = newInstallation();
  model = await llmStandIn();
});
afterAll(async () => {
  await owner.end();
  await installation.remove();
  await model.close();
});

async function serve(): Promise<{ serving: Running; address: string }> {
  const serving = installation.run('server/src/cli.ts', ['serve'], { CAIRN_LLM_CHAIN: `ollama+${model.url}#mistral?at-once=4`, CAIRN_RATE_AI: '1000/1s' });
  const [, address = ''] = await serving.says(/ready after [\d.]+ s:\s+(http:\/\/localhost:\d+)/);
  return { serving, address };
}

const turn = (given: object): Reply => ({ text: JSON.stringify(given), input: 10, output: 5 });
const isOfTutor = (body: object) => JSON.stringify(body).includes('patient tutor');
/** What both agents begin with, and what they come to. */
const begins = ({ body }: { readonly body: object }): Reply => turn(isOfTutor(body) ? { tool: 'assess', input: {} } : { tool: 'find-gap', input: { roleId: 'data-analyst' } });
const words = 'Take it one step at a time.';

function send(address: string, token: string, path: string, key: string, body: object): Promise<Response> {
  return fetch(`${address}/api/v1${path}`, { method: 'POST', headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

test('a run that dies with its process is interrupted, its words are kept, and asking again answers and counts once', { retry: 0, timeout: 120_000 }, async () => {
  let { serving, address } = await serve();
  const password = 'seven quiet rivers';
  await call(address, 'POST', '/installation', undefined, { organisationName: 'Hilltop College', slug: 'hilltop', name: 'The Head', email: 'head@hilltop.example', password });
  const { accessToken: token } = await call<{ accessToken: string }>(address, 'POST', '/auth/register', undefined, { name: 'Asha Rao', email: 'asha@mail.example', password });
  const { id: chatId } = await call<TutorChat>(address, 'POST', '/tutor/chats', token, { skillId: 'sql', level: 1 });
  const chat = await call<TutorChat>(address, 'POST', `/tutor/chats/${chatId}/messages`, token, { act: { kind: 'ask', what: 'next' }, after: 3 });
  const question = { question: 'Am I ready to be a data analyst?', goal: 'ready', roleId: 'data-analyst' };
  // A letter, a number and a word: an answer in every form of question.
  const message = { act: { kind: 'text', text: chat.open?.form === 'order' ? chat.open.parts.map((_part, at) => String(at + 1)).join(' ') : 'a' }, after: chat.messages.at(-1)?.number };

  model.will(begins, begins, 'hang');
  const broken = [send(address, token, '/advisor/runs', 'question', question), send(address, token, `/tutor/chats/${chatId}/messages`, 'message', message)]
    .map((asked) => asked.then((answer) => answer.text()).then(() => 'answered', () => 'broken'));
  await expect.poll(() => model.seen.length, { timeout: 20_000 }).toBe(4);
  serving.child.kill('SIGKILL');
  await serving.ended;
  expect(await Promise.all(broken)).toEqual(['broken', 'broken']);
  expect(model.seen.slice(2).map(({ aborted }) => aborted)).toEqual([true, true]);

  model.will(begins, turn({ answer: words }), begins, turn({ answer: words }));
  ({ serving, address } = await serve());
  const runs = async () => (await call<{ items: AdvisorRun[] }>(address, 'GET', '/advisor/runs', token)).items;
  const left = (await runs())[0];
  await expect.poll(async () => (await runs()).map(({ state }) => state), { timeout: 15_000, interval: 250 }).toEqual(['interrupted']);
  const interrupted = await call<AdvisorRun>(address, 'GET', `/advisor/runs/${left?.id ?? ''}`, token);
  expect(interrupted).toMatchObject({ question: question.question, advice: null, words: null, steps: [{ tool: 'find-gap', failure: null }] });
  expect(await call<TutorChat>(address, 'GET', `/tutor/chats/${chatId}`, token)).toEqual({ ...chat, unanswered: message.act.text });

  const again = async (path: string, key: string, body: object): Promise<{ replayed: boolean; status: number; text: string }> => {
    const answer = await send(address, token, path, key, body);
    return { replayed: answer.headers.get('idempotency-replayed') === 'true', status: answer.status, text: await answer.text() };
  };
  for (const [path, key, body] of [['/advisor/runs', 'question', question], [`/tutor/chats/${chatId}/messages`, 'message', message]] as const) {
    await expect.poll(async () => (await again(path, key, body)).status, { timeout: 15_000, interval: 250 }).toBe(200);
    expect(await again(path, key, body)).toMatchObject({ replayed: true, text: expect.stringContaining('event: answer') });
  }
  expect((await runs()).map(({ state }) => state)).toEqual(['answered', 'interrupted']);
  const after = await call<TutorChat>(address, 'GET', `/tutor/chats/${chatId}`, token);
  expect(after.unanswered).toBeNull();
  expect(after.messages.filter(({ content }) => content.kind === 'judgement')).toHaveLength(1);

  const { ownerUrl } = await joinPostgres({ dataDirectory: installation.dataDirectory, command: 'test', report: () => undefined, onFailure: () => undefined });
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('set row_security = off');
  const { rows } = await owner.query('select (select count(*)::int from attempt) as attempts, (select sum(answers)::int from level_mastery) as answers, (select count(*)::int from agent_run where feature = $1) as turns', ['tutor']);
  expect(rows).toEqual([{ attempts: 1, answers: 1, turns: 2 }]);
});
