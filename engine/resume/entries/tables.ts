/** Tables inside a section: a row of column names, and rows of cells below it. */
import type { ResumeLine, Segment } from '../types.ts';
import { type ColumnKind, columnKindOf } from '../vocabulary/table-columns.ts';

interface Column {
  /** Undefined for a column whose name says nothing known. */
  readonly kind: ColumnKind | undefined;
  readonly from: number;
  readonly to: number;
}

export interface Cell {
  readonly text: string;
  readonly lines: readonly ResumeLine[];
}

export interface Table {
  readonly rows: readonly { readonly cells: ReadonlyMap<ColumnKind, Cell>; readonly lines: readonly ResumeLine[] }[];
  /** Indexes of the section's lines: the table with its header is `from` to before `to`. */
  readonly from: number;
  readonly to: number;
}

/** The first table of a section: a line of at least three cells of which most name columns. */
export function readTable(lines: readonly ResumeLine[]): Table | undefined {
  const from = lines.findIndex(isHeader);
  if (from < 0) return undefined;
  const header = headerCells(lines, from);
  const body = lines.slice(header.to);
  const columns = toColumns(header.cells, body);
  const rows: { lines: ResumeLine[] }[] = [];
  const heights = rowPitch(body);
  let used = 0;
  for (const [index, line] of body.entries()) {
    if (line.segments.length < 2 && !belongs(line, columns, rows.length)) break;
    const above = body[index - 1];
    if (rows.length === 0 || !above || beginsRow(line, above, heights, columns)) rows.push({ lines: [line] });
    else rows.at(-1)?.lines.push(line);
    used = index + 1;
  }
  if (rows.length === 0) return undefined;
  return { rows: rows.map((row) => ({ cells: toCells(row.lines, columns), lines: row.lines })), from, to: header.to + used };
}

function isHeader(line: ResumeLine): boolean {
  const cells = cellsOf(line);
  if (cells.length < 3) return false;
  const kinds = new Set(cells.map((cell) => columnKindOf(cell.text)));
  kinds.delete(undefined);
  return kinds.size >= 3 || (kinds.size >= 2 && cells.length === 3 && kinds.size >= cells.length - 1);
}

/** Segments of one cell (parted by style, not by a gap) together. */
function cellsOf(line: ResumeLine): Segment[] {
  const cells: Segment[] = [];
  for (const segment of line.segments) {
    const last = cells.at(-1);
    if (last && segment.gap !== 'wide') {
      cells[cells.length - 1] = { ...last, text: `${last.text}${segment.gap === 'space' ? ' ' : ''}${segment.text}`, width: segment.x + segment.width - last.x };
    } else {
      cells.push(segment);
    }
  }
  return cells;
}

/** Names of columns may take a second line ("Year of" over "Passing"). */
function headerCells(lines: readonly ResumeLine[], from: number): { cells: Segment[]; to: number } {
  const cells = cellsOf(lines[from] as ResumeLine);
  let to = from + 1;
  for (const line of lines.slice(from + 1, from + 3)) {
    const more = cellsOf(line);
    const names = more.filter((cell) => columnKindOf(cell.text) !== undefined && !/\d/.test(cell.text));
    if (names.length < more.length || more.length >= cells.length || line.table?.row !== (lines[from] as ResumeLine).table?.row) break;
    for (const cell of more) {
      const over = cells.findIndex((other) => overlap(other, cell) > 0);
      if (over >= 0) cells[over] = { ...(cells[over] as Segment), text: `${(cells[over] as Segment).text} ${cell.text}` };
      else cells.push(cell);
    }
    to += 1;
  }
  return { cells: cells.sort((a, b) => a.x - b.x), to };
}

function overlap(a: { x: number; width: number }, b: { x: number; width: number }): number {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
}

/**
 * Where each column begins and ends. Names stand in the middle of their column as often as at its left, so the cells of
 * full rows count as well: a column reaches half way to what its neighbours hold.
 */
function toColumns(header: readonly Segment[], body: readonly ResumeLine[]): Column[] {
  const spans = header.map((cell) => ({ left: cell.x, right: cell.x + cell.width }));
  for (const line of body) {
    const cells = cellsOf(line);
    if (cells.length !== spans.length) continue;
    for (const [index, cell] of cells.entries()) {
      const span = spans[index] as { left: number; right: number };
      span.left = Math.min(span.left, cell.x);
      span.right = Math.max(span.right, cell.x + cell.width);
    }
  }
  const taken = new Set<ColumnKind>();
  return header.map((cell, index) => {
    const before = spans[index - 1];
    const own = spans[index] as { left: number; right: number };
    const after = spans[index + 1];
    return {
      kind: kindOf(cell.text, taken),
      from: before ? (before.right + own.left) / 2 : Number.NEGATIVE_INFINITY,
      to: after ? (own.right + after.left) / 2 : Number.POSITIVE_INFINITY,
    };
  });
}

/** A second column of the same kind is dropped, but of two boards or schools the second is the institution. */
function kindOf(name: string, taken: Set<ColumnKind>): ColumnKind | undefined {
  const named = columnKindOf(name);
  const second = named !== undefined && taken.has(named) && (named === 'board' || named === 'institution') && !taken.has('institution');
  const kind = second ? 'institution' : named !== undefined && taken.has(named) ? undefined : named;
  if (kind) taken.add(kind);
  return kind;
}

function belongs(line: ResumeLine, columns: readonly Column[], rows: number): boolean {
  const [cell] = cellsOf(line);
  if (!cell || rows === 0) return false;
  if (line.table !== undefined) return true;
  return line.spaceAbove < 1.6 && line.bullet === undefined && columnOf(cell, columns) !== undefined && cell.width < 220 && cell.text.split(' ').length <= 8;
}

/** Distance between lines inside a row, when rows stand further apart than that. */
function rowPitch(body: readonly ResumeLine[]): { readonly inside: number; readonly between: number } | undefined {
  const steps = body.slice(1).map((line, index) => line.box.y - (body[index] as ResumeLine).box.y).filter((step) => step > 0);
  if (steps.length === 0) return undefined;
  return { inside: Math.min(...steps), between: Math.max(...steps) };
}

function beginsRow(line: ResumeLine, above: ResumeLine, heights: ReturnType<typeof rowPitch>, columns: readonly Column[]): boolean {
  if (line.table !== undefined) return line.table.row !== above.table?.row;
  const step = line.box.y - above.box.y;
  if (line.page !== above.page) return true;
  if (heights && heights.between > 1.25 * heights.inside) return step > (heights.inside + heights.between) / 2;
  const cells = cellsOf(line);
  const filled = new Set(cells.map((cell) => columnOf(cell, columns)?.kind));
  return cells.length > columns.length / 2 || filled.has('year') || filled.has('grade');
}

function columnOf(cell: { x: number; width: number }, columns: readonly Column[]): Column | undefined {
  const middle = cell.x + cell.width / 2;
  return columns.find((column) => middle >= column.from && middle < column.to);
}

function toCells(lines: readonly ResumeLine[], columns: readonly Column[]): Map<ColumnKind, Cell> {
  const cells = new Map<ColumnKind, { text: string; lines: ResumeLine[] }>();
  for (const line of lines) {
    for (const segment of cellsOf(line)) {
      const kind = columnOf(segment, columns)?.kind;
      if (!kind) continue;
      const cell = cells.get(kind) ?? { text: '', lines: [] };
      cell.text = cell.text === '' ? segment.text : /[-‐]$/.test(cell.text) ? cell.text + segment.text : `${cell.text} ${segment.text}`;
      if (!cell.lines.includes(line)) cell.lines.push(line);
      cells.set(kind, cell);
    }
  }
  return cells;
}
