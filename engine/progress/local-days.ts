/** Days as a person lives them who moves between time zones. A day is a number: 0 is 1970-01-01, a Thursday. */
import { dayMilliseconds, zoneNamed } from '../calendar/index.ts';

export interface ZoneChange {
  /** Unix time in milliseconds from which the person is in this zone. The first holds for all time before, too. */
  readonly since: number;
  readonly timeZone: string;
}

export interface PersonCalendar {
  /** The local day of an instant, in the zone that the person was in then. */
  dayOf(at: number): number;
  /** How long the day lasted for this person, in hours: 23 to 25 as clocks change, less or more where they changed zones. */
  lengthHours(day: number): number;
  /** Unix time in milliseconds at which the day has been going on for `minutes`, in the zone of its end. */
  instantIn(day: number, minutes: number): number;
}

const hourMilliseconds = 3_600_000;
const minuteMilliseconds = 60_000;

/** `moves` in the order of `since`, at least one. Throws TimeZoneError. */
export function personCalendar(moves: readonly ZoneChange[]): PersonCalendar {
  const periods = moves.map((change, index) => ({
    zone: zoneNamed(change.timeZone),
    from: index === 0 ? -Infinity : change.since,
    until: moves[index + 1]?.since ?? Infinity,
  }));
  const [first] = periods;
  if (first === undefined) throw new RangeError('A calendar needs a time zone');
  const zoneAt = (at: number) => (periods.findLast(({ from }) => from <= at) ?? first).zone;
  return {
    dayOf: (at) => zoneAt(at).dayOf(at),
    lengthHours: (day) => periods.reduce((hours, { zone, from, until }) => hours + Math.max(0, Math.min(until, zone.startOf(day + 1)) - Math.max(from, zone.startOf(day))) / hourMilliseconds, 0),
    instantIn: (day, minutes) => zoneAt((day + 1) * dayMilliseconds).startOf(day) + minutes * minuteMilliseconds,
  };
}

/** The Monday of the day's week. */
export function mondayOfDay(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}
