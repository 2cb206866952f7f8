/** Headers of entries that a narrow column or cell breaks: titles, employers, schools and dates over two lines, as one. */
import { findDateRanges } from '../../text/date-range.ts';
import { isAsideText } from '../lines/asides.ts';
import { joinSegments } from '../lines/positioned-lines.ts';
import type { ResumeLine } from '../types.ts';
import { degreeAtStart } from '../vocabulary/degrees.ts';
import { schoolScore } from '../vocabulary/organisations.ts';
import { isKnownPlace } from '../vocabulary/places.ts';
import { joinWrapped } from './join-text.ts';
import { isFull, type SectionShape } from './line-classes.ts';
import { splitCommas, withoutDates } from './pieces.ts';

/** A line of a header; where the page broke it, with the lines it was joined from. */
export interface HeaderLine extends ResumeLine {
  readonly joins?: readonly ResumeLine[];
}

const longestDateLine = 30;

/** "… (May 2023 – Nov" above "2025)", or "2024 -" above "Present": a range that is broken over two lines is one date, not two. */
export function joinBrokenRanges(lines: readonly HeaderLine[]): HeaderLine[] {
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
export function unwrapped(header: readonly HeaderLine[], written: ReadonlySet<string>, shape: SectionShape): HeaderLine[] {
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
export function wrappingMargin(lines: readonly ResumeLine[]): number | undefined {
  const wrapped = lines.filter((line, index) => index > 0 && /^\p{Ll}/u.test(line.text) && line.column === lines[index - 1]?.column);
  if (wrapped.length < fewestWrapped || lines.some((line) => line.column !== lines[0]?.column || line.page !== lines[0]?.page)) return undefined;
  return Math.max(...lines.map((line) => line.box.x + line.box.width));
}

/** Post and employer, or degree and school, both stand on the line already: what follows is the rest of the second. */
function isParted(line: ResumeLine): boolean {
  return /,\s|\s(?:at|[–—|-])\s/u.test(joinSegments(openingRun(line)));
}
