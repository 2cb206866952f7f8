import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createPasswords } from './passwords.ts';

const passwords = createPasswords(randomUUID);

test('a hash is argon2id with more memory and passes than OWASP asks for, and never the same twice', async () => {
  const [one, other] = await Promise.all([passwords.hash('seven quiet rivers'), passwords.hash('seven quiet rivers')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$/);
  expect(one).not.toBe(other);
});

describe('a password', () => {
  test.each([
    ['matches itself', 'seven quiet rivers', 'seven quiet rivers', true],
    ['does not match another', 'seven quiet rivers', 'seven quiet river', false],
    ['matches however the keyboard composes its signs', 'caf\u00e9 au lait noir', 'cafe\u0301 au lait noir', true],
  ])('%s', async (_, chosen, given, matches) => {
    expect(await passwords.matches(given, await passwords.hash(chosen))).toBe(matches);
  });

  test('never matches somebody who has none', async () => {
    expect(await passwords.matches('seven quiet rivers', null)).toBe(false);
  });
});

test('many at once are all answered', async () => {
  const hash = await passwords.hash('seven quiet rivers');
  const answers = await Promise.all(Array.from({ length: 9 }, (_, index) => passwords.matches(index % 2 === 0 ? 'seven quiet rivers' : 'other', hash)));
  expect(answers).toEqual([true, false, true, false, true, false, true, false, true]);
});
