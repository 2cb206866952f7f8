import type { ResumeLine } from './types.ts';

const lineHeight = 14;
const letterWidth = 5;
const fontSize = 11;

/** A line of text that no page shows: a value of a JSON Resume, or of a correction. */
export function plainLine(text: string, at: { readonly page: number; readonly line: number }): ResumeLine {
  const width = text.length * letterWidth;
  return {
    ...at, text, box: { x: 0, y: at.line * lineHeight, width, height: lineHeight }, fontSize, bold: false, italic: false, column: 0, indent: 0, room: 0, spaceAbove: 1,
    wraps: false, links: [], segments: [{ text, gap: 'none', x: 0, width, fontSize, bold: false, italic: false, aside: false }],
  };
}
