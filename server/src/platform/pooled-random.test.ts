import { expect, test } from 'vitest';
import { pooledRandomBytes } from './pooled-random.ts';

test('bytes are never given twice, and stay as they were given', () => {
  const random = pooledRandomBytes();
  const given = Array.from({ length: 5000 }, () => random(10));
  const texts = given.map((bytes) => Buffer.from(bytes).toString('hex'));
  expect(new Set(texts).size).toBe(5000);
  random(8192);
  expect(given.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(texts);
});
test('more than a block can be had at once', () => {
  const bytes = pooledRandomBytes()(20_000);
  expect([bytes.length, bytes.slice(19_900).some((byte) => byte !== 0)]).toEqual([20_000, true]);
});
