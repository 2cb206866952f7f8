/** Rows of an education table → entries. */
import { findDateRanges } from '../../text/date-range.ts';
import { entryId, fieldOf, type Signal } from '../confidence.ts';
import { entryDates } from '../entries/entry-dates.ts';
import type { Cell, Table } from '../entries/tables.ts';
import type { Education, Field, ResumeLine, Today } from '../types.ts';
import type { ColumnKind } from '../vocabulary/table-columns.ts';
import { degreeAndField } from './education-pieces.ts';
import { type EntryLines, only } from './entry-lines.ts';
import { gradeOfCell } from './grades.ts';

const signals: readonly Signal[] = ['label', 'section'];

export function educationFromTable(table: Table, today: Today): EntryLines<Education>[] {
  return table.rows.flatMap((row) => {
    const entry = toEducation(row.cells, row.lines, today);
    return entry ? [{ entry, lines: row.lines }] : [];
  });
}

function toEducation(cells: ReadonlyMap<ColumnKind, Cell>, lines: readonly ResumeLine[], today: Today): Education | undefined {
  const [first] = lines;
  const degreeCell = cells.get('degree');
  const split = degreeCell ? degreeAndField(degreeCell.text) : undefined;
  const institution = cells.get('institution') ?? cells.get('board');
  if (!first || (!degreeCell && !institution)) return undefined;
  const year = cells.get('year');
  const dates = year ? findDateRanges(year.text).map((range) => ({ range, lines: year.lines })) : [];
  const gradeCell = cells.get('grade');
  const grade = gradeCell ? gradeOfCell(gradeCell.text) : undefined;
  return {
    id: entryId(first),
    ...only('institution', cellField(institution)),
    ...only('degree', split && degreeCell ? fieldOf(split.degree, degreeCell.lines, signals) : cellField(degreeCell)),
    ...only('field', cellField(cells.get('field')) ?? (split?.field && degreeCell ? fieldOf(split.field, degreeCell.lines, signals) : undefined)),
    ...entryDates(dates, today, 'end'),
    ...only('grade', grade && gradeCell ? fieldOf(grade, gradeCell.lines, signals) : undefined),
    ...only('place', cellField(cells.get('place'))),
    bullets: [],
  };
}

function cellField(cell: Cell | undefined): Field | undefined {
  return cell && /\p{L}/u.test(cell.text) ? fieldOf(cell.text, cell.lines, signals) : undefined;
}
