/** What stands beside the text rather than in it: dates, lengths of time and places at a margin. */
import { findDateRanges } from '../../text/date-range.ts';
import { isDuration } from '../../text/months.ts';
import { isPlace } from '../vocabulary/places.ts';

const longestAside = 80;
/** Signs and short words around a date that leave it a date: "(Expected) May 2026", "Duration: 2019–20". */
const aroundDates = /[()[\]|,.;:•·\s–—-]|\b(?:expected|graduated|graduation|completed|duration|period|from|date|year|since|batch|class of|passing|in|about)\b/giu;

export function isDateText(text: string): boolean {
  if (text.length > 60) return false;
  const ranges = findDateRanges(text);
  if (ranges.length === 0) return isDuration(text) || /^(?:present|current|ongoing|वर्तमान)$/iu.test(text.trim());
  let rest = text;
  for (const range of [...ranges].reverse()) rest = rest.slice(0, range.from) + rest.slice(range.to);
  return rest.replace(aroundDates, '').length === 0 || isDuration(rest.replace(/^[\s(,|·•–-]+/, ''));
}

export function isAsideText(text: string): boolean {
  if (text.length > longestAside) return false;
  return isDateText(text) || isPlace(text) || isPlaceWithDate(text);
}

function isPlaceWithDate(text: string): boolean {
  const ranges = findDateRanges(text);
  const [range] = ranges;
  if (!range || ranges.length > 1) return false;
  const rest = `${text.slice(0, range.from)} ${text.slice(range.to)}`.replace(/^[\s(),|·•–-]+|[\s(),|·•–-]+$/g, '');
  return isPlace(rest);
}
