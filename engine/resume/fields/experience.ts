/** Work, internships and voluntary posts. */
import { type DateRange, findDateRanges } from '../../text/date-range.ts';
import { confidenceOf, entryId, evidenceOf, fieldOf, type Signal } from '../confidence.ts';
import { entryDates, readAsides } from '../entries/entry-dates.ts';
import { readLineLabel, takeLabels } from '../entries/labels.ts';
import { mainText } from '../entries/line-classes.ts';
import { type Piece, splitCommas, takePlace, toPieces, trimSigns } from '../entries/pieces.ts';
import { type Block, isWithin, type RawEntry, splitEntries } from '../entries/split-entries.ts';
import { readTable } from '../entries/tables.ts';
import { pageLines } from '../entries/wrapped-headers.ts';
import { isAsideText } from '../lines/asides.ts';
import type { Experience, Field, ResumeLine, Today } from '../types.ts';
import { organisationScore, schoolScore } from '../vocabulary/organisations.ts';
import { isPlace } from '../vocabulary/places.ts';
import { roleScore } from '../vocabulary/roles.ts';
import { bulletFields } from './bullets.ts';
import { type EntryLines, only } from './entry-lines.ts';
import { experienceFromTable } from './experience-table.ts';

export interface ReadingContext {
  readonly today: Today;
  /** Words of the whole document, for joining hyphenated lines. */
  readonly written: ReadonlySet<string>;
  readonly isTown?: (name: string) => boolean;
}

interface Draft {
  readonly raw: RawEntry;
  readonly pieces: readonly Piece[];
  readonly organisation?: Field;
  readonly role?: Field;
  readonly entry: Omit<Experience, 'organisation' | 'role'>;
}

/** A table of posts names at least three columns: so many gaps stand between them. */
const fewestGaps = 2;

export function readExperience(lines: readonly ResumeLine[], context: ReadingContext): EntryLines<Experience>[] {
  const table = lines.some(({ segments }) => segments.length > fewestGaps && segments.filter(({ gap }) => gap === 'wide').length >= fewestGaps) ? readTable(lines) : undefined;
  const posts = table ? experienceFromTable(table, context.today) : [];
  if (!table || posts.length === 0) return readEntries(lines, context);
  return [...readEntries(lines.slice(0, table.from), context), ...posts, ...readEntries(lines.slice(table.to), context)];
}

function readEntries(lines: readonly ResumeLine[], context: ReadingContext): EntryLines<Experience>[] {
  if (lines.length === 0) return [];
  const raws = splitEntries(lines, { written: context.written, dated: true });
  const drafts = withUsualPlace(raws.map((raw) => toDraft(raw, context)));
  const order = usualOrder(drafts);
  let above: Field | undefined;
  let group: Group | undefined;
  return drafts.map((draft) => {
    if (draft.raw.parent) above = parentOrganisation(draft.raw.parent, context);
    group = groupOf(draft, above, group);
    const parts = group ? { organisation: group.organisation, role: postOf(draft.pieces) } : draft.raw.parent && above ? { organisation: above, role: postOf(draft.pieces) } : assign(draft.pieces, order, draft);
    // A post without an employer stands under the employer of the post above it.
    const organisation = parts.organisation ?? (parts.role && (draft.raw.parent !== undefined || draft.entry.start !== undefined || draft.raw.header[0]?.bullet === undefined) ? above : undefined);
    above = organisation;
    const entry: Experience = { ...draft.entry, ...only('organisation', organisation), ...only('role', parts.role) };
    return { entry, lines: linesOf(draft.raw) };
  });
}

/** An employer whose own years stand above the posts held there. */
interface Group {
  readonly organisation: Field;
  readonly years: DateRange;
}

/** The group that a post opens or stands in: its header is a line that names no employer, and its years lie inside. */
function groupOf(draft: Draft, organisation: Field | undefined, group: Group | undefined): Group | undefined {
  if (draft.raw.parent) {
    const years = findDateRanges(draft.raw.parent.text).find((range) => !range.single);
    return organisation && years ? { organisation, years } : undefined;
  }
  if (group === undefined || draft.raw.header.length !== 1) return undefined;
  const own = draft.raw.header.flatMap((line) => findDateRanges(line.text))[0];
  const isInside = draft.organisation === undefined && own !== undefined && isWithin(own, group.years);
  return isInside && draft.pieces.length > 0 && draft.pieces.every(({ text }) => organisationScore(text) < 0.9 || roleScore(text) > 0) && roleScore(draft.pieces[0]?.text ?? '') > 0.5 ? group : undefined;
}

/** The post alone, with what follows it in its line: "Director, Supply Chain". What stands above it describes the employer. */
function postOf(pieces: readonly Piece[]): Field | undefined {
  const row = pieces.find(({ text }) => roleScore(text) > 0.5)?.row ?? pieces.at(-1)?.row;
  const own = pieces.filter((piece) => piece.row === row);
  const [first] = own;
  return first ? fieldOf(trimSigns(own.map(({ text }) => text).join(', ')), [first.line], ['section', 'place', 'wording']) : undefined;
}

export function linesOf(raw: RawEntry): ResumeLine[] {
  const all = [...(raw.parent ? [raw.parent] : []), ...raw.header.flatMap(pageLines), ...raw.asides.flatMap((aside) => pageLines(aside.line)), ...raw.body.flatMap((block) => block.lines.flatMap(pageLines))];
  return [...new Set(all)].sort((a, b) => a.page - b.page || a.line - b.line);
}

/** From here on the words say whether it is a post or an employer. */
const sureLean = 0.5;

/** Below the date and the lines of post and employer, what names neither is told of the post. */
function withTold(raw: RawEntry): RawEntry {
  if (raw.header.length < 3) return raw;
  const date = raw.header.findIndex((line) => findDateRanges(line.text).length > 0);
  const from = Math.max(2, date + 1);
  if (date < 0 || date > 2 || from >= raw.header.length) return raw;
  const named = new Set(takePlace(toPieces(raw.header.slice(0, from)).pieces).rest.map(({ group }) => group));
  const told = raw.header.slice(from);
  const isTold = (line: ResumeLine): boolean => /\p{Ll}\.$/u.test(mainText(line)) && mainText(line).split(' ').length > 3;
  if (named.size < 2 || told.some((line) => (Math.abs(lean({ text: mainText(line) })) >= sureLean && !isTold(line)) || readLineLabel(line) !== undefined || isAsideText(mainText(line)))) return raw;
  const blocks = told.map((line): Block => ({ text: mainText(line), lines: pageLines(line), bulleted: false, indent: line.indent }));
  return { ...raw, header: raw.header.slice(0, from), body: [...blocks, ...raw.body] };
}

function toDraft(whole: RawEntry, context: ReadingContext): Draft {
  const raw = withTold(whole);
  const { facts, rest } = takeLabels(raw.header);
  const { pieces, dates } = toPieces(rest);
  const asides = readAsides(raw.asides);
  const taken = takePlace(pieces, context.isTown);
  const first = raw.header[0] ?? raw.body[0]?.lines[0];
  const employer = withoutPlace(facts.get('organisation') ?? facts.get('institution'), context.isTown);
  const place = facts.get('place') ?? employer?.place ?? (asides.place ? fieldOf(asides.place.text, [asides.place.line], ['form', 'look']) : taken.place && taken.line ? fieldOf(taken.place, [taken.line], ['form']) : undefined);
  const hasOwnDate = [...dates, ...asides.dates];
  return {
    raw,
    pieces: taken.rest.length === 0 ? pieces : taken.rest,
    ...only('organisation', employer?.organisation),
    ...only('role', facts.get('role') ?? facts.get('title')),
    entry: {
      id: first ? entryId(first) : 'p0l0',
      ...(place ? { place } : {}),
      ...entryDates(hasOwnDate, context.today, 'both'),
      bullets: bulletFields(raw.body),
    },
  };
}

/** How many pieces a post's line has, its place last among them; 0 where it has none or stands elsewhere. */
function piecesToPlace({ raw, entry }: Draft): number {
  const rows = Map.groupBy(toPieces(takeLabels(raw.header).rest).pieces, ({ row }) => row);
  const row = [...rows.values()].find((pieces) => pieces.length > 1 && pieces.at(-1)?.text === entry.place?.value);
  return row?.length ?? 0;
}

/** "Head Chef, The Heron's Nest, Nairn": where the other posts name their place last, a town that nobody knows is one too. */
function withUsualPlace(drafts: readonly Draft[]): readonly Draft[] {
  const counts = drafts.map(piecesToPlace).filter((count) => count > 0);
  if (counts.length === 0 || 2 * counts.length < drafts.length) return drafts;
  return drafts.map((draft) => {
    const last = draft.pieces.at(-1);
    const row = draft.pieces.filter((piece) => piece.row === last?.row);
    const isOne = draft.entry.place === undefined && last !== undefined && draft.pieces.length > 2 && row.length > 1 && counts.some((count) => count === row.length || (count > 2 && row.length > 2)) && row.at(-2)?.group === last.group && /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}?[\p{L}'’.-]+){0,2}$/u.test(last.text) && roleScore(last.text) + organisationScore(last.text) + schoolScore(last.text) === 0;
    return isOne ? { ...draft, pieces: draft.pieces.slice(0, -1), entry: { ...draft.entry, place: fieldOf(last.text, [last.line], ['place']) } } : draft;
  });
}

/** "Name of Hospital: Caritas Hospital, Kottayam" */
function withoutPlace(organisation: Field | undefined, isTown: (name: string) => boolean = () => false): { organisation: Field; place?: Field } | undefined {
  if (organisation === undefined) return undefined;
  const parts = splitCommas(organisation.value).map(trimSigns);
  const from = parts.findIndex((part, index) => index > 0 && (isPlace(parts.slice(index).join(', ')) || (index === parts.length - 1 && isTown(part) && organisationScore(part) + schoolScore(part) === 0)));
  return from < 0 ? { organisation } : { organisation: { ...organisation, value: parts.slice(0, from).join(', ') }, place: { ...organisation, value: parts.slice(from).join(', ') } };
}

function parentOrganisation(line: ResumeLine, { isTown }: ReadingContext): Field | undefined {
  const rest = takePlace(toPieces([line]).pieces, isTown).rest;
  const [first] = rest;
  return first ? fieldOf(first.text, [line], ['section', 'place', 'look']) : undefined;
}

/** Which of role and employer comes first where the wording tells; 0 when no entry tells. */
function usualOrder(drafts: readonly Draft[]): number {
  let votes = 0;
  for (const { pieces } of drafts) {
    const [first, ...rest] = pieces;
    const other = rest.find((piece) => piece.group !== first?.group) ?? rest[0];
    if (!first || !other) continue;
    const lead = lean(first) - lean(other);
    if (Math.abs(lead) > 0.3) votes += Math.sign(lead);
  }
  return votes;
}

/** Positive for a role, negative for an employer. */
function lean({ text }: Pick<Piece, 'text'>): number {
  return roleScore(text) - organisationScore(text) - (schoolScore(text) > 0 ? 0.5 : 0);
}

function assign(pieces: readonly Piece[], order: number, labelled: { organisation?: Field; role?: Field }): { organisation?: Field; role?: Field } {
  const [opening] = pieces;
  if (labelled.organisation || labelled.role) {
    const left = opening ? fieldOf(opening.text, [opening.line], ['section', 'place']) : undefined;
    return { ...only('organisation', labelled.organisation ?? left), ...only('role', labelled.role ?? left) };
  }
  if (pieces.length === 0) return {};
  const [first] = pieces as [Piece, ...Piece[]];
  if (pieces.length === 1) {
    const role = lean(first) > 0 || (lean(first) === 0 && order > 0);
    const signals: Signal[] = lean(first) === 0 ? ['section'] : ['section', 'wording'];
    return role ? { role: fieldOf(first.text, [first.line], signals) } : { organisation: fieldOf(first.text, [first.line], signals) };
  }
  const role = pickRole(pieces, order);
  const others = pieces.filter((piece) => piece !== role);
  const organisation = pickOrganisation(others, role);
  return {
    role: wholeOf(role, pieces, organisation, lean(role) > 0),
    organisation: wholeOf(organisation, pieces, role, organisationScore(organisation.text) > 0),
  };
}

function pickRole(pieces: readonly Piece[], order: number): Piece {
  let best = pieces[0] as Piece;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [index, piece] of pieces.entries()) {
    const expected = order > 0 ? index === 0 : order < 0 ? index > 0 : index === 0;
    const score = lean(piece) + (expected ? (order === 0 ? 0.05 : 0.3) : 0) - 0.02 * index;
    if (score > bestScore) {
      best = piece;
      bestScore = score;
    }
  }
  return best;
}

function pickOrganisation(pieces: readonly Piece[], role: Piece): Piece {
  let best = pieces[0] as Piece;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [index, piece] of pieces.entries()) {
    // Behind the post on its line stands its department, where another line may name the employer.
    const sameGroup = piece.group === role.group ? (pieces.some(({ row }) => row !== role.row) ? -0.6 : -0.15) : 0;
    const score = -lean(piece) + (piece.bold && !role.bold ? 0.2 : 0) + sameGroup - 0.1 * index - (/^\(?(?:full|part)[- ]time\)?$|^(?:internship|contract|freelance|permanent|temporary)$/iu.test(piece.text) ? 2 : 0);
    if (score > bestScore) {
      best = piece;
      bestScore = score;
    }
  }
  return best;
}

/** The piece with the pieces after it in its group that nothing else claims: "Engineer, Platform". */
function wholeOf(piece: Piece, pieces: readonly Piece[], claimed: Piece, worded: boolean): Field {
  const at = pieces.indexOf(piece);
  const own = [piece];
  for (const next of pieces.slice(at + 1)) {
    if (next === claimed || next.group !== piece.group) break;
    own.push(next);
  }
  const signals: Signal[] = ['section', 'place', ...(worded ? (['wording'] as const) : []), ...(piece.bold ? (['look'] as const) : [])];
  return { value: trimSigns(own.map((part) => part.text).join(', ')), confidence: confidenceOf(signals), evidence: evidenceOf([piece.line]) };
}
