import { z } from 'zod';
import { user } from './auth.ts';
import { endpoint } from './endpoint.ts';
import { hoursPerWeek } from './roadmap.ts';

/** What onboarding asks for; every part may be left out and filled later. */
export const careerForm = z.object({
  currentRole: z.string().trim().max(120).nullable(),
  targetRoleId: z.string().max(80).nullable(),
  targetOrganisation: z.string().trim().max(160).nullable(),
  yearsOfExperience: z.number().min(0).max(60).nullable(),
  hoursPerWeek: hoursPerWeek.nullable(),
  weeksAvailable: z.int().min(1).max(260).nullable(),
  language: z.enum(['en', 'hi']),
  freeOnly: z.boolean(),
  learningStyle: z.enum(['reading', 'watching', 'doing', 'mixed']),
});
export type CareerForm = z.output<typeof careerForm>;

export const profile = {
  me: endpoint({
    method: 'GET', path: '/me', summary: 'Who is signed in', access: 'signed-in',
    answers: { 200: user }, failures: ['auth.signed-out'],
  }),
  changeMe: endpoint({
    method: 'PATCH', path: '/me', summary: 'Change name, language, theme or time zone', access: 'signed-in',
    body: z.object({ name: z.string().trim().min(1).max(120), language: z.enum(['en', 'hi']), theme: z.enum(['light', 'dark', 'system']), timeZone: z.string().max(64), onboarded: z.boolean() }).partial(),
    answers: { 200: user }, failures: ['auth.signed-out', 'profile.time-zone-unknown', 'request.cross-site'],
  }),
  careerForm: endpoint({
    method: 'GET', path: '/me/career-form', summary: 'Your goal, hours and preferences', access: 'profile.own',
    answers: { 200: careerForm }, failures: ['auth.signed-out'],
  }),
  saveCareerForm: endpoint({
    method: 'PUT', path: '/me/career-form', summary: 'Save your goal, hours and preferences', access: 'profile.own',
    body: careerForm, answers: { 200: careerForm }, failures: ['auth.signed-out', 'role.unknown', 'request.cross-site'],
  }),
  exportMe: endpoint({
    method: 'GET', path: '/me/export', summary: 'Everything Cairn holds about you, as a ZIP of JSON and your files', access: 'signed-in',
    answers: { 200: 'application/zip' }, failures: ['auth.signed-out'],
  }),
  eraseMe: endpoint({
    method: 'DELETE', path: '/me', summary: 'Erase your account and everything about you, at once', access: 'signed-in',
    body: z.object({ password: z.string().max(200) }),
    answers: { 204: null }, failures: ['auth.signed-out', 'auth.wrong-credentials', 'auth.locked', 'people.last-admin', 'request.cross-site'],
  }),
};
