/** A section's lines → its entries: the lines that head each one, what stands at its margin, and its points. */
import { type DateRange, findDateRanges } from '../../text/date-range.ts';
import type { ResumeLine } from '../types.ts';
import { joinWrapped } from './join-text.ts';
import { type LabelKind, readLineLabel } from './labels.ts';
import { asideTexts, classify, isLengthOfStay, mainText } from './line-classes.ts';
import { isPlace } from '../vocabulary/places.ts';
import { roleScore } from '../vocabulary/roles.ts';
import { type HeaderLine, joinBrokenRanges, pageLines, unwrapped, wrappingMargin } from './wrapped-headers.ts';

/** A point or paragraph of an entry, its wrapped lines joined. */
export interface Block {
  readonly text: string;
  readonly lines: readonly ResumeLine[];
  readonly bulleted: boolean;
  readonly indent: number;
}

export interface RawEntry {
  readonly header: readonly HeaderLine[];
  /** Dates and places beside the header and the first points, in reading order. */
  readonly asides: readonly { readonly text: string; readonly line: ResumeLine }[];
  readonly body: readonly Block[];
  /** The header of an organisation under which this and further roles stand. */
  readonly parent?: ResumeLine;
}

interface Draft {
  header: HeaderLine[];
  asides: { text: string; line: ResumeLine }[];
  body: { parts: string[]; lines: ResumeLine[]; bulleted: boolean; indent: number }[];
  parent?: ResumeLine;
}

export interface SplitOptions {
  readonly written: ReadonlySet<string>;
  /** True where every entry is expected to have a date (experience, education). */
  readonly dated: boolean;
}

export function splitEntries(lines: readonly ResumeLine[], options: SplitOptions): RawEntry[] {
  const shape = { right: wrappingMargin(lines) };
  const drafts = promoteBullets(group(joinBrokenRanges(lines), options.dated), options.written);
  const split = drafts.flatMap(splitByDates).map(underEmployer);
  const merged = options.dated ? adoptUndated(split) : split;
  return merged
    .filter((draft) => draft.header.length > 0 || draft.body.length > 0)
    .map((draft) => ({
      header: unwrapped(draft.header, options.written, shape),
      asides: draft.asides,
      body: draft.body.map((block) => ({ text: joinWrapped(block.parts, options.written), lines: block.lines, bulleted: block.bulleted, indent: block.indent })),
      ...(draft.parent ? { parent: draft.parent } : {}),
    }));
}

function group(lines: readonly ResumeLine[], dated: boolean): Draft[] {
  const classes = classify(lines);
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  let pendingAsides: Draft['asides'] = [];
  for (const [index, line] of lines.entries()) {
    const kind = classes[index];
    const asides = kind === 'aside' ? [{ text: line.text, line }] : asideTexts(line).map((text) => ({ text, line }));
    if (kind === 'head' && (!draft || (draft.body.length > 0 && !addsLabel(draft, line, dated)) || repeatsLabel(draft, line, dated))) {
      draft = { header: [], asides: pendingAsides, body: [] };
      pendingAsides = [];
      drafts.push(draft);
    }
    if (kind === 'aside' && (!draft || startsNext(lines, classes, index))) {
      pendingAsides.push(...asides);
      continue;
    }
    if (!draft) {
      draft = { header: [], asides: pendingAsides, body: [] };
      pendingAsides = [];
      drafts.push(draft);
    }
    draft.asides.push(...asides);
    if (kind === 'head') draft.header.push(line);
    else if (kind !== 'aside') addToBody(draft, line, kind === 'wrap');
  }
  const last = drafts.at(-1);
  last?.asides.push(...pendingAsides);
  return drafts;
}

/** "Company: …" opens an entry, so the next "Company: …" opens the next. */
function repeatsLabel(draft: Draft, line: ResumeLine, dated: boolean): boolean {
  const label = labelOf(line, dated);
  const opening = draft.header[0];
  return label !== undefined && opening !== undefined && labelOf(opening, dated) === label;
}

/** Where entries need no dates they are projects: "Title: …" and "Project: …" both name one. */
function labelOf(line: ResumeLine, dated: boolean): LabelKind | undefined {
  const label = readLineLabel(line)?.kind;
  return label === 'title' && !dated ? 'name' : label;
}

/** In an entry of labels and values, a label that it has not had yet still belongs to it, below what it says as well. */
function addsLabel(draft: Draft, line: ResumeLine, dated: boolean): boolean {
  const label = labelOf(line, dated);
  const own = draft.header.map((other) => labelOf(other, dated));
  return label !== undefined && own[0] !== undefined && !own.includes(label);
}

/** A date alone on a line, with space above it and a header right below, belongs to what follows. */
function startsNext(lines: readonly ResumeLine[], classes: readonly string[], index: number): boolean {
  const line = lines[index] as ResumeLine;
  const next = lines[index + 1];
  return next !== undefined && classes[index + 1] === 'head' && line.spaceAbove > 1.3 && next.spaceAbove <= line.spaceAbove && line.box.x <= next.box.x + 1;
}

function addToBody(draft: Draft, line: ResumeLine, goesOn: boolean): void {
  const last = draft.body.at(-1);
  const text = mainText(line);
  if (goesOn && last) {
    last.parts.push(text);
    last.lines.push(line);
  } else {
    draft.body.push({ parts: [text], lines: [line], bulleted: line.bullet !== undefined, indent: line.indent });
  }
}

/** A section of nothing but points: those furthest left with a date, a bold opening or points below them head entries. */
function promoteBullets(drafts: readonly Draft[], written: ReadonlySet<string>): Draft[] {
  const [only] = drafts;
  if (drafts.length !== 1 || !only || only.header.length > 0) return [...drafts];
  const bulleted = only.body.filter((block) => block.bulleted);
  if (bulleted.length === 0) return [...drafts];
  const left = Math.min(...bulleted.map((block) => block.indent));
  // Where the first is numbered, what has another sign is a point below it.
  const isNumbered = (block: Draft['body'][number]): boolean => /\d/.test(block.lines[0]?.bullet ?? '');
  const [first] = bulleted;
  const heads = (block: Draft['body'][number]): boolean => block.bulleted && block.indent <= left + 3 && (first === undefined || !isNumbered(first) || isNumbered(block));
  const promoted: Draft[] = [];
  for (const block of only.body) {
    const current = promoted.at(-1);
    if (heads(block)) {
      promoted.push({ header: [asOneLine(block.lines, written)], asides: asidesOf(only, block.lines), body: [] });
    } else if (current) {
      current.body.push(block);
      current.asides.push(...asidesOf(only, block.lines));
    }
  }
  return promoted;
}

/** A point that wraps, as one line: a date may be broken over its end. */
function asOneLine(lines: readonly ResumeLine[], written: ReadonlySet<string>): HeaderLine {
  const [first, ...others] = lines as [ResumeLine, ...ResumeLine[]];
  const [segment] = first.segments;
  if (others.length === 0 || !segment) return first;
  const text = joinWrapped(lines.map(mainText), written);
  return { ...first, text, segments: [{ ...segment, text, aside: false }], joins: lines };
}

function asidesOf(draft: Draft, lines: readonly ResumeLine[]): Draft['asides'] {
  return draft.asides.filter((aside) => lines.includes(aside.line));
}

/** A network's export sets the length of the whole stay below an employer's name, and below that the posts with their own dates. */
function underEmployer(draft: Draft): Draft {
  const [first, second] = draft.header;
  const stay = draft.asides.find(({ line, text }) => first !== undefined && line.page === first.page && line.line === first.line + 1 && isLengthOfStay(text));
  if (draft.parent !== undefined || first === undefined || second === undefined || stay === undefined || roleScore(mainText(first)) > 0.5) return draft;
  return { ...draft, header: draft.header.slice(1), asides: draft.asides.filter((aside) => aside !== stay && aside.line !== first), parent: first };
}

/** The line from which the next entry may begin: below a date a place alone on its line, with a post below it, is of the entry above. */
function placeBelow(header: readonly ResumeLine[], dateAbove: number, dateBelow: number): number {
  const [place, next] = header.slice(dateAbove + 1);
  const isOfAbove = place !== undefined && next !== undefined && dateAbove + 2 < dateBelow && isPlace(mainText(place)) && roleScore(mainText(next)) > 0.5;
  return dateAbove + (isOfAbove ? 2 : 1);
}

/** The length of the whole stay stands between an employer and the first post there. */
function isStayBetween({ header, asides }: Draft, start: number): boolean {
  const employer = header[start - 1] as ResumeLine;
  return asides.some(({ text, line }) => line.page === employer.page && line.line === employer.line + 1 && isLengthOfStay(text));
}

/** The date a header line carries: at its margin, or as a piece of its text. */
function dateOfLine(line: ResumeLine): DateRange | undefined {
  const ranges = findDateRanges(line.text);
  return ranges.find((range) => !range.single) ?? ranges[0];
}

/** Entries without points follow each other directly: each date begins a new one, at the same distance from its first line. */
function splitByDates(whole: Draft): Draft[] {
  const draft = { ...whole, header: withOwnDates(whole) };
  const split = splitAtDates(draft);
  return split.length < 2 && draft.header.length > whole.header.length ? [whole] : split;
}

/** The header with the dates that stand on lines of their own among its lines. */
function withOwnDates({ header, asides, body }: Draft): HeaderLine[] {
  const [first] = header;
  const told = body[0]?.lines[0];
  if (first === undefined) return header;
  const own = new Set(asides.filter(({ text, line }) => !header.includes(line) && isBelow(line, first) && (told === undefined || isBelow(told, line)) && findDateRanges(text).some((range) => !range.single)).map(({ line }) => line));
  return own.size === 0 ? header : [...header, ...own].toSorted((a, b) => a.page - b.page || a.line - b.line);
}

function splitAtDates(draft: Draft): Draft[] {
  const dated = draft.header.flatMap((line, index) => {
    const range = dateOfLine(line);
    const above = draft.header[index - 1];
    const ends = above !== undefined && range?.single === true && asideTexts(above).some((text) => /(?:[-–—]|\bto)$/u.test(text) || isOneRange(text, asideTexts(line)[0]));
    return range && !ends ? [{ index, range }] : [];
  });
  if (dated.length < 2) return [draft];
  const [first, second] = dated as [(typeof dated)[0], (typeof dated)[0]];
  if (dated.length === 2 && draft.body.length > 0 && isWithin(second.range, first.range) && second.index === draft.header.length - 1 && first.index === 0) {
    const parent = draft.header[0] as ResumeLine;
    return [{ ...draft, header: draft.header.slice(1), asides: draft.asides.filter((aside) => aside.line !== parent), parent }];
  }
  if (dated.length === 2 && first.range.single && second.index === first.index + 1 && !second.range.single && draft.body.length > 0) return [draft];
  const starts = [0];
  for (let at = 1; at < dated.length; at += 1) {
    const before = (dated[at - 1] as (typeof dated)[0]).index;
    const date = (dated[at] as (typeof dated)[0]).index;
    const from = placeBelow(draft.header, before, date);
    const start = startBetween(draft.header, from, date, first.index);
    starts.push(start > from && isStayBetween(draft, start) ? start - 1 : start);
  }
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? draft.header.length;
    const header = draft.header.slice(start, end);
    const isLast = at === starts.length - 1;
    const next = draft.header[end];
    const inHeader = draft.asides.filter((aside) => header.includes(aside.line));
    const between = draft.asides.filter((aside) => !draft.header.includes(aside.line) && (at === 0 || isBelow(aside.line, draft.header[start] as ResumeLine)) && (next === undefined || isBelow(next, aside.line)));
    return { header, asides: [...inHeader, ...between], body: isLast ? draft.body : [] };
  });
}

const isBelow = (line: ResumeLine, above: ResumeLine): boolean => line.page > above.page || (line.page === above.page && line.line > above.line);

/** "Jul 2016 to May" above "2020" */
function isOneRange(above: string, below: string | undefined): boolean {
  if (below === undefined || !/\p{L}$/u.test(above)) return false;
  const range = findDateRanges(`${above} ${below}`)[0];
  return range !== undefined && !range.single && range.to > above.length;
}

function startBetween(header: readonly ResumeLine[], from: number, date: number, offset: number): number {
  let widest = from;
  for (let index = from; index <= date; index += 1) {
    if ((header[index] as ResumeLine).spaceAbove > (header[widest] as ResumeLine).spaceAbove + 0.2) widest = index;
  }
  const spaces = header.slice(from, date + 1).map((line) => line.spaceAbove);
  if (Math.max(...spaces) > Math.min(...spaces) + 0.2) return widest;
  let start = Math.max(from, date - offset);
  // A post right above, where none stands in what the distance gives: it belongs to what follows and not to the entry above.
  const namesPost = (line: ResumeLine): boolean => roleScore(mainText(line)) > 0.5 && !isPlace(mainText(line)) && findDateRanges(line.text).length === 0;
  if (start > from && start < date && namesPost(header[start - 1] as ResumeLine) && !header.slice(start, date + 1).some(namesPost)) start -= 1;
  return start;
}

/** Whether one stretch of time lies inside another. */
export function isWithin(inner: DateRange, outer: DateRange): boolean {
  if (inner.start === undefined || outer.start === undefined || outer.single) return false;
  const innerEnd = inner.current ? '9999' : (inner.end ?? inner.start);
  const outerEnd = outer.current ? '9999' : (outer.end ?? outer.start);
  return inner.start >= outer.start && innerEnd <= outerEnd;
}

/**
 * Where entries have dates, a header without one is no entry: a sub-heading inside the entry above ("Key projects"),
 * unless it is set exactly like the first lines of the others.
 */
function adoptUndated(drafts: readonly Draft[]): Draft[] {
  const withDate = drafts.filter(hasDate);
  if (withDate.length < 1 || withDate.length < 0.5 * drafts.length) return [...drafts];
  const looks = new Set(withDate.flatMap((draft) => (draft.header[0] ? [lookOf(draft.header[0])] : [])));
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const above = kept.at(-1);
    const first = draft.header[0];
    if (above && first && !hasDate(draft) && (!looks.has(lookOf(first)) || (draft.header.length === 1 && /[:：]$/.test(mainText(first))))) {
      for (const line of draft.header) above.body.push({ parts: [mainText(line)], lines: [...pageLines(line)], bulleted: false, indent: line.indent });
      above.body.push(...draft.body);
      above.asides.push(...draft.asides);
    } else {
      kept.push(draft);
    }
  }
  return kept;
}

function hasDate(draft: Draft): boolean {
  return draft.header.some((line) => dateOfLine(line) !== undefined) || draft.asides.some((aside) => findDateRanges(aside.text).length > 0);
}

function lookOf(line: ResumeLine): string {
  const first = line.segments.find((segment) => !segment.aside);
  return `${first?.bold ?? line.bold}|${first?.italic ?? line.italic}|${Math.round(line.fontSize)}|${Math.round(line.indent / 6)}`;
}
