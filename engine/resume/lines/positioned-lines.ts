/** PDF pages → lines in the order a person reads them. */
import type { LinkArea, PositionedDocument } from '../document.ts';
import type { ResumeLine, Segment } from '../types.ts';
import { isAsideText, isMonthName } from './asides.ts';
import { isBullet, takeBullet } from './bullets.ts';
import { type Chunk, hasSpaceBetween, type Run, toChunks } from './chunks.ts';
import { isRightToLeft, joinSpacedLetters } from './clean-text.ts';
import { noHints, type Region, toRegions } from './columns.ts';
import { withoutFurniture } from './furniture.ts';

interface Row {
  readonly chunks: readonly Chunk[];
  readonly baseline: number;
}

interface PlacedLine {
  readonly page: number;
  readonly stream: number;
  readonly line: Omit<ResumeLine, 'line'>;
}

/**
 * Reading order: the main stream of every page, then each sidebar through all pages, so that a section that goes on
 * overleaf stays whole. Lines are counted per page in that order. n log n in the number of items.
 */
export function positionedLines(document: PositionedDocument): ResumeLine[] {
  const pages = document.pages.map((page) => ({ height: page.height, chunks: toChunks(page.items) }));
  const kept = withoutFurniture(pages);
  const hints = noHints();
  const placed: PlacedLine[] = [];
  for (const [index, chunks] of kept.entries()) {
    for (const region of toRegions(chunks, hints)) placed.push(...linesOf(region, index + 1, document.pages[index]?.links ?? []));
  }
  const counts = new Map<number, number>();
  return placed
    .map((line, order) => ({ ...line, order }))
    .sort((a, b) => a.stream - b.stream || a.order - b.order)
    .map(({ page, line }) => {
      const count = (counts.get(page) ?? 0) + 1;
      counts.set(page, count);
      return { ...line, line: count };
    });
}

function linesOf(region: Region, page: number, links: readonly LinkArea[]): PlacedLine[] {
  const rows = toRows(region.chunks);
  const left = Math.min(...region.chunks.map((chunk) => chunk.x));
  const used = Math.max(...region.chunks.map((chunk) => chunk.right));
  const right = Number.isFinite(region.right) ? Math.max(used, region.right) : used;
  const usual = usualDistance(rows);
  const lines: PlacedLine[] = [];
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    const spaceAbove = above ? round((row.baseline - above.baseline) / usual) : 1;
    const line = toLine(row, { left, right, page, stream: region.stream, spaceAbove });
    if (line) lines.push({ page, stream: region.stream, line: { ...line, links: linksOn(row, links) } });
  }
  return lines;
}

function toRows(chunks: readonly Chunk[]): Row[] {
  const rows: Chunk[][] = [];
  for (const chunk of [...chunks].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && chunk.baseline - first.baseline < 0.35 * Math.min(first.fontSize, chunk.fontSize) && fits(chunk, row)) row.push(chunk);
    else rows.push([chunk]);
  }
  return rows.map((row) => ({ chunks: row.sort((a, b) => a.x - b.x), baseline: (row[0] as Chunk).baseline }));
}

/** A row of more pieces is no line of a resume; they are then kept together unchecked, so that time stays bounded. */
const mostInRow = 64;

function fits(chunk: Chunk, row: readonly Chunk[]): boolean {
  return row.length > mostInRow || row.every((other) => chunk.x >= other.right - 1 || chunk.right <= other.x + 1);
}

/** Median distance between baselines that are near enough to be lines of one paragraph. */
function usualDistance(rows: readonly Row[]): number {
  const distances: number[] = [];
  for (let index = 1; index < rows.length; index += 1) {
    const distance = (rows[index] as Row).baseline - (rows[index - 1] as Row).baseline;
    const size = Math.max(...(rows[index] as Row).chunks.map((chunk) => chunk.fontSize));
    if (distance > 0.5 * size && distance < 2.2 * size) distances.push(distance);
  }
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length * 0.4)] ?? 14;
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly page: number;
  readonly stream: number;
  readonly spaceAbove: number;
}

function toLine(row: Row, place: Place): Omit<ResumeLine, 'line' | 'links'> | undefined {
  const [opening, ...others] = row.chunks as [Chunk, ...Chunk[]];
  const lead = others.length > 0 && isBullet(opening.text) ? opening.text : undefined;
  const iconOpens = opening.runs[0]?.afterIcon === true;
  const chunks = lead === undefined ? row.chunks : others;
  const asides = asideFlags(chunks, place);
  const { segments, bullet } = toSegments(chunks, asides, lead ?? (iconOpens ? '•' : undefined));
  const main = segments.find((segment) => !segment.aside) ?? segments[0];
  if (!main) return undefined;
  const body = segments.filter((segment) => !segment.aside);
  const styled = body.length > 0 ? body : segments;
  const text = joinSegments(segments);
  const fontSize = Math.max(...styled.map((segment) => segment.fontSize));
  const top = Math.min(...row.chunks.map((chunk) => chunk.top));
  return {
    page: place.page,
    text,
    box: {
      x: round(opening.x), y: round(top), width: round(Math.max(...row.chunks.map((chunk) => chunk.right)) - opening.x),
      height: round(Math.max(...row.chunks.map((chunk) => chunk.baseline)) - top + 0.25 * fontSize),
    },
    fontSize,
    bold: styled.every((segment) => segment.bold),
    italic: styled.every((segment) => segment.italic),
    column: place.stream,
    indent: round(main.x - place.left),
    ...(bullet === undefined ? {} : { bullet }),
    room: round(place.right - Math.max(...styled.map((segment) => segment.x + segment.width))),
    spaceAbove: place.spaceAbove,
    wraps: true,
    segments,
  };
}

/** Dates and places at either margin of a line, or alone in the right third of the column. */
function asideFlags(chunks: readonly Chunk[], place: Place): boolean[] {
  const width = place.right - place.left;
  return chunks.map((chunk, index) => {
    if (chunks.length === 1) return chunk.x > place.left + 0.55 * width && isAsideText(chunk.text);
    const atMargin = index === 0 || index === chunks.length - 1 || isAsideText((chunks[chunks.length - 1] as Chunk).text);
    return atMargin && (isAsideText(chunk.text) || (index === 0 && isMonthName(chunk.text)));
  });
}

function toSegments(chunks: readonly Chunk[], asides: readonly boolean[], lead: string | undefined): { segments: Segment[]; bullet?: string } {
  const segments: Segment[] = [];
  let bullet = lead;
  for (const [index, chunk] of chunks.entries()) {
    const aside = asides[index] as boolean;
    const rightToLeft = isRightToLeft(chunk.text);
    let gap: Segment['gap'] = segments.length === 0 ? 'none' : 'wide';
    for (const runs of byStyle(rightToLeft ? [...chunk.runs].reverse() : chunk.runs)) {
      let text = joinSpacedLetters(joinRuns(runs, rightToLeft));
      let skipped = 0;
      // A point may stand beside the date of what it belongs to.
      if (segments.every((segment) => segment.aside) && bullet === undefined) {
        const taken = takeBullet(text);
        if (taken.bullet !== undefined && (taken.text !== '' || chunk.runs.length > runs.length)) {
          bullet = taken.bullet;
          skipped = text.length - taken.text.length;
          text = taken.text;
        }
      }
      const first = runs[0] as Run;
      const last = runs.at(-1) as Run;
      const previous = segments.length > 0 && gap !== 'wide' ? chunk.runs[chunk.runs.indexOf(first) - 1] : undefined;
      const spaced = previous ? hasSpaceBetween(previous, first) : false;
      if (text !== '') {
        const x = afterLetters(runs, skipped);
        segments.push({
          text, gap: gap === 'wide' ? 'wide' : spaced ? 'space' : 'none', x: round(x), width: round(last.right - x),
          fontSize: Math.max(...runs.map((run) => run.fontSize)), bold: first.bold, italic: first.italic, aside,
        });
      }
      gap = 'none';
    }
  }
  return bullet === undefined ? { segments } : { segments, bullet };
}

/** Where the text begins once the letters of the bullet are taken off. */
function afterLetters(runs: readonly Run[], letters: number): number {
  const [first, second] = runs as [Run, ...Run[]];
  if (letters === 0) return first.x;
  if (second && first.text.length <= letters) return second.x;
  return first.x + ((first.right - first.x) * letters) / Math.max(1, first.text.length);
}

function byStyle(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const first = group?.[0];
    const sign = /^[\p{P}\p{S}\s]+$/u.test(run.text);
    if (group && first && ((first.bold === run.bold && first.italic === run.italic) || (sign && run.text.length <= 2))) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

function joinRuns(runs: readonly Run[], rightToLeft: boolean): string {
  let text = '';
  let previous: Run | undefined;
  for (const run of runs) {
    const spaced = previous && (rightToLeft ? hasSpaceBetween(run, previous) : hasSpaceBetween(previous, run));
    text += spaced ? ` ${run.text}` : run.text;
    previous = run;
  }
  return text;
}

export function joinSegments(segments: readonly Segment[]): string {
  return segments.map((segment, index) => (index > 0 && segment.gap !== 'none' ? ` ${segment.text}` : segment.text)).join('');
}

function linksOn(row: Row, links: readonly LinkArea[]): string[] {
  const top = Math.min(...row.chunks.map((chunk) => chunk.top));
  const left = Math.min(...row.chunks.map((chunk) => chunk.x)) - 20;
  const right = Math.max(...row.chunks.map((chunk) => chunk.right)) + 4;
  const found = links.filter((link) => {
    const middle = link.y + link.height / 2;
    return middle >= top - 1 && middle <= row.baseline + 3 && link.x + link.width / 2 >= left && link.x + link.width / 2 <= right;
  });
  return [...new Set(found.map((link) => link.url))];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
