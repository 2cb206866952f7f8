/** Lists that stand side by side under names of their own: "Embedded   Tools" in bold over what each holds. */
import { isDateText } from '../lines/asides.ts';
import type { ResumeLine, Segment } from '../types.ts';
import { withSegments } from '../lines/with-segments.ts';

/** Points by which the cells of a column may begin apart. */
const sameColumn = 6;
/** Text on a level with its name takes so many lines at most. */
const mostBelow = 12;

/** Lines with each grid of named columns read column by column; every other line as it is. */
export function columnByColumn(lines: readonly ResumeLine[]): readonly ResumeLine[] {
  const read: ResumeLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as ResumeLine;
    const below = isRowOfNames(line) ? rowsBelow(line, lines.slice(at + 1, at + 1 + mostBelow)) : [];
    if (below.length === 0) {
      read.push(line);
      continue;
    }
    for (const name of line.segments) {
      for (const row of [line, ...below]) {
        const cell = row.segments.find((segment) => Math.abs(segment.x - name.x) < sameColumn);
        if (cell) read.push(withSegments(row, [{ ...cell, gap: 'none', aside: false }]));
      }
    }
    at += below.length;
  }
  return read;
}

/** "Spanish — Native   English — C1" on one line, a wide gap between: a line for each. */
export function eachCell(lines: readonly ResumeLine[], opens: (text: string) => boolean): readonly ResumeLine[] {
  return lines.flatMap((line) => {
    const starts = line.segments.flatMap(({ gap }, index) => (index === 0 || gap === 'wide' ? [index] : []));
    if (starts.length < 2 || !starts.every((start) => opens(line.segments[start]?.text ?? ''))) return [line];
    return starts.map((start, at) => withSegments(line, line.segments.slice(start, starts[at + 1]).map((segment, index) => (index === 0 ? { ...segment, gap: 'none' } : segment))));
  });
}

function isRowOfNames({ segments, bullet }: ResumeLine): boolean {
  return segments.length > 1 && bullet === undefined && segments.every(isName);
}

function isName({ bold, gap, text }: Segment, index: number): boolean {
  return bold && (index === 0 || gap === 'wide') && !/[,;:|]/.test(text) && text.split(' ').length <= 4 && !isDateText(text);
}

/** The rows under the names, each cell of which begins where a name does and none of which is bold. */
function rowsBelow(names: ResumeLine, lines: readonly ResumeLine[]): ResumeLine[] {
  const end = lines.findIndex((line) => !line.segments.every((cell) => !cell.bold && names.segments.some((name) => Math.abs(name.x - cell.x) < sameColumn)) || line.bullet !== undefined || line.page !== names.page);
  const below = end < 0 ? lines : lines.slice(0, end);
  return below.some((line) => line.segments.length > 1) ? [...below] : [];
}
