/** Text that is set in columns by spaces or bars, as in a terminal: tables, and dates in a column of their own at the left. */
import type { FlowParagraph } from '../document.ts';
import { columnKindOf } from '../vocabulary/table-columns.ts';
import { isDateText } from './asides.ts';

const bars = /\|/;
const gaps = /\t+| {2,}/;
/** Rows of cells that nobody named are lists. */
const fewestNamed = 3;
const fewestCells = 3;
const longestCell = 60;
/** Longer lines are running text. */
const longestLine = 240;

const textOf = ({ runs }: FlowParagraph): string => runs.map(({ text }) => text).join('');
const isPlain = ({ runs, cell, headingLevel, listLevel }: FlowParagraph): boolean =>
  cell === undefined && headingLevel === undefined && listLevel === undefined && runs.reduce((sum, { text, url }) => (url === undefined ? sum + text.length : Infinity), 0) <= longestLine;

function cellsOf(paragraph: FlowParagraph, sign: RegExp): string[] {
  return isPlain(paragraph) ? textOf(paragraph).trim().replace(/^\||\|$/g, '').split(sign).map((cell) => cell.trim()) : [];
}

function isHeader(cells: readonly string[]): boolean {
  return cells.length >= fewestCells && cells.every((cell) => cell.length <= longestCell) && new Set(cells.map(columnKindOf).filter((kind) => kind !== undefined)).size >= fewestNamed;
}

/** Rows under a row of column names, with as many cells each, become cells of a table. `firstTable` numbers the new ones. */
function toTables(paragraphs: readonly FlowParagraph[], firstTable: number): FlowParagraph[] {
  const placed: FlowParagraph[] = [];
  let table = firstTable;
  for (let at = 0; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at] as FlowParagraph;
    const sign = [bars, gaps].find((parting) => isHeader(cellsOf(paragraph, parting)));
    const columns = sign === undefined ? 0 : cellsOf(paragraph, sign).length;
    let end = at + 1;
    while (sign !== undefined && end < paragraphs.length && cellsOf(paragraphs[end] as FlowParagraph, sign).length === columns) end += 1;
    if (sign === undefined || end - at < 2) {
      placed.push(paragraph);
      continue;
    }
    paragraphs.slice(at, end).forEach((row, index) => {
      placed.push(...cellsOf(row, sign).map((text, column) => ({ runs: [{ text, bold: false, italic: false }], cell: { table, row: index, column, columns } })));
    });
    table += 1;
    at = end - 1;
  }
  return placed;
}

const dateThenText = /^( {0,3})(\S.{2,30}?)( {2,}|\t+)(\S.*)$/;
const lead = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;
/** Letters that a column may stand to the left or right of the one above. */
const slack = 1;

/**
 * "2019 – 2021   Engineer, Acme" with further lines that stand below "Engineer": the date goes to the right margin, where
 * it says the same, and the lines below it to the left one.
 */
function withDatesAtRight(paragraphs: readonly FlowParagraph[]): FlowParagraph[] {
  let column: number | undefined;
  return paragraphs.map((paragraph) => {
    const text = textOf(paragraph);
    const found = isPlain(paragraph) ? dateThenText.exec(text) : null;
    if (found !== null && isDateText(found[2] as string)) {
      column = text.length - (found[4] as string).length;
      return { ...paragraph, runs: [{ text: `${found[4] as string}\t${found[2] as string}`, bold: false, italic: false }] };
    }
    if (column === undefined || !isPlain(paragraph) || lead(text) < column - slack || lead(text) === 0) {
      column = lead(text) === 0 ? undefined : column;
      return paragraph;
    }
    return { ...paragraph, runs: [{ text: text.slice(Math.min(lead(text), column)), bold: false, italic: false }] };
  });
}

/** Plain text with its columns told apart. Tables that are there already keep their numbers. */
export function textColumns(paragraphs: readonly FlowParagraph[]): readonly FlowParagraph[] {
  const tables = paragraphs.reduce((most, { cell }) => Math.max(most, cell?.table ?? -1), -1) + 1;
  return withDatesAtRight(toTables(paragraphs, tables));
}
