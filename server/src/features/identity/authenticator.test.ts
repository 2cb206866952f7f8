import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../test-support/app.ts';
import type { TestPerson } from '../../test-support/factories.ts';
import { createAccessTokens } from './access-tokens.ts';
import { cookieValue, createAuthenticator, type SessionCache } from './authenticator.ts';
import { readUser } from '../organisation/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

function newCache(): SessionCache {
  const now = () => app.clock.milliseconds;
  const roleOf = async (tx: Parameters<typeof readUser>[0], userId: string) => (await readUser(tx, userId))?.role;
  return createAuthenticator({ database: app.held.database, accessTokens: createAccessTokens({ secret: app.settings.secret, now }), memberships: { roleOf, seen: async () => Promise.resolve() }, cookieName: 'cairn_session', now });
}

const asks = (cache: SessionCache, person: TestPerson) => cache.authenticate({ headers: { authorization: `Bearer ${person.accessToken}` } } as never);
const endInDatabase = (person: TestPerson) => app.held.database.identity((tx) => tx.query('delete from identity.session where user_id = $1', [person.userId]));

describe('what is known of a session', () => {
  test('is not kept when it was read while a revocation was under way', async () => {
    const [cache, person] = [newCache(), await app.make.person()];
    const reading = asks(cache, person);
    cache.drop({ userId: person.userId });
    expect((await reading)?.userId).toBe(person.userId);
    // Read again before the revocation commits: true for now, and not kept either.
    expect(await asks(cache, person)).not.toBeNull();
    await endInDatabase(person);
    expect(await asks(cache, person)).toBeNull();
  });

  test('is dropped for the person or session that a revocation names, and for nobody else', async () => {
    const cache = newCache();
    const [one, other, third] = [await app.make.person(), await app.make.person(), await app.make.person()];
    for (const person of [one, other, third]) await asks(cache, person);
    for (const person of [one, other, third]) await endInDatabase(person);
    const { sessionId } = (await asks(cache, other)) ?? { sessionId: '' };
    cache.drop({ userId: one.userId });
    cache.drop({ sessionId });
    expect([await asks(cache, one), await asks(cache, other)]).toEqual([null, null]);
    expect((await asks(cache, third))?.userId).toBe(third.userId);
    cache.dropAll();
    expect(await asks(cache, third)).toBeNull();
  });

  test('is nothing for somebody who is no member any more', async () => {
    const [cache, person] = [newCache(), await app.make.person()];
    await app.held.database.transaction(person, (tx) => tx.query('delete from member where user_id = $1', [person.userId]));
    expect(await asks(cache, person)).toBeNull();
  });

  test('is asked for once by many requests at the same time', async () => {
    const [cache, person] = [newCache(), await app.make.person()];
    let acquired = 0;
    app.held.database.pool.on('acquire', () => (acquired += 1));
    await Promise.all(Array.from({ length: 20 }, () => asks(cache, person)));
    // One transaction for the session, one for the role.
    expect(acquired).toBe(2);
  });
});

test('using a session keeps it alive, and says when somebody was last here', async () => {
  const person = await app.make.person();
  const admin = await app.make.person({ role: 'admin' });
  const seen = async () => (await app.as(admin).get('/people', { query: { search: person.email } })).body.items[0].lastSeenAt;
  expect(await seen()).toBeNull();
  app.clock.milliseconds += 10 * 60_000;
  await app.as(person).get('/me');
  expect(await seen()).toBe(new Date(app.clock.milliseconds).toISOString());
});

test('what has expired is forgotten', async () => {
  const { identity } = app.app.features;
  const person = await app.make.person();
  await app.anonymous.post('/auth/login', { email: person.email, password: 'wrong' });
  await app.held.database.identity((tx) => identity.accounts.issueToken(tx, 'reset-password', person.userId, 3600));
  const kept = () => app.held.database.identity(async (tx) => {
    await identity.sessions.sweep(tx);
    await identity.lockout.sweep(tx);
    await identity.accounts.sweep(tx);
    return tx.one('select (select count(*) from identity.session) as sessions, (select count(*) from identity.refresh_token) as tokens, (select count(*) from identity.lockout) as locks, (select count(*) from identity.verification where value like $1) as links', [`%${person.userId}`]);
  });
  expect(await kept()).toMatchObject({ locks: 2, links: 1 });
  app.clock.milliseconds += 31 * 86_400_000;
  expect(await kept()).toEqual({ sessions: 0, tokens: 0, locks: 0, links: 0 });
});

test.each([
  ['cairn_session=abc', 'abc'],
  ['a=1; cairn_session=abc; b=2', 'abc'],
  ['not_cairn_session=x; cairn_session = abc', 'abc'],
  ['cairn_session_old=x', undefined],
  ['=; ;cairn_session', undefined],
])('the cookie in "%s" is %s', (header, value) => {
  expect(cookieValue(header, 'cairn_session')).toBe(value);
});
