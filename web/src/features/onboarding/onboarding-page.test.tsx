// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import type { CareerForm } from '@cairn/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { OnboardingPage } from './onboarding-page.tsx';

const empty: CareerForm = { currentRole: null, targetRoleId: null, targetOrganisation: null, yearsOfExperience: null, hoursPerWeek: null, weeksAvailable: null, language: 'en', freeOnly: true, learningStyle: 'mixed' };
const next = () => screen.getByRole('button', { name: 'Next' });

test('each answer is saved when it is given, not at the end', async () => {
  const person = userEvent.setup();
  const calls = fakeApi({ 'GET /me/career-form': () => empty, 'PUT /me/career-form': ({ body }) => body, 'GET /roles': () => ({ items: [], total: 0, nextCursor: null }) });
  const saved = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  await show(<OnboardingPage />);
  await person.click(await screen.findByRole('button', { name: 'Next' }));
  await person.type(screen.getByLabelText(/^A company/), ' Heron Data Works ');
  await person.tab();
  await waitFor(() => { expect(saved()).toEqual([{ ...empty, targetOrganisation: 'Heron Data Works' }]); });
  await person.click(next());
  await person.type(screen.getByLabelText(/^Hours a week/), '90');
  await person.tab();
  await waitFor(() => { expect(saved().at(-1)).toEqual({ ...empty, targetOrganisation: 'Heron Data Works', hoursPerWeek: 60 }); });
  await person.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByLabelText<HTMLInputElement>(/^A company/).value).toBe('Heron Data Works');
});
test('what could not be saved is said', async () => {
  const person = userEvent.setup();
  fakeApi({ 'GET /me/career-form': () => empty, 'PUT /me/career-form': () => refuse(503, 'server.unavailable') });
  await show(<OnboardingPage />);
  await person.click(await screen.findByRole('button', { name: 'Next' }));
  await person.type(screen.getByLabelText(/^What you do today/), 'Student');
  await person.tab();
  expect((await screen.findByRole('alert')).textContent).toContain('The service cannot answer right now.');
});
test('everything may be left out', async () => {
  const person = userEvent.setup();
  const calls = fakeApi({ 'GET /me/career-form': () => empty, 'PATCH /me': () => ({ onboarded: true }) });
  await show(<OnboardingPage />);
  await person.click(await screen.findByRole('button', { name: 'Next' }));
  await person.click(next());
  await person.click(screen.getByRole('button', { name: 'Show me what to do next' }));
  await screen.findByText('elsewhere');
  expect(calls.filter(({ method }) => method !== 'GET')).toEqual([{ method: 'PATCH', path: '/me', body: { onboarded: true } }]);
});
