/** One record by the names in the header. */
export type Row = Readonly<Record<string, string>>;

/** RFC 4180: quoted cells may hold separators, line ends and doubled quotes. A cell that is missing is ''. */
export function readTable(text: string, separator: ',' | '\t'): Row[] {
  const lines = separator === '\t' ? text.split(/\r?\n/).map((line) => line.split('\t')) : splitCells(text);
  const [header = [], ...records] = lines.filter((cells) => cells.length > 1 || cells[0] !== '');
  return records.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])));
}

const cellPattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

function splitCells(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  cellPattern.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (cellPattern.lastIndex < text.length) {
    const at = cellPattern.lastIndex;
    const match = cellPattern.exec(text);
    if (match === null) throw new Error(`Not comma-separated values: ${JSON.stringify(text.slice(at, at + 60))}`);
    const [, quoted, plain = '', end] = match;
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return records;
}
