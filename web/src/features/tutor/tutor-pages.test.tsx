// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import type { TutorChat, TutorContent } from '@cairn/contracts';
import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi, refuse, type ApiCall } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { ChatView } from './chat-page.tsx';
import { Topics } from './topics-page.tsx';

afterEach(() => { vi.unstubAllGlobals(); });

const at = '2026-01-05T10:00:00.000Z';
const id = '018f0000-0000-7000-8000-000000000001';
const exercise = (form: 'single' | 'multiple' | 'order' | 'blank' | 'text', parts: string[] = []): NonNullable<TutorChat['open']> => ({ kind: 'exercise', questionId: `q-${form}`, form, level: 1, ask: 'Which clause filters rows?', code: { language: 'sql', text: 'select 1' }, parts });
const chat = (contents: readonly TutorContent[], more: Partial<TutorChat> = {}): TutorChat => ({
  id, skillId: 'sql', skill: 'SQL', level: 1, right: 0, answered: 0, isFinished: false, createdAt: at, updatedAt: at, open: null, hintsLeft: 0, unanswered: null,
  messages: contents.map((content, index) => ({ number: index + 1, author: ['text', 'answer', 'ask'].includes(content.kind) ? 'person' : 'tutor', content, createdAt: at })), ...more,
});
const say = (code: string): TutorContent => ({ kind: 'say', message: { code, params: {} } });
const path = `POST /tutor/chats/${id}/messages`;

async function showChat(shown: TutorChat, answer: (call: ApiCall) => unknown = () => shown) {
  const calls = fakeApi({ [path]: answer });
  await show(<ChatView chat={shown} />);
  return { calls, person: userEvent.setup() };
}
const acts = (calls: readonly ApiCall[]) => calls.map(({ body }) => body);

test('a chat begins with its explanation and leads to the first exercise', async () => {
  const { calls, person } = await showChat(chat([{ kind: 'explanation', lessonId: 'l', title: 'How `where` works', text: 'Rows are **kept**.\n\n- one\n- two', sources: ['A book'] }, say('tutor.ready')]));
  expect((await screen.findByRole('log', { name: 'Messages' })).textContent).toContain('Rows are kept.onetwo');
  await person.click(screen.getByRole('button', { name: 'I am ready: first exercise' }));
  await waitFor(() => { expect(acts(calls)).toEqual([{ act: { kind: 'ask', what: 'next' }, after: 2, language: 'en' }]); });
});

test.each([
  ['single', ['where', 'limit'], async (person: ReturnType<typeof userEvent.setup>) => person.click(screen.getByRole('radio', { name: 'limit' })), { kind: 'single', chosen: [1] }],
  ['multiple', ['where', 'limit', 'having'], async (person: ReturnType<typeof userEvent.setup>) => { await person.click(screen.getByRole('checkbox', { name: 'having' })); await person.click(screen.getByRole('checkbox', { name: 'where' })); }, { kind: 'multiple', chosen: [0, 2] }],
  ['order', ['from', 'where', 'select'], async (person: ReturnType<typeof userEvent.setup>) => person.click(screen.getByRole('button', { name: 'Move up: select' })), { kind: 'order', order: [0, 2, 1] }],
  ['blank', [], async (person: ReturnType<typeof userEvent.setup>) => person.type(screen.getByRole('textbox', { name: 'What fills the gap' }), 'where'), { kind: 'blank', text: 'where' }],
  ['text', [], async (person: ReturnType<typeof userEvent.setup>) => person.type(screen.getByRole('textbox', { name: 'Your answer' }), 'It filters.'), { kind: 'text', text: 'It filters.' }],
] as const)('a question of the form %s is answered in its form', async (form, parts, fill, answer) => {
  const open = exercise(form, [...parts]);
  const { calls, person } = await showChat(chat([open], { open, hintsLeft: 3 }));
  await screen.findByText('Which clause filters rows?');
  await fill(person);
  await person.click(screen.getByRole('button', { name: 'Answer' }));
  await waitFor(() => { expect(acts(calls)).toEqual([{ act: { kind: 'answer', answer }, after: 1, language: 'en' }]); });
});

test('a judgement says what is missing; a model that said otherwise is said to have', async () => {
  await showChat(chat([{ kind: 'judgement', questionId: 'q', right: false, score: 0.5, misconceptions: ['You believe that `limit` filters.'], points: [{ point: 'It filters rows', made: true }, { point: 'Before grouping', made: false }], closed: true, explanation: 'Since it does.', rightAnswer: 'where' }, say('tutor.judgement-stands'), say('tutor.loop')]));
  const log = (await screen.findByRole('log', { name: 'Messages' })).textContent;
  for (const words of ['Not yet: 50% of it is there', 'You believe that limit filters.', 'Said: It filters rows', 'Missing: Before grouping', 'The right answerwhere', 'The judgement above stands', 'We have been here twice; let us try a smaller step.']) expect(log).toContain(words);
});

test('hints are counted down and end', async () => {
  const open = exercise('blank');
  await showChat(chat([open], { open, hintsLeft: 0 }));
  expect((await screen.findByRole('button', { name: 'Hint (0 left)' }) as HTMLButtonElement).disabled).toBe(true);
});

test('what was written stays when the chat has gone on elsewhere', async () => {
  const { person } = await showChat(chat([say('tutor.ready')]), () => refuse(409, 'tutor.moved-on'));
  const field = await screen.findByRole('textbox', { name: 'Write to the tutor' });
  await person.type(field, 'What is a join?');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The chat has gone on since');
  expect((field as HTMLTextAreaElement).value).toBe('What is a join?');
});

test('a finished chat leads on to the next level', async () => {
  await showChat(chat([say('tutor.finished')], { isFinished: true, right: 3, answered: 3 }));
  expect((await screen.findByRole('link', { name: 'Go on: intermediate' })).getAttribute('href')).toContain('skill=sql&level=2');
});

test('a topic of the goal is offered first, at the level above one\'s own, and begun', async () => {
  const topics = [{ skillId: 'sql', name: 'SQL', level: 2, nextLevel: 3, isGoal: true }, { skillId: 'bash', name: 'Bash', level: 0, nextLevel: 1, isGoal: false }];
  const calls = fakeApi({ 'GET /tutor/topics': () => ({ items: topics }), 'GET /tutor/chats': () => ({ items: [], total: 0, nextCursor: null }), 'POST /tutor/chats': () => chat([]) });
  await show(<Topics />, new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const person = userEvent.setup();
  expect(await screen.findByText('Your level: intermediate')).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>('Level to learn').value).toBe('3');
  await person.click(screen.getByRole('button', { name: 'Begin' }));
  await waitFor(() => { expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ skillId: 'sql', level: 3 }); });
});

test('code in an option that was chosen is code in the chat', async () => {
  await showChat(chat([{ kind: 'answer', text: 'It has no `WHERE`' }]));
  expect((await screen.findByText('WHERE')).tagName).toBe('CODE');
});

test('what came to no answer stands ready to be sent again', async () => {
  const { calls, person } = await showChat(chat([say('tutor.ready')], { unanswered: 'What is a join?' }));
  expect(((await screen.findByRole('textbox', { name: 'Write to the tutor' })) as HTMLTextAreaElement).value).toBe('What is a join?');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => { expect(acts(calls)).toEqual([{ act: { kind: 'text', text: 'What is a join?' }, after: 1, language: 'en' }]); });
});

test('that an answer counts is said, with when it comes again', async () => {
  await showChat(chat([{ kind: 'say', message: { code: 'tutor.counted', params: { days: 1 } } }, { kind: 'say', message: { code: 'tutor.counted', params: { days: 4 } } }]));
  const log = (await screen.findByRole('log', { name: 'Messages' })).textContent;
  expect(log).toContain('The question comes again tomorrow.');
  expect(log).toContain('The question comes again in 4 days.');
});

test('while a model is waited for, the place in its line is told, and waiting can be stopped with the words kept', async () => {
  let tell: (text: string) => void = () => undefined;
  vi.stubGlobal('fetch', (_address: string, init: RequestInit) => Promise.resolve(new Response(new ReadableStream<Uint8Array>({ start(controller) {
    tell = (text) => { controller.enqueue(new TextEncoder().encode(text)); };
    init.signal?.addEventListener('abort', () => { controller.error(init.signal?.reason); });
  } }), { headers: { 'content-type': 'text/event-stream' } })));
  await show(<ChatView chat={chat([say('tutor.ready')])} />);
  const person = userEvent.setup();
  await person.type(await screen.findByRole('textbox', { name: 'Write to the tutor' }), 'What is a join?');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('One moment …');
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  act(() => { tell('event: progress\ndata: {"step":"waiting","place":2}\n\n'); });
  await screen.findByText('Waiting for the language model: place 2 in line');
  act(() => { tell('event: progress\ndata: {"step":"asking"}\n\n'); });
  await screen.findByText('The language model is writing …');
  await person.click(screen.getByRole('button', { name: 'Stop' }));
  await screen.findByText('Stopped. What you wrote is still here.');
  expect((screen.getByRole('textbox', { name: 'Write to the tutor' }) as HTMLTextAreaElement).value).toBe('What is a join?');
});
