export { addDays, daysBetween, isTimeZone, localDay, localHour, startOfLocalDay, TimeZoneError, weekdayOf } from './local-day.ts';
