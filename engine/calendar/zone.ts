/**
 * What clocks in a time zone did and will do, by the runtime's copy of the IANA database (ECMA-402). A formatter takes microseconds, so that
 * what it measured is kept: counting years of days takes as long as adding.
 */

export class TimeZoneError extends Error {
  constructor(timeZone: string) {
    super(`"${timeZone}" is no time zone of the IANA database`);
    this.name = 'TimeZoneError';
  }
}

export interface Zone {
  /** The number of the day (0 is 1970-01-01) that it is at an instant, Unix time in milliseconds. */
  dayOf(at: number): number;
  /** The first instant of the day; of a day that the zone left out, that of the next. */
  startOf(day: number): number;
  /** Milliseconds that local clocks are ahead of UTC. */
  offsetAt(at: number): number;
}

export const dayMilliseconds = 86_400_000;

/** What a zone has measured holds for everybody in it. */
const zones = new Map<string, Zone>();

/** Throws TimeZoneError. */
export function zoneNamed(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) zones.set(timeZone, (zone = measuredZone(formatOf(timeZone))));
  return zone;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  } catch {
    throw new TimeZoneError(timeZone);
  }
}

/** Days of two centuries; instants beyond are measured each time. */
const mostDaysKept = 75_000;

function measuredZone(format: Intl.DateTimeFormat): Zone {
  /** Offset at the beginning of each UTC day: on most days nothing changes. */
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
  function measured(at: number): number {
    const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(part.get(type));
    const year = part.get('era') === 'BC' ? 1 - number('year') : number('year');
    const wall = Date.UTC(year, number('month') - 1, number('day'), number('hour'), number('minute'), number('second'));
    return wall - Math.floor(at / 1000) * 1000;
  }
  const dayOf = (at: number) => Math.floor((at + offsetAt(at)) / dayMilliseconds);
  return {
    dayOf, offsetAt,
    startOf(day) {
      const midnight = day * dayMilliseconds;
      const candidates = [midnight - offsetAt(midnight - dayMilliseconds), midnight - offsetAt(midnight + dayMilliseconds)];
      return Math.min(...candidates.filter((at) => dayOf(at) >= day));
    },
  };
}
