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

/** Rows under their titles, two spaces apart and indented by two; no line ends in spaces. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(clean))];
  const widths = columns.map((_column, at) => Math.max(...cells.map((row) => width(row[at] ?? ''))));
  const pad = (text: string, at: number): string => {
    const space = ' '.repeat((widths[at] ?? 0) - width(text));
    return columns[at]?.align === 'right' ? space + text : text + space;
  };
  return cells.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd());
}

/** A part with its heading, and an empty line before it; nothing where there is nothing to say. */
export function part(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}
