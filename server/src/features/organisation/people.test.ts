import { mayRole, roles, type MemberRole } from '@cairn/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../test-support/app.ts';
import type { TestOrganisation, TestPerson } from '../../test-support/factories.ts';
import { mailsTo, tokenFor } from '../../test-support/outbox.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ work: true });
});
afterAll(() => app.close());

const password = 'seven quiet rivers';

/** A college of its own, without the admin that every organisation begins with, and one who is signed in. */
async function college(): Promise<{ organisation: TestOrganisation; admin: TestPerson }> {
  const organisation = await app.make.organisation();
  const admin = await app.make.person({ organisation, role: 'admin', name: 'Zoya Admin' });
  await app.held.database.transaction({ organisationId: organisation.id }, (tx) => tx.query('delete from member where user_id <> $1', [admin.userId]));
  return { organisation, admin };
}

describe('the list of people', () => {
  test('is sorted by name, in pages, with the number of all', async () => {
    const { organisation, admin } = await college();
    const names = ['Émile', 'asha', 'Bina', 'कमला', 'Asha', 'chand', `${'Long '.repeat(24)}A`.slice(0, 120), `${'Long '.repeat(24)}B`.slice(0, 120)];
    for (const name of names) await app.make.person({ organisation, name });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await app.as(admin).get('/people', { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } });
      expect(body.total).toBe(names.length + 1);
      seen.push(...body.items.map(({ name }: { name: string }) => name));
      cursor = body.nextCursor ?? undefined;
      expect(cursor?.length ?? 0).toBeLessThanOrEqual(200);
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual([...names, 'Zoya Admin'].sort());
    const keys = seen.map((name) => name.toLowerCase().slice(0, 30));
    expect(keys).toEqual([...keys].sort());
  });

  test.each([
    ['part of a name, in any case', 'ASH', ['Asha Verma', 'Prakash Rao']],
    ['words in any order', 'verma asha', ['Asha Verma']],
    ['part of an address', 'p.rao@', ['Prakash Rao']],
    ['signs that mean something to the database', '%', []],
    ['nothing but spaces', '  ', ['Asha Verma', 'Prakash Rao', 'Zoya Admin']],
  ])('finds by %s', async (_, search, found) => {
    const { organisation, admin } = await college();
    await app.make.person({ organisation, name: 'Asha Verma', email: `asha-${organisation.slug}@mail.example` });
    await app.make.person({ organisation, name: 'Prakash Rao', email: `p.rao@${organisation.slug}.example` });
    const { body } = await app.as(admin).get('/people', { query: { search } });
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(found);
    expect(body.total).toBe(found.length);
  });

  test('can be narrowed to a role', async () => {
    const { organisation, admin } = await college();
    await app.make.person({ organisation, role: 'recruiter', name: 'Ria' });
    expect((await app.as(admin).get('/people', { query: { role: 'recruiter' } })).body.items).toMatchObject([{ name: 'Ria', role: 'recruiter', emailVerified: true }]);
  });

  test('holds nobody of another organisation', async () => {
    const [{ admin }, other] = [await college(), await college()];
    const stranger = await app.make.person({ organisation: other.organisation });
    expect((await app.as(admin).get('/people')).body.items.map(({ id }: { id: string }) => id)).toEqual([admin.userId]);
    expect((await app.as(admin).patch(`/people/${stranger.userId}`, { role: 'alumni' })).body.code).toBe('people.unknown');
    expect((await app.as(stranger).get('/me')).body.role).toBe('student');
  });

  test('refuses a cursor that it did not give', async () => {
    const { admin } = await college();
    for (const cursor of ['x', 'AAAA', Buffer.alloc(17, 255).toString('base64url'), Buffer.alloc(40).toString('base64url')]) {
      expect((await app.as(admin).get('/people', { query: { cursor } })).body.code).toBe('request.invalid');
    }
  });
});

describe('who may do what', () => {
  const attempts = [
    ['people.read', (person: TestPerson) => app.as(person).get('/people')],
    ['people.invite', (person: TestPerson) => app.as(person).get('/invitations')],
    ['people.manage', (person: TestPerson) => app.as(person).patch(`/people/${person.userId}`, { role: person.role })],
  ] as const;
  test.each(roles.flatMap((role) => attempts.map(([permission, attempt]) => [role, permission, attempt] as const)))('%s: %s', async (role, permission, attempt) => {
    const person = await app.make.person({ role });
    expect((await attempt(person)).status).toBe(mayRole(role, permission) ? 200 : 403);
  });
});

describe('a change of role', () => {
  test('holds from the next request, in the sessions that are open', async () => {
    const { organisation, admin } = await college();
    const person = await app.make.person({ organisation });
    expect((await app.as(person).get('/people')).status).toBe(403);
    expect((await app.as(admin).patch(`/people/${person.userId}`, { role: 'staff' })).body).toMatchObject({ id: person.userId, role: 'staff' });
    expect((await app.as(person).get('/people')).status).toBe(200);
    await app.as(admin).patch(`/people/${person.userId}`, { role: 'student' });
    expect((await app.as(person).get('/people')).status).toBe(403);
  });

  test('never takes the last admin', async () => {
    const { organisation, admin } = await college();
    expect((await app.as(admin).patch(`/people/${admin.userId}`, { role: 'staff' })).body.code).toBe('people.last-admin');
    const second = await app.make.person({ organisation, role: 'admin' });
    expect((await app.as(admin).patch(`/people/${admin.userId}`, { role: 'staff' })).status).toBe(200);
    expect((await app.as(second).patch(`/people/${second.userId}`, { role: 'staff' })).body.code).toBe('people.last-admin');
  });

  test('never takes the last admin when two take it from each other at once', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { organisation, admin } = await college();
      const second = await app.make.person({ organisation, role: 'admin' });
      const answers = await Promise.all([app.as(admin).patch(`/people/${second.userId}`, { role: 'staff' }), app.as(second).patch(`/people/${admin.userId}`, { role: 'staff' })]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const left = await app.held.database.transaction({ organisationId: organisation.id }, (tx) => tx.query('select 1 from member where role = $1', ['admin']));
      expect(left).toHaveLength(1);
    }
  });

  test.each([['staff', 409], ['admin', 409], ['alumni', 200], ['recruiter', 200]] as const)('of somebody who never confirmed their address, to %s: %i', async (role, status) => {
    const { organisation, admin } = await college();
    const email = `squatter.${organisation.slug}@mail.example`;
    const { body } = await app.anonymous.post('/auth/register', { name: 'Mallory', email, password, organisation: organisation.slug });
    const answer = await app.as(admin).patch(`/people/${body.user.id}`, { role });
    expect([answer.status, answer.body.code]).toEqual([status, status === 409 ? 'people.address-unconfirmed' : undefined]);
    await app.anonymous.post('/auth/verify-email', { token: await tokenFor(app, email, 'verify-email') });
    expect((await app.as(admin).patch(`/people/${body.user.id}`, { role })).status).toBe(200);
  });

  test('knows nobody of an id that was never given', async () => {
    const { admin } = await college();
    expect((await app.as(admin).patch('/people/018f0000-0000-7000-8000-000000000000', { role: 'staff' })).body.code).toBe('people.unknown');
  });
});

describe('an invitation', () => {
  let made = 0;
  const newEmail = () => `guest.${(made += 1)}@mail.example`;
  const invite = (by: TestPerson, email: string, role: MemberRole = 'recruiter') => app.as(by).post('/invitations', { email, role });
  const accept = (email: string, invitation: string, more: object = {}) => app.anonymous.post('/auth/register', { name: 'Ravi Guest', email, password, invitation, ...more });
  const token = (email: string) => tokenFor(app, email, 'sign-up');

  test('gives its role and a confirmed address to whoever holds the mail, once', async () => {
    const { organisation, admin } = await college();
    const email = newEmail();
    expect((await invite(admin, email)).body).toMatchObject({ email, role: 'recruiter' });
    expect((await app.as(admin).get('/invitations')).body.items).toMatchObject([{ email, role: 'recruiter' }]);
    const [mail] = await mailsTo(app, email);
    expect(mail?.subject).toBe(`Invitation from ${organisation.name}`);
    expect(mail?.link.href.startsWith(`${app.settings.publicUrl}/sign-up?invitation=`)).toBe(true);

    const joined = await accept(email, await token(email));
    expect(joined.body.user).toMatchObject({ email, emailVerified: true, role: 'recruiter', organisation: { slug: organisation.slug } });
    expect((await app.as(admin).get('/invitations')).body.items).toEqual([]);
    expect((await accept(email, await token(email))).body.code).toBe('auth.invitation-invalid');
    expect((await invite(admin, email)).body.code).toBe('people.already-member');
  });

  test('is taken up once when it is used twice at once', async () => {
    const { admin } = await college();
    const email = newEmail();
    await invite(admin, email);
    const secret = await token(email);
    const answers = await Promise.all(Array.from({ length: 4 }, () => accept(email, secret)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test('is no good for another address, after 14 days, or after a newer one', async () => {
    const { admin } = await college();
    const email = newEmail();
    await invite(admin, email);
    const first = await token(email);
    expect((await accept(newEmail(), first)).body.code).toBe('auth.invitation-invalid');
    await invite(admin, email, 'alumni');
    const second = await token(email);
    expect((await accept(email, first)).body.code).toBe('auth.invitation-invalid');
    app.clock.milliseconds += 14 * 86_400_000;
    expect((await accept(email, second)).body.code).toBe('auth.invitation-invalid');
  });

  test.each(['', '.', 'x.y', 'AAAAAAAAAAAAAAAAAAAAAA.AAAA', 'a.b.c'])('"%s" is none', async (secret) => {
    expect((await accept(newEmail(), secret)).status).toBe(422);
  });

  test('brings somebody with an account in by their own password', async () => {
    const [{ admin }, other] = [await college(), await college()];
    const email = newEmail();
    await app.anonymous.post('/auth/register', { name: 'Ravi', email, password, organisation: other.organisation.slug });
    await app.anonymous.post('/auth/verify-email', { token: await tokenFor(app, email, 'verify-email') });
    await invite(admin, email, 'alumni');
    const secret = await token(email);
    expect((await accept(email, secret, { password: 'not the password' })).body.code).toBe('auth.wrong-credentials');
    const joined = await accept(email, secret);
    expect(joined.body.user).toMatchObject({ role: 'alumni', organisation: { id: admin.organisationId } });
  });

  test('takes an account back from whoever registered with an address that is not theirs', async () => {
    const { organisation, admin } = await college();
    const email = newEmail();
    const squatter = await app.anonymous.post('/auth/register', { name: 'Mallory', email, password: 'the squatters phrase', organisation: organisation.slug });
    expect((await invite(admin, email, 'staff')).status).toBe(201);
    const joined = await accept(email, await token(email));
    expect(joined.body.user).toMatchObject({ role: 'staff', emailVerified: true });
    expect((await app.anonymous.get('/me', { headers: { authorization: `Bearer ${squatter.body.accessToken}` } })).status).toBe(401);
    expect((await app.anonymous.post('/auth/login', { email, password: 'the squatters phrase', organisation: organisation.slug })).status).toBe(401);
  });

  test.each([['staff', 'admin', 403], ['staff', 'staff', 403], ['staff', 'recruiter', 201], ['admin', 'admin', 201], ['admin', 'staff', 201]] as const)('%s inviting as %s: %i', async (by, role, status) => {
    const { organisation } = await college();
    const inviter = await app.make.person({ organisation, role: by });
    expect((await invite(inviter, newEmail(), role)).status).toBe(status);
  });

  test('of one organisation is not seen in another', async () => {
    const [one, other] = [await college(), await college()];
    await invite(one.admin, newEmail());
    expect((await app.as(other.admin).get('/invitations')).body.items).toEqual([]);
  });
});
