/** The header of an entry → the pieces it is made of: role, employer, place, date, parted by signs, gaps and style. */
import { type DateRange, findDateRanges } from '../../text/date-range.ts';
import { isDuration } from '../../text/months.ts';
import { degreeAtStart } from '../vocabulary/degrees.ts';
import { isLegalForm, organisationScore, schoolScore } from '../vocabulary/organisations.ts';
import { isKnownPlace, isPlace, isRegion } from '../vocabulary/places.ts';
import { roleScore } from '../vocabulary/roles.ts';
import type { ResumeLine } from '../types.ts';

export interface Piece {
  readonly text: string;
  readonly line: ResumeLine;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Position of the line in the header, from 0. */
  readonly row: number;
  /** Stretches between strong signs; commas part pieces inside one. */
  readonly group: number;
}

export interface Dated {
  readonly range: DateRange;
  readonly lines: readonly ResumeLine[];
}

const strongSign = /\s*[|‖¦]\s*|\s+[•·●▪∙◆*~›»]\s+|\s+[–—―-]{1,3}\s+|\s+@\s+|\s+\/\/\s+|\s*[→⇒]\s*|[:：]\s+|;\s+|(?=\s+(?:at|with)\s)(?<!(?:University|College|Institute) of \p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?)\s+(?:at|with)\s+(?=\p{Lu})/u;
const edgeSigns = /^[\s,;:|•·–—―@/~-]+|[\s,;:|•·–—―@/~-]+$/gu;
/** "Sandia Freight Lines-Albuquerque, NM": a job portal sets no space around its dash. */
const gluedPlace = /(?<=\p{L}{3})-(?=\p{Lu}[\p{Ll}.']+(?: \p{Lu}[\p{Ll}.']+)?, \p{Lu}{2}$)/u;
export const emptyBrackets = /[([]\s*[–—,·-]?\s*[)\]]/g;

/** "Presently working as Design Engineer in Kalyani Tools": a post told as a sentence. */
const opening = /^(?:(?:presently|currently|previously|formerly|have|has|i|am|was)\s+){0,3}(?:work(?:ed|ing)|serv(?:ed|ing)|intern(?:ed|ing)|employed|engaged|appointed)\s+as\s+(?:an?\s+|the\s+)?/iu;
const sentenceSign = /\s+(?:at|with|in|for)\s+(?=\p{Lu})|\s+[–—-]\s+|\s*\|\s*/u;

/** "2 years as electrician in Tata Projects", "Working with L&T as supervisor". */
const openingWithYears = /^(?:\d{1,2}(?:\.\d)?\+?\s*years?(?:\s+(?:of\s+)?experience)?|experience)\s+as\s+(?:an?\s+)?/iu;
const employerFirst = /^(?:(?:presently|currently|previously|formerly|have|has|i|am|was)\s+){0,3}(?:work(?:ed|ing)|employed|engaged)\s+(?:with|at|in|for)\s+(\p{Lu}.{1,70}?)\s+as\s+(?:an?\s+|the\s+)?(\p{L}.*)$/iu;

function toldInWords(text: string): { readonly text: string; readonly isSentence: boolean } {
  const withEmployer = employerFirst.exec(text);
  if (withEmployer) return { text: `${withEmployer[2] as string} at ${withEmployer[1] as string}`.replace(/\.(?=\s|$)/, ''), isSentence: true };
  const found = opening.exec(text) ?? openingWithYears.exec(text);
  return found ? { text: text.slice(found[0].length).replace(/\.$/, ''), isSentence: true } : { text, isSentence: false };
}

export function trimSigns(text: string): string {
  const trimmed = text.replace(emptyBrackets, ' ').replace(/\s*[([]\s*$/u, '').replace(edgeSigns, '').replace(/ {2,}/g, ' ').trim();
  return isBracketed(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}

function isBracketed(text: string): boolean {
  return /^\([^()]*\)$|^\[[^[\]]*\]$/.test(text);
}

/** A date is taken off a header line when it ends or opens a piece, stands in brackets, or is a range. */
export function withoutDates(text: string): { readonly text: string; readonly ranges: readonly DateRange[] } {
  const ranges = findDateRanges(text).filter((range) => !range.single || standsFree(text, range));
  let rest = text;
  for (const range of [...ranges].reverse()) rest = `${rest.slice(0, range.from)} ${rest.slice(range.to)}`;
  if (ranges.length > 0) rest = rest.replace(/\b(?:from|since|duration|period|dates?|expected|graduated|graduation|completed|batch|(?<!\bthe )year|passing|in)\s*[:：]?\s*(?=$|[),|·–—-]|\s{2,})/giu, ' ').replace(emptyBrackets, ' ');
  return { text: rest, ranges };
}

function standsFree(text: string, range: DateRange): boolean {
  const before = text.slice(0, range.from).trimEnd();
  const after = text.slice(range.to).trimStart();
  const opens = before === '' || /[(,|•·–—:;-]$/.test(before) || /\b(?:expected|graduated|graduation|completed|batch|year|in|class of|passing)$/iu.test(before);
  const closes = after === '' || /^[),|•·–—;.-]/.test(after);
  return closes && (opens || after === '') ? true : before === '' && /^[:,|–—-]/.test(after);
}

/** "Harbor & Vine / Line Cook": an employer or a school before the post or the degree; "HR / Admin Executive" is one post. */
function splitSlash(text: string): string[] {
  if (!text.includes('/')) return [text];
  const parts = text.split(/\s+\/\s+/u);
  const [first = '', second = ''] = parts;
  const namesPost = roleScore(second) >= 0.9 && roleScore(first) === 0 && first.includes(' ');
  return parts.length === 2 && (namesPost || (schoolScore(first) > 0 && degreeAtStart(second) !== undefined)) ? parts : [text];
}

/** Header lines → pieces without dates and lengths of time, and the dates. */
export function toPieces(header: readonly ResumeLine[]): { pieces: Piece[]; dates: Dated[] } {
  const pieces: Piece[] = [];
  const dates: Dated[] = [];
  let group = 0;
  for (const [row, line] of header.entries()) {
    group += 1;
    for (const segment of line.segments) {
      if (segment.aside) continue;
      if (segment.gap === 'wide') group += 1;
      const told = toldInWords(segment.text.includes('-') ? segment.text.replace(gluedPlace, ' - ') : segment.text);
      const { text, ranges } = withoutDates(told.text);
      dates.push(...ranges.map((range) => ({ range, lines: [line] })));
      const previous = pieces.at(-1);
      const styleChanges = previous !== undefined && previous.row === row && (previous.bold !== segment.bold || previous.italic !== segment.italic);
      if (styleChanges && segment.gap !== 'wide' && !/^\s*,/.test(text)) group += 1;
      for (const [index, part] of text.split(told.isSentence ? sentenceSign : strongSign).flatMap(splitSlash).entries()) {
        if (index > 0) group += 1;
        for (const piece of splitCommas(part)) {
          const clean = trimSigns(piece);
          if (clean === '' || isDuration(clean)) continue;
          pieces.push({ text: clean, line, bold: segment.bold, italic: segment.italic, row, group });
        }
      }
    }
  }
  return { pieces, dates };
}

/** Commas outside brackets part pieces, but not "Acme, Inc.". */
export function splitCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    else if ((letter === ',' || letter === '،') && depth === 0 && !/\d/.test(text[at + 1] ?? '')) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  const joined: string[] = [];
  for (const part of parts) {
    // "Calgary, AB" is a town in its province and no firm of Sweden's.
    if (joined.length > 0 && isLegalForm(part) && !(joined.length > 1 && /^\s*\p{Lu}{2}\s*$/u.test(part))) joined[joined.length - 1] += `,${part}`;
    else joined.push(part);
  }
  return joined;
}

export interface PlaceTaken {
  readonly place?: string;
  readonly line?: ResumeLine;
  readonly rest: readonly Piece[];
}

/** By itself at the end of its line, behind a wide gap. */
function isSetApart({ line, text }: Piece): boolean {
  const last = line.segments.at(-1);
  return line.segments.length > 1 && last?.gap === 'wide' && trimSigns(last.text) === text;
}

/** Takes the place off: a piece that is one, or the last two or three pieces of a group together, or what stands in brackets. */
export function takePlace(pieces: readonly Piece[], isTown: (name: string) => boolean = () => false): PlaceTaken {
  for (const count of [3, 2, 1]) {
    for (let at = pieces.length - count; at >= 0; at -= 1) {
      const run = pieces.slice(at, at + count);
      const [first] = run as [Piece, ...Piece[]];
      if (run.some((piece) => piece.group !== first.group)) continue;
      if (count > 1 && at === 0 && pieces.length === count) continue;
      const text = run.map((piece) => piece.text).join(', ');
      const opensGroup = pieces[at - 1]?.group !== first.group;
      if (!(isPlace(text) || (count === 1 && !opensGroup && at > 0 && isTown(text) && roleScore(text) + organisationScore(text) + schoolScore(text) === 0)) && !(count === 1 && at > 0 && at === pieces.findLastIndex(({ row }) => row === first.row) && isSetApart(first) && isTown(text) && roleScore(text) + organisationScore(text) + schoolScore(text) === 0) || (at === 0 && count === 1 && pieces.length === 1)) continue;
      if (count > 1 && !isKnownPlace(first.text) && opensGroup && at === 0) continue;
      // "Meridian Finserv, Pune, Maharashtra": a town that is known needs no unknown one before it.
      const second = run[1]?.text;
      if (second !== undefined && !isKnownPlace(first.text) && isKnownPlace(second) && !isRegion(second)) continue;
      return { place: text, line: first.line, rest: [...pieces.slice(0, at), ...pieces.slice(at + count)] };
    }
  }
  for (const [at, piece] of pieces.entries()) {
    const brackets = /^(.*\S)\s*[([]([^()[\]]{2,40})[)\]]$/u.exec(piece.text);
    if (!brackets || !isPlace(brackets[2] as string)) continue;
    const bare: Piece = { ...piece, text: brackets[1] as string };
    return { place: brackets[2] as string, line: piece.line, rest: [...pieces.slice(0, at), bare, ...pieces.slice(at + 1)] };
  }
  return { rest: pieces };
}
