/** A section's lines → its entries: the lines that head each one, what stands at its margin, and its points. */
import { type DateRange, findDateRanges } from '../../text/date-range.ts';
import type { ResumeLine } from '../types.ts';
import { joinWrapped } from './join-text.ts';
import { joinSegments } from '../lines/positioned-lines.ts';
import { degreeAtStart } from '../vocabulary/degrees.ts';
import { schoolScore } from '../vocabulary/organisations.ts';
import { isKnownPlace } from '../vocabulary/places.ts';
import { splitCommas, withoutDates } from './pieces.ts';
import { readLineLabel } from './labels.ts';
import { isAsideText } from '../lines/asides.ts';
import { asideTexts, classify, isFull, mainText, type SectionShape } from './line-classes.ts';

/** A point or paragraph of an entry, its wrapped lines joined. */
export interface Block {
  readonly text: string;
  readonly lines: readonly ResumeLine[];
  readonly bulleted: boolean;
  readonly indent: number;
}

/** A line of a header; where the page broke it, with the lines it was joined from. */
export interface HeaderLine extends ResumeLine {
  readonly joins?: readonly ResumeLine[];
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
  const drafts = promoteBullets(group(joinBrokenRanges(lines)), options.written);
  const split = drafts.flatMap(splitByDates);
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

const longestDateLine = 30;

/** "… (May 2023 – Nov" above "2025)", or "2024 -" above "Present": a range that is broken over two lines is one date, not two. */
function joinBrokenRanges(lines: readonly HeaderLine[]): HeaderLine[] {
  const joined: HeaderLine[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const last = above?.segments.at(-1);
    const [first, ...more] = line.segments;
    if (above && last && first && more.length === 0 && endsRange(above, last, line)) {
      const segments = [...above.segments.slice(0, -1), { ...last, text: `${last.text} ${writtenText(line)}` }];
      joined[joined.length - 1] = { ...above, text: joinSegments(segments), segments, joins: [...pageLines(above), ...pageLines(line)] };
    } else {
      joined.push(line);
    }
  }
  return joined;
}

/** A dash that opens a line is taken for a bullet. */
function writtenText(line: ResumeLine): string {
  return line.bullet === undefined ? line.text : `${line.bullet} ${line.text}`;
}

function endsRange(above: HeaderLine, last: ResumeLine['segments'][number], line: HeaderLine): boolean {
  if (last.aside || above.bullet !== undefined || line.text.length > longestDateLine || line.page !== above.page || line.column !== above.column) return false;
  if (line.bullet !== undefined && !/^[–—-]$/u.test(line.bullet)) return false;
  const end = writtenText(line);
  const whole = findDateRanges(`${last.text} ${end}`).at(-1);
  if (whole === undefined || whole.single || whole.from >= last.text.length || whole.to <= last.text.length + 1) return false;
  return /^[\s)\].]*$/u.test(`${last.text} ${end}`.slice(whole.to));
}

/** A title that takes two lines in a narrow column, as one line with the text of both. */
function unwrapped(header: readonly HeaderLine[], written: ReadonlySet<string>, shape: SectionShape): HeaderLine[] {
  const joined: HeaderLine[] = [];
  for (const line of header) {
    const above = joined.at(-1);
    const open = above ? openingRun(above) : [];
    const last = open.at(-1);
    const [first, ...others] = line.segments;
    if (above && last && first && wrapsOnto(above, last, line, shape)) {
      const whole = { ...last, text: joinWrapped([last.text, first.text], written) };
      const segments = [...open.slice(0, -1), whole, ...others, ...above.segments.slice(open.length)];
      joined[joined.length - 1] = { ...above, text: joinSegments(segments), segments, room: line.room, joins: [...pageLines(above), ...pageLines(line)] };
    } else {
      joined.push(line);
    }
  }
  return joined;
}

/** The lines of the page that a line stands for. */
export function pageLines(line: HeaderLine): readonly ResumeLine[] {
  return line.joins ?? [line];
}

/** What stands at the left of a line, up to a wide gap or a date at the margin. */
function openingRun(line: ResumeLine): ResumeLine['segments'] {
  const end = line.segments.findIndex((segment, index) => segment.aside || (index > 0 && segment.gap === 'wide'));
  return end < 0 ? line.segments : line.segments.slice(0, end);
}

/** Words that end the name of a field of study or of a post and never stand alone. */
const endOfField = /^(?:engineering|technology|technologies|sciences?|communications?|design|arts|finance|literature|nursing|commerce|management|administration|applications?|systems|studies|instrumentation|telecommunications?|intelligence|learning|security)(?: (?:and|&) \p{L}+| engineering)?$/iu;
const endOfSchool = /^(?:higher |senior |secondary |high |public |convent |state )*(?:school|college|university|institute|academy)$/iu;

/** `last` is the last stretch at the left of the line above: what wraps goes on in its style, under its line. */
function wrapsOnto(above: ResumeLine, last: ResumeLine['segments'][number], line: ResumeLine, shape: SectionShape): boolean {
  const [first] = line.segments;
  if (!first || !line.wraps || line.page !== above.page || line.spaceAbove > 1.25 || line.bullet !== undefined) return false;
  if (first.bold !== last.bold || first.italic !== last.italic || Math.abs(first.fontSize - last.fontSize) > 0.5 || Math.abs(line.indent - above.indent) > 2) return false;
  if (openingRun(line).length !== line.segments.length || findDateRanges(last.text).length > 0) return false;
  // What stands before a date may be the end of the name above; a date alone is not.
  const opening = withoutDates(first.text).text.replace(/[\s,|·•(–—-]+$/u, '');
  const isDated = findDateRanges(line.text).length > 0;
  if (opening === '' || (isDated && !isParted(above))) return false;
  const inBrackets = (above.text.match(/\(/g)?.length ?? 0) > (above.text.match(/\)/g)?.length ?? 0);
  if (inBrackets || /,$/u.test(last.text) || isKnownPlace(`${splitCommas(last.text).at(-1)?.trim() ?? ''} ${opening}`)) return true;
  if (isAsideText(line.text)) return false;
  if (endOfField.test(opening) && first.bold) return true;
  if (/\b(?:of|in|and)$|&$/u.test(last.text) || /^(?:of|and|&)\s/u.test(opening) || (endOfSchool.test(opening) && schoolScore(last.text) === 0)) return true;
  const beside = above.segments[openingRun(above).length];
  const room = beside ? beside.x - last.x - last.width - 0.5 * above.fontSize : above.room;
  if (!isFull({ ...above, segments: openingRun(above), room }, line, beside ? { right: undefined } : shape)) return false;
  const open = /(?:[,&/]|\bSt\.|\b(?:and|of|in|for|the|with|at))$/iu.test(last.text) || /^\p{Ll}/u.test(opening);
  if (open || endOfSchool.test(opening) || (/\bin\b|,/u.test(last.text) && endOfField.test(opening)) || (first.bold && line.segments.length === 1 && !isDated && opening.split(' ').length <= 4)) return true;
  const namesSchool = schoolScore(opening) > 0 && degreeAtStart(joinSegments(openingRun(above))) !== undefined;
  return isParted(above) && !namesSchool && degreeAtStart(opening) === undefined && (splitCommas(opening)[0]?.split(/\s*[|·•]\s*|\s[–—-]\s/u)[0] ?? '').split(' ').length <= 3;
}

const fewestWrapped = 3;

/** The column may be wider than its text's margin (an empty second column): where sentences wrap, their longest line shows it. */
function wrappingMargin(lines: readonly ResumeLine[]): number | undefined {
  const wrapped = lines.filter((line, index) => index > 0 && /^\p{Ll}/u.test(line.text) && line.column === lines[index - 1]?.column);
  if (wrapped.length < fewestWrapped || lines.some((line) => line.column !== lines[0]?.column || line.page !== lines[0]?.page)) return undefined;
  return Math.max(...lines.map((line) => line.box.x + line.box.width));
}

/** Post and employer, or degree and school, both stand on the line already: what follows is the rest of the second. */
function isParted(line: ResumeLine): boolean {
  return /,\s|\s(?:at|[–—|-])\s/u.test(joinSegments(openingRun(line)));
}

function group(lines: readonly ResumeLine[]): Draft[] {
  const classes = classify(lines);
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  let pendingAsides: Draft['asides'] = [];
  for (const [index, line] of lines.entries()) {
    const kind = classes[index];
    const asides = kind === 'aside' ? [{ text: line.text, line }] : asideTexts(line).map((text) => ({ text, line }));
    if (kind === 'head' && (!draft || (draft.body.length > 0 && !addsLabel(draft, line)) || repeatsLabel(draft, line))) {
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
function repeatsLabel(draft: Draft, line: ResumeLine): boolean {
  const label = readLineLabel(line)?.kind;
  const opening = draft.header[0];
  return label !== undefined && opening !== undefined && readLineLabel(opening)?.kind === label;
}

/** In an entry of labels and values, a label that it has not had yet still belongs to it, below what it says as well. */
function addsLabel(draft: Draft, line: ResumeLine): boolean {
  const label = readLineLabel(line)?.kind;
  const own = draft.header.map((other) => readLineLabel(other)?.kind);
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
  const promoted: Draft[] = [];
  for (const block of only.body) {
    const current = promoted.at(-1);
    if (block.indent <= left + 3 && block.bulleted) {
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

/** The date a header line carries: at its margin, or as a piece of its text. */
function dateOfLine(line: ResumeLine): DateRange | undefined {
  const ranges = findDateRanges(line.text);
  return ranges.find((range) => !range.single) ?? ranges[0];
}

/** Entries without points follow each other directly: each date begins a new one, at the same distance from its first line. */
function splitByDates(draft: Draft): Draft[] {
  const dated = draft.header.flatMap((line, index) => {
    const range = dateOfLine(line);
    const above = draft.header[index - 1];
    const ends = above !== undefined && range?.single === true && asideTexts(above).some((text) => /(?:[-–—]|\bto)$/u.test(text));
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
    starts.push(startBetween(draft.header, before + 1, date, first.index));
  }
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? draft.header.length;
    const header = draft.header.slice(start, end);
    const isLast = at === starts.length - 1;
    const inHeader = draft.asides.filter((aside) => header.includes(aside.line));
    const inBody = isLast ? draft.asides.filter((aside) => !draft.header.includes(aside.line)) : [];
    return { header, asides: [...inHeader, ...inBody], body: isLast ? draft.body : [] };
  });
}

function startBetween(header: readonly ResumeLine[], from: number, date: number, offset: number): number {
  let widest = from;
  for (let index = from; index <= date; index += 1) {
    if ((header[index] as ResumeLine).spaceAbove > (header[widest] as ResumeLine).spaceAbove + 0.2) widest = index;
  }
  const spaces = header.slice(from, date + 1).map((line) => line.spaceAbove);
  if (Math.max(...spaces) > Math.min(...spaces) + 0.2) return widest;
  return Math.max(from, date - offset);
}

function isWithin(inner: DateRange, outer: DateRange): boolean {
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
