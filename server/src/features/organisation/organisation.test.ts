import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../test-support/app.ts';
import { mailsTo } from '../../test-support/outbox.ts';

const password = 'seven quiet rivers';
const wanted = { organisationName: 'Hilltop College', slug: 'hilltop', name: 'The Head', email: 'Head@Hilltop.example', password };

describe('an empty installation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ work: true });
  });
  afterAll(() => app.close());

  test('is set up by whoever comes first, and by nobody after', async () => {
    expect((await app.anonymous.get('/installation')).body).toEqual({ setUp: false, organisations: [], chosen: null, demo: false });
    expect((await app.anonymous.post('/auth/login', { email: 'a@b.example', password })).body.code).toBe('auth.organisation-unknown');
    expect((await app.anonymous.post('/installation', { ...wanted, password: 'short' })).body.code).toBe('auth.weak-password');
    expect((await app.anonymous.post('/installation', { ...wanted, emailDomain: 'not a domain' })).body.code).toBe('organisation.domain-invalid');
    expect((await app.anonymous.post('/installation', { ...wanted, emailDomain: 'gmail.com' })).body.code).toBe('organisation.domain-public');

    const answers = await Promise.all(['hilltop', 'lakeside', 'seaside'].map((slug) => app.anonymous.post('/installation', { ...wanted, slug, email: `head@${slug}.example`, client: 'web' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.filter(({ body }) => body.code === 'organisation.already-set-up')).toHaveLength(2);

    const first = answers.find(({ status }) => status === 201);
    const cookie = String(first?.headers['set-cookie']).split(';')[0] ?? '';
    const me = await app.anonymous.get('/me', { headers: { cookie } });
    expect(me.body).toMatchObject({ role: 'admin', name: 'The Head', emailVerified: false, organisation: first?.body.organisation });
    const { slug } = first?.body.organisation;
    expect((await mailsTo(app, me.body.email)).map(({ subject }) => subject)).toEqual(['Confirm your e-mail address']);
    expect((await app.anonymous.get('/installation')).body).toEqual({ setUp: true, organisations: [{ name: 'Hilltop College', slug }], chosen: slug, demo: false });
  });
});

describe('another organisation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ environment: { CAIRN_PUBLIC_URL: 'https://cairn.example' } });
    await app.make.organisation({ slug: 'hilltop' });
  });
  afterAll(() => app.close());

  test('comes with an admin, who sets the password by a link', async () => {
    const { setPasswordToken, organisation } = await app.app.features.organisations.create({ name: 'Lakeside', slug: 'lakeside', adminEmail: 'Dean@Lakeside.example', adminName: 'The Dean' });
    expect((await app.anonymous.post('/auth/reset-password', { token: setPasswordToken, password })).status).toBe(204);
    const session = await app.anonymous.post('/auth/login', { email: 'dean@lakeside.example', password, organisation: 'lakeside' });
    expect(session.body.user).toMatchObject({ role: 'admin', emailVerified: true, organisation });
  });

  test('needs a short name of its own', async () => {
    await expect(app.app.features.organisations.create({ name: 'Second', slug: 'hilltop', adminEmail: 'second@college.example', adminName: 'Second' })).rejects.toMatchObject({ code: 'organisation.slug-taken' });
    const left = await app.held.database.identity((tx) => tx.query('select 1 from identity."user" where email = $1', ['second@college.example']));
    expect(left).toEqual([]);
  });

  test.each([
    ['slug', { slug: 'Not A Slug' }], ['name', { name: 'X' }], ['adminEmail', { adminEmail: 'nobody' }], ['adminName', { adminName: ' ' }],
  ])('is refused with a %s that cannot be one', async (path, wrong) => {
    const create = app.app.features.organisations.create({ name: 'Third', slug: 'third', adminEmail: 'third@college.example', adminName: 'Third', ...wrong });
    await expect(create).rejects.toMatchObject({ code: 'request.invalid', details: { errors: [{ path }] } });
  });

  test('takes somebody with an account as its admin, whose name and password stay theirs', async () => {
    await app.anonymous.post('/auth/register', { name: 'Asha', email: 'asha@mail.example', password, organisation: 'hilltop' });
    const created = await app.app.features.organisations.create({ name: 'Seaside', slug: 'seaside', adminEmail: 'asha@mail.example', adminName: 'Admin', password: 'another good phrase' });
    expect(created.setPasswordToken).toBeNull();
    expect((await app.anonymous.post('/auth/login', { email: 'asha@mail.example', password, organisation: 'seaside' })).body.user).toMatchObject({ role: 'admin', name: 'Asha' });
    expect((await app.anonymous.post('/auth/login', { email: 'asha@mail.example', password, organisation: 'hilltop' })).body.user.role).toBe('student');
  });

  test('is told by the subdomain on the sign-in page', async () => {
    const chosen = async (host: string) => (await app.anonymous.get('/installation', { headers: { host } })).body.chosen;
    expect([await chosen('seaside.cairn.example'), await chosen('cairn.example'), await chosen('nowhere.cairn.example')]).toEqual(['seaside', null, null]);
  });
});

test('450 people join at once, each with an id of their own', async () => {
  const app = await testApp();
  try {
    const { id } = await app.make.organisation();
    const people = Array.from({ length: 450 }, (_, index) => ({ name: `Person ${index}`, email: `Person.${index}@college.example`, role: 'alumni' as const, passwordHash: null, joinedAt: new Date(app.clock.milliseconds), onboarded: true }));
    const ids = await app.held.database.transaction({ organisationId: id }, (tx) => app.app.features.organisations.createMembers(tx, id, people));
    expect(new Set(ids).size).toBe(450);
    const third = await app.held.database.transaction({ organisationId: id }, (tx) => tx.one('select name, email from member where user_id = $1', [ids[3]]));
    expect(third).toEqual({ name: 'Person 3', email: 'person.3@college.example' });
  } finally {
    await app.close();
  }
});
