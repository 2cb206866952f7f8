/** Items of text on a page → chunks: stretches of one line that no wide gap divides. */
import type { TextItem } from '../document.ts';
import { isDateText } from './asides.ts';
import { cleanText, composeAccents, joinSpacedLetters, withoutIcons } from './clean-text.ts';

export interface Run {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** An icon or bullet glyph stood here and is left out. */
  readonly afterIcon: boolean;
  /** The document itself puts a space after it. */
  readonly spaceAfter: boolean;
}

export interface Chunk {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly baseline: number;
  readonly fontSize: number;
}

/** Gaps in ems (multiples of the font size). A space is about 0.25; kerning stays under 0.12. */
const spaceGap = 0.14;
const wideGap = 1;
/** Points: smaller text is not there to be seen. */
const smallestLetters = 0.5;
const surelyWideGap = 2;
/** A date of its own needs less to stand apart from what it dates. */
const besideDate = 0.5;
/** Baselines closer than this part of the font size are one line. */
const sameLine = 0.22;

export function toChunks(items: readonly TextItem[]): Chunk[] {
  const runs = withoutDoubles(items.flatMap(toRuns));
  const rows = toRows(runs);
  const edges = gutterEdges(rows);
  return attachRaised(rows.map((row) => mergeCells(row, edges))).flatMap((row) => row);
}

function toRuns(item: TextItem): Run[] {
  const { parts, opensWithIcon } = withoutIcons(joinSpacedLetters(cleanText(item.text)));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const placed = [item.x, item.y, item.width, item.height, item.fontSize].every(Number.isFinite);
  if (length === 0 || !placed || item.fontSize < smallestLetters) return [];
  let at = 0;
  const shown = parts.filter((part) => part.trim() !== '').flatMap(atLostTabs);
  const last = shown.length - 1;
  return shown.map(({ text: part, tab }, index) => {
    const x = item.x + (item.width * at) / length;
    at += part.length;
    const right = item.x + (item.width * at) / length;
    const lead = part.length - part.trimStart().length;
    const tail = part.length - part.trimEnd().length;
    const letter = (right - x) / Math.max(1, part.length);
    return {
      text: part.trim(), x: x + lead * letter, right: right - tail * letter, baseline: item.y + item.height,
      fontSize: item.fontSize, bold: item.bold, italic: item.italic, afterIcon: (index > 0 && shown[index - 1]?.tab !== true) || opensWithIcon, spaceAfter: tail > 0 || tab || (item.spaceAfter === true && index === last),
    };
  });
}

/** A tab that jumps less than a space leaves nothing between a name and its date or mark: "Saffron RetailDecember 2019". */
const lostTab = /(?<=\p{L})(?=(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\.?(?:\s(?:19|20)\d\d|['’]\d\d)|(?:0[1-9]|1[0-2])[./](?:19|20)\d\d)(?![\p{L}\d]))|(?<=\p{Ll})(?=(?:CGPA|GPA|Percentage|Marks)\s?:)/u;

interface Part {
  readonly text: string;
  /** True before the place of a lost tab. */
  readonly tab: boolean;
}

function atLostTabs(text: string): Part[] {
  if (!/[A-Za-z](?:[A-Z][A-Za-z]|[01]\d[./])/.test(text)) return [{ text, tab: false }];
  const parts = text.split(lostTab);
  return parts.map((part, index) => ({ text: part, tab: index < parts.length - 1 }));
}

/** Reading order within a page before columns are known; total, so that the order of items does not matter. */
function byPosition(a: Run, b: Run): number {
  return (
    a.baseline - b.baseline || a.x - b.x || a.right - b.right || a.fontSize - b.fontSize || compareText(a.text, b.text) ||
    Number(a.bold) - Number(b.bold) || Number(a.italic) - Number(b.italic) || Number(a.afterIcon) - Number(b.afterIcon) || Number(a.spaceAfter) - Number(b.spaceAfter)
  );
}

/** By code units: the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Some programs print a text twice, a hair apart, to make it bold. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  const kept: Run[] = [];
  for (const run of [...runs].sort(byPosition)) {
    const twins = seen.get(run.text) ?? [];
    const twin = twins.find((other) => Math.abs(other.x - run.x) < 1.2 && Math.abs(other.baseline - run.baseline) < 1.2);
    if (twin) {
      const bold = { ...twin, bold: true };
      kept[kept.indexOf(twin)] = bold;
      twins[twins.indexOf(twin)] = bold;
      continue;
    }
    kept.push(run);
    if (twins.length >= 8) twins.shift();
    twins.push(run);
    seen.set(run.text, twins);
  }
  return kept;
}

function toRows(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  let row: Run[] = [];
  let baseline = Number.NaN;
  for (const run of [...runs].sort(byPosition)) {
    const tolerance = sameLine * Math.min(run.fontSize, row[0]?.fontSize ?? run.fontSize);
    if (row.length > 0 && run.baseline - baseline > tolerance) {
      rows.push(row);
      row = [];
    }
    if (row.length === 0) baseline = run.baseline;
    row.push(run);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Rows that show a gutter: so many labels end before it, and so many lines begin behind it with nothing at their left. */
const fewestAtGutter = 3;
/** Points within which edges are the same. */
const sameEdge = 0.8;

/**
 * Where a narrow gutter ends: labels and dates of a margin are set flush right, less than a wide gap before the text, whose
 * other lines begin at the same place. Words of running text meet by chance only.
 */
function gutterEdges(rows: readonly (readonly Run[])[]): readonly number[] {
  const sorted = rows.map((row) => [...row].sort((a, b) => a.x - b.x));
  const openings = sorted.flatMap((row) => (row[0] ? [row[0].x] : [])).sort((a, b) => a - b);
  const ends = new Map<number, { readonly x: number; readonly rights: number[]; readonly lefts: number[] }>();
  for (const row of sorted) {
    for (const [index, run] of row.entries()) {
      const previous = row[index - 1];
      if (previous === undefined || !isGutter(previous, run)) continue;
      const key = Math.round(run.x);
      const found = ends.get(key) ?? { x: run.x, rights: [], lefts: [] };
      found.rights.push(previous.right);
      found.lefts.push((row[0] as Run).x);
      ends.set(key, found);
    }
  }
  return [...ends.values()].filter(({ x, rights, lefts }) =>
    rights.length >= fewestAtGutter && Math.max(...rights) - Math.min(...rights) < 2 * sameEdge && Math.max(...lefts) - Math.min(...lefts) > 3 &&
    openings.filter((opening) => Math.abs(opening - x) < sameEdge).length >= fewestAtGutter).map(({ x }) => x);
}

function isGutter(left: Run, right: Run): boolean {
  const gap = (right.x - left.right) / Math.max(left.fontSize, right.fontSize);
  return gap > besideDate && gap <= wideGap;
}

function mergeCells(row: readonly Run[], edges: readonly number[]): Chunk[] {
  const sorted = withAccents([...row].sort((a, b) => a.x - b.x || byPosition(a, b)));
  const limit = wideLimit(sorted);
  const chunks: Run[][] = [];
  for (const run of sorted) {
    const current = chunks.at(-1);
    const previous = current?.at(-1);
    const gap = previous ? (run.x - previous.right) / Math.max(previous.fontSize, run.fontSize) : Number.POSITIVE_INFINITY;
    const nearDate = current !== undefined && gap > besideDate && standsByDate(textOf(current), run.text);
    if (current && gap <= limit && !(run.afterIcon && gap > spaceGap) && !nearDate && !(previous !== undefined && isGutter(previous, run) && edges.some((edge) => Math.abs(edge - run.x) < sameEdge))) current.push(run);
    else chunks.push([run]);
  }
  return chunks.map(toChunk);
}

/** An accent that is drawn by itself stands over the letter that follows. */
function withAccents(row: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of row) {
    const accent = kept.at(-1);
    const text = accent !== undefined && accent.right - run.x > -0.1 * run.fontSize ? composeAccents(accent.text + run.text) : undefined;
    if (accent === undefined || text === undefined || text.length >= accent.text.length + run.text.length) kept.push(run);
    else kept[kept.length - 1] = { ...run, text, x: accent.x };
  }
  return kept;
}

/** One of the two is a date and no dash makes a range of them. */
function standsByDate(left: string, right: string): boolean {
  return !/[–—-]$/.test(left) && !/^[–—-]/.test(right) && (isDateText(left) || isDateText(right));
}

/** Justified lines stretch every space alike; a gap is wide when it stands out among the others, or by itself. */
function wideLimit(row: readonly Run[]): number {
  const gaps: number[] = [];
  for (let index = 1; index < row.length; index += 1) {
    const previous = row[index - 1] as Run;
    const run = row[index] as Run;
    const gap = (run.x - previous.right) / Math.max(previous.fontSize, run.fontSize);
    if (gap > spaceGap) gaps.push(gap);
  }
  if (gaps.length < 5) return wideGap;
  gaps.sort((a, b) => a - b);
  const median = gaps[gaps.length >> 1] as number;
  if (median >= wideGap) return wideGap;
  return Math.min(surelyWideGap, Math.max(wideGap, 1.8 * median));
}

function toChunk(runs: readonly Run[]): Chunk {
  const fontSize = Math.max(...runs.map((run) => run.fontSize));
  const main = runs.find((run) => run.fontSize === fontSize) as Run;
  return {
    runs, text: joinSpacedLetters(textOf(runs)), fontSize, baseline: main.baseline, top: main.baseline - fontSize,
    x: (runs[0] as Run).x, right: Math.max(...runs.map((run) => run.right)),
  };
}

function textOf(runs: readonly Run[]): string {
  let text = '';
  let previous: Run | undefined;
  for (const run of runs) {
    text += previous && hasSpaceBetween(previous, run) ? ` ${run.text}` : run.text;
    previous = run;
  }
  return text;
}

export function hasSpaceBetween(left: Run, right: Run): boolean {
  const gap = (right.x - left.right) / Math.min(left.fontSize, right.fontSize);
  return left.spaceAfter || gap > spaceGap;
}

/** Rows of more pieces are drawings or tables of figures: nothing is looked for in them. */
const mostInRow = 64;

/** A raised or lowered small text ("1st", a footnote number) joins the line it leans on. */
function attachRaised(rows: Chunk[][]): Chunk[][] {
  for (const [index, row] of rows.entries()) {
    if (row.length > mostInRow) continue;
    const small = row.filter((chunk) => chunk.text.length <= 4);
    for (const chunk of small) {
      for (const other of [rows[index - 1], rows[index + 1]]) {
        const at = other && other.length <= mostInRow ? other.findIndex((base) => leansOn(chunk, base)) : -1;
        if (!other || at < 0) continue;
        const base = other[at] as Chunk;
        other[at] = toChunk([...base.runs, ...chunk.runs].sort((a, b) => a.x - b.x));
        row.splice(row.indexOf(chunk), 1);
        break;
      }
    }
  }
  return rows.filter((row) => row.length > 0);
}

function leansOn(chunk: Chunk, base: Chunk): boolean {
  const overlap = Math.min(chunk.baseline, base.baseline) - Math.max(chunk.top, base.top);
  return (
    chunk.fontSize <= 0.8 * base.fontSize &&
    overlap > 0.3 * chunk.fontSize &&
    chunk.x >= base.x &&
    chunk.x - base.right < 0.5 * base.fontSize
  );
}
