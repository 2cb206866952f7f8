/** Paragraphs of DOCX, Markdown and TXT → lines of the same kind that PDFs give. */
import type { FlowDocument, FlowParagraph, TextRun } from '../document.ts';
import { sectionKindOf } from '../vocabulary/headings.ts';
import type { ResumeLine, Segment } from '../types.ts';
import { isAsideText } from './asides.ts';
import { takeBullet } from './bullets.ts';
import { cleanText, joinSpacedLetters, withoutIcons } from './clean-text.ts';
import { joinSegments } from './positioned-lines.ts';
import { textColumns } from './text-columns.ts';

/** A page of a flowing document has no edges; lines get these so that tables and indents compare as in a PDF. */
const columnWidth = 120;
const letterWidth = 5;
const lineHeight = 14;
/** Plain text is mostly wrapped at 80 letters. */
const plainWidth = 80 * letterWidth;
const usualFontSize = 11;
const listIndent = 18;
/** Points between a text and what stands beside it, where the text is longer than its column. */
const wideGap = 30;
const wideSpaces = /\t+| {4,}/;

interface Draft {
  readonly segments: readonly Segment[];
  readonly bullet?: string;
  readonly indent: number;
  readonly headingLevel?: number;
  readonly origin?: ResumeLine['origin'];
  readonly table?: ResumeLine['table'];
  readonly column: number;
  readonly spaceAbove: number;
  readonly links: readonly string[];
}

export function flowLines(document: FlowDocument): ResumeLine[] {
  const paragraphs = document.wrapped ? textColumns(document.paragraphs) : document.paragraphs;
  const drafts = blocksOf(paragraphs).flatMap((block) => (block.kind === 'table' ? tableLines(block.paragraphs) : block.paragraphs.flatMap((paragraph) => paragraphLines(paragraph, 0))));
  const ordered = drafts.map((draft, order) => ({ draft, order })).sort((a, b) => a.draft.column - b.draft.column || a.order - b.order);
  return ordered.map(({ draft }, index) => toLine(draft, index + 1, document.wrapped));
}

type Block = { readonly kind: 'table' | 'text'; readonly paragraphs: FlowParagraph[] };

function blocksOf(paragraphs: readonly FlowParagraph[]): Block[] {
  const blocks: Block[] = [];
  let table: number | undefined;
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (last && paragraph.cell?.table === table) last.paragraphs.push(paragraph);
    else blocks.push({ kind: paragraph.cell ? 'table' : 'text', paragraphs: [paragraph] });
    table = paragraph.cell?.table;
  }
  return blocks;
}

/**
 * A table that lays out the page has a heading in two of its columns, or one cell with many paragraphs in each of two
 * columns: it is read column by column. Any other table is read row by row, its cells side by side on a line.
 */
function tableLines(paragraphs: readonly FlowParagraph[]): Draft[] {
  const columns = new Map<number, FlowParagraph[]>();
  for (const paragraph of paragraphs) {
    const column = paragraph.cell?.column ?? 0;
    columns.set(column, [...(columns.get(column) ?? []), paragraph]);
  }
  const withHeadings = [...columns.values()].filter((column) => column.some((paragraph) => sectionKindOf(textOf(paragraph)) !== undefined) && column.length >= 3);
  if (columns.size === 1) return [...columns.values()].flatMap((column) => column.flatMap((paragraph) => paragraphLines(paragraph, 0)));
  if (withHeadings.length >= 2 && columns.size <= 4) {
    const byLength = [...columns.values()].sort((a, b) => lengthOf(b) - lengthOf(a));
    return byLength.flatMap((column, index) => column.flatMap((paragraph) => paragraphLines(paragraph, index)));
  }
  return rowsOf(paragraphs).flatMap(rowLines);
}

function lengthOf(paragraphs: readonly FlowParagraph[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + textOf(paragraph).length, 0);
}

function textOf(paragraph: FlowParagraph): string {
  return paragraph.runs.map((run) => run.text).join('').trim();
}

function rowsOf(paragraphs: readonly FlowParagraph[]): FlowParagraph[][] {
  const rows = new Map<number, FlowParagraph[]>();
  for (const paragraph of paragraphs) {
    const row = paragraph.cell?.row ?? 0;
    rows.set(row, [...(rows.get(row) ?? []), paragraph]);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** The k-th lines of a row's cells stand beside each other. */
function rowLines(row: readonly FlowParagraph[]): Draft[] {
  const cells = new Map<number, Draft[]>();
  for (const paragraph of row) {
    const column = paragraph.cell?.column ?? 0;
    cells.set(column, [...(cells.get(column) ?? []), ...paragraphLines(paragraph, 0)]);
  }
  const ordered = [...cells.entries()].sort(([a], [b]) => a - b);
  const cell = row[0]?.cell;
  const height = Math.max(...ordered.map(([, drafts]) => drafts.length));
  const lines: Draft[] = [];
  for (let index = 0; index < height; index += 1) {
    const beside = ordered.flatMap(([column, drafts]) => drafts.slice(index, index + 1).map((draft) => ({ column, draft })));
    const segments = beside.flatMap(({ column, draft }) =>
      draft.segments.map((segment, position) => ({ ...segment, x: Math.min(segment.x, columnWidth / 2) + column * columnWidth, width: Math.min(segment.width, columnWidth / 3), gap: position === 0 ? ('wide' as const) : segment.gap })),
    );
    const [first] = beside;
    if (!first) continue;
    const marked = segments.map((segment) => ({ ...segment, aside: beside.length > 1 && segment.gap === 'wide' && isAsideText(segment.text) }));
    lines.push({
      ...first.draft, segments: marked.map((segment, position) => (position === 0 ? { ...segment, gap: 'none' as const } : segment)),
      links: beside.flatMap(({ draft }) => draft.links), spaceAbove: index === 0 ? 1.5 : 1,
      ...(cell ? { table: { id: cell.table, row: cell.row } } : {}),
    });
  }
  return lines;
}

function paragraphLines(paragraph: FlowParagraph, column: number): Draft[] {
  const lines = splitLines(paragraph.runs);
  const drafts: Draft[] = [];
  for (const runs of lines) {
    const lead = runs[0]?.text.match(/^ */)?.[0].length ?? 0;
    const { segments, bullet } = toSegments(runs, paragraph.fontSize ?? usualFontSize);
    if (segments.length === 0) continue;
    const first = drafts.length === 0;
    const list = paragraph.listLevel;
    const mark = bullet ?? (first && list !== undefined ? '•' : undefined);
    drafts.push({
      segments, column, links: runs.flatMap((run) => (run.url ? [run.url] : [])),
      indent: lead * letterWidth + (list === undefined ? 0 : (list + 1) * listIndent) + (bullet === undefined ? 0 : 2 * letterWidth),
      spaceAbove: first && (paragraph.spaceAbove || paragraph.headingLevel !== undefined) ? 1.8 : 1,
      ...(mark === undefined ? {} : { bullet: mark }),
      ...(paragraph.origin === undefined ? {} : { origin: paragraph.origin }),
      ...(paragraph.headingLevel === undefined || !first ? {} : { headingLevel: paragraph.headingLevel }),
    });
  }
  return drafts;
}

function splitLines(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      (lines.at(-1) as TextRun[]).push({ ...run, text });
    }
  }
  return lines;
}

function toSegments(runs: readonly TextRun[], fontSize: number): { segments: Segment[]; bullet?: string } {
  const segments: Segment[] = [];
  let bullet: string | undefined;
  let gap: Segment['gap'] = 'none';
  let x = 0;
  let cell = 0;
  for (const run of runs) {
    const text = segments.length === 0 ? run.text.trimStart() : run.text;
    for (const [index, part] of text.split(wideSpaces).entries()) {
      if (index > 0 && segments.length > 0) {
        gap = 'wide';
        cell += 1;
        x = Math.max(cell * columnWidth, x + wideGap);
      }
      let clean = cleanText(withoutIcons(part).parts.join(' '));
      if (segments.length === 0 && bullet === undefined) {
        const taken = takeBullet(clean.trimStart());
        if (taken.bullet !== undefined) {
          bullet = taken.bullet;
          clean = taken.text;
        }
      }
      const trimmed = clean.trim();
      if (trimmed === '') {
        if (clean !== '' && gap === 'none' && segments.length > 0) gap = 'space';
        continue;
      }
      const spaced = gap === 'none' && segments.length > 0 && clean.startsWith(' ') ? 'space' : gap;
      const last = segments.at(-1);
      if (last && spaced !== 'wide' && last.bold === run.bold && last.italic === run.italic) {
        segments[segments.length - 1] = { ...last, text: last.text + (spaced === 'space' ? ' ' : '') + trimmed, width: last.width + trimmed.length * letterWidth };
      } else {
        segments.push({ text: trimmed, gap: spaced, x, width: trimmed.length * letterWidth, fontSize, bold: run.bold, italic: run.italic, aside: false });
      }
      x += trimmed.length * letterWidth;
      gap = clean.endsWith(' ') ? 'space' : 'none';
    }
  }
  const joined = segments.map((segment, index) => {
    const atMargin = segments.length > 1 && index === segments.length - 1 && segment.gap === 'wide';
    const aside = atMargin && isAsideText(segment.text);
    return { ...segment, text: joinSpacedLetters(segment.text), aside, ...(aside ? { x: Math.max(segment.x, plainWidth - segment.width) } : {}) };
  });
  return bullet === undefined ? { segments: joined } : { segments: joined, bullet };
}

function toLine(draft: Draft, line: number, wraps: boolean): ResumeLine {
  const body = draft.segments.filter((segment) => !segment.aside);
  const styled = body.length > 0 ? body : draft.segments;
  const text = joinSegments(draft.segments);
  const fontSize = Math.max(...styled.map((segment) => segment.fontSize));
  return {
    page: 1, line, text, fontSize, wraps, room: Math.max(0, plainWidth - text.length * letterWidth), column: draft.column, indent: draft.indent, spaceAbove: draft.spaceAbove, segments: draft.segments,
    box: { x: draft.indent, y: line * lineHeight, width: text.length * letterWidth, height: lineHeight },
    bold: styled.every((segment) => segment.bold), italic: styled.every((segment) => segment.italic), links: draft.links,
    ...(draft.bullet === undefined ? {} : { bullet: draft.bullet }),
    ...(draft.headingLevel === undefined ? {} : { headingLevel: draft.headingLevel }),
    ...(draft.origin === undefined ? {} : { origin: draft.origin }),
    ...(draft.table === undefined ? {} : { table: draft.table }),
  };
}
