// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { FailedJobsPage } from './failed-jobs-page.tsx';

const failing = { id: '1', name: 'identity.mail', attempts: 3, message: 'Error: connect ECONNREFUSED', nextTryAt: '2999-01-01T09:30:00Z' };
const failed = { id: '2', name: 'resume.read', attempts: 1, message: 'Error: broken', failedAt: '2026-01-01T00:00:00Z' };
const list = (items: unknown[]) => ({ items, total: items.length, nextCursor: null });

test('what will be tried again is told apart from what was given up, each with what to do', async () => {
  const calls = fakeApi({ 'GET /failing-jobs': () => ({ items: [failing, { ...failing, id: '3', nextTryAt: null }], total: 2 }), 'GET /failed-jobs': () => list([failed]), 'POST /failed-jobs/1/retry': () => ({ id: '1' }) });
  await show(<FailedJobsPage />);
  const trying = within(await screen.findByRole('region', { name: '2 still being tried' }));
  expect(trying.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/Sending mail.*ECONNREFUSED.*Tried 3 times.*2999/), expect.stringContaining('being tried again now')]);
  const givenUp = within(screen.getByRole('region', { name: '1 failed for good' }));
  expect(givenUp.getByRole('listitem').textContent).toMatch(/Reading a resume.*after 1 try/);
  expect(screen.getByRole('note').textContent).toContain('SMTP_URL');
  await userEvent.setup().click(trying.getAllByRole('button', { name: 'Try now' })[0]!);
  await waitFor(() => { expect(calls.filter(({ path }) => path === '/failing-jobs').length).toBeGreaterThan(1); });
  expect(calls.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/failed-jobs/1/retry']);
});
test('while something is still tried, the page does not say that nothing fails, nor that something has failed for good', async () => {
  fakeApi({ 'GET /failing-jobs': () => ({ items: [failing], total: 1 }), 'GET /failed-jobs': () => list([]) });
  await show(<FailedJobsPage />);
  await screen.findByRole('region', { name: '1 still being tried' });
  expect([screen.queryByText('Nothing has failed'), screen.queryByRole('region', { name: /for good/ })]).toEqual([null, null]);
});
test('nothing fails, and nothing is said of mail', async () => {
  fakeApi({ 'GET /failing-jobs': () => ({ items: [], total: 0 }), 'GET /failed-jobs': () => list([]) });
  await show(<FailedJobsPage />);
  expect(await screen.findByRole('heading', { name: 'Nothing has failed' })).toBeTruthy();
  expect(screen.queryByRole('note')).toBeNull();
});
