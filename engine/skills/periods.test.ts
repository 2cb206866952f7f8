import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countMonths, monthsOf, type EntryDates } from './periods.ts';

const today = { year: 2026, month: 3 };
const months = (...entries: EntryDates[]): number => countMonths(entries.flatMap((dates) => monthsOf(dates, today) ?? []));

describe('months of entries', () => {
  test.each<[string, EntryDates[], number]>([
    ['both ends count', [{ start: '2024-01', end: '2024-12' }], 12],
    ['until today', [{ start: '2026-01', current: true }], 3],
    ['years only', [{ start: '2020', end: '2022' }], 24],
    ['one year only', [{ start: '2021' }], 6],
    ['one month only', [{ end: '2021-05' }], 1],
    ['overlaps count once', [{ start: '2024-01', end: '2024-12' }, { start: '2024-07', end: '2025-06' }], 18],
    ['the future does not count', [{ start: '2026-01', end: '2027-12' }], 3],
    ['no dates', [{}], 0],
  ])('%s', (_, entries, expected) => {
    expect(months(...entries)).toBe(expected);
  });

  test('the order of entries does not matter, and one more never lowers the count', () => {
    const range = fc.tuple(fc.integer({ min: 24_000, max: 24_300 }), fc.nat({ max: 60 })).map(([first, length]) => ({ first, last: first + length }));
    fc.assert(fc.property(fc.array(range), range, (ranges, more) => {
      expect(countMonths(ranges.toReversed())).toBe(countMonths(ranges));
      expect(countMonths([...ranges, more])).toBeGreaterThanOrEqual(countMonths(ranges));
    }));
  });
});
