import { describe, expect, test } from 'vitest';
import { layouts } from './layouts.ts';
import { draw } from './measure.ts';
import { makePerson } from './person.ts';

describe('made-up people', () => {
  test('are the same for the same cast and seed', () => {
    expect(makePerson(3, 5)).toEqual(makePerson(3, 5));
  });

  test('have numbers whose digits are on the page', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { phone, phoneE164 } = makePerson(2, seed);
      const written = phone.replace('(0)', '').replace(/\D/g, '');
      expect(phoneE164.endsWith(written), `${phone} is not ${phoneE164}`).toBe(true);
    }
  });

  test('leave each post before the next begins, and finish their studies before the first', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { jobs, studies } = makePerson(2, seed);
      const newestFirst = jobs.flatMap(({ start, end }) => [end ?? '9999', start]);
      expect(newestFirst).toEqual([...newestFirst].sort().reverse());
      for (const { start, end } of studies) expect(start < end).toBe(true);
    }
  });
});

test.each(Object.entries(layouts))('%s draws the same bytes again', async (_name, drawn) => {
  const [one, other] = [await draw(drawn, 1, 2), await draw(drawn, 1, 2)];
  expect(Buffer.from(one.file.bytes).equals(Buffer.from(other.file.bytes))).toBe(true);
});
