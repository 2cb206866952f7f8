/** Lines → sections, by the wording of headings and by how they are set. */
import { findDateRanges } from '../../text/date-range.ts';
import type { ResumeLine, SectionKind, Segment } from '../types.ts';
import { isPageTitle, sectionKindOf } from '../vocabulary/headings.ts';
import { isBullet } from '../lines/bullets.ts';
import { isBodyLabel } from '../entries/line-classes.ts';
import { readTable } from '../entries/tables.ts';
import { nameIn } from '../fields/name.ts';
import { degreeAtStart } from '../vocabulary/degrees.ts';
import { organisationScore, schoolScore } from '../vocabulary/organisations.ts';
import { isPlace } from '../vocabulary/places.ts';
import { roleScore } from '../vocabulary/roles.ts';
import { withSegments } from '../lines/with-segments.ts';
import { byContent } from './by-content.ts';
import { guessSections } from './guess-sections.ts';
import { isPersonalLabel } from './personal.ts';

export interface Section {
  readonly kind: SectionKind;
  readonly heading?: ResumeLine;
  readonly lines: readonly ResumeLine[];
}

interface Candidate {
  readonly kind: SectionKind;
  /** `line`: the line is the heading; `margin`: its first segment is, with text beside it; `inline`: "Skills: Java, SQL". */
  readonly form: 'line' | 'margin' | 'inline';
  readonly style: string;
  /** Set apart from running text by its look. */
  readonly striking: boolean;
}

const longestHeadingWords = 7;
/** So many headings with their text behind them make it the way of the whole page. */
const fewestInline = 2;
/** An empty line above, in lines of text. */
const apart = 1.6;
const inlineHeading = /^([^:]{3,40}?)\s*[:：]\s*(\S.*)$/u;

export function findSections(lines: readonly ResumeLine[]): Section[] {
  const named = lines.map((line) => sectionKindOf(line.text));
  const bodySize = usualSize(lines.filter((_, index) => named[index] === undefined));
  const candidates = lines.map((line, index) => candidateOf(line, bodySize, named[index]));
  const seconds = joinWrappedHeadings(lines, candidates);
  const styles = headingStyles(lines, candidates);
  const whole = new Set(candidates.flatMap((candidate, index) => (candidate?.form === 'line' && isHeading(candidate, styles, (lines[index] as ResumeLine).column) ? [candidate.kind] : [])));
  const sections: (Section & { readonly form?: Candidate['form'] })[] = [];
  let current: { kind: SectionKind; form?: Candidate['form']; heading?: ResumeLine; lines: ResumeLine[] } = { kind: 'contact', lines: [] };
  let column = lines[0]?.column;
  /** A heading at the foot of a column, and the line of the next one from which its text goes on. */
  let goingOn: { readonly section: typeof current; readonly from: number } | undefined;
  for (const [index, line] of lines.entries()) {
    if (seconds.has(index)) continue;
    if (line.column !== column) {
      // The same section and not another of its kind, so that a post that the column's end cuts in two stays one.
      if (isAnnounced(current)) goingOn = { section: current, from: contactEnds(lines, index) };
      else if (!goesOnFromColumn(lines, index, candidates)) sections.push(current);
      if (isAnnounced(current) || sections.at(-1) === current) current = { kind: 'contact', lines: [] };
      column = line.column;
    }
    if (goingOn !== undefined && index >= goingOn.from) {
      sections.push(current);
      current = goingOn.section;
      goingOn = undefined;
    }
    const candidate = candidates[index];
    const heading = candidate && accepts(candidate, line, { styles, whole, inside: current.kind, insideInline: current.form === 'inline', amongInline: sections.filter(({ form }) => form === 'inline').length >= fewestInline });
    if (heading) {
      if (candidate.form === 'margin' && current.kind === candidate.kind && current.heading && current.lines.length < 3) {
        current.lines.push(...withoutHeading(line, candidate.form));
        continue;
      }
      sections.push(current);
      current = { kind: candidate.kind, form: candidate.form, heading: line, lines: withoutHeading(line, candidate.form) };
    } else if (isOwnHeading(line, index, lines, { styles, bodySize }) && !(current.heading === undefined && saysWho(lines, index))) {
      sections.push(current);
      current = { kind: 'other', heading: line, lines: [] };
    } else if (!(line.page === 1 && isPageTitle(line.text))) {
      current.lines.push(line);
    }
  }
  sections.push(current);
  const guessed = sections.filter(({ heading }) => heading !== undefined).length === 0 ? guessSections(lines) : null;
  if (guessed !== null) return guessed;
  const found = sections.flatMap(studiesAbove).map(({ kind, heading, lines: own }) => ({ kind: kind === 'summary' ? kindOfProfile(own) : kind, lines: own, ...(heading ? { heading } : {}) })).filter((section) => section.heading !== undefined || section.lines.length > 0);
  return byContent(found);
}

/** Colleges put a table of degrees and marks right below the name, under no heading. */
function studiesAbove(section: Section): Section[] {
  const { kind, heading, lines } = section;
  const table = kind === 'contact' && heading === undefined ? readTable(lines) : undefined;
  if (table === undefined || !table.rows.some(({ cells }) => degreeAtStart(cells.get('degree')?.text ?? '') !== undefined && (cells.has('grade') || cells.has('year')))) return [section];
  return [{ kind, lines: lines.slice(0, table.from) }, { kind: 'education', lines: lines.slice(table.from, table.to) }, { kind, lines: lines.slice(table.to) }];
}

/** "Personal profile" stands over what a person tells of themselves and over their birth date and parents alike. */
function kindOfProfile(lines: readonly ResumeLine[]): SectionKind {
  if (listsPosts(lines)) return 'experience';
  const labels = lines.filter((line) => isPersonalLabel(line.text)).length;
  return labels >= 2 && labels >= 0.3 * lines.length ? 'personal' : 'summary';
}

/** "Career summary" may stand over the posts themselves, a line each. */
function listsPosts(lines: readonly ResumeLine[]): boolean {
  const dated = lines.filter((line) => findDateRanges(line.text).some((range) => !range.single) && line.text.split(/\s[–—|-]\s|,\s/u).some((part) => roleScore(part) > 0.5));
  return dated.length >= 2 && dated.length >= 0.5 * lines.length;
}

/** Above the first heading capitals are as often the name or what the person does. */
function saysWho(lines: readonly ResumeLine[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  const isFirst = index <= 3 && lines.slice(0, index).every((line) => isPageTitle(line.text));
  return index <= 3 && (roleScore(text) >= 0.5 || (isFirst && nameIn(text) !== undefined));
}

const contactSigns = /@|https?:|www\.|linkedin|github\.com|(?:\+|\d[\s()-]*){9}/iu;
const fewestGoingOn = 3;
const mostContactLines = 6;

function isAnnounced({ heading, lines }: { readonly heading?: ResumeLine; readonly lines: readonly ResumeLine[] }): boolean {
  return heading !== undefined && lines.length === 0;
}

/** The line below the ways to reach the person that stand at the head of a column. */
function contactEnds(lines: readonly ResumeLine[], from: number): number {
  const head = lines.slice(from, from + mostContactLines);
  return from + head.findLastIndex((line) => contactSigns.test(line.text) && findDateRanges(line.text).length === 0) + 1;
}

/**
 * Text may run down one column and on in the next: what then stands above the next heading goes on with the section, and
 * says nothing of how to reach the person, as the head of a sidebar does.
 */
function goesOnFromColumn(lines: readonly ResumeLine[], from: number, candidates: readonly (Candidate | undefined)[]): boolean {
  const own = [];
  for (let index = from; index < lines.length && lines[index]?.column === lines[from]?.column && candidates[index]?.form !== 'line'; index += 1) own.push(lines[index] as ResumeLine);
  return own.length >= fewestGoingOn && !own.some((line) => contactSigns.test(line.text) && findDateRanges(line.text).length === 0) && (own.some((line) => line.bullet !== undefined) || /^\p{Ll}/u.test(own[0]?.text ?? ''));
}

/** In a narrow column a heading takes two lines: the first becomes the heading of both, the indexes of the second are answered. */
function joinWrappedHeadings(lines: readonly ResumeLine[], candidates: (Candidate | undefined)[]): Set<number> {
  const seconds = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || seconds.has(index) || line.segments.length !== 1 || next.segments.length !== 1 || line.bullet !== undefined || next.bullet !== undefined) continue;
    if (!(line.bold || isCapitals(line.text)) || styleOf(line) !== styleOf(next) || next.column !== line.column || next.page !== line.page || next.spaceAbove > 1.35) continue;
    const open = /(?:[&,/]|\b(?:and|of|in|or))$/iu.test(line.text);
    if (!open && candidates[index] && candidates[index + 1]) continue;
    if (!open && !candidates[index] && !candidates[index + 1] && line.text.split(' ').length > 2) continue;
    const kind = sectionKindOf(`${line.text} ${next.text}`);
    if (kind === undefined) continue;
    candidates[index] = { kind, form: 'line', style: styleOf(line), striking: true };
    candidates[index + 1] = undefined;
    seconds.add(index + 1);
  }
  return seconds;
}

function candidateOf(line: ResumeLine, bodySize: number, whole: SectionKind | undefined): Candidate | undefined {
  const style = styleOf(line);
  const striking = isStriking(line, bodySize);
  const isList = line.bullet !== undefined && !/^[•\p{Co}]?$/u.test(line.bullet);
  // "● WORK EXPERIENCE": a sign may stand before headings as well.
  if (isList) return whole !== undefined && striking && (line.bold || isCapitals(line.text)) && !/\d/.test(line.bullet) ? { kind: whole, form: 'line', style, striking } : undefined;
  if (whole && line.text.split(' ').length <= longestHeadingWords) return { kind: whole, form: 'line', style, striking };
  const [first, ...rest] = line.segments;
  if (first && rest.length > 0 && rest[0]?.gap === 'wide') {
    const kind = sectionKindOf(first.text);
    if (kind) return { kind, form: 'margin', style: `${segmentStyle(first)}@${Math.round(first.x / 8)}`, striking: first.bold || isCapitals(first.text) || first.fontSize > 1.05 * bodySize };
  }
  const inline = inlineHeading.exec(line.text);
  const kind = inline ? sectionKindOf(inline[1] as string) : undefined;
  if (inline && kind) return { kind, form: 'inline', style, striking: isCapitals(inline[1] as string) || first?.bold === true };
  return undefined;
}

interface HeadingStyles {
  /** Per column: the looks that known headings have there. */
  readonly byColumn: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

function headingStyles(lines: readonly ResumeLine[], candidates: readonly (Candidate | undefined)[]): HeadingStyles {
  const byColumn = new Map<number, Map<string, number>>();
  for (const [index, candidate] of candidates.entries()) {
    if (!candidate || candidate.form === 'inline' || !candidate.striking) continue;
    const { column } = lines[index] as ResumeLine;
    const styles = byColumn.get(column) ?? new Map<string, number>();
    styles.set(candidate.style, (styles.get(candidate.style) ?? 0) + 1);
    byColumn.set(column, styles);
  }
  return { byColumn };
}

/**
 * Headings of a column look alike: like the most striking look that a fair part of them has, or more so. A known word
 * that is set less strikingly ("Key achievements:" under a post, "Languages" among the skills) is no heading.
 */
function isHeading(candidate: Candidate, styles: HeadingStyles, column: number): boolean {
  const known = styles.byColumn.get(column);
  if (!known || known.size === 0) return true;
  if (!known.has(candidate.style)) return false;
  const most = Math.max(...known.values());
  const measure = Math.max(...[...known].filter(([, uses]) => 3 * uses >= most).map(([style]) => prominence(style)));
  return prominence(candidate.style) > measure - lessStriking;
}

/** How far a look may fall behind before it is another rank: more than capitals alone, less than bold. */
const lessStriking = 1.5;

/** Points of size, with bold, capitals and the document's own heading level on top. */
function prominence(style: string): number {
  const [size = '0', marks = ''] = style.split(/[|@]/);
  return Number(size) + (marks.includes('b') ? 2 : 0) + (marks.includes('c') ? 1 : 0) + (/\d/.test(marks) ? 4 : 0);
}

/** "Responsibilities:" right below a post says what follows in it, however it is set. */
function isLabelOfEntry(line: ResumeLine, inside: SectionKind): boolean {
  return ['experience', 'projects', 'volunteering'].includes(inside) && line.spaceAbove < 1.25 && /[:：]\s*$/u.test(line.text) && isBodyLabel(line.text);
}

function accepts(candidate: Candidate, line: ResumeLine, context: { styles: HeadingStyles; whole: ReadonlySet<SectionKind>; inside: SectionKind; insideInline: boolean; amongInline: boolean }): boolean {
  if (candidate.form === 'line') return isHeading(candidate, context.styles, line.column) && !isLabelOfEntry(line, context.inside);
  if (candidate.form === 'margin') {
    const uses = context.styles.byColumn.get(line.column)?.get(candidate.style) ?? 0;
    return candidate.striking && isHeading(candidate, context.styles, line.column) && (context.inside !== 'skills' || uses >= 3) && !context.whole.has(candidate.kind);
  }
  if (context.whole.has(candidate.kind)) return false;
  // In text without looks an empty line sets it apart; what labels a part of an entry does not.
  if (!candidate.striking && !(context.inside === 'other' && candidate.kind === 'skills') && (line.spaceAbove < apart || (context.inside === 'contact' && candidate.kind !== 'summary') || (!context.insideInline && !context.amongInline && ['experience', 'projects', 'volunteering'].includes(context.inside) && candidate.kind !== 'skills' && isBodyLabel(line.text)))) return false;
  if (context.insideInline && isCapitals(line.text.split(/[:：]/)[0] ?? '')) return true;
  return !['skills', 'personal', 'languages'].includes(context.inside) && (context.inside !== 'contact' || !['contact', 'languages', 'personal', 'interests'].includes(candidate.kind));
}

/** A heading of the person's own wording: set like the known headings, and unlike what stands under them. */
function isOwnHeading(line: ResumeLine, index: number, lines: readonly ResumeLine[], context: { styles: HeadingStyles; bodySize: number }): boolean {
  const known = context.styles.byColumn.get(line.column);
  if (!known || line.bullet !== undefined || line.segments.length !== 1 || /[.,;:|@]$/.test(line.text) || /\d{4}/.test(line.text)) return false;
  if (line.text.split(' ').length > longestHeadingWords || !/\p{L}[\p{L}\p{M}]{2}/u.test(line.text) || isPageTitle(line.text)) return false;
  const style = styleOf(line);
  // Where the document itself says that it is a heading, one known beside it is enough.
  if ((known.get(style) ?? 0) < (line.headingLevel === undefined ? 2 : 1) || index === 0) return false;
  const larger = line.fontSize > 1.08 * context.bodySize || line.headingLevel !== undefined;
  const capitals = isCapitals(line.text) && (line.spaceAbove >= 1.25 || opensOwnSection(line, lines[index + 1], known.get(style) ?? 0));
  if (!larger && !capitals) return false;
  const alike = lines.filter((other) => other.column === line.column && other.bullet === undefined && styleOf(other) === style).length;
  return alike <= 2 * (known.get(style) as number) + 1;
}

/** Where paragraphs are set apart alike, bold capitals that name neither post nor employer and have plain text below them. */
function opensOwnSection(line: ResumeLine, next: ResumeLine | undefined, alike: number): boolean {
  if (!line.bold || alike < 3 || next === undefined || next.bold || line.spaceAbove < next.spaceAbove) return false;
  return roleScore(line.text) + organisationScore(line.text) + schoolScore(line.text) === 0 && findDateRanges(next.text).length === 0 && roleScore(next.text) < 0.9 && !isPlace(next.text);
}

function withoutHeading(line: ResumeLine, form: Candidate['form']): ResumeLine[] {
  if (form === 'line') return [];
  if (form === 'margin') {
    const [, second, ...rest] = line.segments;
    if (second && rest.length > 0 && isBullet(second.text)) return [{ ...withSegments(line, rest), bullet: second.text }];
    return [withSegments(line, line.segments.slice(1))];
  }
  const text = (inlineHeading.exec(line.text) as RegExpExecArray)[2] as string;
  const [first] = line.segments as [Segment, ...Segment[]];
  return [withSegments(line, [{ ...first, text, bold: false }])];
}

/** The size most letters are set in; `lines` without headings. */
function usualSize(lines: readonly ResumeLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) letters.set(line.fontSize, (letters.get(line.fontSize) ?? 0) + line.text.length);
  return [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 10;
}

function isStriking(line: ResumeLine, bodySize: number): boolean {
  return line.headingLevel !== undefined || line.bold || line.fontSize > 1.05 * bodySize || isCapitals(line.text) || /:\s*$/.test(line.text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

function styleOf(line: ResumeLine): string {
  return `${Math.round(line.fontSize * 2) / 2}|${line.bold ? 'b' : ''}${isCapitals(line.text) ? 'c' : ''}${line.headingLevel ?? ''}`;
}

function segmentStyle(segment: Segment): string {
  return `${Math.round(segment.fontSize * 2) / 2}|${segment.bold ? 'b' : ''}${isCapitals(segment.text) ? 'c' : ''}`;
}
