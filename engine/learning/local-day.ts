/** Days as a person's own calendar counts them. */
import { dateOf, dayNumber } from '../roadmap/calendar-days.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter takes longer to make than to use, and there are few zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) formats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })));
  return format;
}

/** The day, 'YYYY-MM-DD', that it is in the zone (a name of the IANA database) at `at`, Unix time in milliseconds. Throws RangeError for a zone that is none. */
export function localDay(at: number, timeZone: string): string {
  return formatOf(timeZone).format(at);
}

/** Whole days of the calendar from one day to the other, both 'YYYY-MM-DD'; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

export function dayAfter(day: string, days: number): string {
  return dateOf(dayNumber(day) + days);
}
