/** Dates and stretches of time as resumes write them, in English and Hindi. */
import { type DateToken, dateTokens } from './date-tokens.ts';
import {
  monthByName, ongoingPhrases, onwardWords, ordinalEndings, rangeSigns, rangeWords, seasonByName, sinceWords,
} from './date-words.ts';
import { monthNumber } from './months.ts';

export interface DateRange {
  /** `2020-05`, or `2020` when only the year is written. */
  readonly start?: string;
  readonly end?: string;
  readonly current: boolean;
  /** True when one date stands alone: `start` and `end` are then the month or year it names (a season: its first and last month). */
  readonly single: boolean;
  /** UTF-16 offsets of the date in the text. */
  readonly from: number;
  readonly to: number;
}

interface Moment {
  readonly year?: number;
  readonly firstMonth?: number;
  readonly lastMonth?: number;
  /** Index after the last token. */
  readonly next: number;
  /** "Jun 21" may be a day or a year: it counts only inside a range. */
  readonly weak?: boolean;
  /** "04/17": a month and a year if the other end of its range is written so as well, else a day and a month. */
  readonly shortNumbers?: boolean;
}

/** Every date has a year: four digits, or two after an apostrophe or a word. Most lines are told apart by this alone. */
const digit = /[0-9\u0966-\u096F]/;
const fullYear = /(?:19|20)[0-9]{2}/;
const shortYear = /['’‘`´]\s?[0-9]{2}|[a-z\u0900-\u0963][.\s–-]{0,3}[0-9]{2}(?![0-9])|[\u0966-\u096F]{2}|(?<![0-9/])(?:0?[1-9]|1[0-2])\/[0-9]{2}\s{0,3}(?:[–—-]|to\s)/i;
const earliestYear = 1940;
const latestYear = 2099;

/**
 * Every date or range of dates in a text, from left to right. Time grows with the length of the text only.
 * `2011-12` is the school year 2011 to 2012 while `2011-05` is May 2011; `2010–12` with a dash is a range. In `05/06/2020`
 * the day comes first, as everywhere but in the United States; when the second number is over 12 it is the day.
 * A month without a year counts only as the start of a range whose end has one ("May – Aug 2020").
 */
export function findDateRanges(text: string): DateRange[] {
  if (!digit.test(text) || !(fullYear.test(text) || shortYear.test(text))) return [];
  const tokens = dateTokens(text);
  const ranges: DateRange[] = [];
  let index = 0;
  while (index < tokens.length) {
    const found = rangeAt(tokens, index);
    if (found) {
      ranges.push(found.range);
      index = found.next;
    } else {
      index += 1;
    }
  }
  return ranges;
}

function rangeAt(tokens: readonly DateToken[], index: number): { range: DateRange; next: number } | undefined {
  const opening = tokens[index];
  if (!opening) return undefined;
  if (opening.kind === 'word' && sinceWords.has(opening.folded)) {
    const since = momentAt(tokens, index + 1);
    if (!since || since.year === undefined) return undefined;
    return { range: { start: first(since), current: true, single: false, from: opening.from, to: endOf(tokens, since.next) }, next: since.next };
  }
  const moment = momentAt(tokens, index);
  if (!moment) return undefined;
  return rangeFrom(tokens, index, moment) ?? singleAt(tokens, index, moment);
}

function rangeFrom(tokens: readonly DateToken[], index: number, start: Moment): { range: DateRange; next: number } | undefined {
  const from = (tokens[index] as DateToken).from;
  const separator = skipSeparator(tokens, start.next) ?? slashOfYears(tokens, start);
  if (separator === undefined) return openEnded(tokens, index, start);
  const ongoing = ongoingAt(tokens, separator) ?? (isRangeWord(tokens[start.next]) ? ongoingAt(tokens, start.next) : undefined);
  if (ongoing !== undefined) {
    if (start.year === undefined) return undefined;
    return { range: { start: first(start), current: true, single: false, from, to: endOf(tokens, ongoing) }, next: ongoing };
  }
  const end = endMomentAt(tokens, separator, start);
  if (!end || end.year === undefined) return openEnded(tokens, index, start);
  if (start.shortNumbers === true && end.shortNumbers !== true) return undefined;
  const startYear = start.year ?? (start.firstMonth !== undefined && start.firstMonth > (end.lastMonth ?? 12) ? end.year - 1 : end.year);
  const range = { start: yearMonth(startYear, start.firstMonth), end: last(end) };
  if (monthNumber(range.start, 1) > monthNumber(range.end, 12)) return undefined;
  const closing = tokens[end.next]?.folded === 'तक' ? end.next + 1 : end.next;
  return { range: { ...range, current: false, single: false, from, to: endOf(tokens, closing) }, next: closing };
}

/** "05/2020 –" at the end of the text or of the bracket, and "2021 onwards". */
function openEnded(tokens: readonly DateToken[], index: number, start: Moment): { range: DateRange; next: number } | undefined {
  if (start.year === undefined || start.weak) return undefined;
  const sign = tokens[start.next];
  if (!sign) return undefined;
  const after = tokens[start.next + 1];
  const open = rangeSigns.has(sign.text) && (after === undefined || after.text === ')' || after.text === ']');
  if (!open && !onwardWords.has(sign.folded)) return undefined;
  const from = (tokens[index] as DateToken).from;
  return { range: { start: first(start), current: true, single: false, from, to: sign.to }, next: start.next + 1 };
}

function singleAt(tokens: readonly DateToken[], index: number, moment: Moment): { range: DateRange; next: number } | undefined {
  if (moment.year === undefined || moment.weak) return undefined;
  const from = (tokens[index] as DateToken).from;
  return {
    range: { start: first(moment), end: last(moment), current: false, single: true, from, to: endOf(tokens, moment.next) },
    next: moment.next,
  };
}

/** The end of a range may be shorter than its start: "2018–22", "Jun'20 – Aug'20", "2011-12". */
function endMomentAt(tokens: readonly DateToken[], index: number, start: Moment): Moment | undefined {
  const moment = momentAt(tokens, index);
  if (moment?.year !== undefined) return moment;
  const apostrophe = isApostrophe(tokens[index]) ? index + 1 : index;
  const short = tokens[apostrophe];
  if (start.year === undefined || start.firstMonth !== undefined || short?.kind !== 'number' || short.folded.length !== 2) return undefined;
  if (isPartOfNumber(tokens, apostrophe)) return undefined;
  const year = Math.floor(start.year / 100) * 100 + Number(short.folded);
  return year >= start.year ? { year, next: apostrophe + 1 } : undefined;
}

function momentAt(tokens: readonly DateToken[], index: number): Moment | undefined {
  const token = tokens[index];
  if (!token) return undefined;
  return token.kind === 'word' ? momentOfWord(tokens, index) : token.kind === 'number' ? momentOfNumber(tokens, index) : undefined;
}

function momentOfWord(tokens: readonly DateToken[], index: number): Moment | undefined {
  const word = (tokens[index] as DateToken).folded;
  const season = seasonByName.get(word);
  if (season) {
    const year = yearAt(tokens, skipSigns(tokens, index + 1, ['of', ',']));
    return year && { year: year.year, firstMonth: season[0], lastMonth: season[1], next: year.next };
  }
  const part = partOfYearAt(tokens, index);
  if (part) {
    const year = yearAt(tokens, skipSigns(tokens, part.next, ['of', ',', '-', '/']));
    return year && { ...part, year: year.year, next: year.next };
  }
  const month = monthByName.get(word);
  if (month === undefined) return undefined;
  const names = { firstMonth: month, lastMonth: month };
  const afterName = skipSigns(tokens, index + 1, ['.', ',', 'of']);
  const day = dayAt(tokens, afterName);
  const afterDay = day === undefined ? undefined : yearAt(tokens, skipSigns(tokens, day, [',', '.']));
  if (afterDay && !afterDay.short) return { ...names, year: afterDay.year, next: afterDay.next };
  const joint = skipSigns(tokens, afterName, ['-', '–', '/', '.', ',']);
  const year = yearAt(tokens, joint);
  if (year) return { ...names, year: year.year, next: year.next, ...(year.weak && joint === afterName ? { weak: true } : {}) };
  return { ...names, next: tokens[index + 1]?.text === '.' ? index + 2 : index + 1 };
}

function momentOfNumber(tokens: readonly DateToken[], index: number): Moment | undefined {
  if (isPartOfNumber(tokens, index)) return undefined;
  const token = tokens[index] as DateToken;
  const value = Number(token.folded);
  if (token.folded.length === 4) return momentOfYear(tokens, index, value);
  if (token.folded.length > 2 || value < 1) return undefined;
  const day = value <= 31 ? dayAt(tokens, index) : undefined;
  const name = day === undefined ? undefined : skipSigns(tokens, day, ['-', '/', '.', 'of']);
  const named = name === undefined ? undefined : monthByName.get(tokens[name]?.folded ?? '');
  if (name !== undefined && named !== undefined) {
    const year = yearAt(tokens, skipSigns(tokens, name + 1, ['.', ',', '-', '/']));
    return year && { year: year.year, firstMonth: named, lastMonth: named, next: year.next };
  }
  return numericDate(tokens, index, value);
}

/** 05/2020, 15/05/2020, 05-2020, 15.05.2020; "04/17" may be a day, so it counts only inside a range. */
function numericDate(tokens: readonly DateToken[], index: number, value: number): Moment | undefined {
  const sign = tokens[index + 1]?.text;
  const second = tokens[index + 2];
  if (sign === undefined || !['/', '-', '.'].includes(sign) || second?.kind !== 'number') return undefined;
  const number = Number(second.folded);
  if (second.folded.length === 4) {
    return value <= 12 && isYear(number) ? { year: number, firstMonth: value, lastMonth: value, next: index + 3 } : undefined;
  }
  const third = tokens[index + 4];
  if (sign === '/' && second.folded.length === 2 && value <= 12 && tokens[index + 3]?.text !== sign) return { year: 2000 + number, firstMonth: value, lastMonth: value, next: index + 3, weak: true, shortNumbers: true };
  if (tokens[index + 3]?.text !== sign || third?.kind !== 'number' || third.folded.length !== 4) return undefined;
  const year = Number(third.folded);
  const month = number > 12 ? value : number;
  return isYear(year) && month >= 1 && month <= 12 ? { year, firstMonth: month, lastMonth: month, next: index + 5 } : undefined;
}

/** 2020, 2020-05, 2020/05/15, 2020 May, 2020 Q3 */
function momentOfYear(tokens: readonly DateToken[], index: number, year: number): Moment | undefined {
  if (!isYear(year)) return undefined;
  const next = tokens[index + 1];
  const after = tokens[index + 2];
  const joined = next !== undefined && !next.spaceBefore && after !== undefined && !after.spaceBefore;
  if (joined && ['-', '/', '.'].includes(next.text) && after.kind === 'number' && after.folded.length === 2) {
    const month = Number(after.folded);
    const schoolYear = next.text === '-' && month === (year + 1) % 100 && !isDay(tokens, index + 3);
    if (month >= 1 && month <= 12 && !schoolYear && !isPartOfNumber(tokens, index + 2)) {
      return { year, firstMonth: month, lastMonth: month, next: isDay(tokens, index + 3) ? index + 5 : index + 3 };
    }
  }
  const month = next?.kind === 'word' ? monthByName.get(next.folded) : undefined;
  if (month !== undefined && yearAt(tokens, index + 2) === undefined) return { year, firstMonth: month, lastMonth: month, next: index + 2 };
  const part = next?.kind === 'word' ? partOfYearAt(tokens, index + 1) : undefined;
  return part ? { ...part, year } : { year, next: index + 1 };
}

function isDay(tokens: readonly DateToken[], index: number): boolean {
  const sign = tokens[index];
  const day = tokens[index + 1];
  return sign !== undefined && !sign.spaceBefore && ['-', '/', '.'].includes(sign.text) && day?.kind === 'number' && !day.spaceBefore && day.folded.length <= 2;
}

/** Q3 and H1: the letter and its digit are two tokens. */
function partOfYearAt(tokens: readonly DateToken[], index: number): { firstMonth: number; lastMonth: number; next: number } | undefined {
  const letter = tokens[index]?.folded;
  const digit = tokens[index + 1];
  if ((letter !== 'q' && letter !== 'h') || digit?.kind !== 'number' || digit.spaceBefore || digit.folded.length !== 1) return undefined;
  const part = Number(digit.folded);
  const length = letter === 'q' ? 3 : 6;
  if (part < 1 || part > 12 / length) return undefined;
  return { firstMonth: (part - 1) * length + 1, lastMonth: part * length, next: index + 2 };
}

function dayAt(tokens: readonly DateToken[], index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind !== 'number' || token.folded.length > 2) return undefined;
  const day = Number(token.folded);
  if (day < 1 || day > 31) return undefined;
  const ending = tokens[index + 1];
  return ending && !ending.spaceBefore && ordinalEndings.has(ending.folded) ? index + 2 : index + 1;
}

function yearAt(tokens: readonly DateToken[], index: number): { year: number; next: number; short: boolean; weak: boolean } | undefined {
  const apostrophe = isApostrophe(tokens[index]);
  const position = apostrophe ? index + 1 : index;
  const token = tokens[position];
  if (token?.kind !== 'number' || isPartOfNumber(tokens, position)) return undefined;
  const value = Number(token.folded);
  if (token.folded.length === 4 && isYear(value)) return { year: value, next: position + 1, short: false, weak: false };
  if (token.folded.length !== 2) return undefined;
  const year = value <= 60 ? 2000 + value : 1900 + value;
  return { year, next: position + 1, short: true, weak: !apostrophe };
}

function skipSeparator(tokens: readonly DateToken[], index: number): number | undefined {
  const token = tokens[index];
  if (!token || !(rangeSigns.has(token.text) || isRangeWord(token))) return undefined;
  const second = tokens[index + 1];
  return second && (rangeSigns.has(second.text) || (token.text === '-' && second.text === '>') || (rangeSigns.has(token.text) && isRangeWord(second) && ongoingAt(tokens, index + 1) === undefined)) ? index + 2 : index + 1;
}

/** "2016/2017" */
function slashOfYears(tokens: readonly DateToken[], { firstMonth, next }: Moment): number | undefined {
  const year = tokens[next + 1];
  return firstMonth === undefined && tokens[next]?.text === '/' && year?.kind === 'number' && year.folded.length === 4 ? next + 1 : undefined;
}

function isRangeWord(token: DateToken | undefined): boolean {
  return token?.kind === 'word' && rangeWords.has(token.folded);
}

function ongoingAt(tokens: readonly DateToken[], index: number): number | undefined {
  for (const phrase of ongoingPhrases) {
    if (phrase.every((word, offset) => tokens[index + offset]?.folded === word)) return index + phrase.length;
  }
  return undefined;
}

function skipSigns(tokens: readonly DateToken[], index: number, signs: readonly string[]): number {
  const token = tokens[index];
  return token && signs.includes(token.folded) ? index + 1 : index;
}

function isApostrophe(token: DateToken | undefined): boolean {
  return token !== undefined && ["'", '’', '‘', '`', '´'].includes(token.text);
}

/** Part of an amount, a percentage, a decimal or a code, not a date: "₹2020", "2,000", "2000+", "2020%", "v2020". */
function isPartOfNumber(tokens: readonly DateToken[], index: number): boolean {
  const token = tokens[index] as DateToken;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (before && !token.spaceBefore && (['$', '₹', '€', '£', '#', '+', '_'].includes(before.text) || before.kind === 'word')) return before.kind !== 'word' || !isDateWord(before);
  if (before && !token.spaceBefore && before.text === ',' && tokens[index - 2]?.kind === 'number' && token.folded.length !== 4) return true;
  if (!after || after.spaceBefore) return false;
  if (['%', '+', '_', '°'].includes(after.text)) return true;
  return after.text === ',' && tokens[index + 2]?.kind === 'number' && !(tokens[index + 2] as DateToken).spaceBefore && (tokens[index + 2] as DateToken).folded.length === 3;
}

function isDateWord(token: DateToken): boolean {
  return monthByName.has(token.folded) || seasonByName.has(token.folded) || token.folded === 'q' || token.folded === 'h';
}

function isYear(value: number): boolean {
  return value >= earliestYear && value <= latestYear;
}

function first(moment: Moment): string {
  return yearMonth(moment.year as number, moment.firstMonth);
}

function last(moment: Moment): string {
  return yearMonth(moment.year as number, moment.lastMonth);
}

function yearMonth(year: number, month: number | undefined): string {
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}

function endOf(tokens: readonly DateToken[], next: number): number {
  return (tokens[next - 1] as DateToken).to;
}
