/** What each line of a section does: opens an entry, lists a point, goes on with the line above, or stands at the margin. */
import { type DateRange, findDateRanges } from '../../text/date-range.ts';
import { isDuration } from '../../text/months.ts';
import { isAsideText, isMonthName } from '../lines/asides.ts';
import { joinSegments } from '../lines/positioned-lines.ts';
import type { ResumeLine } from '../types.ts';
import { degreeAtStart } from '../vocabulary/degrees.ts';
import { organisationScore, schoolScore } from '../vocabulary/organisations.ts';
import { isKnownPlace, isPlace } from '../vocabulary/places.ts';
import { roleScore } from '../vocabulary/roles.ts';

export type LineClass = 'head' | 'bullet' | 'paragraph' | 'wrap' | 'label' | 'aside';

const smallWords = new Set('a an the of and or for in on at to by with from as via per und de la du et e y di & vs के का की और में से पर'.split(' '));
const bodyLabels =
  /^(?:technologies|technology|technologies used|tech stack|tech|stack|tools|tools used|tools and technologies|tools & technologies|skills|skills used|environment|platform|keywords|key skills|responsibilities|key responsibilities|roles and responsibilities|roles & responsibilities|role and responsibilities|duties and responsibilities|duties & responsibilities|job duties|key result areas|job profile|job description|job responsibilities|job role|work profile|nature of work|responsibilities include|description|project description|summary|achievements|key achievements|highlights|team size|business or sector|level in eqf|salary|hours|hours per week|average hours per week|series|pay plan|supervisor|okay to contact (?:this )?supervisor|may we contact|reason for leaving|duties, accomplishments and related skills|reporting to|client|domain|courses|coursework|relevant coursework|relevant courses|thesis|dissertation|advisor|supervisor|guide|mentor|achievement|outcome|impact|duties|accomplishments|built with|link|github|url|demo|live|code|repository|website|gpa|cgpa|grade|percentage|minor|major|specialization|specialisation|honors|honours|activities|subjects|electives|main activities|तकनीक|तकनीकें|उपकरण|विवरण|जिम्मेदारियाँ|भूमिका और जिम्मेदारियाँ)\s*[:：–-]/iu;

/** What a numbered line that opens an entry is labelled: "1) Organization: Acme". */
const entryLabel = /^(?:(?:name of (?:the )?)?(?:organi[sz]ation|company|employer|firm|institute|project)|designation|project (?:title|name)|title)\s*[:：–-]/iu;

export interface SectionShape {
  /** Right edge of the running text in points, where two lines or more end at it; otherwise the column's edge counts. */
  readonly right: number | undefined;
}

/** A word that opens what an entry says ("Responsibilities:"), not an entry or a section. */
export function isBodyLabel(text: string): boolean {
  return bodyLabels.test(text);
}

export function mainText(line: ResumeLine): string {
  return joinSegments(line.segments.filter((segment) => !segment.aside)).trim();
}

export function asideTexts(line: ResumeLine): string[] {
  return line.segments.filter((segment) => segment.aside).map((segment) => segment.text);
}

/** Lines of justified text end within a point of each other; ragged lines do so by chance only. */
const justified = 1;

export function sectionShape(lines: readonly ResumeLine[]): SectionShape {
  const rights = lines.filter((line) => mainText(line).length > 12).map(rightEdge).sort((a, b) => b - a);
  const left = Math.min(...lines.map((line) => line.box.x));
  const width = Math.max(...lines.map((line) => rightEdge(line) + line.room)) - left;
  // A line or two may reach beyond the margin that the others end at.
  for (const [index, right] of rights.slice(0, 3).entries()) {
    const next = rights[index + 1];
    if (next !== undefined && right - next <= justified && right - left > 0.7 * width) return { right };
  }
  return { right: undefined };
}

export function classify(lines: readonly ResumeLine[]): LineClass[] {
  const shape = sectionShape(lines);
  const classes: LineClass[] = [];
  /** The last line that is not an aside, and its class. */
  let previous: { line: ResumeLine; kind: LineClass } | undefined;
  let opener: ResumeLine | undefined;
  let head: ResumeLine | undefined;
  /** Lines below "Responsibilities:" that are not marked as points. */
  const introduced = new Set<ResumeLine>();
  for (const [index, line] of lines.entries()) {
    const found = isNumberedEmployer(line, lines[index + 1]) || isMarkedTitle(line, lines[index + 1]) ? 'head' : classOf(line, previous, opener, shape);
    const isIntroduced = (found === 'head' || found === 'paragraph' || (found === 'wrap' && /^\p{Lu}/u.test(line.text))) && previous !== undefined && introduces(previous, introduced) && line.spaceAbove < apart && !line.bold && findDateRanges(line.text).length === 0 && !entryLabel.test(line.text);
    if (isIntroduced) introduced.add(line);
    const kind = isIntroduced || (found === 'head' && head && isIndented(line, head, previous)) ? 'paragraph' : found;
    classes.push(kind);
    if (kind === 'aside') continue;
    if (kind === 'bullet' || kind === 'paragraph' || kind === 'label') opener = line;
    else if (kind === 'head') {
      opener = undefined;
      head = line;
    }
    previous = { line, kind };
  }
  return classes;
}

/** "1. Voltas Ltd, Kozhikode" with the post on a line without a sign below it opens an entry. */
function isNumberedEmployer(line: ResumeLine, next: ResumeLine | undefined): boolean {
  if (line.bullet === undefined || !/\d/.test(line.bullet) || next === undefined || next.bullet !== undefined) return false;
  const text = mainText(line);
  return organisationScore(text) >= 0.6 && findDateRanges(line.text).length === 0 && !isSentence(text, line) && (roleScore(mainText(next)) > 0.5 || findDateRanges(next.text).length > 0);
}

/** "● Front Desk Manager" in bold above "Hotel Miramar | 06/2020 - now": the sign marks a place on a line of time, or the entry. */
function isMarkedTitle(line: ResumeLine, next: ResumeLine | undefined): boolean {
  if (line.bullet === undefined || /[\d\p{L}]/u.test(line.bullet) || !line.segments[0]?.bold || next === undefined || next.bullet !== undefined || next.column !== line.column || mainText(line).split(' ').length > 8 || next.spaceAbove > apart) return false;
  const isRange = (other: ResumeLine): boolean => findDateRanges(other.text).some((range) => !range.single);
  return (isRange(next) && next.indent <= line.indent) || (line.segments.some((segment) => segment.aside && findDateRanges(segment.text).length > 0) && !isSentence(mainText(next), next));
}

/** An empty line above. */
const apart = 1.6;

/** A label with nothing behind it, or what stands below one. */
function introduces({ line, kind }: { readonly line: ResumeLine; readonly kind: LineClass }, introduced: ReadonlySet<ResumeLine>): boolean {
  return (kind === 'label' && /[:：]\s*$/u.test(line.text)) || introduced.has(line);
}

/** Points by which what an entry says stands right of its header, where bullets are drawn and not written. */
const indented = 10;

function isIndented(line: ResumeLine, head: ResumeLine, previous: { readonly line: ResumeLine; readonly kind: LineClass } | undefined): boolean {
  const isBesideOne = previous?.kind === 'paragraph' && Math.abs(previous.line.indent - line.indent) < 3;
  const plain = !line.bold && !line.italic && !line.segments.some((segment) => segment.aside || segment.gap === 'wide');
  return plain && line.page === head.page && line.column === head.column && line.indent - head.indent >= indented && findDateRanges(line.text).length === 0 && (isBesideOne || mainText(line).split(' ').length >= 3);
}

function classOf(line: ResumeLine, previous: { line: ResumeLine; kind: LineClass } | undefined, opener: ResumeLine | undefined, shape: SectionShape): LineClass {
  const text = mainText(line);
  if (previous && opener?.bullet !== undefined && line.bullet === undefined && text !== '' && goesOn(line, text, previous.line, opener, shape)) return 'wrap';
  if (text === '' || isLengthOfStay(text) || (line.segments.length === 1 && isAsideText(text) && previous !== undefined && line.bullet === undefined && standsApart(line, previous.line))) return 'aside';
  if (line.bullet !== undefined) return /\d/.test(line.bullet) && entryLabel.test(text) ? 'head' : 'bullet';
  if (previous && opener && previous.kind !== 'head' && goesOn(line, text, previous.line, opener, shape)) return 'wrap';
  if (bodyLabels.test(text) || europassFact.test(text) || gradeLine.test(text)) return 'label';
  return isSentence(text, line) || (previous !== undefined && isEnumeration(text)) ? 'paragraph' : 'head';
}

/** Europass sets what it calls its facts in bold and without a colon. */
const europassFact = /^(?:Business or Sector|Department|Level in EQF|Type of credits|National classification|Field\(s\) of study)\s+\p{Lu}/u;
const gradeLine = /^C?GPA\s+\d/u;
const kindOfWork = /^(?:full[- ]time|part[- ]time|contract|permanent|temporary|internship|freelance|self[- ]employed|apprenticeship)\s+[·|•-]\s+/iu;

/** "5 years 8 months", "Full-time · 5 yrs 3 mos" */
export function isLengthOfStay(text: string): boolean {
  return isDuration(text) || (kindOfWork.test(text) && isDuration(text.replace(kindOfWork, '')));
}

const mostItems = 16;

/** "JavaScript, HTML, CSS, Git": short things in a row, none of them a post, an employer, a place or a date. */
function isEnumeration(text: string): boolean {
  const items = text.split(/,\s+/, mostItems);
  return items.length >= 4 && items.length < mostItems && items.every((item) => item.split(' ').length <= 3 && roleScore(item) === 0 && organisationScore(item) === 0 && schoolScore(item) === 0 && !isPlace(item) && !isKnownPlace(item) && degreeAtStart(item) === undefined) && findDateRanges(text).length === 0;
}

/** A date or place alone at the other side of the column than the text above. */
function standsApart(line: ResumeLine, above: ResumeLine): boolean {
  return line.box.x > above.box.x + 0.6 * Math.max(200, above.box.width);
}

function goesOn(line: ResumeLine, text: string, above: ResumeLine, opener: ResumeLine, shape: SectionShape): boolean {
  if (!line.wraps) return false;
  if (line.spaceAbove > 1.6 && line.page === above.page) return false;
  const startsSmall = /^[\p{Ll}(&+]|^\d+[%+xX]?\s+\p{Ll}/u.test(text);
  const aligned = opener.bullet === undefined ? Math.abs(line.indent - opener.indent) < 3 : line.indent >= opener.indent - 3;
  const full = isFull(above, line, shape);
  const aboveText = mainText(above);
  const open = /[,;:&(/‐-]$|\b(?:and|or|of|the|to|for|with|in|on|by|a|an|as|using|from|at|that|which|into|and|their|its)$/iu.test(aboveText);
  const underBullet = opener.bullet !== undefined && Math.abs(line.box.x - opener.box.x) < 3;
  const hasDate = line.segments.some((segment) => segment.aside && findDateRanges(segment.text).length > 0) || (isAsideText(text) && findDateRanges(text).some((range) => !range.single));
  if (line.bold && !above.bold) return false;
  if (startsSmall && (aligned || full || open)) return true;
  // Two things done are two points, also where their bullets are drawn and not written.
  if (opener.bullet === undefined && !open && did.test(text) && did.test(mainText(opener))) return false;
  if (opener.bullet !== undefined && aligned && line.indent > opener.indent - 3 && (full || open || startsSmall)) return true;
  if (hasDate) return false;
  if (underBullet && full && line.spaceAbove < 1.3 && !/[.!?।]$/.test(aboveText)) return true;
  return aligned && (full || open) && !/[.!?।]$/.test(aboveText) ? true : aligned && full && opener.bullet !== undefined;
}

/** The first word of this line would not have fitted on the line above. */
export function isFull(above: ResumeLine, line: ResumeLine, shape: SectionShape): boolean {
  const text = mainText(line);
  const word = text.split(' ')[0] ?? '';
  const letter = text.length > 0 ? rightEdge(line) - leftEdge(line) : 0;
  const wordWidth = text.length > 0 ? (letter * word.length) / text.length : 0;
  const free = shape.right === undefined ? above.room : Math.min(above.room, shape.right - rightEdge(above));
  return wordWidth + 0.2 * line.fontSize > free - 0.5 * line.fontSize;
}

function rightEdge(line: ResumeLine): number {
  const body = line.segments.filter((segment) => !segment.aside);
  return Math.max(...body.map((segment) => segment.x + segment.width));
}

function leftEdge(line: ResumeLine): number {
  const body = line.segments.filter((segment) => !segment.aside);
  return Math.min(...body.map((segment) => segment.x));
}

/** What people did, which opens no title: "Managed Services Engineer" has no object behind its verb and is shorter. */
const did = /^(?:Achieved|Acted|Adapted|Authored|Chaired|Cleaned|Compiled|Consolidated|Converted|Cooked|Counselled|Diagnosed|Drew|Edited|Engineered|Enhanced|Facilitated|Formulated|Founded|Hosted|Inspected|Investigated|Lectured|Mapped|Measured|Model[l]?ed|Ported|Programmed|Proposed|Prototyped|Published|Rebuilt|Recorded|Redesigned|Replaced|Researched|Restructured|Secured|Shipped|Simplified|Simulated|Sourced|Standardi[sz]ed|Started|Transformed|Treated|Upgraded|Validated|Verified|Visited|Welded|Administered|Advised|Analy[sz]ed|Answered|Appeared|Appraised|Arranged|Assembled|Assisted|Attended|Audited|Automated|Boosted|Built|Calculated|Configured|Carried|Coached|Collaborated|Collected|Completed|Conducted|Contributed|Co-?ordinated|Created|Cut|Decreased|Delivered|Deployed|Designed|Developed|Directed|Documented|Drafted|Drove|Earned|Educated|Ensured|Established|Evaluated|Executed|Expanded|Filed|Fixed|Generated|Grew|Guided|Handled|Headed|Helped|Hired|Identified|Implemented|Improved|Increased|Initiated|Installed|Instructed|Integrated|Introduced|Kept|Launched|Led|Maintained|Managed|Made|Mentored|Migrated|Monitored|Moved|Negotiated|Operated|Optimi[sz]ed|Organi[sz]ed|Oversaw|Participated|Performed|Planned|Prepared|Presented|Processed|Produced|Provided|Raised|Ran|Received|Refactored|Rewrote|Recruited|Reduced|Repaired|Reported|Represented|Resolved|Responded|Responsible|Reviewed|Saved|Scheduled|Served|Set|Sold|Solved|Spearheaded|Streamlined|Supervised|Supported|Taught|Tested|Tracked|Trained|Translated|Updated|Used|Won|Worked|Wrote) (?!as\b|Services\b|Service\b)/u;

/** "Retail forecasting with R | Nov 2023": what ends in a date behind a sign is a title, in whatever letters. */
function isDatedTitle(text: string, range: DateRange | undefined): boolean {
  return range !== undefined && /^[\s).\]]*$/u.test(text.slice(range.to)) && /[|,(·•–—-]\s*$/u.test(text.slice(0, range.from));
}

/** Words in small letters make a sentence; titles and names are written with capitals. */
export function isSentence(whole: string, line: ResumeLine): boolean {
  if (isAsideText(whole)) return false;
  // "till date" and month names in small letters make no sentence of a line that tells when.
  const ranges = findDateRanges(whole);
  const range = ranges.find((found) => !found.single);
  const text = range ? `${whole.slice(0, range.from)}${whole.slice(range.to)}`.trim() : whole;
  const words = text.split(/\s+/);
  if (words.length < 14 && isDatedTitle(whole, ranges.at(-1))) return false;
  if (words.length >= 4 && range === undefined && did.test(text)) return true;
  if (words.length < 5 || (line.bold && words.length < 14)) return false;
  if (line.segments.some((segment) => segment.aside && (findDateRanges(segment.text).length > 0 || isMonthName(segment.text))) && words.length < 10) return false;
  const letters = words.filter((word) => /^[\p{L}]/u.test(word));
  const small = letters.filter((word) => /^\p{Ll}/u.test(word) && !smallWords.has(word.toLowerCase())).length;
  const uncased = letters.filter((word) => /^\p{Lo}/u.test(word)).length;
  if (uncased > letters.length / 2) return words.length >= 10 || /[।.]$/.test(text);
  const share = small / Math.max(1, letters.length);
  return (words.length >= 7 && share >= 0.4) || (/[.!]$/.test(text) && share >= 0.3) || (words.length >= 16 && share >= 0.25);
}
