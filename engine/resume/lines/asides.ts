/** What stands beside the text rather than in it: dates, lengths of time and places at a margin. */
import { type DateRange, findDateRanges } from '../../text/date-range.ts';
import { foldDateWord, monthByName } from '../../text/date-words.ts';
import { isDuration } from '../../text/months.ts';
import { isPlace } from '../vocabulary/places.ts';

const longestAside = 80;
const longestDate = 60;
/** Signs and short words around a date that leave it a date: "(Expected) May 2026", "Duration: 2019–20", "2019-05 to" above its end. */
const aroundDates = /[()[\]|,.;:•·\s–—-]|\b(?:expected|graduated|graduation|completed|duration|period|from|date|year|since|batch|class of|passing|in|about|to|till|until)\b/giu;

export function isDateText(text: string): boolean {
  return text.length <= longestDate && isDate(text, findDateRanges(text));
}

function isDate(text: string, ranges: readonly DateRange[]): boolean {
  if (ranges.length === 0) return isDuration(text) || /^(?:present|current|ongoing|वर्तमान)$/iu.test(text.trim());
  const rest = withoutOpenMonth(withoutRanges(text, ranges));
  return rest.replace(aroundDates, '').length === 0 || isDuration(rest.replace(/^[\s(,|·•–-]+/, ''));
}

/** "Jul 2016 to May" above "2020": a narrow column breaks a range before its last year. */
function withoutOpenMonth(rest: string): string {
  const found = /(?:\b(?:to|till|until)|[–—-])\s*(\p{L}{3,9})\.?\s*$/u.exec(rest);
  return found && isMonthName(found[1] as string) ? rest.slice(0, found.index) : rest;
}

/** "Mar" above "2021–Present" in a narrow margin. */
export function isMonthName(text: string): boolean {
  return monthByName.has(foldDateWord(text.trim().replace(/\.$/, '')));
}

/** A date, a length of time, a place, or a place with a date. */
export function isAsideText(text: string): boolean {
  if (text.length > longestAside) return false;
  const ranges = findDateRanges(text);
  if (ranges.length === 0) return isDate(text, ranges) || isPlace(text);
  if (text.length <= longestDate && isDate(text, ranges)) return true;
  return ranges.length === 1 && isPlace(withoutRanges(text, ranges).replace(/^[\s(),|·•–-]+|[\s(),|·•–-]+$/g, ''));
}

function withoutRanges(text: string, ranges: readonly DateRange[]): string {
  let rest = text;
  for (const range of [...ranges].reverse()) rest = `${rest.slice(0, range.from)} ${rest.slice(range.to)}`;
  return rest;
}
