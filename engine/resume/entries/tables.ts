/** Tables inside a section: a row of column names, and rows of cells below it. */
import type { ResumeLine, Segment } from '../types.ts';
import { type ColumnKind, columnKindOf } from '../vocabulary/table-columns.ts';

export interface Column {
  readonly kind: ColumnKind;
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
  const columns = toColumns(header.cells);
  const body = lines.slice(header.to);
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

/** A column reaches half way to its neighbours' names. */
function toColumns(header: readonly Segment[]): Column[] {
  const taken = new Set<ColumnKind>();
  return header.flatMap((cell, index) => {
    const before = header[index - 1];
    const after = header[index + 1];
    const from = before ? (before.x + before.width + cell.x) / 2 : Number.NEGATIVE_INFINITY;
    const to = after ? (cell.x + cell.width + after.x) / 2 : Number.POSITIVE_INFINITY;
    const kind = columnKindOf(cell.text);
    if (!kind) return [];
    const free = taken.has(kind) ? (kind === 'board' || kind === 'institution' ? (taken.has('institution') ? undefined : ('institution' as const)) : undefined) : kind;
    if (!free) return [];
    taken.add(free);
    return [{ kind: free, from, to }];
  });
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
  const inside = columns.find((column) => middle >= column.from && middle < column.to);
  const starts = columns.find((column) => cell.x >= column.from && cell.x < column.to);
  return starts ?? inside;
}

function toCells(lines: readonly ResumeLine[], columns: readonly Column[]): Map<ColumnKind, Cell> {
  const cells = new Map<ColumnKind, { text: string; lines: ResumeLine[] }>();
  for (const line of lines) {
    for (const segment of cellsOf(line)) {
      const column = columnOf(segment, columns);
      if (!column) continue;
      const cell = cells.get(column.kind) ?? { text: '', lines: [] };
      cell.text = cell.text === '' ? segment.text : /[-‐]$/.test(cell.text) ? cell.text + segment.text : `${cell.text} ${segment.text}`;
      if (!cell.lines.includes(line)) cell.lines.push(line);
      cells.set(column.kind, cell);
    }
  }
  return cells;
}
