// @vitest-environment happy-dom
import '../test-support/browser.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeApi } from '../test-support/fake-api.ts';
import { show } from '../test-support/show.tsx';
import { Palette } from './palette.tsx';

const field = () => screen.getByRole('combobox');
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.querySelector('span')?.textContent;

test('arrows move through what was found, round and round, and the field keeps the focus', async () => {
  const person = userEvent.setup();
  fakeApi({});
  await show(<Palette onClose={() => undefined} />);
  await person.click(field());
  await person.keyboard('theme');
  expect(screen.getAllByRole('option').map((option) => option.querySelector('span')?.textContent)).toEqual(['Theme: light', 'Theme: dark', 'Theme: as the device']);
  expect(active()).toBe('Theme: light');
  await person.keyboard('{ArrowDown}');
  expect(active()).toBe('Theme: dark');
  await person.keyboard('{ArrowUp}{ArrowUp}');
  expect(active()).toBe('Theme: as the device');
  expect(document.activeElement).toBe(field());
  expect(screen.getByRole('status').textContent).toBe('3 found');
});
test('Enter goes there and closes', async () => {
  const person = userEvent.setup();
  const closed = vi.fn();
  fakeApi({});
  await show(<Palette onClose={closed} />);
  await person.type(field(), 'roadm{Enter}');
  expect(await screen.findByText('elsewhere')).toBeTruthy();
  expect(closed).toHaveBeenCalledOnce();
});
test('a theme is changed here and in the account', async () => {
  const person = userEvent.setup();
  const calls = fakeApi({ 'PATCH /me': () => ({ theme: 'dark' }) });
  await show(<Palette onClose={() => undefined} />);
  await person.type(field(), 'dark{Enter}');
  await waitFor(() => { expect(calls.filter(({ method }) => method !== 'GET')).toEqual([{ method: 'PATCH', path: '/me', body: { theme: 'dark' } }]); });
  expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark');
});
test('nothing found says so', async () => {
  fakeApi({});
  await show(<Palette onClose={() => undefined} />);
  await userEvent.setup().type(field(), 'qqq');
  expect(screen.getByText('Nothing of this name. Try a shorter word.')).toBeTruthy();
});
