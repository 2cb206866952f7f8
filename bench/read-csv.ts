import { existsSync, readFileSync } from 'node:fs';

/** The rows of a file with a header line, by column; fields may be quoted (RFC 4180). None when the file is not there. */
export function readCsv(file: string, delimiter = ','): Record<string, string>[] {
  return existsSync(file) ? csvRecords(readFileSync(file, 'utf8'), delimiter) : [];
}

/** The same for a text at hand. */
export function csvRecords(text: string, delimiter = ','): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text.replace(/^\ufeff/, ''), delimiter);
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
}

export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end < 0) throw new Error(`The CSV is broken: a quote after row ${String(rows.length)} is never closed`);
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      const start = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
      field = text.slice(start, at).replace(/\r$/, '');
    }
    row.push(field);
    if (text[at] === '\r') at += 1;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += 1;
  }
  return rows;
}
