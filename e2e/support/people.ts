import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ServedAt } from './server.ts';
import { wordsOf } from './words.ts';

export const password = 'stones on a quiet hill';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What the terminal printed. */
export function demoSignIn({ printed }: ServedAt, role: 'student' | 'staff' | 'admin'): Credentials {
  const [, email, secret] = new RegExp(`^\\s*${role}\\s+(\\S+@\\S+)\\s+(\\S+)`, 'm').exec(printed) ?? [];
  if (email === undefined || secret === undefined) throw new Error(`No ${role} of the demo college was printed:\n${printed}`);
  return { email, password: secret };
}

/** By the API, for a journey that begins signed in. */
export async function signIn(page: Page, { address }: ServedAt, who: Credentials): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data: { ...who, client: 'web' }, headers: { origin: address } });
  expect(answer.status()).toBe(200);
  await page.goto('/dashboard');
  await page.getByRole('link', { name: wordsOf('en', 'common')('nav.today') }).or(page.getByRole('link', { name: wordsOf('hi', 'common')('nav.today') })).first().waitFor();
}

/** A new account, signed in on this page. */
export async function register(page: Page, { address }: ServedAt, name: string, email: string): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/register', { data: { name, email, password, client: 'web' }, headers: { origin: address } });
  expect(answer.status()).toBe(201);
}
