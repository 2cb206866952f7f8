import { findDateRanges } from '../text/date-range.ts';
import { dateTokens, type DateToken } from '../text/date-tokens.ts';
import { monthByName, ongoingPhrases, ordinalEndings, rangeSigns, rangeWords, seasonByName } from '../text/date-words.ts';

/** Signs that part what stands on a line: a month between two of them, or at an end of the line, is a date and no word of a sentence. */
const parting = /^[()[\]|,;:·•‐‑‒–—/-]$/u;
const dayAndMonth = /(?<![\d/])(?:[0-2]?\d|3[01])\/(?:0?\d|1[0-2])\s*(?:[-–—]|to)\s*(?:[0-2]?\d|3[01])\/(?:0?\d|1[0-2])(?![\d/])/u;

/** True where a date stands in the text without its year ("Jun – Aug", "15 June", "(Summer)", "12/06 – 28/08") and none with its year does. */
export function hasYearlessDate(text: string): boolean {
  if (findDateRanges(text).length > 0) return false;
  const tokens = dateTokens(text);
  return dayAndMonth.test(text) || tokens.some((_token, index) => isYearlessAt(tokens, index));
}

function isYearlessAt(tokens: readonly DateToken[], index: number): boolean {
  const named = momentAt(tokens, index);
  if (!named) return false;
  if (named.hasDay) return true;
  const separator = tokens[named.next];
  const isRange = separator !== undefined && (rangeSigns.has(separator.text) || rangeWords.has(separator.folded)) && (momentAt(tokens, named.next + 1) !== undefined || isOngoing(tokens, named.next + 1));
  return isRange || (parts(tokens[index - 1]) && parts(separator));
}

/** A month, with its day where one is written, or a season; `next` is the place after it. */
function momentAt(tokens: readonly DateToken[], index: number): { readonly next: number; readonly hasDay: boolean } | undefined {
  const day = dayAt(tokens, index);
  const at = day ?? index;
  const word = tokens[at]?.folded ?? '';
  if (day === undefined && seasonByName.has(word)) return { next: at + 1, hasDay: false };
  if (!monthByName.has(word)) return undefined;
  const afterName = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  const after = day === undefined ? dayAt(tokens, afterName) : undefined;
  return { next: after ?? afterName, hasDay: day !== undefined || after !== undefined };
}

function dayAt(tokens: readonly DateToken[], index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind !== 'number' || !/^(?:0?[1-9]|[12]\d|3[01])$/.test(token.folded)) return undefined;
  return ordinalEndings.has(tokens[index + 1]?.folded ?? '') ? index + 2 : index + 1;
}

function isOngoing(tokens: readonly DateToken[], index: number): boolean {
  return ongoingPhrases.some((phrase) => phrase.every((word, offset) => tokens[index + offset]?.folded === word));
}

function parts(token: DateToken | undefined): boolean {
  return token === undefined || parting.test(token.text);
}
