/** Calm text for a terminal or a file: columns that line up, long texts cut, and nothing a terminal would obey. */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line. Control characters come out as spaces: a resume may hold sequences that move the cursor or hide text. */
export function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}

/** What a reader counts as letters: a base letter and its marks are one. */
export function width(text: string): number {
  return [...graphemes.segment(text)].length;
}

export function cut(text: string, most: number): string {
  const letters = [...graphemes.segment(clean(text))].map(({ segment }) => segment);
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('').trimEnd()}…`;
}

export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

/** Rows under their titles, two spaces apart and indented by two. A column that is empty in every row is left out; so are titles that are. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(clean));
  const used = columns.flatMap((column, at) => (cells.some((row) => (row[at] ?? '') !== '') ? [{ ...column, at }] : []));
  const titles = used.map(({ title }) => title);
  const shown = [...(titles.some((title) => title !== '') ? [titles] : []), ...cells.map((row) => used.map(({ at }) => row[at] ?? ''))];
  const widths = used.map((_column, at) => Math.max(...shown.map((row) => width(row[at] ?? ''))));
  const pad = (text: string, at: number): string => {
    const space = ' '.repeat((widths[at] ?? 0) - width(text));
    return used[at]?.align === 'right' ? space + text : text + space;
  };
  return shown.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd());
}

/** Rows that speak for themselves. */
export function untitled(rows: readonly (readonly string[])[]): string[] {
  return table((rows[0] ?? []).map(() => ({ title: '' })), rows);
}

/** A part with its heading, and an empty line before it; nothing where there is nothing to say. */
export function part(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}
