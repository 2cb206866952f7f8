/**
 * Days as a person lives them. A day is a number: 0 is 1970-01-01, a Thursday. Time zones are IANA names, and their rules
 * those of the time zone database that comes with the runtime.
 */

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

export const dayMilliseconds = 86_400_000;
const hourMilliseconds = 3_600_000;
const minuteMilliseconds = 60_000;

/** `moves` in the order of `since`, at least one. Throws RangeError for a name that `isTimeZone` of engine/calendar refuses. */
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

interface Zone {
  dayOf(at: number): number;
  /** The first instant of the day; of a day that the zone left out, that of the next. */
  startOf(day: number): number;
}

/** What a zone has measured holds for everybody in it. */
const zones = new Map<string, Zone>();

function zoneNamed(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) zones.set(timeZone, (zone = measuredZone(timeZone)));
  return zone;
}

/** Days of two centuries; instants beyond are measured each time. */
const mostDaysKept = 75_000;

function measuredZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  /** Offset at the beginning of each UTC day: a formatter is slow, and on most days nothing changes. */
  const offsets = new Map<number, number>();

  function offsetAt(at: number): number {
    const utcDay = Math.floor(at / dayMilliseconds);
    const before = offsetAtStartOf(utcDay);
    return before === offsetAtStartOf(utcDay + 1) ? before : measured(at);
  }
  function offsetAtStartOf(utcDay: number): number {
    let offset = offsets.get(utcDay);
    if (offset === undefined) {
      offset = measured(utcDay * dayMilliseconds);
      if (offsets.size < mostDaysKept) offsets.set(utcDay, offset);
    }
    return offset;
  }
  /** Milliseconds that local clocks are ahead of UTC. */
  function measured(at: number): number {
    const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(part.get(type));
    const year = part.get('era') === 'BC' ? 1 - number('year') : number('year');
    const wall = Date.UTC(year, number('month') - 1, number('day'), number('hour'), number('minute'), number('second'));
    return wall - Math.floor(at / 1000) * 1000;
  }
  const dayOf = (at: number) => Math.floor((at + offsetAt(at)) / dayMilliseconds);
  return {
    dayOf,
    startOf(day) {
      const midnight = day * dayMilliseconds;
      const candidates = [midnight - offsetAt(midnight - dayMilliseconds), midnight - offsetAt(midnight + dayMilliseconds)];
      return Math.min(...candidates.filter((at) => dayOf(at) >= day));
    },
  };
}
