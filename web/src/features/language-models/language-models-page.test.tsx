// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { injections, modelFailures, type LanguageModels, type User } from '@cairn/contracts';
import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { meQuery } from '../../lib/session.ts';
import words from '../../locales/en/language-models.json';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { LanguageModelsPage } from './language-models-page.tsx';

const quiet = { calls: 0, cacheHitRate: null, fallbacks: [], injections: [], providers: [] };
const none: LanguageModels = { source: 'installation', providers: [], dailyTokens: 2_000_000, tokensToday: 0, installationOrigins: [], lastDay: quiet, lastWeek: quiet, prompts: [] };
const ollama: LanguageModels['providers'][number] = { id: null, kind: 'ollama', address: 'http://127.0.0.1:11434', model: 'cairn-mistral', local: true, hasKey: false, contextTokens: 8192, timeoutSeconds: 180, atOnce: 1, state: 'closed' };
const own: LanguageModels = { ...none, source: 'organisation', providers: [
  { ...ollama, id: '018f0000-0000-7000-8000-000000000001', kind: 'openai', address: 'https://llm.college.example/v1', model: 'first', local: false, hasKey: true, contextTokens: 32_768, timeoutSeconds: 30, atOnce: 4 },
  { ...ollama, id: '018f0000-0000-7000-8000-000000000002', model: 'second' },
] };
const me = (role: 'staff' | 'admin'): User => ({ id: 'boss', name: 'Chitra Nair', email: 'boss@tarangini.example', emailVerified: true, role, organisation: { id: '2', name: 'Tarangini College', slug: 'tarangini' }, language: 'en', theme: 'system', timeZone: 'Asia/Kolkata', onboarded: true });

async function showAs(role: 'staff' | 'admin', models: LanguageModels, answers: Parameters<typeof fakeApi>[0] = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData<User | null>(meQuery.queryKey, me(role));
  const calls = fakeApi({ 'GET /language-models': () => models, ...answers });
  await show(<LanguageModelsPage />, client);
  return { calls, person: userEvent.setup() };
}

test('without a model, the page says that Cairn works whole, and how to switch one on', async () => {
  await showAs('staff', none);
  expect(await screen.findByRole('heading', { name: 'No language model is set' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'How to switch one on' }).textContent).toMatch(/deploy\/ollama\/setup\.sh.*CAIRN_LLM_CHAIN=ollama/);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a provider is tested, and what came of it is said in words with what to do', async () => {
  const answers = [{ answered: true, latencyMs: 1200, inputTokens: 40, outputTokens: 10, failure: null }, { answered: false, latencyMs: 20, inputTokens: 0, outputTokens: 0, failure: 'key-refused' }];
  const { calls, person } = await showAs('staff', { ...none, providers: [ollama] }, { 'POST /language-models/test': () => answers.shift() });
  const button = await screen.findByRole('button', { name: 'Test 1. cairn-mistral' });
  await person.click(button);
  await screen.findByText('It answered in 1.2 s, with 50 tokens.');
  await person.click(button);
  expect((await screen.findByText(/the key was refused/)).parentElement?.textContent).toContain('Give a key that is valid for this model.');
  expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ index: 0 }, { index: 0 }]);
});

test('the figures of a week stand in a table, those of a day a press away', async () => {
  const busy = { calls: 12, cacheHitRate: 0.25, fallbacks: [{ what: 'timeout', count: 2 }] as const, injections: [{ what: 'demands-score', count: 1 }] as const, providers: [{ kind: 'ollama', calls: 9, answered: 7, failures: [{ what: 'timeout', count: 2 }], p50Ms: 2400, p95Ms: 9100, inputTokens: 123_456, outputTokens: 300 }] as const };
  const { person } = await showAs('staff', { ...none, providers: [ollama], tokensToday: 5, lastWeek: structuredClone(busy) as unknown as LanguageModels['lastWeek'], prompts: [
    { promptVersion: 'advice.v2', calls: 8, answered: 6, p50Ms: 1500, meanTokens: 1234, helpful: 3, notHelpful: 1, reasons: [{ verdict: 'not-helpful', reason: 'It was about another role.' }] },
    { promptVersion: 'advice.v1', calls: 2, answered: 0, p50Ms: null, meanTokens: null, helpful: 0, notHelpful: 0, reasons: [] },
  ] });
  const row = within(await screen.findByRole('table', { name: 'Figures by kind of provider' })).getAllByRole('row')[1]!;
  expect(within(row).getAllByRole('cell').map(({ lastElementChild }) => lastElementChild?.textContent)).toEqual(['9', '7', '2.4 s', '9.1 s', '1,23,456', '300']);
  expect(screen.getByText('12 questions; 25% served by kept answers.')).toBeTruthy();
  expect(screen.getByText('demands a score: 1')).toBeTruthy();
  const compared = within(screen.getByRole('table', { name: 'Prompts compared' })).getAllByRole('row').slice(1);
  expect(compared.map((each) => within(each).getAllByRole('cell').map(({ lastElementChild }) => lastElementChild?.textContent))).toEqual([['8', '75%', '1.5 s', '1,234', '3 of 4'], ['2', '0%', 'none yet', 'none yet', 'nobody said']]);
  expect(screen.getByText('Did not help: It was about another role.')).toBeTruthy();
  await person.click(screen.getByRole('radio', { name: '24 hours' }));
  expect(await screen.findByText(/Nothing was asked in this time/)).toBeTruthy();
});

test('an admin changes order, model and budget; keys are kept without being shown', async () => {
  const { calls, person } = await showAs('admin', own, { 'PUT /language-models': () => own });
  await person.click(await screen.findByRole('button', { name: 'Change' }));
  expect(screen.getAllByLabelText<HTMLInputElement>('Key').map(({ value }) => value)).toEqual(['', '']);
  await person.click(screen.getByRole('button', { name: 'Ask earlier: provider 2' }));
  await person.clear(screen.getAllByLabelText(/^Model/)[0]!);
  await person.type(screen.getAllByLabelText(/^Model/)[0]!, 'llama3.2');
  await person.clear(screen.getByLabelText(/^Tokens a day/));
  await person.type(screen.getByLabelText(/^Tokens a day/), '500');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => { expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ dailyTokens: 500, providers: [
    { id: own.providers[1]?.id, kind: 'ollama', address: 'http://127.0.0.1:11434', model: 'llama3.2', contextTokens: 8192, timeoutSeconds: 180, atOnce: 1 },
    { id: own.providers[0]?.id, kind: 'openai', address: 'https://llm.college.example/v1', model: 'first', contextTokens: 32_768, timeoutSeconds: 30, atOnce: 4 },
  ] }); });
  expect(await screen.findByText(/Saved\. It holds from now on/)).toBeTruthy();
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change' })); });
});

test('a first provider is set from nothing, with its key; what is refused stands at its field', async () => {
  const { calls, person } = await showAs('admin', none, { 'PUT /language-models': () => refuse(422, 'language-models.address-not-allowed', { params: { index: 0 } }) });
  await person.click(await screen.findByRole('button', { name: 'Set our own' }));
  await person.selectOptions(screen.getByLabelText('Kind'), 'anthropic');
  expect(screen.getByLabelText<HTMLInputElement>(/^Address/).value).toBe('https://api.anthropic.com/v1');
  await person.type(screen.getByLabelText(/^Model/), 'some-model');
  await person.type(screen.getByLabelText('Key'), 'sk-1');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('A model may not be asked at this address.');
  expect(screen.getByLabelText(/^Address/).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText<HTMLInputElement>('Key').value).toBe('sk-1');
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ dailyTokens: 2_000_000, providers: [{ kind: 'anthropic', address: 'https://api.anthropic.com/v1', model: 'some-model', key: 'sk-1' }] });
});

test('a kept key can be erased, and the whole chain given back after a question', async () => {
  const { calls, person } = await showAs('admin', own, { 'PUT /language-models': () => own, 'DELETE /language-models': () => none });
  await person.click(await screen.findByRole('button', { name: 'Change' }));
  await person.click(screen.getByLabelText('Erase the key'));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => { expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ providers: [{ key: null }, { model: 'second' }] }); });
  await person.click(await screen.findByRole('button', { name: "Back to the installation's" }));
  await person.click(within(await screen.findByRole('dialog')).getByRole('button', { name: "Back to the installation's" }));
  expect(await screen.findByRole('heading', { name: 'No language model is set' })).toBeTruthy();
});

test('staff see the chain and cannot change it', async () => {
  await showAs('staff', own);
  expect(await screen.findAllByRole('button', { name: /^Test/ })).toHaveLength(2);
  expect(screen.queryByRole('button', { name: /Change|Back to/ })).toBeNull();
});

test('every failure and every attempt on a model is worded', () => {
  const needed = [...modelFailures.flatMap((failure) => [`failure.${failure}`, `next.${failure}`]), ...injections.map((kind) => `injection.${kind}`)];
  expect(needed.filter((key) => !(key in words))).toEqual([]);
});
