// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { NewGapForm } from './new-gap-form.tsx';

const withForm = (targetOrganisation: string | null) => fakeApi({ 'GET /me': () => ({ role: 'student' }), 'GET /me/career-form': () => ({ targetOrganisation }), 'GET /resumes': () => ({ items: [], total: 0, nextCursor: null }) });

test('the company that was named as a goal is named where an ad is wanted, and can be changed', async () => {
  withForm('Heron Data Works');
  await show(<NewGapForm />);
  expect(await screen.findByText(/You have Heron Data Works in mind/)).toBeTruthy();
  expect((await screen.findByRole('link', { name: 'Change' })).getAttribute('href')).toBe('/welcome');
});
test('nothing is said of a company that nobody named', async () => {
  withForm(null);
  await show(<NewGapForm />);
  await screen.findByText(/There is no resume yet/);
  expect(screen.queryByText(/in mind/)).toBeNull();
});
