// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { User } from '@cairn/contracts';
import { expect, test, vi } from 'vitest';
import { meQuery } from '../../lib/session.ts';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { PeoplePage } from './people-page.tsx';

const person = (id: string, name: string, role = 'student') => ({ id, name, email: `${id}@tarangini.example`, emailVerified: true, role, joinedAt: '2026-01-01T00:00:00Z', lastSeenAt: null });
const everybody = [person('asha', 'Asha Rao'), person('bela', 'Bela Sen'), person('boss', 'Chitra Nair', 'admin')];

function signedInAs(role: 'staff' | 'admin'): QueryClient {
  const me: User = { id: 'boss', name: 'Chitra Nair', email: 'boss@tarangini.example', emailVerified: true, role, organisation: { id: '2', name: 'T', slug: 't' }, language: 'en', theme: 'system', timeZone: 'Asia/Kolkata', onboarded: true };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData<User | null>(meQuery.queryKey, me);
  return client;
}
/** The fake server answers by path alone; what was searched for stands in the address. */
function withPeople() {
  const asked: string[] = [];
  const calls = fakeApi({
    'GET /invitations': () => ({ items: [] }),
    'GET /organisation': () => ({ id: '2', name: 'T', slug: 't', emailDomain: null }),
    'GET /people': () => {
      const search = new URLSearchParams(asked.at(-1)?.split('?')[1]).get('search')?.toLowerCase() ?? '';
      const items = everybody.filter(({ name }) => name.toLowerCase().includes(search));
      return { items, total: items.length, nextCursor: null };
    },
    'PATCH /people/bela': ({ body }) => ({ ...person('bela', 'Bela Sen'), ...(body as object) }),
  });
  const answer = fetch;
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => { if (address.includes('/people')) asked.push(address); return answer(address, init); });
  return { calls, asked };
}
const names = () => screen.getAllByRole('row').slice(1).map((row) => row.querySelector('[title]')?.textContent);

test('a search is asked once the typing pauses, and shows who was found', async () => {
  const { asked } = withPeople();
  await show(<PeoplePage />, signedInAs('admin'));
  await screen.findByText('Asha Rao');
  await userEvent.setup().type(screen.getByLabelText(/^Search/), 'bela');
  await waitFor(() => { expect(names()).toEqual(['Bela Sen']); });
  expect(asked.map((address) => new URL(address, 'http://localhost').searchParams.get('search'))).toEqual([null, 'bela']);
});
test('nobody found says so and what to try', async () => {
  withPeople();
  await show(<PeoplePage />, signedInAs('admin'));
  await screen.findByText('Asha Rao');
  await userEvent.setup().type(screen.getByLabelText(/^Search/), 'zz');
  expect(await screen.findByText('Nobody found')).toBeTruthy();
});
test('an admin gives others a role, never themselves', async () => {
  const { calls } = withPeople();
  await show(<PeoplePage />, signedInAs('admin'));
  await userEvent.setup().selectOptions(await screen.findByLabelText('Role of Bela Sen'), 'alumni');
  await waitFor(() => { expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ role: 'alumni' }); });
  expect(screen.queryByLabelText('Role of Chitra Nair')).toBeNull();
});
test('staff see roles and cannot change them', async () => {
  withPeople();
  await show(<PeoplePage />, signedInAs('staff'));
  await screen.findByText('Asha Rao');
  expect(screen.queryByLabelText('Role of Asha Rao')).toBeNull();
});
