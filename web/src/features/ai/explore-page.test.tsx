// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import type { AiAnalysisAnswer, AiRoadmapAnswer, AnswerMeta } from '@cairn/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { Explore } from './explore-page.tsx';

afterEach(() => { vi.unstubAllGlobals(); });

const own: AnswerMeta = { callId: null, provider: null, model: null, promptVersion: 'ai-skills.v1', latencyMs: 3, tokensUsed: 0, cached: false, fallbackReason: 'no-model' };
const standing = (skillId: string, name: string, level: 0 | 1 | 2 = 0): AiAnalysisAnswer['met'][number] => ({ skillId, name, requirement: 'must', level, requiredLevel: 2, similarTo: null, hours: 20, reasons: [{ what: { code: 'importance.must', params: {} }, effect: 50, evidence: [] }] });
const analysis: AiAnalysisAnswer = {
  careerRole: 'Data Analyst', roleId: 'data-analyst', language: 'en', from: 'profile', matchPercentage: 33.3, weightedMatchPercentage: 40, met: [standing('sql', 'SQL', 2)], partial: [standing('python', 'Python', 1)], missing: [standing('statistics', 'Statistics')],
  suggestions: [{ place: 1, skillId: 'statistics', name: 'Statistics', fromLevel: 0, toLevel: 2, hours: 30, isFoundation: false, resources: [], reasons: [] }], totalHours: 50, notUnderstood: [], reasons: [], words: null, meta: own,
};
const worded = (text: string) => ({ code: 'roadmap.overview', params: {}, text });
const plan: AiRoadmapAnswer = {
  careerRole: 'Data Analyst', roleId: 'data-analyst', language: 'en', overview: worded('Skills: 2. Hours: 50.'), timeline: worded('Weeks: 5.'), finalOutcome: worded('You can show statistics.'), hoursPerWeek: 10, startsOn: '2026-02-02', totalHours: 50, totalWeeks: 5, estimatedMonths: 1.2,
  months: [{ month: 1, title: 'Statistics', tools: [], projects: [], checkpoint: [{ skillId: 'statistics', level: 2, text: 'Says what a mean hides.' }], weeks: [{ week: 1, startsOn: '2026-02-02', focus: 'Statistics', focusSkillIds: ['statistics'], hours: 10, tasks: [{ id: 'statistics.1.learn', kind: 'learn', text: 'Learn Statistics (beginner)', what: { code: 'roadmap.task.learn', params: {} }, skillId: 'statistics', level: 1, hours: 10, resourceIds: [], projectId: null, reasons: [] }] }] }],
  resources: { officialDocs: [], courses: [], videos: [], others: [] }, skills: [], from: 'profile', currentRole: null, notUnderstood: [], reasons: [], words: null, meta: own,
};
const form = { currentRole: null, targetRoleId: null, targetOrganisation: null, yearsOfExperience: null, hoursPerWeek: 10, weeksAvailable: null, language: 'en', freeOnly: false, learningStyle: 'mixed' };
const answers = { 'GET /roles/data-analyst': () => ({ id: 'data-analyst', name: 'Data Analyst', summary: 'Answers questions with data.' }), 'POST /ai/skills': () => analysis, 'POST /ai/roadmap': () => plan, 'GET /me/career-form': () => form, 'PUT /me/career-form': () => form };
const page = <Explore roleId="data-analyst" hours={10} isReady onRole={vi.fn()} onHours={vi.fn()} />;

test('a role is whole without a model: skills, months, and that Cairn wrote', async () => {
  const calls = fakeApi(answers);
  await show(page);
  expect(await screen.findByText('Your match is 40%: you have 1 of 3 skills at the level asked for.')).toBeTruthy();
  expect(await screen.findByText('Learn Statistics (beginner)', { exact: false })).toBeTruthy();
  expect(screen.getAllByText('Written by Cairn itself, without a language model.')).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Try five questions on Statistics' }).getAttribute('href')).toBe('/explore/quiz?skill=statistics');
  // The interview is asked for by those alone who want to see it.
  expect(calls.map(({ path }) => path)).not.toContain('/ai/interview-prep');
});

test('the one thing to do is to make it the goal: it is kept and the way is planned', async () => {
  const calls = fakeApi(answers);
  await show(page);
  fireEvent.click(await screen.findByRole('button', { name: 'Make this my goal' }));
  expect(await screen.findByText('elsewhere')).toBeTruthy();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ ...form, targetRoleId: 'data-analyst' });
});

test('while a model writes, the answer stands, the line is told, and waiting can be stopped', async () => {
  fakeApi(answers);
  const json = fetch;
  let say: (event: string, data: unknown) => void = () => undefined;
  let [hasStarted, hasStopped] = [false, false];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    if (!address.endsWith('/ai/skills')) return json(address, init);
    const body = new ReadableStream<Uint8Array>({ start: (controller) => { hasStarted = true; say = (event, data) => { controller.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)); }; }, cancel: () => { hasStopped = true; } });
    init.signal?.addEventListener('abort', () => { hasStopped = true; });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
  });
  await show(page);
  const { words: _words, meta: _meta, ...answer } = analysis;
  await waitFor(() => { expect(hasStarted).toBe(true); });
  say('progress', { step: 'planned', answer });
  say('progress', { step: 'waiting', place: 2 });
  expect(await screen.findByText(/Your match is 40%/)).toBeTruthy();
  expect(await screen.findByText(/place 2 in the line/)).toBeTruthy();
  say('progress', { step: 'writing', characters: 20 });
  expect(await screen.findByText('The language model is writing …')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Stop waiting for it' }));
  expect(await screen.findByText(/what stands above is Cairn's own/)).toBeTruthy();
  expect([hasStopped, screen.queryByText(/Your match is 40%/) !== null]).toEqual([true, true]);
});

test('words of a model stand beside what they are about, and are said to be a model\'s', async () => {
  const meta: AnswerMeta = { ...own, callId: '0198f000-0000-7000-8000-000000000001', provider: 'ollama', model: 'mistral:7b', fallbackReason: null };
  fakeApi({ ...answers, 'POST /ai/skills': () => ({ ...analysis, words: { overview: 'You are on the way.', skills: [{ skillId: 'statistics', advice: 'Begin with one table.', example: 'Describe your own week.' }] }, meta }) });
  await show(page);
  expect(await screen.findByText('Begin with one table. Describe your own week.')).toBeTruthy();
  expect(screen.getByText(/A language model \(mistral:7b\) wrote these words/)).toBeTruthy();
});

test('nothing chosen asks for a role, and asks no model', async () => {
  const calls = fakeApi(answers);
  await show(<Explore roleId={null} hours={10} isReady onRole={vi.fn()} onHours={vi.fn()} />);
  expect(await screen.findByText('Which work would you like to look at?')).toBeTruthy();
  expect(calls.filter(({ path }) => path.startsWith('/ai'))).toEqual([]);
});
