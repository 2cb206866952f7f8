import { RoadmapError } from './errors.ts';

/**
 * Days of the proleptic Gregorian calendar as whole numbers, so that plans need no clock and no time zone.
 * Day 0 is 1970-01-01, a Thursday. Years 1 to 9999.
 */

const daysPerEra = 146_097; // 400 years
const daysFromYearZeroToEpoch = 719_468; // 0000-03-01 to 1970-01-01

/** 'YYYY-MM-DD' → day number. Errors: `roadmap.not-a-date` for anything that is not a day of the calendar. */
export function dayNumber(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) throw new RoadmapError('roadmap.not-a-date', date);
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const result = dayFromParts(year, month, day);
  if (year === 0 || month < 1 || month > 12 || dateOf(result) !== date) throw new RoadmapError('roadmap.not-a-date', date);
  return result;
}

/** Day number → 'YYYY-MM-DD'. */
export function dateOf(day: number): string {
  const shifted = day + daysFromYearZeroToEpoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(date: string): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7 + 1;
}

/** The Monday of the date's week. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekday(date));
}

/** Years are counted from March, so that the leap day is the last of its year and month lengths follow one line. */
function dayFromParts(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysFromYearZeroToEpoch;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
