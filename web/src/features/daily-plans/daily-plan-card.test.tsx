// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import type { DailyPlan } from '@cairn/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { DailyPlanCard } from './daily-plan-card.tsx';
import { RhythmForm } from './rhythm-form.tsx';

type Item = DailyPlan['items'][number];
const task: Item = { kind: 'task', id: 'task:sql', skillId: 'sql', skill: 'SQL', minutes: 40, ofMinutes: 300, done: false, roadmapId: 'r1', taskId: 'sql', title: 'Learn SQL', what: { code: 'roadmap.task.learn', params: { skill: 'SQL', level: 1 } }, reasons: [{ what: { code: 'daily-plan.next-on-roadmap', params: {} }, effect: 0, evidence: [] }] };
const review: Item = { kind: 'review', id: 'review:git', skillId: 'git', skill: 'Git', minutes: 20, questions: 8, done: false, reasons: [] };
const plan = (parts: Partial<DailyPlan> = {}): DailyPlan => ({ day: '2026-11-30', minutes: 60, items: [review, task], reasons: [], ...parts });

it('lists what is for today, each with its minutes and why, and ticks it where it stands', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ 'GET /daily-plans/today': () => plan(), 'PUT /daily-plans/today/items/review:git': () => plan({ items: [{ ...review, done: true }] }) });
  await show(<DailyPlanCard />);
  await screen.findByRole('heading', { name: 'Today: 60 minutes' });
  expect(screen.getByText('40 minutes of 5 hours · Next on your roadmap.')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'Done: Answer 8 questions on Git again' }));
  expect(calls.at(-1)).toMatchObject({ method: 'PUT', body: { done: true } });
  expect((await screen.findByRole<HTMLInputElement>('checkbox')).checked).toBe(true);
});

it('plans anew for the minutes that are chosen', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ 'GET /daily-plans/today': () => plan(), 'PUT /daily-plans/today': () => plan({ minutes: 0, items: [] }) });
  await show(<DailyPlanCard />);
  await user.selectOptions(await screen.findByLabelText('I have'), '0');
  await screen.findByText(/A day of rest/);
  expect(calls.at(-1)).toMatchObject({ method: 'PUT', body: { minutes: 0 } });
});

it('keeps what was typed into the week when it could not be saved', async () => {
  const user = userEvent.setup();
  fakeApi({ 'GET /daily-plans/rhythm': () => ({ minutesByWeekday: null, mailed: false, usual: [60, 60, 60, 60, 60, 60, 0] }), 'PUT /daily-plans/rhythm': () => refuse(500, 'server.unexpected') });
  await show(<RhythmForm />);
  const monday = await screen.findByLabelText<HTMLInputElement>(/Monday/);
  await user.clear(monday);
  await user.type(monday, '25');
  await user.click(screen.getByRole('button', { name: 'Save minutes' }));
  await screen.findByRole('alert');
  expect(monday.value).toBe('25');
});
