// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { LearnView } from './learn-page.tsx';
import { anOverview, aSession } from './learning.fixture.ts';

test('has one thing to press: today\'s minutes, for what is due and weak', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ 'POST /learning/sessions': () => aSession() });
  await show(<LearnView learning={anOverview({ due: [{ skillId: 'git', name: 'Git', questions: 3, minutes: 2 }] })} />);
  expect(screen.getByText('3 questions are due. A few minutes today keep them.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Start today\'s 15 minutes' }));
  await waitFor(() => { expect(calls[0]?.body).toEqual({ kind: 'practice', minutes: 15 }); });
  expect(await screen.findByText('elsewhere')).toBeTruthy();
});

test('leads back to a session that is open', async () => {
  fakeApi({});
  const { current: _, mixed: _mixed, answers: _answers, mastery: _mastery, placement: _placement, ...head } = aSession({ answered: 4 });
  await show(<LearnView learning={anOverview({ openSession: head })} />);
  expect(screen.getByRole('link', { name: 'Go on with the session' }).getAttribute('href')).toBe('/learn/sessions/s1');
});

test('offers a placement where nobody knows yet, and says what is proven, faded and how sure', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ 'POST /learning/sessions': () => aSession({ kind: 'placement' }) });
  const mastery = { skillId: 'git', name: 'Git', level: 2 as const, probability: 0.97, uncertainty: 0.02, answers: 9, provenAt: '2026-11-01T10:00:00.000Z', fadedAt: null, reasons: [] };
  await show(<LearnView learning={anOverview({ placements: [{ skillId: 'sql', name: 'SQL' }], mastery: [mastery, { ...mastery, level: 3, probability: 1, uncertainty: 0, answers: 4, provenAt: null }, { ...mastery, skillId: 'sql', name: 'SQL', fadedAt: '2026-11-20T10:00:00.000Z' }] })} />);
  expect(screen.getByText('intermediate proven on 1 Nov · advanced: 99% ± 1% · 4 answers')).toBeTruthy();
  expect(screen.getByText(/intermediate faded on 20 Nov/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Find my level in SQL' }));
  await waitFor(() => { expect(calls[0]?.body).toEqual({ kind: 'placement', skillIds: ['sql'] }); });
});

test('with nothing to go on, says what to do', async () => {
  fakeApi({});
  await show(<LearnView learning={anOverview()} />);
  expect(screen.getByRole('heading', { name: 'Nothing to practise yet' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Start today/ })).toBeNull();
});
