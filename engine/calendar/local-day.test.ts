import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isTimeZone, localDay, localHour, startOfLocalDay, TimeZoneError, weekday } from './index.ts';

const at = (instant: string): number => Date.parse(instant);

describe('the day and hour of an instant', () => {
  test.each([
    ['2026-11-28T18:29:59Z', 'Asia/Kolkata', '2026-11-28', 23],
    ['2026-11-28T18:30:00Z', 'Asia/Kolkata', '2026-11-29', 0],
    ['2026-11-28T18:30:00Z', 'UTC', '2026-11-28', 18],
    ['2026-11-28T04:59:59Z', 'America/New_York', '2026-11-27', 23],
    ['2026-11-28T10:00:00Z', 'Pacific/Kiritimati', '2026-11-29', 0],
    ['2026-11-28T11:59:59Z', 'Pacific/Pago_Pago', '2026-11-28', 0],
    ['2024-02-29T20:00:00Z', 'Asia/Kathmandu', '2024-03-01', 1],
  ])('%s in %s', (instant, timeZone, day, hour) => {
    expect([localDay(at(instant), timeZone), localHour(at(instant), timeZone)]).toEqual([day, hour]);
  });

  test.each(['Asia/Atlantis', '', 'Asia/Kolkata; drop table'])('is refused for the zone "%s"', (timeZone) => {
    expect(() => localDay(0, timeZone)).toThrow(TimeZoneError);
    expect(isTimeZone(timeZone)).toBe(false);
  });
});

describe('the first instant of a day', () => {
  test.each([
    ['2026-11-28', 'Asia/Kolkata', '2026-11-27T18:30:00Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
    // Clocks go from 24:00 to 01:00.
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
  ])('%s in %s', (day, timeZone, instant) => {
    expect(new Date(startOfLocalDay(day, timeZone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  test('is in that day, and the instant before it is not', () => {
    const zones = ['Asia/Kolkata', 'America/New_York', 'America/Santiago', 'Africa/Cairo', 'Asia/Beirut', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
    fc.assert(fc.property(fc.integer({ min: 0, max: 9000 }), fc.constantFrom(...zones), (days, timeZone) => {
      const day = addDays('2012-01-01', days);
      const start = startOfLocalDay(day, timeZone);
      expect(localDay(start, timeZone)).toBe(day);
      expect(localDay(start - 1, timeZone) < day).toBe(true);
    }));
  });
});

describe('counting days', () => {
  test.each([['2026-11-28', 6], ['2026-11-29', 7], ['2026-11-30', 1]])('%s is the weekday %i', (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });
  test.each([['2026-02-28', 1, '2026-03-01'], ['2024-02-28', 1, '2024-02-29'], ['2026-01-01', -1, '2025-12-31'], ['2026-03-28', 2, '2026-03-30']])('%s and %i is %s', (day, count, then) => {
    expect(addDays(day, count)).toBe(then);
    expect(daysBetween(day, then)).toBe(count);
  });
});
