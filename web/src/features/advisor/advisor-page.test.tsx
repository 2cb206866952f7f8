// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import type { AdvisorRun } from '@cairn/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi, refuse, type ApiCall } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { AdvisorPage } from './advisor-page.tsx';
import { Run } from './run-page.tsx';

afterEach(() => { vi.unstubAllGlobals(); });

const at = '2026-01-05T10:00:00.000Z';
const step = (number: number, tool: AdvisorRun['steps'][number]['tool'], params = {}, failure: string | null = null): AdvisorRun['steps'][number] => ({ number, tool, decidedBy: 'plan', said: { code: `advisor.looked.${tool}`, params }, failure, startedAt: at, finishedAt: at });
const nowhere = { skillId: null, skill: null, level: null, roleId: null, role: null };
const run = (more: Partial<AdvisorRun> = {}): AdvisorRun => ({
  id: '018f0000-0000-7000-8000-000000000001', question: 'Am I ready?', goal: { kind: 'ready', roleId: 'data-analyst', role: 'Data Analyst', skillId: null, skill: null, hoursPerWeek: 5 }, createdAt: at, finishedAt: at, state: 'answered',
  steps: [step(1, 'find-gap', { role: 'Data Analyst' }), step(2, 'exercise', {}, 'tutor.nothing-to-teach')], words: null, brokenBy: 'no-model',
  advice: {
    sentences: [{ code: 'advice.not-yet', params: { role: 'Data Analyst', met: 2, musts: 5, percent: 41.5 } }], resources: [], next: { ...nowhere, kind: 'plan', roleId: 'data-analyst', role: 'Data Analyst' },
    reasons: [{ what: { code: 'skill.undated', params: {} }, effect: 12, evidence: [] }],
  }, ...more,
});
const form = { currentRole: null, targetRoleId: null, targetOrganisation: null, yearsOfExperience: null, hoursPerWeek: 8, weeksAvailable: null, language: 'en', freeOnly: false, learningStyle: 'mixed' };

async function showPage(answers: Readonly<Record<string, (call: ApiCall) => unknown>> = {}, earlier: readonly unknown[] = []) {
  const calls = fakeApi({ 'GET /me/career-form': () => form, 'GET /advisor/runs': () => ({ items: earlier, total: earlier.length, nextCursor: null }), 'POST /advisor/runs': () => run(), ...answers });
  await show(<AdvisorPage />);
  return { calls, person: userEvent.setup() };
}

test('a question to begin with is asked by one press, at one\'s own hours; the answer says what follows and where to go on', async () => {
  const { calls, person } = await showPage();
  await person.click(await screen.findByRole('button', { name: 'How long at 8 h a week?' }));
  expect(await screen.findByText('Not yet: you meet 2 of 5 must-haves of Data Analyst, and match 41.5%.')).toBeTruthy();
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ question: 'How long at 8 h a week?', goal: 'time', hoursPerWeek: 8, language: 'en' });
  expect(screen.getByRole('link', { name: 'Plan the way to Data Analyst' }).getAttribute('href')).toContain('/roadmaps/new?role=data-analyst');
  const steps = within(screen.getByRole('list', { name: 'What was looked at' })).getAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual(['Looked at your gap for Data Analyst', 'Found no exercise']);
  expect(screen.getByText('Worded by Cairn itself, without a language model.')).toBeTruthy();
});

test('why is one press away', async () => {
  const { person } = await showPage();
  await person.click(await screen.findByRole('button', { name: 'Am I ready?' }));
  await person.click(await screen.findByRole('button', { name: 'Why?' }));
  expect((await screen.findByRole('dialog')).textContent).toContain('The use has no dates');
});

test('a model\'s words say whose they are, and stand beside what was computed', async () => {
  const meta = { callId: null, provider: 'ollama' as const, model: 'mistral', promptVersion: 'advisor-turn.v1', latencyMs: 5, tokensUsed: 10, cached: false, fallbackReason: null };
  const { person } = await showPage({ 'POST /advisor/runs': () => run({ words: { text: 'Begin with SQL.', meta }, brokenBy: null }) });
  await person.type(await screen.findByRole('textbox', { name: 'Your question' }), 'Am I ready?');
  await person.click(screen.getByRole('button', { name: 'Ask' }));
  expect(await screen.findByText('Begin with SQL.')).toBeTruthy();
  expect(screen.getByText(/mistral/)).toBeTruthy();
  expect(screen.getByText('What Cairn computed')).toBeTruthy();
});

test('what is looked at appears while it happens, and can be stopped', async () => {
  let say: (text: string) => void = () => undefined;
  let signal: AbortSignal | undefined;
  let asked = 0;
  fakeApi({});
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    if (init.method !== 'POST') return address.includes('career-form') ? new Response(JSON.stringify(form), { headers: { 'content-type': 'application/json' } }) : address.includes('advisor') ? new Response(JSON.stringify({ items: [], total: 0, nextCursor: null }), { headers: { 'content-type': 'application/json' } }) : others(address, init);
    signal = init.signal ?? undefined;
    asked += 1;
    const body = new ReadableStream<Uint8Array>({ start(controller) { say = (text) => { controller.enqueue(new TextEncoder().encode(text)); }; } });
    return { ok: true, status: 200, headers: new Headers({ 'content-type': 'text/event-stream' }), body };
  });
  await show(<AdvisorPage />);
  const person = userEvent.setup();
  await person.type(await screen.findByRole('textbox', { name: 'Your question' }), 'Am I ready?');
  await person.click(screen.getByRole('button', { name: 'Ask' }));
  await screen.findByText('Looking …');
  act(() => { say(`event: progress\ndata: ${JSON.stringify({ step: 'looked', looked: step(1, 'find-gap', { role: 'Data Analyst' }) })}\n\nevent: progress\ndata: {"step":"waiting","place":3}\n\n`); });
  expect(await screen.findByText('Looked at your gap for Data Analyst')).toBeTruthy();
  expect(await screen.findByText('Waiting for the language model: place 3 in line')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Stop' }));
  expect(signal?.aborted).toBe(true);
  expect(await screen.findByText('Stopped. Nothing more is looked at.')).toBeTruthy();
  expect(asked).toBe(1);
});

test('without a role, one is chosen and the same is asked again', async () => {
  const answers = [run({ goal: { ...run().goal, roleId: null, role: null }, advice: { sentences: [{ code: 'advice.no-role', params: {} }], reasons: [], resources: [], next: { ...nowhere, kind: 'choose-role' } } }), run()];
  const { calls, person } = await showPage({ 'POST /advisor/runs': () => answers.shift(), 'GET /roles': () => ({ items: [{ id: 'data-analyst', name: 'Data Analyst', field: 'data', summary: 'Reads numbers.' }], total: 1, nextCursor: null }) });
  await person.click(await screen.findByRole('button', { name: 'Am I ready?' }));
  await person.type(await screen.findByRole('textbox', { name: 'For which role?' }), 'data');
  await person.click(await screen.findByRole('option', { name: /Data Analyst/ }));
  await screen.findByText(/Not yet/);
  expect(calls.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({ question: 'Am I ready?', goal: 'ready', roleId: 'data-analyst', hoursPerWeek: 5, language: 'en' });
});

test('a failure says what to do, and what was typed stays', async () => {
  const { person } = await showPage({ 'POST /advisor/runs': () => refuse(429, 'request.rate-limited') });
  await person.type(await screen.findByRole('textbox', { name: 'Your question' }), 'Am I ready?');
  await person.click(screen.getByRole('button', { name: 'Ask' }));
  await screen.findByRole('alert');
  expect((screen.getByRole('textbox', { name: 'Your question' }) as HTMLTextAreaElement).value).toBe('Am I ready?');
});

test('earlier questions are there, with how they ended, and can be erased', async () => {
  const { steps: _steps, advice: _advice, words: _words, brokenBy: _brokenBy, ...head } = run({ state: 'interrupted' });
  const { calls, person } = await showPage({ [`DELETE /advisor/runs/${head.id}`]: () => undefined }, [head]);
  expect((await screen.findByRole('region', { name: 'What you asked before' })).textContent).toContain('Interrupted before it was answered. Your question is kept.');
  await person.click(screen.getByRole('button', { name: 'Erase “Am I ready?”' }));
  await waitFor(() => { expect(calls.some(({ method }) => method === 'DELETE')).toBe(true); });
});

test('a run that came to no answer is asked again in the same words', async () => {
  const calls = fakeApi({ 'POST /advisor/runs': () => run() });
  await show(<Run run={run({ state: 'interrupted', advice: null })} />);
  expect(await screen.findByText('Interrupted before it was answered. Your question is kept.')).toBeTruthy();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Ask again' }));
  expect(await screen.findByText(/Not yet: you meet/)).toBeTruthy();
  expect(calls[0]?.body).toEqual({ question: 'Am I ready?', goal: 'ready', roleId: 'data-analyst', hoursPerWeek: 5, language: 'en' });
});
