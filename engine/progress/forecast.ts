import type { Reason } from '../reasons/reason.ts';
import { seededRandom } from '../seeds/seeded-random.ts';
import { median, quantileOfSorted, roundedTo } from './statistics.ts';

export interface ForecastInput {
  /** Planned hours that are open, 0 and more. */
  readonly openHours: number;
  /** Planned hours done in each week that is over, oldest first, weeks of nothing included. */
  readonly weeklyHours: readonly number[];
  /** Day number. */
  readonly today: number;
  /** Any whole number: the same one gives the same forecast. */
  readonly seed: number;
}

export type Forecast =
  | { readonly kind: 'finished'; readonly reasons: readonly Reason[] }
  /** No date is made up: so many more weeks have to be over, or to have something done in them. */
  | { readonly kind: 'too-early'; readonly weeksMissing: number; readonly reasons: readonly Reason[] }
  /** At this pace more than half of the futures do not end within ten years. */
  | { readonly kind: 'beyond'; readonly reasons: readonly Reason[] }
  | {
    readonly kind: 'dated';
    /** Day numbers, today at the earliest. `latest` is null where it lies beyond ten years. */
    readonly finishesOn: number;
    readonly earliest: number;
    readonly latest: number | null;
    readonly monthsLeft: number;
    readonly reasons: readonly Reason[];
  };

export const forecastWeeks = 12;
const fewestWeeks = 3;
const fewestWorkedWeeks = 2;
const runs = 1000;
const mostWeeks = 520;
/** The middle 80 of 100 futures. */
const interval = { from: 0.1, to: 0.9 } as const;
const daysPerMonth = 30.44;

/**
 * When what is open will be done, from the person's own pace: a bootstrap of the last twelve weeks that are over (B. Efron,
 * "Bootstrap methods", Annals of Statistics 7, 1979). Each of 1,000 futures first draws its own twelve weeks from those
 * there were, with replacement, so that few weeks give a wide interval, and then lives on by drawing from these until
 * the open hours are done. The forecast is the median, its interval the middle 80 %. Fewer than three weeks, or than
 * two with something done, give no date. Source: docs/formulas.md, finish-forecast.
 */
export function forecastFinish(input: ForecastInput): Forecast {
  const { openHours, today } = input;
  const weeklyHours = input.weeklyHours.slice(-forecastWeeks);
  const evidence = [{ source: 'formula', id: 'finish-forecast' }] as const;
  if (openHours <= 0) return { kind: 'finished', reasons: [{ what: { code: 'progress.forecast.finished', params: {} }, effect: 0, evidence: [] }] };
  const weeksMissing = weeksStillMissing(weeklyHours);
  if (weeksMissing > 0) return { kind: 'too-early', weeksMissing, reasons: [{ what: { code: 'progress.forecast.too-early', params: { count: weeksMissing } }, effect: 0, evidence }] };
  const weeks = futures({ ...input, weeklyHours });
  const [middle, earliest, latest] = [0.5, interval.from, interval.to].map((share) => quantileOfSorted(weeks, share)) as [number, number, number];
  const pace = { what: { code: 'progress.forecast.pace', params: { count: weeklyHours.length, hours: roundedTo(median(weeklyHours), 1), open: openHours } }, effect: 0, evidence };
  if (middle >= mostWeeks) return { kind: 'beyond', reasons: [pace] };
  const dayAfter = (count: number) => today + Math.ceil(7 * count);
  return {
    kind: 'dated', finishesOn: dayAfter(middle), earliest: dayAfter(earliest), latest: latest >= mostWeeks ? null : dayAfter(latest),
    monthsLeft: roundedTo((7 * middle) / daysPerMonth, 1),
    reasons: [pace, { what: { code: 'progress.forecast.spread', params: { least: roundedTo(earliest, 0), most: roundedTo(latest, 0) } }, effect: 0, evidence: [] }],
  };
}

export type Change =
  | { readonly kind: 'more-hours'; readonly hours: number; readonly daysSooner: number }
  | { readonly kind: 'leave-out'; readonly skillId: string; readonly name: string; readonly hours: number; readonly daysSooner: number };

/** A skill that may be left out of a plan: nothing else in it stands on it. */
export interface SpareSkill {
  readonly skillId: string;
  readonly name: string;
  readonly openHours: number;
}

/**
 * What would change the date, in the same futures: one more hour in every week, or leaving out a skill that nothing else
 * stands on. Days sooner by the median, 0 and more; what brings nothing is left out. Nothing where there is no date.
 */
export function whatWouldChange(input: ForecastInput, spare: SpareSkill | null): Change[] {
  const now = forecastFinish(input);
  if (now.kind !== 'dated') return [];
  const daysSooner = (changed: Partial<ForecastInput>): number => {
    const then = forecastFinish({ ...input, ...changed });
    if (then.kind === 'finished') return now.finishesOn - input.today;
    return then.kind === 'dated' ? now.finishesOn - then.finishesOn : 0;
  };
  const changes: Change[] = [{ kind: 'more-hours', hours: 1, daysSooner: daysSooner({ weeklyHours: input.weeklyHours.map((hours) => hours + 1) }) }];
  if (spare !== null) changes.push({ kind: 'leave-out', skillId: spare.skillId, name: spare.name, hours: spare.openHours, daysSooner: daysSooner({ openHours: input.openHours - spare.openHours }) });
  return changes.filter((change) => change.daysSooner > 0);
}

function weeksStillMissing(weeklyHours: readonly number[]): number {
  const worked = weeklyHours.filter((hours) => hours > 0).length;
  return Math.max(0, fewestWeeks - weeklyHours.length, fewestWorkedWeeks - worked);
}

/** Weeks until the open hours are done, sorted, one of each run; `mostWeeks` stands for that and more. Each run has a chance of its own, so that a change of the input does not shift the chance of all others. */
function futures({ openHours, weeklyHours, seed }: ForecastInput): number[] {
  return Array.from({ length: runs }, (_unused, run) => {
    const random = seededRandom(seed + Math.imul(run, 0x9e3779b1));
    const own = weeklyHours.map(() => drawn(weeklyHours, random));
    let left = openHours;
    for (let week = 0; week < mostWeeks; week += 1) {
      const hours = drawn(own, random);
      if (hours >= left) return week + left / hours;
      left -= hours;
    }
    return mostWeeks;
  }).sort((a, b) => a - b);
}

function drawn(values: readonly number[], random: () => number): number {
  return values[Math.floor(random() * values.length)] ?? 0;
}
