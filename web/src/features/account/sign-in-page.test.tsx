// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import type { User } from '@cairn/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { remembersMember, rememberMember } from '../../lib/kept.ts';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { SignInPage } from './sign-in-page.tsx';

const installation = { setUp: true, organisations: [{ name: 'Tarangini College', slug: 'tarangini' }], chosen: 'tarangini', demo: false };
const user: User = { id: '1', name: 'Meera', email: 'meera@tarangini.example', emailVerified: true, role: 'student', organisation: { id: '2', name: 'Tarangini College', slug: 'tarangini' }, language: 'en', theme: 'dark', timeZone: null, onboarded: true };

beforeEach(() => { rememberMember(null); });

async function signIn(email: string, password: string) {
  const person = userEvent.setup();
  await person.type(screen.getByLabelText(/^E-mail/), email);
  await person.type(screen.getByLabelText(/^Password/), password);
  await person.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  test('that is refused says why and what to do, and keeps what was typed', async () => {
    fakeApi({ 'GET /installation': () => installation, 'POST /auth/login': () => refuse(401, 'auth.wrong-credentials') });
    await show(<SignInPage />);
    await signIn('meera@tarangini.example', 'not the password');
    const note = await screen.findByRole('alert');
    expect(note.textContent).toContain('The e-mail or the password is not right.');
    expect(note.textContent).toContain('reset the password');
    await waitFor(() => { expect(document.activeElement).toBe(note); });
    expect(screen.getByLabelText<HTMLInputElement>(/^E-mail/).value).toBe('meera@tarangini.example');
    expect(screen.getByLabelText<HTMLInputElement>(/^Password/).value).toBe('not the password');
    expect(remembersMember()).toBe(false);
  });
  test('without a connection says so at once', async () => {
    fakeApi({ 'GET /installation': () => installation });
    await show(<SignInPage />);
    await signIn('meera@tarangini.example', 'a password');
    expect((await screen.findByRole('alert')).textContent).toContain('Cairn cannot be reached.');
  });
  test('sends the address without the blanks around it, asks for a cookie, and goes on', async () => {
    const calls = fakeApi({ 'GET /installation': () => installation, 'POST /auth/login': () => ({ user }) });
    await show(<SignInPage />);
    await signIn('  meera@tarangini.example', 'a password');
    await screen.findByText('elsewhere');
    expect(calls.find(({ path }) => path === '/auth/login')?.body).toEqual({ email: 'meera@tarangini.example', password: 'a password', client: 'web' });
    expect(remembersMember()).toBe(true);
    expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark');
  });
  test('asks which college where there are several and the address does not tell', async () => {
    const several = { ...installation, chosen: null, organisations: [...installation.organisations, { name: 'Sagar College', slug: 'sagar' }] };
    const calls = fakeApi({ 'GET /installation': () => several, 'POST /auth/login': () => ({ user }) });
    await show(<SignInPage />);
    await userEvent.setup().selectOptions(await screen.findByLabelText(/^Your college/), 'sagar');
    await signIn('meera@tarangini.example', 'a password');
    await screen.findByText('elsewhere');
    expect(calls.find(({ path }) => path === '/auth/login')?.body).toMatchObject({ organisation: 'sagar' });
  });
});
