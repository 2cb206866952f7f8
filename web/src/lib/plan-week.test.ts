import { expect, it } from 'vitest';
import { dayOf, weeksBehind } from './plan-week.ts';

it.each([
  ['on its first day', 1, '2025-11-03', 0], ['on its last day', 1, '2025-11-09', 0], ['the day after', 1, '2025-11-10', 1], ['two weeks later', 1, '2025-11-17', 2],
  ['before the start', 1, '2025-11-02', -1], ['worked ahead of', 3, '2025-11-03', -2], ['over the turn of a year', 9, '2026-01-05', 1],
])('a week %s', (_when, weekNumber, today, behind) => {
  expect(weeksBehind('2025-11-03', weekNumber, today)).toBe(behind);
});

it("a day is the server's, in UTC", () => {
  expect(dayOf(new Date('2025-11-09T23:30:00-05:00'))).toBe('2025-11-10');
});
