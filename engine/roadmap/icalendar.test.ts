import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordInEnglish } from './english.ts';
import { toICalendar, type CalendarOptions } from './icalendar.ts';
import { tasksOf } from './progress.ts';
import { aKnowledge, anyProgressOn, anyWish, aRequest, aResource, aSkill, dateAfter, planOf } from './test-support/fixtures.ts';

const options: CalendarOptions = {
  words: wordInEnglish, resources: new Map(), name: 'My road', roadmapId: 'r1', host: 'cairn.example', stampedAt: '2026-01-05T08:30:00.123Z',
  studyDays: [1, 3, 5], studyStartsAt: null,
};
const plan = planOf(
  aRequest({ targets: [{ skillId: 'a', level: 1, importance: 90 }], hoursPerWeek: 9 }),
  aKnowledge({ skills: [aSkill('a', { name: 'C; \\ "Ä", x', hours: [18, 20, 40, 80] })], resources: [aResource('book', ['a'])] }),
);

type Event = Readonly<Record<string, string>>

/** A reader of its own: unfolds, splits at the first colon, unescapes. */
function eventsOf(text: string): Event[] {
  const lines = text.replace(/\r\n /g, '').split('\r\n');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({});
    const colon = line.indexOf(':');
    const current = events.at(-1);
    if (current !== undefined && colon > 0) current[line.slice(0, colon)] = line.slice(colon + 1).replace(/\\(n|.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
  }
  return events;
}

describe('the calendar', () => {
  it('has each week over its seven days and each task on a study day, in order and evenly', () => {
    const days = eventsOf(toICalendar(plan, [], options)).map((event) => `${event['DTSTART;VALUE=DATE']}-${event['DTEND;VALUE=DATE']} ${event['UID']}`);
    expect(days).toEqual([
      '20260105-20260112 r1.week-1@cairn.example',
      '20260105-20260106 r1.a.1.learn.1-4@cairn.example',
      '20260107-20260108 r1.a.1.practise.1-4@cairn.example',
      '20260109-20260110 r1.a.1.learn.5-5@cairn.example',
      '20260112-20260119 r1.week-2@cairn.example',
      '20260112-20260113 r1.a.1.learn.6-9@cairn.example',
      '20260114-20260115 r1.a.1.practise.5-8@cairn.example',
      '20260116-20260117 r1.a.1.check.1-1@cairn.example',
    ]);
  });

  it('sets times that follow each other where a time of day is given, in no zone', () => {
    const events = eventsOf(toICalendar(plan, [], { ...options, studyDays: [6], studyStartsAt: '15:30' }));
    expect(events.slice(1, 4).map((event) => `${event['DTSTART'] ?? event['DTSTART;VALUE=DATE']} ${event['DURATION'] ?? 'all day'}`)).toEqual([
      '20260110T153000 PT4H', '20260110T193000 PT4H', '20260110 all day',
    ]);
  });

  it('says when it was made, whole seconds in UTC', () => {
    expect(eventsOf(toICalendar(plan, [], options))[0]?.['DTSTAMP']).toBe('20260105T083000Z');
  });

  it('escapes text, and reads back as it was', () => {
    const text = toICalendar(plan, [], { ...options, resources: new Map([['book', { title: 'A, B; C\nD', url: 'https://example.org/?a=1;2' }]]) });
    expect(text).toContain('SUMMARY:Week 1: C\\; \\\\ "Ä"\\, x');
    expect(eventsOf(text)[1]?.['DESCRIPTION']).toBe('4 h\nA, B; C\nD: https://example.org/?a=1;2');
  });

  it('ticks done tasks off and leaves skipped ones out', () => {
    const [first, second] = tasksOf(plan);
    const events = eventsOf(toICalendar(plan, [
      { taskId: first?.id ?? '', state: 'done', changedAt: '2026-01-06T00:00:00Z' },
      { taskId: second?.id ?? '', state: 'skipped', changedAt: '2026-01-06T00:00:00Z' },
    ], options));
    expect(events[1]?.['SUMMARY']).toMatch(/^✓ Learn/);
    expect(events.some((event) => event['UID']?.includes('practise.1-4'))).toBe(false);
  });

  it.each([['a', 62, 1], ['a', 63, 2], ['ä', 31, 1], ['ä', 32, 2], ['अ', 20, 1], ['अ', 21, 2], ['😀', 15, 1], ['😀', 16, 2], ['a', 62 + 74, 2], ['a', 62 + 75, 3]])(
    'folds a name of %s × %i into lines of at most 75 octets: %i', (character, times, lines) => {
      const name = character.repeat(times);
      const folded = /X-WR-CALNAME:[^\r]*(?:\r\n [^\r]*)*/.exec(toICalendar(plan, [], { ...options, name }))?.[0].split('\r\n') ?? [];
      expect(folded.map((line, at) => (at === 0 ? line : line.slice(1))).join('')).toBe(`X-WR-CALNAME:${name}`);
      expect(folded.length).toBe(lines);
    },
  );

  it('cannot be broken into by a name', () => {
    const text = toICalendar(plan, [], { ...options, name: 'x\r\nBEGIN:VEVENT\r\nUID:evil' });
    expect(eventsOf(text).some((event) => event['UID'] === 'evil')).toBe(false);
  });
});

describe('for any plan', () => {
  const anyCalendar = anyWish.chain((wish) => {
    const any = planOf({ ...wish.request, hoursPerWeek: Math.max(4, wish.request.hoursPerWeek) }, wish.knowledge);
    return fc.record({
      any: fc.constant(any), progress: anyProgressOn(any, ['done', 'skipped']), words: fc.string({ unit: 'grapheme', maxLength: 120, size: 'max' }),
      studyDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), studyStartsAt: fc.constantFrom(null, '07:00', '18:30', '23:30'),
    }).map(({ words, studyDays, studyStartsAt, ...rest }) => ({ ...rest, options: { ...options, words: () => words, studyDays, studyStartsAt } }));
  });

  it('is well-formed: CRLF, lines of at most 75 octets, balanced, unique UIDs, whole characters', () => {
    fc.assert(fc.property(anyCalendar, ({ any, progress, options: chosen }) => {
      const text = toICalendar(any, progress, chosen);
      expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(text).toString()).toBe(text.toWellFormed());
      const count = (word: string): number => text.split(`\r\n${word}`).length - 1;
      expect(count('BEGIN:VEVENT')).toBe(count('END:VEVENT'));
      const uids = eventsOf(text).map((event) => event['UID']);
      expect(new Set(uids).size).toBe(uids.length);
    }), { numRuns: 60 });
  });

  it('has every task that is not skipped once, on a study day of its week', () => {
    fc.assert(fc.property(anyCalendar, ({ any, progress, options: chosen }) => {
      const skipped = new Set(progress.filter((record) => record.state === 'skipped').map((record) => record.taskId));
      const dates = new Map(eventsOf(toICalendar(any, progress, chosen)).map((event) => [event['UID'], (event['DTSTART'] ?? event['DTSTART;VALUE=DATE'] ?? '').slice(0, 8)]));
      for (const week of any.months.flatMap((phase) => phase.weeks)) {
        const allowed = chosen.studyDays.map((day) => dateAfter(week.startsOn, day - 1).replaceAll('-', ''));
        for (const task of week.tasks) {
          const date = dates.get(`r1.${task.id}@cairn.example`);
          if (skipped.has(task.id)) expect(date).toBeUndefined();
          else expect(allowed).toContain(date);
        }
      }
    }), { numRuns: 60 });
  });
});
