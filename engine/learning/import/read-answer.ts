/** Which options are right, from an answer written as a letter, a number or the text itself, alone or several. */
import { foldKey } from '../../text/index.ts';
import type { ReadOption } from './read-options.ts';
import { plainText } from './read-options.ts';

/** From which number a file counts its options. */
export type CountsFrom = 0 | 1;

/** Indexes of the options that `answer` names; null when it names something else. */
export function rightOptions(answer: unknown, options: readonly ReadOption[], countsFrom: CountsFrom): number[] | null {
  if (Array.isArray(answer)) {
    const each = answer.map((one: unknown) => rightOptions(one, options, countsFrom));
    return each.length === 0 || each.includes(null) ? null : unique(each.flatMap((found) => found ?? []));
  }
  const text = plainText(answer);
  if (text === null) return null;
  if (text.startsWith('[')) {
    const listed = text.replaceAll(/^\[|\]$|["']/g, '').split(',').map((one) => one.trim());
    return rightOptions(listed, options, countsFrom);
  }
  const one = oneOption(text, options, countsFrom);
  if (one !== null) return [one];
  return severalOptions(text, options, countsFrom);
}

/** The number that an answer is, where it is one and no option's text; by these a file shows from where it counts. */
export function answeredNumber(answer: unknown, options: readonly ReadOption[]): number | null {
  const [only] = Array.isArray(answer) ? answer as unknown[] : [answer];
  const text = plainText(only);
  return text !== null && /^\d{1,2}$/.test(text) && byText(text, options) === null && byLabel(text, options) === null ? Number(text) : null;
}

function oneOption(text: string, options: readonly ReadOption[], countsFrom: CountsFrom): number | null {
  return byText(text, options) ?? byMark(text.replace(/^(?:option|choice|answer)\s+/i, ''), options, countsFrom) ?? byLetterAndText(text, options);
}

function byText(text: string, options: readonly ReadOption[]): number | null {
  const wanted = foldKey(text);
  const same = options.flatMap((option, at) => (foldKey(option.text) === wanted ? [at] : []));
  // Letters of either case may be all that options differ in.
  const exact = options.findIndex((option) => option.text === text);
  return exact >= 0 ? exact : same.length === 1 ? (same[0] ?? null) : null;
}

function byLabel(text: string, options: readonly ReadOption[]): number | null {
  const at = options.findIndex(({ label }) => label !== null && label === text.toLowerCase());
  return at < 0 ? null : at;
}

/** "B", "b)", "(b)", "2". */
function byMark(text: string, options: readonly ReadOption[], countsFrom: CountsFrom): number | null {
  const mark = /^\(?([A-Ja-j]|\d{1,2})[).:]?$/.exec(text)?.[1]?.toLowerCase();
  if (mark === undefined) return null;
  const labelled = byLabel(mark, options);
  if (labelled !== null) return labelled;
  const at = /\d/.test(mark) ? Number(mark) - countsFrom : mark.charCodeAt(0) - 97;
  return options[at] === undefined ? null : at;
}

/** "B) the text of the option". */
function byLetterAndText(text: string, options: readonly ReadOption[]): number | null {
  const [, letter, rest] = /^\(?([A-Ja-j])[).:]\s+(\S[\s\S]*)$/.exec(text) ?? [];
  if (letter === undefined || rest === undefined) return null;
  const at = byText(rest, options);
  return at !== null && at === byMark(letter, options, 1) ? at : null;
}

function severalOptions(text: string, options: readonly ReadOption[], countsFrom: CountsFrom): number[] | null {
  const run = /^[A-J]{2,10}$/.test(text) ? [...text] : null;
  for (const parts of [run, ...[/[|\n]/, /;/, /,/, /\s+(?:and|&)\s+|\s*[,;&]\s*/i, /\s+/].map((sign) => text.split(sign))]) {
    const named = (parts ?? []).map((part) => part.trim()).filter((part) => part !== '');
    if (named.length < 2) continue;
    const found = named.map((part) => oneOption(part, options, countsFrom));
    if (!found.includes(null)) return unique(found.flatMap((at) => at ?? []));
  }
  return null;
}

const unique = (places: readonly number[]): number[] => [...new Set(places)].sort((a, b) => a - b);
