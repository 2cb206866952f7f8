/** Days as a person lives them: an instant is Unix time in milliseconds, a day is 'YYYY-MM-DD', a time zone is a name of the IANA database ('Asia/Kolkata'). */
import { dateOf, dayNumber } from '../roadmap/calendar-days.ts';
import { dayMilliseconds, zoneNamed } from './zone.ts';

const hourMilliseconds = 3_600_000;

export function isTimeZone(name: string): boolean {
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}

/** The day that it is at the instant, 'YYYY-MM-DD'. Throws TimeZoneError. */
export function localDay(at: number, timeZone: string): string {
  return dateOf(zoneNamed(timeZone).dayOf(at));
}

/** The hour that clocks show at the instant, 0 to 23. Throws TimeZoneError. */
export function localHour(at: number, timeZone: string): number {
  const wall = at + zoneNamed(timeZone).offsetAt(at);
  return Math.floor((((wall % dayMilliseconds) + dayMilliseconds) % dayMilliseconds) / hourMilliseconds);
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The first instant of the day: midnight, or when clocks were put forward over it, the moment they were. Throws TimeZoneError. */
export function startOfLocalDay(day: string, timeZone: string): number {
  return zoneNamed(timeZone).startOf(dayNumber(day));
}
