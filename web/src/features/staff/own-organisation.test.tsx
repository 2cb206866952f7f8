// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { User } from '@cairn/contracts';
import { expect, test } from 'vitest';
import { meQuery } from '../../lib/session.ts';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { OwnOrganisation } from './own-organisation.tsx';

const college = { id: '2', name: 'Tarangini College', slug: 'tarangini', emailDomain: null };
const me = (role: 'staff' | 'admin'): User => ({ id: 'boss', name: 'Chitra Nair', email: 'boss@tarangini.example', emailVerified: true, role, organisation: college, language: 'en', theme: 'system', timeZone: 'Asia/Kolkata', onboarded: true });

async function showAs(role: 'staff' | 'admin', answers: Parameters<typeof fakeApi>[0] = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData<User | null>(meQuery.queryKey, me(role));
  const calls = fakeApi({ 'GET /organisation': () => college, 'GET /me': () => me(role), ...answers });
  await show(<OwnOrganisation />, client);
  await screen.findByText(/No e-mail domain/);
  return calls;
}

test('an admin gives the domain, and is told that it holds from now on', async () => {
  const person = userEvent.setup();
  const calls = await showAs('admin', { 'PATCH /organisation': ({ body }) => ({ ...college, ...(body as object) }) });
  await person.click(screen.getByRole('button', { name: 'Change' }));
  expect(document.activeElement).toBe(screen.getByLabelText(/^Name/));
  await person.type(screen.getByLabelText(/^E-mail domain/), ' tarangini.example ');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => { expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ name: 'Tarangini College', emailDomain: 'tarangini.example' }); });
  expect((await screen.findByText(/at tarangini\.example/)).textContent).not.toContain('No e-mail domain');
  expect(screen.getByRole('status').textContent).toContain('from now on');
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change' })); });
});
test('a domain that is refused says why, and keeps what was typed', async () => {
  const person = userEvent.setup();
  await showAs('admin', { 'PATCH /organisation': () => refuse(422, 'organisation.domain-public') });
  await person.click(screen.getByRole('button', { name: 'Change' }));
  await person.type(screen.getByLabelText(/^E-mail domain/), 'gmail.com');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Anybody can have an address at this domain.');
  expect(screen.getByLabelText<HTMLInputElement>(/^E-mail domain/).value).toBe('gmail.com');
});
test('staff see it and cannot change it', async () => {
  await showAs('staff');
  expect(screen.queryByRole('button')).toBeNull();
});
