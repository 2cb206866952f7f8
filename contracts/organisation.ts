import { z } from 'zod';
import { email } from './auth.ts';
import { id, idParams, instant, listOf, page } from './common.ts';
import { endpoint } from './endpoint.ts';
import { roles } from './permissions.ts';

export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
const role = z.enum(roles);

const organisationName = z.string().trim().min(2).max(160);
const emailDomain = z.string().max(253);
/** `emailDomain`: who confirms an address at it joins as a student. */
const own = z.object({ id, name: z.string(), slug, emailDomain: z.string().nullable() });
const domainFailures = ['organisation.domain-invalid', 'organisation.domain-public', 'organisation.domain-taken'] as const;

const person = z.object({ id, name: z.string(), email: z.string(), emailVerified: z.boolean(), /** `guest`: signed up with an address that is not confirmed to be of the organisation's domain. */ affiliation: z.enum(['organisation', 'guest']), role, joinedAt: instant, lastSeenAt: instant.nullable() });

export const organisation = {
  installation: endpoint({
    method: 'GET', path: '/installation', summary: 'What a sign-in page needs to know: the organisations here, whether set-up is still to do', access: 'anonymous',
    answers: { 200: z.object({ setUp: z.boolean(), organisations: z.array(z.object({ name: z.string(), slug })), chosen: slug.nullable(), demo: z.boolean() }) },
    failures: [],
  }),
  setUp: endpoint({
    method: 'POST', path: '/installation', summary: 'Make the first organisation and its admin on an empty installation', access: 'anonymous', limit: 'sign-in',
    body: z.object({ organisationName, slug, emailDomain: emailDomain.optional(), name: z.string().trim().min(1).max(120), email, password: z.string().min(1).max(200), client: z.enum(['api', 'web']).default('api') }),
    answers: { 201: z.object({ organisation: z.object({ id, name: z.string(), slug }) }) },
    failures: ['organisation.already-set-up', ...domainFailures, 'auth.weak-password', 'request.cross-site'],
  }),
  read: endpoint({
    method: 'GET', path: '/organisation', summary: 'Your organisation as its office keeps it', access: 'people.read',
    answers: { 200: own }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  change: endpoint({
    method: 'PATCH', path: '/organisation', summary: 'Change its name or its domain; the domain decides about those who join from then on', access: 'organisation.manage',
    body: z.object({ name: organisationName.optional(), emailDomain: emailDomain.nullable().optional() }),
    answers: { 200: own }, failures: ['auth.signed-out', 'auth.forbidden', ...domainFailures, 'request.cross-site'],
  }),
  people: endpoint({
    method: 'GET', path: '/people', summary: 'The people of your organisation', access: 'people.read',
    query: page.extend({ search: z.string().max(100).optional(), role: role.optional() }),
    answers: { 200: listOf(person) }, failures: ['auth.signed-out', 'auth.forbidden'],
  }),
  changeRole: endpoint({
    method: 'PATCH', path: '/people/:id', summary: 'Give a person another role', access: 'people.manage',
    params: idParams, body: z.object({ role }),
    answers: { 200: person }, failures: ['auth.signed-out', 'auth.forbidden', 'people.unknown', 'people.last-admin', 'people.address-unconfirmed', 'request.cross-site'],
  }),
  invite: endpoint({
    method: 'POST', path: '/invitations', summary: 'Invite somebody by e-mail in a role', access: 'people.invite',
    body: z.object({ email, role }),
    answers: { 201: z.object({ id, email: z.string(), role, expiresAt: instant }) },
    failures: ['auth.signed-out', 'auth.forbidden', 'people.already-member', 'request.cross-site'],
  }),
  invitations: endpoint({
    method: 'GET', path: '/invitations', summary: 'Invitations that are open', access: 'people.invite',
    answers: { 200: z.object({ items: z.array(z.object({ id, email: z.string(), role, expiresAt: instant })) }) },
    failures: ['auth.signed-out', 'auth.forbidden'],
  }),
};
