/** Months of dated entries, counted once however many entries overlap. */
import type { Today, YearMonth } from '../resume/types.ts';

/** Months since year 0; `last` is included. */
export interface MonthRange {
  readonly first: number;
  readonly last: number;
}

export interface EntryDates {
  readonly start?: YearMonth | undefined;
  readonly end?: YearMonth | undefined;
  readonly current?: boolean | undefined;
}

interface ReadMonth {
  readonly year: number;
  /** Counts from 1; null when only the year is known. */
  readonly month: number | null;
}

const monthIndex = (year: number, month: number): number => year * 12 + month - 1;

function readMonth(written: YearMonth | undefined): ReadMonth | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(written ?? '');
  return match === null ? null : { year: Number(match[1]), month: match[2] === undefined ? null : Number(match[2]) };
}

/**
 * The months an entry covers, null when it has no date. Where only years are known they are taken from the middle of
 * one to the middle of the other, so that 2020 to 2022 is two years; 2020 alone is the first half of it. A lone date is a year or a month by itself unless the entry
 * goes on. Nothing reaches beyond today.
 */
export function monthsOf(dates: EntryDates, today: Today): MonthRange | null {
  const now = monthIndex(today.year, today.month);
  const start = readMonth(dates.start);
  const end = readMonth(dates.end);
  if (start === null && end === null) return null;
  const begin = start ?? (end as ReadMonth);
  const finish = end ?? begin;
  const ongoing = dates.current === true;
  const sameYear = begin.year === finish.year && !ongoing;
  const first = monthIndex(begin.year, begin.month ?? (sameYear ? 1 : 7));
  const last = ongoing ? now : Math.min(now, monthIndex(finish.year, finish.month ?? Math.max(6, sameYear ? (begin.month ?? 0) : 0)));
  return { first: Math.min(first, last), last };
}

/** How many months the ranges cover together; months shared by several count once. */
export function countMonths(ranges: readonly MonthRange[]): number {
  let count = 0;
  let reached = -1;
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const from = Math.max(first, reached + 1);
    if (last >= from) count += last - from + 1;
    reached = Math.max(reached, last);
  }
  return count;
}

export function monthsAgo(range: MonthRange, today: Today): number {
  return Math.max(0, monthIndex(today.year, today.month) - range.last);
}

/** 'YYYY-MM'. */
export function writeMonth(index: number): YearMonth {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
