/** Rows of a table of posts → entries. */
import { findDateRanges } from '../../text/date-range.ts';
import { entryId, fieldOf, type Signal } from '../confidence.ts';
import { entryDates } from '../entries/entry-dates.ts';
import type { Cell, Table } from '../entries/tables.ts';
import type { Experience, Field, ResumeLine, Today } from '../types.ts';
import type { ColumnKind } from '../vocabulary/table-columns.ts';
import { type EntryLines, only } from './entry-lines.ts';

const signals: readonly Signal[] = ['label', 'section'];

/** Nothing where no column names employers or posts. */
export function experienceFromTable({ rows }: Table, today: Today): EntryLines<Experience>[] {
  return rows.flatMap(({ cells, lines }) => {
    const entry = toExperience(cells, lines, today);
    return entry ? [{ entry, lines }] : [];
  });
}

function toExperience(cells: ReadonlyMap<ColumnKind, Cell>, lines: readonly ResumeLine[], today: Today): Experience | undefined {
  const [first] = lines;
  const organisation = cellField(cells.get('organisation') ?? cells.get('institution'));
  const role = cellField(cells.get('role'));
  if (!first || (!organisation && !role)) return undefined;
  const [from, until] = [cells.get('year'), cells.get('until')];
  const when = [from?.text, until?.text].filter((text) => text !== undefined).join(' – ');
  const dates = findDateRanges(when).map((range) => ({ range, lines: [...new Set([...(from?.lines ?? []), ...(until?.lines ?? [])])] }));
  return { id: entryId(first), ...only('organisation', organisation), ...only('role', role), ...only('place', cellField(cells.get('place'))), ...entryDates(dates, today, 'both'), bullets: [] };
}

function cellField(cell: Cell | undefined): Field | undefined {
  return cell && /\p{L}/u.test(cell.text) ? fieldOf(cell.text, cell.lines, signals) : undefined;
}
