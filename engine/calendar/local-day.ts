/**
 * Days as a person lives them: an instant is Unix time in milliseconds, a day is 'YYYY-MM-DD', a time zone is a name of the IANA
 * database ('Asia/Kolkata'). What clocks did and will do comes from the runtime's copy of that database (ECMA-402).
 */

import { dayNumber } from '../roadmap/calendar-days.ts';

export class TimeZoneError extends Error {
  constructor(timeZone: string) {
    super(`"${timeZone}" is no time zone of the IANA database`);
    this.name = 'TimeZoneError';
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    try {
      // Sweden writes dates as ISO 8601 does.
      format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
    } catch {
      throw new TimeZoneError(timeZone);
    }
    formats.set(timeZone, format);
  }
  return format;
}

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The day that it is at the instant, 'YYYY-MM-DD'. Throws TimeZoneError. */
export function localDay(at: number, timeZone: string): string {
  return formatOf(timeZone).format(at).slice(0, 10);
}

/** The hour that clocks show at the instant, 0 to 23. Throws TimeZoneError. */
export function localHour(at: number, timeZone: string): number {
  return Number(formatOf(timeZone).format(at).slice(11, 13));
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** No zone is farther from UTC. */
const mostOffsetMilliseconds = 26 * 3_600_000;

/** The first instant of the day: midnight, or when clocks were put forward over it, the moment they were. Throws TimeZoneError. */
export function startOfLocalDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const shownAt = (at: number): number => Date.parse(`${formatOf(timeZone).format(at).replace(' ', 'T')}Z`);
  const guess = midnight - (shownAt(midnight) - midnight);
  const start = guess - (shownAt(guess) - midnight);
  if (localDay(start, timeZone) === day && localDay(start - 1, timeZone) < day) return start;
  let [before, after] = [midnight - mostOffsetMilliseconds, midnight + mostOffsetMilliseconds];
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (localDay(between, timeZone) < day) before = between;
    else after = between;
  }
  return after;
}
