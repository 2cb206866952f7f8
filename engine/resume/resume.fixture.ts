/** Small documents for tests, written as text. */
import type { FlowDocument, PositionedDocument, TextItem } from './document.ts';
import { readResume } from './read-resume.ts';
import type { ResumeReading } from './types.ts';

export const today = { year: 2026, month: 3 } as const;

/** Lines of plain text; `**bold**` is bold, a tab is a wide gap, `# ` opens a heading and `- ` a point. */
export function flow(text: string, wrapped = false): FlowDocument {
  let blank = false;
  const paragraphs = text.split('\n').flatMap((line) => {
    if (line.trim() === '') {
      blank = true;
      return [];
    }
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    const item = /^- (.*)$/.exec(line);
    const runs = (heading?.[2] ?? item?.[1] ?? line).split(/(\*\*[^*]+\*\*)/).filter((part) => part !== '').map((part) => ({ text: part.replaceAll('**', ''), bold: part.startsWith('**'), italic: false }));
    const paragraph = { runs, ...(heading ? { headingLevel: (heading[1] as string).length } : {}), ...(item ? { listLevel: 0 } : {}), ...(blank ? { spaceAbove: true } : {}) };
    blank = false;
    return [paragraph];
  });
  return { kind: 'flow', wrapped, paragraphs };
}

export function read(text: string): ResumeReading {
  return readResume(flow(text), { today, defaultCountry: 'IN' });
}

/** [x, y, text, size?, bold?] in points from the upper left; letters are half as wide as high. */
export type Drawn = readonly [x: number, y: number, text: string, size?: number, bold?: boolean];

export function drawn(...pages: readonly (readonly Drawn[])[]): PositionedDocument {
  return { kind: 'positioned', pages: pages.map((items) => ({ width: 600, height: 800, links: [], items: items.map(toItem) })) };
}

function toItem([x, y, text, size = 10, bold = false]: Drawn): TextItem {
  return { text, x, y, width: text.length * size * 0.5, height: size, fontSize: size, bold, italic: false };
}
