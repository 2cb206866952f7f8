import { z } from 'zod';
import { id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';
import { roles } from './permissions.ts';

export const email = z.email().max(254).transform((value) => value.toLowerCase());
const password = z.string().min(1).max(200);
const client = z.enum(['api', 'web']).default('api');
/** The organisation's short name; needed only where more than one is on the installation and no subdomain tells. */
const organisation = z.string().max(63).optional();

export const user = z.object({
  id,
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  role: z.enum(roles),
  organisation: z.object({ id, name: z.string(), slug: z.string() }),
  language: z.string(),
  theme: z.enum(['light', 'dark', 'system']),
  /** Of the IANA database; null until a page has said it. */
  timeZone: z.string().nullable(),
  onboarded: z.boolean(),
});
export type User = z.output<typeof user>;

/** API clients get the tokens; a web client gets cookies and the user alone. */
const tokens = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresIn: z.int().describe('seconds'), user });
const signedIn = z.union([tokens, z.object({ user })]);

export const auth = {
  register: endpoint({
    method: 'POST', path: '/auth/register', summary: 'Make an account; a verification mail is sent', access: 'anonymous', limit: 'sign-in',
    body: z.object({ name: z.string().trim().min(1).max(120).optional().describe('the part of the e-mail address before the @ when left out'), email, password, client, organisation, invitation: z.string().max(200).optional(), language: z.enum(['en', 'hi']).optional() }),
    answers: { 201: signedIn },
    failures: ['auth.weak-password', 'auth.organisation-unknown', 'auth.organisation-choice', 'auth.invitation-invalid', 'auth.wrong-credentials', 'auth.locked', 'request.cross-site'],
  }),
  login: endpoint({
    method: 'POST', path: '/auth/login', summary: 'Sign in', access: 'anonymous', limit: 'sign-in',
    body: z.object({ email, password, client, organisation }),
    answers: { 200: signedIn },
    failures: ['auth.wrong-credentials', 'auth.locked', 'auth.organisation-unknown', 'auth.organisation-choice', 'request.cross-site'],
  }),
  refresh: endpoint({
    method: 'POST', path: '/auth/refresh', summary: 'Exchange a refresh token for a new pair', access: 'anonymous', limit: 'sign-in',
    body: z.object({ refreshToken: z.string().max(200) }),
    answers: { 200: tokens },
    failures: ['auth.refresh-invalid', 'auth.refresh-reused'],
  }),
  logout: endpoint({
    method: 'POST', path: '/auth/logout', summary: 'End this session, or all of them', access: 'signed-in',
    body: z.object({ everywhere: z.boolean().default(false) }),
    answers: { 204: null }, failures: ['auth.signed-out', 'request.cross-site'],
  }),
  forgotPassword: endpoint({
    method: 'POST', path: '/auth/forgot-password', summary: 'Send a mail to reset the password; answers the same whether the account exists or not', access: 'anonymous', limit: 'sign-in',
    body: z.object({ email }),
    answers: { 202: z.object({ sent: z.literal(true) }) }, failures: ['request.cross-site'],
  }),
  resetPassword: endpoint({
    method: 'POST', path: '/auth/reset-password', summary: 'Set a new password with the token from the mail; ends every session', access: 'anonymous', limit: 'sign-in',
    body: z.object({ token: z.string().max(500), password }),
    answers: { 204: null }, failures: ['auth.token-invalid', 'auth.weak-password', 'request.cross-site'],
  }),
  verifyEmail: endpoint({
    method: 'POST', path: '/auth/verify-email', summary: 'Confirm the e-mail address with the token from the mail', access: 'anonymous', limit: 'sign-in',
    body: z.object({ token: z.string().max(1000) }),
    answers: { 204: null }, failures: ['auth.token-invalid', 'request.cross-site'],
  }),
  resendVerification: endpoint({
    method: 'POST', path: '/auth/resend-verification', summary: 'Send the verification mail again', access: 'signed-in', limit: 'sign-in',
    answers: { 202: z.object({ sent: z.literal(true) }) }, failures: ['auth.signed-out', 'request.cross-site'],
  }),
  sessions: endpoint({
    method: 'GET', path: '/auth/sessions', summary: 'Where you are signed in', access: 'signed-in',
    answers: { 200: z.object({ items: z.array(z.object({ id: z.string(), client: z.enum(['api', 'web']), createdAt: instant, lastUsedAt: instant, userAgent: z.string().nullable(), current: z.boolean() })) }) },
    failures: ['auth.signed-out'],
  }),
  endSession: endpoint({
    method: 'DELETE', path: '/auth/sessions/:sessionId', summary: 'End one session', access: 'signed-in',
    params: z.object({ sessionId: z.string().max(100) }),
    answers: { 204: null }, failures: ['auth.signed-out', 'auth.session-unknown', 'request.cross-site'],
  }),
};
