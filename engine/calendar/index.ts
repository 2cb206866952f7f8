export { addDays, weekday } from '../roadmap/calendar-days.ts';
export { daysBetween, isTimeZone, localDay, localHour, startOfLocalDay, TimeZoneError } from './local-day.ts';
