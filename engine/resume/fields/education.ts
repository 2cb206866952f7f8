/** Studies and school years, as entries or as the table that Indian universities ask for. */
import { entryId, fieldOf, type Signal } from '../confidence.ts';
import { entryDates, readAsides } from '../entries/entry-dates.ts';
import { mainText } from '../entries/line-classes.ts';
import { readLabel, takeLabels } from '../entries/labels.ts';
import { emptyBrackets, type Piece, takePlace, toPieces } from '../entries/pieces.ts';
import { type RawEntry, splitEntries } from '../entries/split-entries.ts';
import { readTable } from '../entries/tables.ts';
import type { Education, Field, Grade, ResumeLine, Segment } from '../types.ts';
import { boardIn, degreeAtStart } from '../vocabulary/degrees.ts';
import { schoolScore } from '../vocabulary/organisations.ts';
import { isKnownPlace } from '../vocabulary/places.ts';
import { bulletFields } from './bullets.ts';
import { educationFromTable } from './education-table.ts';
import { degreeAndField, type Found, studiedFrom } from './education-pieces.ts';
import { type EntryLines, only } from './entry-lines.ts';
import { linesOf, type ReadingContext } from './experience.ts';
import { gradeIn, withoutGrade } from './grades.ts';

export function readEducation(lines: readonly ResumeLine[], context: ReadingContext): EntryLines<Education>[] {
  const table = readTable(lines);
  if (table) {
    const before = lines.slice(0, table.from);
    const after = lines.slice(table.to);
    return [...readEntries(before, context), ...educationFromTable(table, context.today), ...readEntries(after, context)];
  }
  return readEntries(lines, context);
}

function readEntries(lines: readonly ResumeLine[], context: ReadingContext): EntryLines<Education>[] {
  if (lines.length === 0) return [];
  return splitByDegree(splitEntries(lines, { written: context.written, dated: true })).flatMap((raw) => {
    const entry = toEducation(raw, context);
    return entry ? [{ entry, lines: linesOf(raw) }] : [];
  });
}

/** Without dates, what tells entries apart is that each has a degree and a school. */
function splitByDegree(raws: readonly RawEntry[]): RawEntry[] {
  return raws.flatMap((raw) => {
    const opens = raw.header.flatMap((line, index) => (namesDegree(line) ? [index] : []));
    const [first, ...more] = opens;
    if (first === undefined || more.length === 0) return [raw];
    const starts = [0, ...more.map((index) => Math.max(index - first, 1))];
    return starts.map((start, at) => {
      const header = raw.header.slice(start, starts[at + 1] ?? raw.header.length);
      const last = at === starts.length - 1;
      return { header, asides: raw.asides.filter((aside) => header.includes(aside.line) || (last && !raw.header.includes(aside.line))), body: last ? raw.body : [] };
    });
  });
}

function namesDegree(line: ResumeLine): boolean {
  return toPieces([line]).pieces.some((piece) => degreeAtStart(piece.text) !== undefined && (schoolScore(piece.text) === 0 || /\s(?:from|at)\s/u.test(piece.text)));
}

function toEducation(raw: RawEntry, context: ReadingContext): Education | undefined {
  const { facts, rest } = takeLabels(raw.header);
  const grade = gradeOf(raw);
  const { pieces, dates } = toPieces(rest.map(stripGrade));
  const asides = readAsides(raw.asides);
  const worded = pieces.filter((piece) => !/^(?:cgpa|gpa|percentage|marks|grade|score|aggregate)$/iu.test(piece.text));
  const taken = asides.place ? { rest: worded } : takePlaceKeepingSchool(worded, context);
  const studied = studiedFrom(fromBody(taken.rest.length > 0 ? taken.rest : worded, raw), context.isTown);
  const first = raw.header[0] ?? raw.body[0]?.lines[0];
  const institution = facts.get('institution') ?? toField(studied.institution) ?? facts.get('board');
  const labelled = splitDegree(facts.get('degree'));
  const degree = labelled.degree ?? toField(studied.degree);
  if (!first || (!institution && !degree)) return undefined;
  const place = facts.get('place') ?? (asides.place ? fieldOf(asides.place.text, [asides.place.line], ['form', 'look']) : 'place' in taken && taken.place && taken.line ? fieldOf(taken.place, [taken.line], ['form']) : undefined);
  return {
    id: entryId(first),
    ...only('institution', institution),
    ...only('degree', degree),
    ...only('field', facts.get('field') ?? labelled.field ?? toField(studied.field)),
    ...entryDates([...dates, ...asides.dates, ...datesInBody(raw)], context.today, 'end'),
    ...only('grade', grade),
    ...only('place', place),
    bullets: bulletFields(raw.body),
  };
}

/** A labelled degree may name the field as well ("Degree: B.Sc. in Physics"). */
function splitDegree(degree: Field | undefined): { degree?: Field; field?: Field } {
  const split = degree ? degreeAndField(degree.value) : undefined;
  if (!degree || !split) return only('degree', degree);
  return { degree: { ...degree, value: split.degree }, ...only('field', split.field === undefined ? undefined : { ...degree, value: split.field }) };
}

function toField(found: Found | undefined): Field | undefined {
  if (!found) return undefined;
  const signals: Signal[] = found.worded ? ['section', 'wording', 'place'] : ['section', 'place'];
  return fieldOf(found.text, [found.line], signals);
}

function gradeOf(raw: RawEntry): Field<Grade> | undefined {
  const lines = [...raw.header, ...raw.asides.map((aside) => aside.line), ...raw.body.flatMap((block) => block.lines)];
  for (const line of lines) {
    const grade = gradeIn(line.text);
    if (grade) return fieldOf(grade, [line], ['form', 'section']);
  }
  return undefined;
}

/** What is said of the work that was written, to the end of the line. */
const thesisNote = /[\s.;,(–—-]*(?:(?:ph\.?d\.?|master(?:['’]?s)?|doctoral) )?(?:thesis|dissertation|advis[eo]r|supervisor|guide)(?: title)?\s*[:：].*$/iu;

function withoutThesis(line: ResumeLine): ResumeLine {
  const at = line.segments.findIndex(({ text, aside }) => !aside && thesisNote.test(text));
  if (at < 0) return line;
  const [opening, rest] = [line.segments[at] as Segment, line.segments.slice(at + 1).filter(({ aside }) => aside)];
  const text = opening.text.replace(thesisNote, '');
  return { ...line, segments: [...line.segments.slice(0, at), ...(text === '' ? [] : [{ ...opening, text }]), ...rest] };
}

function stripGrade(whole: ResumeLine): ResumeLine {
  const line = withoutThesis(whole);
  return { ...line, segments: line.segments.map((segment) => ({ ...segment, text: withoutGrade(segment.text).replace(emptyBrackets, ' · ') })) };
}

/** "IIT, Delhi" and "University of California, Berkeley" keep their town: it is part of the name. */
function takePlaceKeepingSchool(pieces: readonly Piece[], { isTown }: ReadingContext): ReturnType<typeof takePlace> {
  const taken = takePlace(pieces, isTown);
  if (taken.place === undefined) return taken;
  const school = taken.rest.find((piece) => schoolScore(piece.text) > 0);
  const town = pieces.find((piece) => taken.place?.startsWith(piece.text));
  if (!school || !town || town.group !== school.group || !namedAfterTown(school.text) || school.text.endsWith(` ${town.text}`)) return taken;
  const at = pieces.indexOf(school);
  if (pieces[at + 1] !== town) return taken;
  const whole: Piece = { ...school, text: `${school.text}, ${town.text}` };
  const others = pieces.filter((piece) => piece !== school && !taken.place?.split(', ').includes(piece.text));
  return { rest: [whole, ...others].sort((a, b) => a.row - b.row || a.group - b.group) };
}

function namedAfterTown(school: string): boolean {
  const region = /university of (\p{L}[\p{L} ]+)$/iu.exec(school)?.[1];
  if (region !== undefined) return isKnownPlace(region);
  return /^(?:I{1,3}T|NIT|IIM|IISER|AIIMS|BITS|NID|NIFT|DAV|DPS|KV|JNV|ITI)\b|^(?:indian|national|all india|birla|visvesvaraya) institute|^(?:college|school|faculty|institute) of |^(?:government|govt\.?) |(?:delhi public school|kendriya vidyalaya|navodaya vidyalaya)$/iu.test(school);
}

/** Where the header names no school or degree, the first points may ("• B.Tech, NIT Trichy"). */
function fromBody(pieces: readonly Piece[], raw: RawEntry): readonly Piece[] {
  if (pieces.length > 0) {
    const named = pieces.some((piece) => schoolScore(piece.text) > 0 || boardIn(piece.text) !== undefined);
    const degree = pieces.some((piece) => degreeAtStart(piece.text) !== undefined);
    if (named || degree) return pieces;
  }
  const lines = raw.body.slice(0, 2).flatMap((block) => block.lines.slice(0, 1)).filter((line) => readLabel(mainText(line)) === undefined);
  const more = toPieces(lines.map(stripGrade)).pieces.filter((piece) => schoolScore(piece.text) > 0 || degreeAtStart(piece.text) !== undefined);
  return [...pieces, ...more.map((piece) => ({ ...piece, group: piece.group + 1000 }))];
}

function datesInBody(raw: RawEntry): ReturnType<typeof toPieces>['dates'] {
  const labelled = raw.body.flatMap((block) => (/^(?:year|duration|batch|passing|graduat|expected|completed|session|वर्ष|अवधि)/iu.test(block.text) ? block.lines : []));
  return toPieces(labelled).dates;
}
