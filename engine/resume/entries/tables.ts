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

interface Row {
  readonly lines: readonly ResumeLine[];
  readonly cells: readonly Segment[];
}

/** Tries that cost time: a section's table stands near its top. */
const mostTries = 12;
const mostLines = 120;

/** The first table of a section: a row of at least three cells of which most name columns, and the rows below it. */
export function readTable(lines: readonly ResumeLine[]): Table | undefined {
  let tries = 0;
  for (const [from, line] of lines.entries()) {
    if (!cellsOf(line).some((cell) => columnKindOf(cell.text) !== undefined)) continue;
    tries += 1;
    if (tries > mostTries) return undefined;
    const [header, ...body] = toRows(lines.slice(from, from + mostLines));
    if (header && isHeader(header.cells)) return tableFrom(header, body, from);
  }
  return undefined;
}

function tableFrom(header: Row, body: readonly Row[], from: number): Table | undefined {
  const columns = toColumns(header.cells, body);
  const end = body.findIndex((row, index) => row.cells.length < 2 && !(index > 0 && row.lines.every((line) => line.table !== undefined)));
  const rows = end < 0 ? body : body.slice(0, end);
  if (rows.length === 0) return undefined;
  const to = from + header.lines.length + rows.reduce((sum, row) => sum + row.lines.length, 0);
  return { rows: rows.map((row) => ({ cells: toCells(row.lines, columns), lines: row.lines })), from, to };
}

function isHeader(cells: readonly Segment[]): boolean {
  if (cells.length < 3) return false;
  const kinds = new Set(cells.map((cell) => columnKindOf(cell.text)));
  kinds.delete(undefined);
  return kinds.size >= 3 || (kinds.size >= 2 && cells.length === 3);
}

/**
 * Lines → rows. The cells of a row may take several lines, standing at its top or at its middle, so a row begins where
 * the step down is more than the distance between the lines of one cell, or where two lines fill most columns.
 */
function toRows(lines: readonly ResumeLine[]): Row[] {
  const pitch = linePitch(lines.slice(0, 24));
  const groups: ResumeLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (!group || !above || beginsRow(line, group, above, { pitch, columns: groups.length === 1 ? undefined : mergeCells(groups[0] ?? []).length })) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => ({ lines: group, cells: mergeCells(group) }));
}

function beginsRow(line: ResumeLine, group: readonly ResumeLine[], above: ResumeLine, look: { pitch: number; columns: number | undefined }): boolean {
  if (line.table !== undefined || above.table !== undefined) return line.table?.row !== above.table?.row || line.table?.id !== above.table?.id;
  if (line.page !== above.page || line.bullet !== undefined) return true;
  if (line.box.y - above.box.y > 1.2 * look.pitch) return true;
  // Names of columns hold no figures, the first row below them does.
  if (look.columns === undefined) return cellsOf(line).some((cell) => /\d/.test(cell.text)) || cellsOf(line).every((cell) => columnKindOf(cell.text) === undefined && !group.some((other) => cellsOf(other).some((name) => overlap(name, cell) > 0)));
  const full = 0.6 * look.columns;
  return cellsOf(line).length >= full && group.some((other) => cellsOf(other).length >= full);
}

/** The least distance between two lines that share a column: the lines of one cell. */
function linePitch(lines: readonly ResumeLine[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    for (const below of lines.slice(index + 1, index + 4)) {
      const step = below.box.y - line.box.y;
      const shares = cellsOf(line).some((cell) => cellsOf(below).some((other) => overlap(cell, other) > 0));
      if (shares && step > 0 && below.page === line.page) least = Math.min(least, step);
    }
  }
  return least;
}

/** What stands above each other in a row is one cell. */
function mergeCells(lines: readonly ResumeLine[]): Segment[] {
  const cells: Segment[] = [];
  for (const cell of lines.flatMap(cellsOf)) {
    const at = cells.findIndex((other) => overlap(other, cell) > 0);
    const over = cells[at];
    if (!over) {
      cells.push(cell);
      continue;
    }
    const x = Math.min(over.x, cell.x);
    cells[at] = { ...over, text: `${over.text} ${cell.text}`, x, width: Math.max(over.x + over.width, cell.x + cell.width) - x };
  }
  return cells.sort((a, b) => a.x - b.x);
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

function overlap(a: { x: number; width: number }, b: { x: number; width: number }): number {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
}

/**
 * Where each column begins and ends. Names stand in the middle of their column as often as at its left, so the cells of
 * full rows count as well: a column reaches half way to what its neighbours hold.
 */
function toColumns(header: readonly Segment[], body: readonly Row[]): Column[] {
  const spans = header.map((cell) => ({ left: cell.x, right: cell.x + cell.width }));
  for (const { cells } of body) {
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
