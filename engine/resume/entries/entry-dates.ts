/** When an entry was: from its header, else from what stands beside it. */
import { type DateRange, findDateRanges } from '../../text/date-range.ts';
import { isDuration } from '../../text/months.ts';
import { fieldOf, type Signal } from '../confidence.ts';
import { isPlace } from '../vocabulary/places.ts';
import type { Field, ResumeLine, Today, YearMonth } from '../types.ts';
import type { Dated } from './pieces.ts';
import type { RawEntry } from './split-entries.ts';

export interface EntryDates {
  readonly start?: Field<YearMonth>;
  readonly end?: Field<YearMonth>;
  readonly current: boolean;
}

export interface AsideFacts {
  readonly dates: readonly Dated[];
  readonly place?: { readonly text: string; readonly line: ResumeLine };
}

/** Asides in order: a date may be broken over two of them ("Sept 2018 –" above "May 2023"). */
export function readAsides(asides: RawEntry['asides']): AsideFacts {
  let text = '';
  const spans: { from: number; line: ResumeLine }[] = [];
  let place: AsideFacts['place'];
  for (const aside of asides) {
    if (isDuration(aside.text)) continue;
    const ranges = findDateRanges(aside.text);
    let rest = aside.text;
    for (const range of [...ranges].reverse()) rest = rest.slice(0, range.from) + rest.slice(range.to);
    const bare = rest.replace(/^[\s(),|·•–-]+|[\s(),|·•–-]+$/gu, '');
    if (isPlace(bare)) place ??= { text: bare, line: aside.line };
    spans.push({ from: text.length, line: aside.line });
    text += `${aside.text} `;
  }
  const dates = findDateRanges(text).map((range) => ({ range, lines: linesOf(range, spans) }));
  return { dates, ...(place ? { place } : {}) };
}

function linesOf(range: DateRange, spans: readonly { from: number; line: ResumeLine }[]): ResumeLine[] {
  const inside = spans.filter((span, index) => span.from < range.to && (spans[index + 1]?.from ?? Number.POSITIVE_INFINITY) > range.from);
  return [...new Set(inside.map((span) => span.line))];
}

/**
 * The first range wins over single dates. A single date is the end of what ends with a certificate (`singleIs: 'end'`)
 * and both ends of what is named by its month. A start after today's month and an end before the start are not believed.
 */
export function entryDates(dates: readonly Dated[], today: Today, singleIs: 'end' | 'both' | 'start'): EntryDates {
  const best = dates.find((date) => !date.range.single) ?? dates[0];
  if (!best) return { current: false };
  const { range, lines } = best;
  const signals: Signal[] = range.single ? ['form'] : ['form', 'look'];
  const start = range.start === undefined ? undefined : fieldOf(range.start, lines, signals);
  const end = range.end === undefined ? undefined : fieldOf(range.end, lines, signals);
  if (!range.single) return { ...(start ? { start } : {}), ...(end ? { end } : {}), current: range.current || isAhead(range.end, today) };
  if (singleIs === 'end') return { ...(end ? { end } : {}), current: isAhead(range.end, today) };
  if (singleIs === 'start') return { ...(start ? { start } : {}), current: false };
  return { ...(start ? { start } : {}), ...(end ? { end } : {}), current: false };
}

/** True for a month after today's: what is expected to end then still goes on. */
function isAhead(end: YearMonth | undefined, today: Today): boolean {
  if (end === undefined) return false;
  const [year = 0, month = 1] = end.split('-').map(Number);
  return year > today.year || (year === today.year && end.includes('-') && month > today.month);
}
