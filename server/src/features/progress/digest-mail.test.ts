import { insightsOf, type InsightFacts } from '@cairn/engine/progress';
import { describe, expect, test } from 'vitest';
import { composeDigest, composeGentleNote, type DigestContent } from './digest-mail.ts';
import { dueWeek } from './digest.jobs.ts';
import { suggestionInWords, suggestions } from './digest-suggestions.ts';

const asha = { email: 'asha@college.example', name: 'Asha', language: 'en' as const };
const links = { dashboard: 'https://cairn.example/dashboard', endPage: 'https://cairn.example/weekly-mail?token=t', endAddress: 'https://cairn.example/api/v1/progress/digest/t/end' };
const content = (more: Partial<DigestContent> = {}): DigestContent => ({ minutes: 270, tasks: 2, activeDays: 3, streak: { days: 8, freezes: 1 }, steps: [{ kind: 'task', skill: 'SQL', minutes: 240 }, { kind: 'review', skill: 'Go', minutes: 8 }], suggestion: { code: 'progress.insight.next', params: {} }, ...more });

describe('the weekly mail', () => {
  test('says what was done, the streak, what comes next and one thing to do', () => {
    const { subject, text } = composeDigest(asha, content(), links);
    expect([subject, text]).toEqual(['Your week: 4.5 hours', [
      'Hello Asha,', 'Last week you learned for 4.5 hours on 3 days and finished 2 tasks.', 'Your streak: 8 days; one freeze is in hand for a day off.', 'What comes next:\n- Next task: SQL, 4 hours\n- Review: Go, 8 minutes',
      'The next task of your plan is the best place to begin.', 'Open your day:\nhttps://cairn.example/dashboard', 'This mail comes once a week. End it here: https://cairn.example/weekly-mail?token=t\n',
    ].join('\n\n')]);
  });
  test('says one as one', () => {
    expect(composeDigest(asha, content({ minutes: 60, tasks: 1, activeDays: 1, streak: { days: 1, freezes: 0 }, steps: [] }), links).text).toContain('Last week you learned for 1 hour on 1 day and finished 1 task.\n\nYour streak: 1 day.\n\n');
  });
  test('blames nobody for a quiet week', () => {
    expect(composeDigest(asha, content({ minutes: 0, tasks: 0, activeDays: 0, streak: { days: 0, freezes: 0 } }), links)).toMatchObject({ subject: 'A new week on your way', text: expect.stringContaining('Last week was a quiet one. This one is new.') });
  });
  test('is in Hindi for whoever reads Hindi', () => {
    const { subject, text } = composeDigest({ ...asha, language: 'hi' }, content(), links);
    expect([subject, text]).toEqual(['आपका हफ़्ता: 4.5 घंटे', expect.stringContaining('पिछले हफ़्ते आपने 3 दिन में 4.5 घंटे सीखा और 2 काम पूरे किए।')]);
  });
  test.each([['digest', composeDigest(asha, content(), links)], ['gentle note', composeGentleNote(asha, links)]])('can be ended with one click: %s', (_kind, { headers }) => {
    expect(headers).toEqual({ 'List-Unsubscribe': `<${links.endAddress}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  });
});

test('every suggestion that a mail can make has words in both languages', () => {
  const pace = (hoursPerWeek: number | null, fall: number | null) => ({ hoursPerWeek, basis: 'plan' as const, weeks: 4, trend: fall === null ? null : { from: 8, to: 8 * (1 - fall), fall, weeks: 8 }, reasons: [] });
  const facts: InsightFacts = { dueMinutes: 0, today: 0, velocity: pace(null, null), plannedHoursPerWeek: 10, skills: [], nextTaskId: 't', steps: [], streak: null, forecast: null, changes: [] };
  const review = { kind: 'review', id: 'sql', skillId: 'sql', minutes: 8, reason: 'progress.next.due' } as const;
  const all: InsightFacts[] = [facts, { ...facts, nextTaskId: null }, { ...facts, velocity: pace(5, null) }, { ...facts, velocity: pace(10, 0.5) }, { ...facts, steps: [review] }, { ...facts, skills: [{ skillId: 'sql', name: 'SQL', openHours: 4, nextTaskId: 't', lastActiveDay: -20 }] }];
  const said = all.flatMap(insightsOf);
  expect(new Set(said.map(({ what }) => what.code))).toEqual(new Set(Object.keys(suggestions)));
  for (const { what } of said) for (const language of ['en', 'hi'] as const) expect(suggestionInWords(what, language)).not.toMatch(/[{}]|undefined|\s\s/);
});

describe('it is due', () => {
  test.each([
    ['on Monday morning where the person is', '2026-01-05T01:30:00Z', 'Asia/Kolkata', '2026-01-05'],
    ['not before seven', '2026-01-05T01:29:00Z', 'Asia/Kolkata', null],
    ['while it is Sunday elsewhere', '2026-01-04T20:00:00Z', 'Pacific/Kiritimati', '2026-01-05'],
    ['when the West wakes up', '2026-01-05T15:00:00Z', 'America/Los_Angeles', '2026-01-05'],
    ['not at night', '2026-01-05T16:00:00Z', 'Asia/Kolkata', null],
    ['not on Tuesday', '2026-01-06T05:00:00Z', 'Asia/Kolkata', null],
  ])('%s', (_case, instant, timeZone, week) => {
    expect(dueWeek(Date.parse(instant), timeZone)).toBe(week);
  });
});
