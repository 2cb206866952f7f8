export { addDays, weekday } from '../roadmap/calendar-days.ts';
export { daysBetween, isTimeZone, localDay, localHour, startOfLocalDay } from './local-day.ts';
export { dayMilliseconds, TimeZoneError, zoneNamed, type Zone } from './zone.ts';
