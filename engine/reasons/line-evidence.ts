import type { LineEvidence } from './reason.ts';

/** Of a line that stands as evidence: enough to know it again, whatever a file calls a line. */
const longestLine = 240;
/** Lines that a reason shows: whoever wants to see more opens the document. */
export const mostLinesShown = 20;

/** A line as evidence. Its text may be named many times, so only its beginning is kept. */
export function lineEvidence({ page, line, text }: { readonly page: number; readonly line: number; readonly text: string }): LineEvidence {
  return { source: 'resume', page, line, text: beginningOf(text) };
}

function beginningOf(text: string): string {
  if (text.length <= longestLine) return text;
  // Never half of a surrogate pair.
  const end = (text.codePointAt(longestLine - 1) ?? 0) > 0xffff ? longestLine - 1 : longestLine;
  return text.slice(0, end);
}
