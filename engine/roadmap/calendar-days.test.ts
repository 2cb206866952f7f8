import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf, dayNumber, mondayOf, weekday } from './calendar-days.ts';

describe('days as numbers', () => {
  it.each([
    ['1970-01-01', 0], ['1969-12-31', -1], ['2000-02-29', 11_016], ['2026-01-05', 20_458], ['0001-01-01', -719_162], ['9999-12-31', 2_932_896],
  ])('%s is day %i', (date, day) => {
    expect(dayNumber(date)).toBe(day);
    expect(dateOf(day)).toBe(date);
  });

  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-5', '05.01.2026', '0000-01-01', ''])('%j is no day', (text) => {
    expect(() => dayNumber(text)).toThrow(expect.objectContaining({ code: 'roadmap.not-a-date' }));
  });

  it('agrees with the platform on every day of eight centuries', () => {
    fc.assert(fc.property(fc.integer({ min: dayNumber('1600-01-01'), max: dayNumber('2400-12-31') }), (day) => {
      expect(dateOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      expect(dayNumber(dateOf(day))).toBe(day);
      expect(weekday(dateOf(day)) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
    }), { numRuns: 500 });
  });
});

it.each([['2026-01-05', '2026-01-05'], ['2026-01-11', '2026-01-05'], ['2026-01-01', '2025-12-29'], ['1969-12-31', '1969-12-29']])('the Monday of %s is %s', (date, monday) => {
  expect(mondayOf(date)).toBe(monday);
});

it('adds days across the end of February', () => {
  expect([addDays('2028-02-28', 1), addDays('2027-02-28', 1), addDays('2028-03-01', -1)]).toEqual(['2028-02-29', '2027-03-01', '2028-02-29']);
});
