import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../test-support/app.ts';
import type { TestOrganisation } from '../../test-support/factories.ts';
import { tokenFor } from '../../test-support/outbox.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ work: true });
});
afterAll(() => app.close());

const password = 'seven quiet rivers';
let made = 0;
const newDomain = () => `college-${(made += 1)}.example`;

async function college(emailDomain?: string) {
  const organisation = await app.make.organisation();
  const [admin, staff] = await Promise.all((['admin', 'staff'] as const).map(async (role) => app.as(await app.make.person({ organisation, role }))));
  if (admin === undefined || staff === undefined) throw new Error('Both were asked for');
  if (emailDomain !== undefined) expect((await admin.patch('/organisation', { emailDomain })).status).toBe(200);
  return { organisation, admin, staff };
}

/** Signs up with an address and confirms it. */
async function join({ slug }: TestOrganisation, email: string): Promise<void> {
  await app.anonymous.post('/auth/register', { name: 'Asha Verma', email, password, organisation: slug });
  await app.anonymous.post('/auth/verify-email', { token: await tokenFor(app, email, 'verify-email') });
}

describe('an organisation', () => {
  test('has its name and domain changed by its admin, each alone', async () => {
    const { organisation, admin } = await college();
    const [domain, before] = [newDomain(), { ...organisation, emailDomain: null }];
    expect(await admin.get('/organisation')).toMatchObject({ status: 200, body: before });
    expect((await admin.patch('/organisation', { emailDomain: ` @${domain.toUpperCase()} ` })).body).toEqual({ ...before, emailDomain: domain });
    expect((await admin.patch('/organisation', { name: '  Lakeside College ' })).body).toEqual({ ...before, name: 'Lakeside College', emailDomain: domain });
    expect((await admin.get('/me')).body.organisation.name).toBe('Lakeside College');
    expect((await admin.patch('/organisation', { emailDomain: null })).body.emailDomain).toBeNull();
    expect((await admin.patch('/organisation', { name: 'L' })).body.code).toBe('request.invalid');
  });

  test('is shown to its staff, who do not change it, and to nobody else', async () => {
    const { organisation, staff } = await college();
    expect((await staff.get('/organisation')).body).toMatchObject({ id: organisation.id });
    expect((await staff.patch('/organisation', { name: 'Ours now' })).body.code).toBe('auth.forbidden');
    for (const role of ['student', 'alumni', 'recruiter'] as const) {
      const other = app.as(await app.make.person({ organisation, role }));
      expect([(await other.get('/organisation')).body.code, (await other.patch('/organisation', { name: 'Ours now' })).body.code]).toEqual(['auth.forbidden', 'auth.forbidden']);
    }
  });

  test('is not touched by the admin of another', async () => {
    const [ours, theirs] = [await college(newDomain()), await college()];
    const before = (await ours.admin.get('/organisation')).body;
    const changed = await theirs.admin.patch('/organisation', { id: ours.organisation.id, name: 'Theirs now', emailDomain: newDomain() });
    expect(changed.body).toMatchObject({ id: theirs.organisation.id, name: 'Theirs now' });
    expect((await ours.admin.get('/organisation')).body).toEqual(before);
  });
});

describe('a domain', () => {
  test.each([
    ['localhost', 'invalid'], ['not a domain', 'invalid'], ['https://college.example', 'invalid'], ['-a.example', 'invalid'], ['college.example/x', 'invalid'], ['१.example', 'invalid'],
    ['gmail.com', 'public'], ['asha@Yahoo.co.in', 'public'], ['hotmail.co.uk', 'public'], ['rediffmail.com', 'public'], ['outlook.in', 'public'], ['proton.me', 'public'],
    ['ac.in', 'public'], ['edu.in', 'public'], ['co.uk', 'public'],
  ])('%s is refused as %s', async (emailDomain, why) => {
    const domain = newDomain();
    const { admin } = await college(domain);
    expect(await admin.patch('/organisation', { emailDomain })).toMatchObject({ status: 422, body: { code: `organisation.domain-${why}` } });
    expect((await admin.get('/organisation')).body.emailDomain).toBe(domain);
  });
  test.each(['live.iitb.ac.in', 'outlook.college.example', 'students.college.example'])('%s is taken', async (emailDomain) => {
    const { admin } = await college();
    expect((await admin.patch('/organisation', { emailDomain })).body.emailDomain).toBe(emailDomain);
    await admin.patch('/organisation', { emailDomain: null });
  });

  test('of another organisation is refused, as is one above or below it; its own may be kept', async () => {
    const domain = newDomain();
    const { admin } = await college(domain);
    const other = (await college()).admin;
    for (const emailDomain of [domain, `cs.${domain}`]) expect(await other.patch('/organisation', { emailDomain })).toMatchObject({ status: 409, body: { code: 'organisation.domain-taken' } });
    expect((await admin.patch('/organisation', { emailDomain: `cs.${domain}` })).status).toBe(200);
    expect((await other.patch('/organisation', { emailDomain: domain })).body.code).toBe('organisation.domain-taken');
    expect((await other.patch('/organisation', { emailDomain: `x${domain}` })).status).toBe(200);
    await expect(app.app.features.organisations.create({ name: 'Third', slug: 'third', adminEmail: 'third@mail.example', adminName: 'Third', emailDomain: domain })).rejects.toMatchObject({ code: 'organisation.domain-taken' });
  });
  test('that two want at once is given to one', async () => {
    const emailDomain = newDomain();
    const admins = await Promise.all([college(), college(), college()]);
    const answers = await Promise.all(admins.map(({ admin }) => admin.patch('/organisation', { emailDomain })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('decides about those who join from then on, and about nobody who is there', async () => {
    const [former, later] = [newDomain(), newDomain()];
    const { organisation, admin } = await college(former);
    await join(organisation, `early@${former}`);
    await join(organisation, `early@${later}`);
    await admin.patch('/organisation', { emailDomain: later });
    await join(organisation, `late@${former}`);
    await join(organisation, `late@${later}`);
    const { body } = await admin.get('/people', { query: { search: 'asha', role: 'student' } });
    const standing = Object.fromEntries(body.items.map(({ email, affiliation }: { email: string; affiliation: string }) => [email, affiliation]));
    expect(standing).toEqual({ [`early@${former}`]: 'organisation', [`early@${later}`]: 'guest', [`late@${former}`]: 'guest', [`late@${later}`]: 'organisation' });
  });
});
