// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { SignUpPage } from './sign-up-page.tsx';

const installation = { setUp: true, organisations: [{ name: 'Tarangini College', slug: 'tarangini' }], chosen: 'tarangini', demo: false };

async function signUp(password: string) {
  const person = userEvent.setup();
  await person.type(screen.getByLabelText(/^Your name/), 'Meera');
  await person.type(screen.getByLabelText(/^E-mail/), 'meera@pebbles.example');
  await person.type(screen.getByLabelText(/^Password/), password);
  await person.click(screen.getByRole('button', { name: 'Make the account' }));
}

test('a password of nine letters is not sent; the field says what it needs and takes the focus', async () => {
  const calls = fakeApi({ 'GET /installation': () => installation });
  await show(<SignUpPage />);
  await signUp('nine long');
  const field = screen.getByLabelText<HTMLInputElement>(/^Password/);
  expect(await screen.findByText('Use at least 10 characters.')).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await waitFor(() => { expect(document.activeElement).toBe(field); });
  expect(calls.filter(({ path }) => path === '/auth/register')).toEqual([]);
});
test('what the server finds too easy to guess is said in its words, and nothing typed is lost', async () => {
  fakeApi({ 'GET /installation': () => installation, 'POST /auth/register': () => refuse(422, 'auth.weak-password') });
  await show(<SignUpPage />);
  await signUp('password1234');
  expect((await screen.findByRole('alert')).textContent).toContain('The password is too easy to guess.');
  expect(screen.getByLabelText<HTMLInputElement>(/^Your name/).value).toBe('Meera');
});
