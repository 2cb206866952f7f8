import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMilliseconds } from '../calendar/index.ts';
import { mondayOfDay, personCalendar } from './local-days.ts';

const at = (text: string) => Date.parse(text);
const dayNumber = (text: string) => Date.parse(text) / dayMilliseconds;
const calendarOf = (timeZone: string) => personCalendar([{ since: 0, timeZone }]);

describe('the local day of an instant', () => {
  test.each([
    ['Asia/Kolkata', '2026-01-05T18:29:59Z', '2026-01-05'],
    ['Asia/Kolkata', '2026-01-05T18:30:00Z', '2026-01-06'],
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
    ['Pacific/Kiritimati', '2026-01-05T10:00:00Z', '2026-01-06'],
    ['Asia/Kathmandu', '2026-01-05T18:15:00Z', '2026-01-06'],
  ])('in %s at %s is %s', (timeZone, instant, day) => {
    expect(calendarOf(timeZone).dayOf(at(instant))).toBe(dayNumber(day));
  });

  test('is that of the zone the person was in then, not of the one they are in now', () => {
    const calendar = personCalendar([{ since: 0, timeZone: 'Asia/Kolkata' }, { since: at('2026-01-10T00:00:00Z'), timeZone: 'America/New_York' }]);
    expect([calendar.dayOf(at('2026-01-05T20:00:00Z')), calendar.dayOf(at('2026-01-11T02:00:00Z'))]).toEqual([dayNumber('2026-01-06'), dayNumber('2026-01-10')]);
  });

  test('is the one that Intl says, in any zone at any time', () => {
    const zones = ['Asia/Kolkata', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia', 'Europe/Dublin'];
    fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_500_000_000 }), (timeZone, seconds) => {
      const said = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(seconds * 1000);
      expect(calendarOf(timeZone).dayOf(seconds * 1000)).toBe(dayNumber(said));
    }));
  });
});

describe('a day lasts', () => {
  test.each([
    ['Asia/Kolkata', '2026-03-08', 24], ['America/New_York', '2026-03-08', 23], ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5], ['America/Sao_Paulo', '2018-11-04', 23], ['Pacific/Apia', '2011-12-30', 0],
  ])('in %s on %s %d hours', (timeZone, day, hours) => {
    expect(calendarOf(timeZone).lengthHours(dayNumber(day))).toBe(hours);
  });

  test('shorter for whoever flies east', () => {
    const landing = at('2026-01-08T03:00:00Z');
    const calendar = personCalendar([{ since: 0, timeZone: 'America/Los_Angeles' }, { since: landing, timeZone: 'Asia/Kolkata' }]);
    expect([calendar.lengthHours(dayNumber('2026-01-07')), calendar.lengthHours(dayNumber('2026-01-08'))]).toEqual([19, 15.5]);
  });
});

test('noon of a day lies in it', () => {
  fc.assert(fc.property(fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Pacific/Kiritimati', 'Africa/Cairo'), fc.integer({ min: 0, max: 25_000 }), (timeZone, day) => {
    const calendar = calendarOf(timeZone);
    expect(calendar.dayOf(calendar.instantIn(day, 720))).toBe(day);
  }));
});

test('weeks begin on Mondays', () => {
  expect([mondayOfDay(dayNumber('2026-01-05')), mondayOfDay(dayNumber('2026-01-11')), mondayOfDay(dayNumber('1969-12-31'))]).toEqual(['2026-01-05', '2026-01-05', '1969-12-29'].map(dayNumber));
});
