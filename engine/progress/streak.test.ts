import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMilliseconds } from '../calendar/index.ts';
import { personCalendar } from './local-days.ts';
import { monday, utc } from './progress.fixture.ts';
import { streak } from './streak.ts';

/** 'x' did something, '.' did not; the last letter is today. */
function after(story: string) {
  const today = monday + story.length - 1;
  const days = new Set([...story].flatMap((letter, index) => (letter === 'x' ? [monday + index] : [])));
  return { ...streak(days, today, utc), today };
}

describe('a streak', () => {
  test.each([
    ['of nobody', '', { days: 0, longest: 0, freezes: 0 }],
    ['begins today', 'x', { days: 1, isTodayDone: true }],
    ['is not ended by a today in which nothing was done yet', 'xxx.', { days: 3, isTodayDone: false }],
    ['without a freeze ends with a missed day', 'xxx..', { days: 0, longest: 3 }],
    ['begins anew', 'xxx.x', { days: 1, longest: 3 }],
    ['of seven days earns a freeze', 'xxxxxxx', { days: 7, freezes: 1, daysToNextFreeze: 7 }],
    ['spends it on a missed day by itself', 'xxxxxxx.x', { days: 8, freezes: 0, daysToNextFreeze: 6 }],
    ['ends when a second day is missed', 'xxxxxxx..x', { days: 1, longest: 7 }],
    ['keeps no more than two freezes', 'x'.repeat(40), { days: 40, freezes: 2, daysToNextFreeze: 0 }],
    ['is kept over two days by two', `${'x'.repeat(20)}..x`, { days: 21, freezes: 0 }],
    ['is not kept over three', `${'x'.repeat(20)}...x`, { days: 1, longest: 20 }],
  ])('%s', (_case, story, wanted) => {
    expect(after(story)).toMatchObject(wanted);
  });

  test('says which days were frozen and until when it is kept', () => {
    const one = after('xxxxxxx.xxxxxxx.');
    expect([one.frozenDays, one.keptUntil]).toEqual([[monday + 7], one.today + 1]);
    expect(after('xxx').keptUntil).toBe(monday + 3);
    expect(after('...').keptUntil).toBeNull();
  });

  test('is not ended by a day that a flight cut short, and not lengthened by it', () => {
    const day = (text: string) => Date.parse(text) / dayMilliseconds;
    const flown = personCalendar([{ since: 0, timeZone: 'America/Los_Angeles' }, { since: Date.parse('2026-01-08T03:00:00Z'), timeZone: 'Asia/Kolkata' }]);
    const days = new Set([day('2026-01-05'), day('2026-01-06'), day('2026-01-08')]);
    expect(streak(days, day('2026-01-08'), flown)).toMatchObject({ days: 3, frozenDays: [] });
    expect(streak(days, day('2026-01-08'), utc).days).toBe(1);
  });

  test('counts a day that is still tomorrow for whoever flew west', () => {
    expect(streak(new Set([monday, monday + 1]), monday, utc)).toMatchObject({ days: 2, isTodayDone: true });
  });

  test('names its parts in numbers', () => {
    expect(after('xxxxxxx.x').reasons.map(({ what }) => [what.code, what.params['count']])).toEqual([['progress.streak.days', 8], ['progress.streak.frozen', 1], ['progress.streak.freezes', 0], ['progress.streak.next-freeze', 6]]);
  });
});

test('one more active day never shortens a streak, the longest one or what is saved', () => {
  const stories = fc.array(fc.boolean(), { minLength: 1, maxLength: 60 });
  fc.assert(fc.property(stories, fc.nat(), (active, at) => {
    const today = monday + active.length - 1;
    const days = new Set(active.flatMap((is, index) => (is ? [monday + index] : [])));
    const before = streak(days, today, utc);
    const more = streak(new Set([...days, monday + (at % active.length)]), today, utc);
    expect(more.days).toBeGreaterThanOrEqual(before.days);
    expect(more.longest).toBeGreaterThanOrEqual(before.longest);
    expect(more.freezes).toBeGreaterThanOrEqual(before.freezes);
  }), { numRuns: 1000 });
});
