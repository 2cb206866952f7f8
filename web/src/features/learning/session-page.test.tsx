// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LearningSession } from '@cairn/contracts';
import { expect, test } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { sessionQuery } from './learning-queries.ts';
import { aQuestion, aSession, aVerdict } from './learning.fixture.ts';
import { SessionView } from './session-page.tsx';

function Shown() {
  const { data } = useQuery(sessionQuery('s1'));
  return data ? <SessionView session={data} /> : null;
}

function showSession(session: LearningSession) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  queryClient.setQueryData(sessionQuery('s1').queryKey, session);
  return show(<Shown />, queryClient);
}

const answers = 'POST /learning/sessions/s1/answers';
const second = aQuestion({ id: '2', number: 2, kind: 'blank', ask: 'Fill in: `git ___`', parts: [] });

test('a wrong answer is explained, and the next question follows, all by keyboard', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ [answers]: () => ({ verdict: aVerdict(), session: aSession({ answered: 1, current: second }) }) });
  await showSession(aSession());
  await waitFor(() => { expect(document.activeElement?.textContent).toBe('What does git add do?'); });
  await user.tab();
  await user.keyboard(' ');
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Not right' });
  expect(calls[0]?.body).toMatchObject({ shownQuestionId: '1', answer: { kind: 'single', chosen: [0] } });
  expect(document.activeElement?.textContent).toBe('Not right');
  expect(screen.getByRole('alert').textContent).toContain('add and commit are one step.');
  expect(screen.getByText('It prepares a commit')).toBeTruthy();
  expect(screen.getByText('Git, beginner: “The index” (6 min)')).toBeTruthy();
  expect(screen.getByText(/comes back tomorrow/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Next question' }));
  expect(await screen.findByRole('textbox', { name: 'What fills the gap' })).toBeTruthy();
});

test('a hint is counted and shown, and says what it costs', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ 'POST /learning/sessions/s1/hints': () => aSession({ current: aQuestion({ hints: ['One more place.'], hintsLeft: 2 }) }) });
  await showSession(aSession());
  expect(screen.getByText('Each hint makes a right answer count for less.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'It commits' }));
  await user.click(screen.getByRole('button', { name: 'Hint 1 of 3' }));
  expect(await screen.findByText(/One more place/)).toBeTruthy();
  expect(calls[0]?.body).toEqual({ shownQuestionId: '1', number: 1 });
  expect(screen.getByRole('radio', { name: 'It commits' })).toHaveProperty('checked', true);
});

test('items are put in order by buttons and by arrow keys, and each move is said', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ [answers]: () => ({ verdict: aVerdict({ right: true, accuracy: 100, misconceptions: [], reinforce: [] }), session: aSession({ answered: 1, current: second }) }) });
  await showSession(aSession({ current: aQuestion({ kind: 'order', parts: ['c', 'a', 'b'] }) }));
  await user.click(screen.getByRole('button', { name: 'Move down: c' }));
  expect(screen.getByText('c: place 2 of 3')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move down: c' }));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move up: c' }));
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByRole('heading', { name: 'Right' });
  expect(calls[0]?.body).toMatchObject({ answer: { kind: 'order', order: [1, 2, 0] } });
});

test('what another tab answered is said, and the page goes on with the open question', async () => {
  const user = userEvent.setup();
  fakeApi({ [answers]: () => refuse(409, 'learning.already-answered'), 'GET /learning/sessions/s1': () => aSession({ answered: 1, current: second }) });
  await showSession(aSession());
  await user.click(screen.getByRole('button', { name: 'I do not know' }));
  expect(await screen.findByRole('textbox', { name: 'What fills the gap' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('The first answer counts.');
});

test('the end says what was right and what comes back when', async () => {
  fakeApi({});
  await showSession(aSession({ state: 'finished', current: null, answered: 2, right: 1, minutesSpent: 3.5, answers: [{ shownQuestionId: '1', ask: 'What does `git add` do?', skillId: 'git', skill: 'Git', level: 1, right: false, accuracy: 0, hintsUsed: 1, nextOn: '2026-11-29' }] }));
  expect(screen.getByRole('heading', { name: '1 of 2 right' })).toBeTruthy();
  expect(screen.getByText('29 Nov')).toBeTruthy();
  expect(screen.getByText('not right · 1 hint')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Back to Learn' }).getAttribute('href')).toBe('/learn');
});
