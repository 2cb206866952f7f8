/** Where a page has columns: bands of the page that an empty vertical strip divides into two texts of their own. */
import { sectionKindOf } from '../vocabulary/headings.ts';
import { columnKindOf } from '../vocabulary/table-columns.ts';
import { isAsideText } from './asides.ts';
import type { Chunk } from './chunks.ts';
import { goesOnOverhead, isRunningText, marginNotes, ratesLeft, reach, rowsOf, sharedBaselines } from './column-rows.ts';

/** A stretch of the page to be read line by line. Stream 0 is the main text, 1 and more are sidebars. */
export interface Region {
  readonly stream: number;
  readonly chunks: readonly Chunk[];
  /** Where the next column begins, less the space between; Infinity when none does. */
  readonly right: number;
}

/** Points. Narrower strips are chance. */
const narrowestStrip = 6;
const sameEdge = 3;
const fewestRows = 3;
const mostCandidates = 40;
const deepest = 4;
/** Between the lines of running text there are bands without end; columns are among the tallest. */
const mostBands = 6;
/** The least space that columns keep between them, points. */
const betweenColumns = 10;

/** Of the lines over a column's first heading, those on the baselines of the other column: more are beside its text. */
const mostlyBeside = 0.7;

export interface ColumnHints {
  /** x of the strips of the pages before: a page may go on with their columns without headings. */
  strips: readonly number[];
  /** x of the strips of this page. */
  found: number[];
  /** What each text was found to be, so that a text is judged once however many cuts are tried. */
  readonly judged: Map<string, Judged>;
}

interface Judged {
  readonly aside: boolean;
  readonly heading: boolean;
}

export function noHints(): ColumnHints {
  return { strips: [], found: [], judged: new Map() };
}

export function toRegions(chunks: readonly Chunk[], hints: ColumnHints): Region[] {
  hints.strips = [...hints.strips, ...hints.found];
  hints.found = [];
  return split(chunks, hints, { stream: 0, depth: 0, right: Number.POSITIVE_INFINITY });
}

interface Level {
  readonly stream: number;
  readonly depth: number;
  readonly right: number;
}

function split(chunks: readonly Chunk[], hints: ColumnHints, level: Level): Region[] {
  if (chunks.length === 0) return [];
  const cut = level.depth < deepest ? bestCut(chunks, hints) : undefined;
  if (!cut) return [{ stream: level.stream, chunks, right: level.right }];
  hints.found.push(cut.x);
  const { above, below, left, right } = cut;
  const same = { ...level, depth: level.depth + 1 };
  const inLeft = { ...same, right: cut.x - betweenColumns };
  const side = { stream: level.stream + 1 };
  const mainIsLeft = weight(left) >= 0.8 * weight(right);
  return [
    ...split(above, hints, same),
    ...(mainIsLeft ? split(left, hints, inLeft) : split(right, hints, same)),
    ...(mainIsLeft ? split(right, hints, { ...same, ...side }) : split(left, hints, { ...inLeft, ...side })),
    ...split(below, hints, same),
  ];
}

/** Letters, with those of long lines counting fully: a list of short words is a sidebar however long it is. */
function weight(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, chunk) => sum + (chunk.text.length >= 25 ? chunk.text.length : chunk.text.length / 4), 0);
}

interface Cut {
  readonly x: number;
  readonly above: readonly Chunk[];
  readonly below: readonly Chunk[];
  readonly left: readonly Chunk[];
  readonly right: readonly Chunk[];
  readonly rows: number;
}

function bestCut(chunks: readonly Chunk[], hints: ColumnHints): Cut | undefined {
  let best: Cut | undefined;
  for (const x of candidates(chunks, hints)) {
    for (const band of bands(chunks, x)) {
      const cut = fromFirstHeading(chunks, toCut(chunks, x, band), hints);
      if (cut && (!best || cut.rows > best.rows) && areColumns(cut, hints)) best = cut;
    }
  }
  return best && withoutNeighbours(best, hints);
}

/** What stands at the right margin of the left column is beside its lines, not the beginning of the right one. */
function withoutNeighbours(cut: Cut, hints: ColumnHints): Cut {
  const edge = Math.min(...cut.right.filter((chunk) => judge([chunk], hints).heading).map(({ x }) => x));
  const notes = Number.isFinite(edge) ? marginNotes(cut.left, cut.right.filter(({ right }) => right < edge - narrowestStrip)).filter((chunk) => judge([chunk], hints).aside) : [];
  if (notes.length < 2) return cut;
  return { ...cut, x: edge, left: [...cut.left, ...notes], right: cut.right.filter((chunk) => !notes.includes(chunk)) };
}

/** Left edges that several chunks share and that something stands left of, and strips that no short chunk crosses. */
function candidates(chunks: readonly Chunk[], hints: ColumnHints): number[] {
  const edges = chunks.map((chunk) => chunk.x).sort((a, b) => a - b);
  const clusters: { x: number; count: number }[] = [];
  for (const edge of edges) {
    const last = clusters.at(-1);
    if (last && edge - last.x <= sameEdge) last.count += 1;
    else clusters.push({ x: edge, count: 1 });
  }
  const leftmost = edges[0] as number;
  const shared = clusters.filter((cluster) => cluster.count >= fewestRows && cluster.x - leftmost > 40);
  shared.sort((a, b) => b.count - a.count || a.x - b.x);
  const strips = emptyStrips(chunks);
  const known = hints.strips.map((strip) => clusters.find((cluster) => Math.abs(cluster.x - strip) < 8)?.x ?? strip);
  return [...new Set([...known, ...shared.slice(0, mostCandidates).map((cluster) => cluster.x), ...strips.slice(0, mostCandidates)])];
}

function emptyStrips(chunks: readonly Chunk[]): number[] {
  const left = Math.min(...chunks.map((chunk) => chunk.x));
  const right = Math.max(...chunks.map((chunk) => chunk.right));
  // A name in large letters stands over both columns and may reach into the second.
  const sizes = chunks.map((chunk) => chunk.fontSize).sort((a, b) => a - b);
  const largest = 1.6 * (sizes[sizes.length >> 1] as number);
  const short = chunks.filter((chunk) => chunk.fontSize <= largest && chunk.right - chunk.x < 0.62 * (right - left)).sort((a, b) => a.x - b.x || a.right - b.right);
  const strips: number[] = [];
  let covered = Number.NaN;
  for (const chunk of short) {
    if (chunk.x - covered >= narrowestStrip) strips.push(chunk.x);
    covered = Number.isNaN(covered) ? chunk.right : Math.max(covered, chunk.right);
  }
  return strips;
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Between what crosses the strip or comes too near to it. */
function bands(chunks: readonly Chunk[], x: number): Band[] {
  const blockers = chunks.filter((chunk) => chunk.x < x - 1 && chunk.right > x - narrowestStrip).sort((a, b) => a.top - b.top);
  const found: Band[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const blocker of blockers) {
    if (blocker.top > top) found.push({ top, bottom: blocker.top });
    top = Math.max(top, blocker.baseline);
  }
  found.push({ top, bottom: Number.POSITIVE_INFINITY });
  return found.length <= mostBands ? found : found.sort((a, b) => b.bottom - b.top - (a.bottom - a.top)).slice(0, mostBands);
}

function toCut(chunks: readonly Chunk[], x: number, band: Band): Cut | undefined {
  const above: Chunk[] = [];
  const below: Chunk[] = [];
  const left: Chunk[] = [];
  const right: Chunk[] = [];
  for (const chunk of chunks) {
    const middle = (chunk.top + chunk.baseline) / 2;
    if (middle < band.top) above.push(chunk);
    else if (middle > band.bottom) below.push(chunk);
    else if (chunk.x >= x - 1 && !ratesLeft(chunk, x, chunks)) right.push(chunk);
    else left.push(chunk);
  }
  moveTitle(left, right, above);
  moveTitle(right, left, above);
  if (left.length < fewestRows || right.length < fewestRows) return undefined;
  const strip = Math.min(...right.map((chunk) => chunk.x)) - Math.max(...left.map((chunk) => chunk.right));
  if (strip < narrowestStrip) return undefined;
  return { x, above, below, left, right, rows: countRows(left) + countRows(right) };
}

/**
 * Columns may begin further down: what stands on one side above its first heading and is dates and places beside the
 * lines of the other side belongs to them.
 */
function fromFirstHeading(chunks: readonly Chunk[], cut: Cut | undefined, hints: ColumnHints): Cut | undefined {
  if (!cut) return undefined;
  for (const side of [cut.right, cut.left]) {
    const rows = rowsOf(side);
    const heading = rows.findIndex((row) => judge(row, hints).heading);
    if (heading < 2) continue;
    const over = rows.slice(0, heading);
    const beside = over.some((row) => isAsideText((row.at(-1) as Chunk).text)) && sharedBaselines(over, rowsOf(side === cut.right ? cut.left : cut.right)) >= mostlyBeside;
    if (asideShare(over, hints) < 0.5 && !beside) continue;
    const first = rows[heading]?.[0] as Chunk;
    return toCut(chunks, cut.x, { top: first.top - 1, bottom: cut.below.length > 0 ? Math.max(...[...cut.left, ...cut.right].map((chunk) => chunk.baseline)) + 1 : Number.POSITIVE_INFINITY });
  }
  return cut;
}

/** The name may stand over one column only, in letters larger than any below: it belongs to the page, not to the column. */
function moveTitle(from: Chunk[], other: readonly Chunk[], above: Chunk[]): void {
  const top = Math.min(...other.map((chunk) => chunk.top));
  const over = from.filter((chunk) => chunk.baseline < top);
  if (over.length === 0 || over.length > 4) return;
  const largest = Math.max(...other.map((chunk) => chunk.fontSize), ...from.filter((chunk) => chunk.baseline >= top).map((chunk) => chunk.fontSize));
  if (!over.some((chunk) => chunk.fontSize > 1.15 * largest)) return;
  for (const chunk of over) {
    from.splice(from.indexOf(chunk), 1);
    above.push(chunk);
  }
}

function countRows(chunks: readonly Chunk[]): number {
  return rowsOf(chunks).length;
}

/**
 * Two texts, or one text with notes at its margin (dates, places, the names of its sections) or the cells of a table?
 * Texts of their own have headings of their own; notes and cells stand on the lines of what they belong to.
 */
function areColumns(cut: Cut, hints: ColumnHints): boolean {
  const left = rowsOf(cut.left);
  const right = rowsOf(cut.right);
  if (left.length < fewestRows || right.length < fewestRows) return false;
  const headings = { left: headingCount(left, hints), right: headingCount(right.filter((row) => !isCellBeside(row, left, hints)), hints) };
  const both = headings.left > 0 && headings.right > 0;
  const continued = hints.strips.some((strip) => Math.abs(strip - cut.x) < 8) && left.length + right.length >= 6;
  const runsOn = headings.right === 0 && goesOnOverhead(right);
  const oneSided = Math.max(headings.left, headings.right) >= 2 && Math.min(left.length, right.length) >= 5 && (reach(left, right) > 0.5 || sharedBaselines(left, right) < 0.5 || runsOn) && isRunningText(headings.left < headings.right ? left : right);
  if (!both && !continued && !oneSided) return false;
  if (cutsTable(cut)) return false;
  if (headings.left > 0.5 * left.length || headings.right > 0.5 * right.length) return false;
  if (asideShare(left, hints) > 0.5 || asideShare(right, hints) > 0.5) return false;
  if (both) return !headingsNameRows(left, hints);
  // Section names with dates below them in the margin of one text: what else stands there is next to nothing.
  if (oneSided && !continued && [left, right].some((rows) => headingCount(rows, hints) > 0 && namesAndDates(rows, hints))) return false;
  const shared = sharedBaselines(left, right);
  if (continued) return shared < 0.85 || headings.left + headings.right > 0;
  return shared < 0.7 || runsOn;
}

/** A row of column names, which hold no figures, on both sides of the strip: the cut would go through a table. */
function cutsTable(cut: Cut): boolean {
  const names = (chunks: readonly Chunk[]): Chunk[] => chunks.filter((chunk) => chunk.text.length < 40 && !/\d/.test(chunk.text) && columnKindOf(chunk.text) !== undefined);
  const right = names(cut.right);
  const left = names(cut.left);
  return left.some((one) => {
    const beside = right.filter((other) => Math.abs(other.baseline - one.baseline) < 2);
    const onRow = left.filter((other) => Math.abs(other.baseline - one.baseline) < 2);
    return beside.length > 0 && beside.length + onRow.length >= 3;
  });
}

/** "Tools" beside "Programming", both set alike: names of cells in a row, of which one is called like a section. */
function isCellBeside([chunk]: readonly Chunk[], left: readonly Chunk[][], hints: ColumnHints): boolean {
  if (chunk === undefined) return false;
  const beside = left.find((row) => row.some((other) => Math.abs(other.baseline - chunk.baseline) < 1));
  return beside !== undefined && !judge(beside, hints).heading && beside.every((other) => lookOf(other) === lookOf(chunk) && !isAsideText(other.text));
}

function lookOf({ runs: [run], fontSize }: Chunk): string {
  return `${fontSize}|${String(run?.bold)}|${String(run?.italic)}`;
}

function headingCount(rows: readonly Chunk[][], hints: ColumnHints): number {
  return rows.filter((row) => judge(row, hints).heading).length;
}

function namesAndDates(rows: readonly Chunk[][], hints: ColumnHints): boolean {
  const others = rows.filter((row) => !judge(row, hints).heading);
  return asideShare(others, hints) >= 0.5;
}

/** Share of rows that are dates, lengths of time or places. */
function asideShare(rows: readonly Chunk[][], hints: ColumnHints): number {
  return rows.filter((row) => judge(row, hints).aside).length / Math.max(1, rows.length);
}

/** What a row is, found out once for each text; the aside only when asked for, because it takes longest. */
function judge(row: readonly Chunk[], hints: ColumnHints): Judged {
  const text = row.map((chunk) => chunk.text).join(' ');
  const known = hints.judged.get(text);
  if (known) return known;
  let aside: boolean | undefined;
  const judged: Judged = {
    heading: sectionKindOf(text) !== undefined,
    get aside() {
      aside ??= isAsideText(text);
      return aside;
    },
  };
  hints.judged.set(text, judged);
  return judged;
}

/** Section names in the left margin: nearly every other line on the left is a heading's second line or a date. */
function headingsNameRows(left: readonly Chunk[][], hints: ColumnHints): boolean {
  const others = left.filter((row) => !judge(row, hints).heading && !judge(row, hints).aside).length;
  return others < 3 && left.length - others >= others;
}
