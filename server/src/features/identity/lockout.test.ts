import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test-support/database.ts';
import { createLockout, forgetAfterSeconds, lockSeconds, sameAddress, wholeAccount, type Attempt, type Lockout } from './lockout.ts';

describe('the lock doubles from 30 seconds after the fifth wrong password in a row, up to 15 minutes', () => {
  test.each([[1, 0], [4, 0], [5, 30], [6, 60], [7, 120], [8, 240], [9, 480], [10, 900], [11, 900], [5000, 900]])('%i wrong → %i seconds', (failures, seconds) => {
    expect(lockSeconds(failures, sameAddress)).toBe(seconds);
  });
});

let held: TestDatabase;
beforeAll(async () => {
  held = await testDatabase();
});
afterAll(() => held.close());

/** Somebody with an account, and a clock that only the test moves. */
async function somebody() {
  const clock = { now: Date.UTC(2026, 0, 5) };
  const lockout = createLockout({ key: Buffer.alloc(32, 7), now: () => clock.now });
  const userId = randomUUID();
  const email = `${userId}@hilltop.example`;
  const at = new Date(clock.now);
  await held.database.identity((tx) => tx.query('insert into identity."user" (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, true, $4, $4)', [userId, 'Asha', email, at]));
  const wrong = async (times: number, address: string) => {
    for (let time = 0; time < times; time += 1) await held.database.identity((tx) => lockout.wrong(tx, { email, address }));
  };
  const left = (address: string, who: string | undefined = userId) => held.database.identity((tx) => lockout.secondsLeft(tx, { email, address }, who));
  const right = (address: string) => held.database.identity((tx) => lockout.right(tx, { email, address }, userId));
  return { clock, lockout, email, wrong, left, right };
}

const home = '203.0.113.7';
const elsewhere = '198.51.100.20';

test('five wrong passwords lock the account at that place only', async () => {
  const { wrong, left } = await somebody();
  await wrong(4, home);
  expect(await left(home)).toBe(0);
  await wrong(1, home);
  expect(await left(home)).toBe(30);
  expect(await left(elsewhere)).toBe(0);
});

test('the lock ends by itself, and the next wrong password locks for twice as long', async () => {
  const { clock, wrong, left } = await somebody();
  await wrong(5, home);
  clock.now += 30_000;
  expect(await left(home)).toBe(0);
  await wrong(1, home);
  expect(await left(home)).toBe(60);
});

test('the right password takes the count back', async () => {
  const { wrong, right, left } = await somebody();
  await wrong(4, home);
  await right(home);
  await wrong(4, home);
  expect(await left(home)).toBe(0);
});

test('a day without a wrong password takes the count back', async () => {
  const { clock, wrong, left } = await somebody();
  await wrong(4, home);
  clock.now += (forgetAfterSeconds + 1) * 1000;
  await wrong(1, home);
  expect(await left(home)).toBe(0);
});

test('guessing from many places locks the account everywhere but where its owner has signed in before', async () => {
  const { wrong, right, left } = await somebody();
  await right(home);
  for (let place = 0; place < wholeAccount.free; place += 1) await wrong(1, `192.0.2.${place}`);
  expect(await left(elsewhere)).toBe(30);
  expect(await left(home)).toBe(0);
});

test('an address without an account is counted and locked like one with', async () => {
  const { wrong, left } = await somebody();
  await wrong(5, home);
  expect(await left(home, undefined)).toBe(30);
});

test('addresses of one IPv6 customer are one place', async () => {
  const { wrong, left } = await somebody();
  await wrong(3, '2001:db8:1:2::1');
  await wrong(2, '2001:db8:1:2:ffff::9');
  expect(await left('2001:db8:1:2::77')).toBe(30);
  expect(await left('2001:db8:1:3::1')).toBe(0);
});

test('wrong passwords counted at the same time are all counted', async () => {
  const { lockout, email, left } = await somebody();
  await Promise.all(Array.from({ length: 5 }, () => held.database.identity((tx) => lockout.wrong(tx, { email, address: home }))));
  expect(await left(home)).toBe(30);
});

test('proving the mailbox lifts every lock', async () => {
  const { lockout, email, wrong, left } = await somebody();
  await wrong(7, home);
  await held.database.identity((tx) => lockout.clear(tx, email));
  expect(await left(home)).toBe(0);
});

test('attempts sent all at once run one after the other', async () => {
  const lockout: Lockout = createLockout({ key: Buffer.alloc(32), now: Date.now });
  const attempt: Attempt = { email: 'asha@hilltop.example', address: home };
  let running = 0;
  let most = 0;
  const results = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => lockout.inTurn(attempt, async () => {
    most = Math.max(most, (running += 1));
    await nextTurn();
    running -= 1;
    if (index === 2) throw new Error('wrong');
    return index;
  })));
  expect(most).toBe(1);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
});

test('neither e-mail nor address is kept in what is counted', async () => {
  const { wrong, email } = await somebody();
  await wrong(1, home);
  const rows = await held.database.identity((tx) => tx.query<Record<string, unknown>>('select lockout::text as row from identity.lockout'));
  const text = JSON.stringify(rows);
  expect(text).not.toContain(Buffer.from(email).toString('hex'));
  expect(text).not.toContain(Buffer.from(home).toString('hex'));
});
