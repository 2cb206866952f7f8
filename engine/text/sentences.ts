import type { Span } from './span.ts';

/** A full stop after these does not end a sentence. */
const abbreviations = new Set([
  'e.g', 'i.e', 'eg', 'ie', 'etc', 'vs', 'approx', 'incl', 'min', 'max', 'no', 'nos', 'dept', 'est', 'fig', 'viz', 'resp',
  'mr', 'mrs', 'ms', 'dr', 'prof', 'sr', 'jr', 'st', 'inc', 'ltd', 'pvt', 'co', 'corp', 'yrs', 'yr', 'exp',
  'b.tech', 'm.tech', 'b.e', 'm.e', 'b.sc', 'm.sc', 'b.com', 'm.com', 'ph.d', 'b.a', 'm.a', 'u.s', 'u.k', 'a.m', 'p.m',
]);

/** A stop and what closes after it; danda and double danda end sentences in Indic scripts. */
const stop = /[.!?।॥…]{1,4}["'”’)\]]{0,4}(?=\s|$)|\n+/g;

/** An initial: a capital alone at the beginning or after another name ("A. P. Kumar", not "written in C."). */
const initial = /(?:^|[\n.]\s*|\p{Lu}[\p{L}\p{M}]*[.]?\s+)\p{Lu}$/u;

function endsSentence(text: string, start: number, at: number): boolean {
  if (text[at] !== '.') return true;
  const before = text.slice(Math.max(start, at - 24), at);
  const lastWord = /[\p{L}\p{N}\p{M}.]+$/u.exec(before)?.[0].toLowerCase() ?? '';
  if (abbreviations.has(lastWord)) return /^\.["'”’)\]]{0,4}[^\S\n]{0,8}(?:\n|$)/.test(text.slice(at, at + 16));
  return !initial.test(before);
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from += 1;
  while (to > from && /\s/.test(text[to - 1] as string)) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** The sentences of a text, without white space at their ends. A line break ends one: lists have a sentence a line. */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const span = trimmed(text, start, end);
    if (span !== null) spans.push(span);
    start = end;
  };
  for (const match of text.matchAll(stop)) {
    if (endsSentence(text, start, match.index)) close(match.index + match[0].length);
  }
  close(text.length);
  return spans;
}

/** Where a new statement begins inside a sentence. A bare comma does not: it also separates the items of a list. Nor does "but not mandatory", which speaks of the same. */
const clauseBreak = /;|(?:,\s*)?(?<![\p{L}\p{M}])(?:but|however|although|though|whereas|while|except that|लेकिन|परंतु|परन्तु|जबकि|किन्तु)(?![\p{L}\p{M}])(?!\s(?:it(?:['’]s| is) |is |are )?not (?:strictly )?(?:mandatory|required|necessary|essential|needed|compulsory|a must))|\s[–—]\s(?=[a-z])/giu;

/** The clauses of one sentence, in offsets of the whole text. */
export function clauses(text: string, sentence: Span): Span[] {
  const inside = text.slice(sentence.start, sentence.end);
  const spans: Span[] = [];
  let start = 0;
  for (const match of inside.matchAll(clauseBreak)) {
    const span = trimmed(inside, start, match.index);
    if (span !== null) spans.push(span);
    start = match.index + match[0].length;
  }
  const last = trimmed(inside, start, inside.length);
  if (last !== null) spans.push(last);
  return spans.map((span) => ({ start: span.start + sentence.start, end: span.end + sentence.start }));
}
