// @vitest-environment happy-dom
import '../test-support/browser.ts';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ApiFailure } from '../lib/api.ts';
import { show } from '../test-support/show.tsx';
import { NotOpened } from './states.tsx';

const unknown = { title: 'There is no such comparison', why: 'It may have been erased.', action: <a href="/gaps">{'To your comparisons'}</a> };

test('what is not there has a way back, and nothing to try again', async () => {
  await show(<NotOpened failure={new ApiFailure(404, { code: 'gap.unknown' }, null)} retry={vi.fn()} unknown={unknown} />);
  expect(screen.getByRole('heading', { name: unknown.title })).toBeTruthy();
  expect([screen.getByRole('link').getAttribute('href'), screen.queryByRole('button')]).toEqual(['/gaps', null]);
});
test('what could not be fetched can be tried again', async () => {
  const retry = vi.fn();
  await show(<NotOpened failure={new ApiFailure(503, { code: 'server.unavailable' }, null)} retry={retry} unknown={unknown} />);
  screen.getByRole('button', { name: 'Try again' }).click();
  expect([retry.mock.calls.length, screen.queryByText(unknown.title)]).toEqual([1, null]);
});
