// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { ProgressOverview } from './progress-overview.tsx';
import { overload, progressAnswer } from './progress.fixture.ts';
import { ProgressPage } from './progress-page.tsx';
import { WeeklyMailPage } from './weekly-mail-page.tsx';

const answers = { 'GET /progress': () => progressAnswer, 'GET /progress/insights': () => ({ items: [overload] }), 'GET /progress/history': () => ({ items: [] }), 'GET /progress/events': () => ({ items: [], total: 0, nextCursor: null }) };
const card = (name: string) => within(screen.getByRole('region', { name }));

it('says in the first screen what would help, with one thing to do, and why', async () => {
  const user = userEvent.setup();
  fakeApi(answers);
  await show(<ProgressOverview />);
  expect(await screen.findByText('Your plan asks for 8 hours a week; lately it was 5.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Plan the rest with 5 hours a week' }).getAttribute('href')).toBe('/roadmaps/r1');
  await user.click(screen.getByRole('button', { name: 'Why? Your plan asks for 8 hours a week; lately it was 5.' }));
  expect(await screen.findByText('In the last 4 weeks that are over, the middle was 5 hours, and 8 were planned.')).toBeTruthy();
});

it('shows streak, way, pace and mastery, each with its unit and its twin in words', async () => {
  fakeApi(answers);
  await show(<ProgressOverview />);
  await screen.findByText('9 days');
  expect(card('Streak').getByText('1 freeze in hand: a day off does not end it.')).toBeTruthy();
  expect(card('The way').getByRole('img', { name: '25% of Data analyst is done' })).toBeTruthy();
  expect(card('The way').getByText('2.8 months to go')).toBeTruthy();
  expect(card('The way').getByText(/^Most likely around 3 Apr(il)? 2030, between/)).toBeTruthy();
  expect(card('Pace').getByRole('table').textContent).toContain('6');
  expect(card('Mastery by skill').getByRole('list', { name: 'Skills by where they stand' }).textContent).toBe('Proven0Fading0Being learned1Ahead1');
});

it('the days can be gone through by keyboard, and each is said', async () => {
  const user = userEvent.setup();
  fakeApi(answers);
  await show(<ProgressOverview />);
  const days = await screen.findByRole('group', { name: '2 active days in these weeks. Arrow keys go from day to day.' });
  days.focus();
  expect(await screen.findByText('9 Jan 2030: 1.5 hours')).toBeTruthy();
  await user.keyboard('{ArrowUp}');
  expect(screen.getByText('8 Jan 2030: 45 minutes')).toBeTruthy();
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(screen.getByText('7 Jan 2030: nothing')).toBeTruthy();
});

it('time learned elsewhere is logged for today and taken back', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ ...answers, 'POST /progress/events': () => ({ id: 'e1', day: '2030-01-09', minutes: 45, skillId: null, createdAt: '2030-01-09T06:30:00Z' }), 'DELETE /progress/events/e1': () => undefined });
  await show(<ProgressPage />);
  const minutes = await screen.findByLabelText(/^Minutes/);
  await user.clear(minutes);
  expect(screen.getByRole('button', { name: 'Log it' }).hasAttribute('disabled')).toBe(true);
  await user.type(minutes, '45');
  await user.click(screen.getByRole('button', { name: 'Log it' }));
  await screen.findByText('Logged: 45 minutes');
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ minutes: 45, day: '2030-01-09', skillId: null });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => { expect(screen.queryByText('Logged: 45 minutes')).toBeNull(); });
});

it('too few weeks give no date, and too few people no standing', async () => {
  fakeApi({ ...answers, 'GET /progress': () => ({ ...progressAnswer, forecast: { kind: 'too-early', weeksMissing: 2, reasons: [] }, changes: [] }) });
  await show(<ProgressPage />);
  await screen.findByText('Too early to name a date: 2 more weeks with work in them are needed.');
  expect(card('Among your college').getByText(/^Told once more than 20 people/)).toBeTruthy();
});

it('a failure says what happened and can be tried again', async () => {
  const user = userEvent.setup();
  let isDown = true;
  fakeApi({ ...answers, 'GET /progress': () => (isDown ? refuse(503, 'server.unavailable') : progressAnswer) });
  await show(<ProgressOverview />);
  await screen.findByRole('alert');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('9 days');
});

it('the weekly mail ends only after being asked', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ 'POST /progress/digest//end': () => undefined });
  await show(<WeeklyMailPage />);
  expect(calls).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'End the weekly mail' }));
  await screen.findByText('No weekly mail comes any more.');
});
