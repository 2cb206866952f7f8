import { addDays, dayNumber } from './calendar-days.ts';
import { message, type WordMessage } from './english.ts';
import { hourStates, stateOfTask, type HourStates } from './progress.ts';
import { spreadOverDays } from './spread-days.ts';
import { namedForTask, type NamedResources } from './print-model.ts';
import type { Plan, Progress, Task, Week } from './types.ts';

export interface CalendarOptions {
  readonly words: WordMessage;
  readonly resources: NamedResources;
  /** The calendar's name and the roadmap's own id: with a task's id it makes an event's UID, stable over time. */
  readonly name: string;
  readonly roadmapId: string;
  /** Host of the installation, the right side of UIDs. */
  readonly host: string;
  /** When the calendar was made, ISO 8601 UTC ('2026-01-05T08:00:00Z'). */
  readonly stampedAt: string;
  /** Days of study, 1 Monday to 7 Sunday; at least one. */
  readonly studyDays: readonly number[];
  /** 'HH:MM' at which study begins, in whatever zone the calendar is read; null for all-day entries. */
  readonly studyStartsAt: string | null;
}

/** RFC 5545, 3.1: lines of at most 75 octets, without the line break. */
const mostOctetsInLine = 75;
const minutesPerDay = 24 * 60;

/**
 * The roadmap as an iCalendar object (RFC 5545) to subscribe to.
 *
 * - Every week with tasks is an all-day event of seven days that names its focus and leaves the days free for others
 *   (TRANSP:TRANSPARENT).
 * - Every task that is not skipped is an event on one of the study days: a week's tasks keep their order and are spread
 *   as evenly as can be (`spreadOverDays`).
 *   With `studyStartsAt` a day's tasks follow each other from then on, in floating time (3.3.5: the same hour wherever
 *   the student is), as long as they end before midnight; otherwise they are all-day entries. Done tasks carry a tick.
 * - UIDs are `<roadmapId>.<taskId>@<host>`; nothing depends on the clock but DTSTAMP, which is `stampedAt`.
 *
 * Text is escaped (3.3.11), lines are folded at 75 octets without cutting a character, and end in CRLF.
 */
export function toICalendar(plan: Plan, progress: Progress, options: CalendarOptions): string {
  const states = hourStates(progress);
  const stamp = options.stampedAt.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const weeks = plan.months.flatMap((phase) => phase.weeks);
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Cairn//Roadmap//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(options.name)}`,
    ...weeks.flatMap((week) => weekEvents(week, states, stamp, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function weekEvents(week: Week, states: HourStates, stamp: string, options: CalendarOptions): string[] {
  const tasks = week.tasks.filter((task) => stateOfTask(task, states) !== 'skipped');
  if (tasks.length === 0) return [];
  const summary = options.words(message('roadmap.export.week-event', { number: week.number, focus: week.focus }));
  return [
    ...event(`${options.roadmapId}.week-${week.number}`, summary, allDay(week.startsOn, 7), [], stamp, options),
    ...spread(tasks, options).flatMap(({ task, day, minute }) => {
      const date = addDays(week.startsOn, day - 1);
      const ends = minute + task.hours * 60;
      const when = options.studyStartsAt === null || ends > minutesPerDay ? allDay(date, 1) : timed(date, minute, task.hours);
      const tick = stateOfTask(task, states) === 'done' ? '✓ ' : '';
      return event(`${options.roadmapId}.${task.id}`, `${tick}${options.words(task.what)}`, when, details(task, options), stamp, options);
    }),
  ];
}

/** Tasks on study days, with the minute of the day at which each begins. */
function spread(tasks: readonly Task[], options: CalendarOptions): { readonly task: Task; readonly day: number; readonly minute: number }[] {
  const days = [...new Set(options.studyDays)].filter((day) => day >= 1 && day <= 7).sort((a, b) => a - b);
  const studyDays = days.length === 0 ? [1] : days;
  const places = spreadOverDays(tasks.map((task) => task.hours), studyDays.length);
  const startMinute = minuteOf(options.studyStartsAt);
  const nextMinute = new Map<number, number>();
  return tasks.map((task, index) => {
    const day = studyDays[places[index] ?? 0] ?? 1;
    const minute = nextMinute.get(day) ?? startMinute;
    nextMinute.set(day, minute + task.hours * 60);
    return { task, day, minute };
  });
}

function minuteOf(time: string | null): number {
  const match = /^(\d\d):(\d\d)$/.exec(time ?? '');
  return match === null ? 0 : Number(match[1]) * 60 + Number(match[2]);
}

function event(id: string, summary: string, when: readonly string[], details: readonly string[], stamp: string, options: CalendarOptions): string[] {
  return [
    'BEGIN:VEVENT', `UID:${id}@${options.host}`, `DTSTAMP:${stamp}`, ...when,
    `SUMMARY:${escaped(summary)}`, ...details, 'END:VEVENT',
  ];
}

/** DTEND is the first day after (RFC 5545, 3.6.1). */
function allDay(date: string, days: number): string[] {
  return [`DTSTART;VALUE=DATE:${compact(date)}`, `DTEND;VALUE=DATE:${compact(addDays(date, days))}`, 'TRANSP:TRANSPARENT'];
}

function timed(date: string, minute: number, hours: number): string[] {
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}00`;
  return [`DTSTART:${compact(date)}T${clock}`, `DURATION:PT${hours}H`];
}

function details(task: Task, options: CalendarOptions): string[] {
  const hours = options.words(message('roadmap.export.hours', { hours: task.hours }));
  const text = [hours, ...namedForTask(task, options.words, options.resources).map(({ title, url }) => `${title}: ${url}`)].join('\n');
  return [`DESCRIPTION:${escaped(text)}`];
}

function compact(date: string): string {
  dayNumber(date);
  return date.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** Continuation lines begin with a space, which counts as one of their 75 octets. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const width = octetsOf(character);
    if (octets + width > mostOctetsInLine) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += width;
  }
  return out;
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
