import type { TextItem } from '../resume/document.ts';
import type { ResumeLine } from '../resume/types.ts';
import { evidenceOf, type Loss } from './loss.ts';
import type { ReadBackRequest } from './types.ts';

/** Points, by judgement. */
const mixedColumns = 10;
/** A page's columns, its head and its foot, each written in one go, change no oftener. */
const mostOrderlyChanges = 4;

/**
 * How often a page's texts, in the order in which the file holds them, go from one of its columns to another: a few times
 * where each column is written by itself, at every line where they are written across.
 */
export function countColumnChanges(items: readonly TextItem[], lines: readonly ResumeLine[]): number {
  if (!lines.some(({ column }) => column > 0)) return 0;
  const columns = items.flatMap((item) => lines.find((line) => holds(line, item))?.column ?? []);
  return columns.filter((column, index) => index > 0 && column !== columns[index - 1]).length;
}

function holds({ box }: ResumeLine, { x, y, width, height }: TextItem): boolean {
  const [across, down] = [x + width / 2, y + height / 2];
  return across >= box.x && across <= box.x + box.width && down >= box.y && down <= box.y + box.height;
}

/** A page is mixed when its texts change columns more than 4 times, and at least once for every second line of the further columns. */
export function columnLosses({ pages, lines }: Pick<ReadBackRequest, 'pages' | 'lines'>): Loss[] {
  const beside = lines.filter(({ column }) => column > 0);
  const mixed = beside.filter(({ page }) => {
    const changes = pages[page - 1]?.columnChanges ?? 0;
    return changes > mostOrderlyChanges && 2 * changes >= beside.filter((line) => line.page === page).length;
  });
  if (mixed.length > 0) return [{ what: { code: 'read-back.columns-mixed', params: { count: mixed.length } }, points: mixedColumns, evidence: evidenceOf(mixed) }];
  if (beside.length === 0) return [];
  const isKnown = beside.every(({ page }) => pages[page - 1]?.columnChanges !== undefined);
  return [{ what: { code: isKnown ? 'read-back.columns-in-order' : 'read-back.columns', params: { count: beside.length } }, points: 0, evidence: evidenceOf(beside) }];
}
