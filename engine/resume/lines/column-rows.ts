/** The rows of a column, and how two columns stand to each other. */
import { isBullet } from './bullets.ts';
import type { Chunk } from './chunks.ts';

export function rowsOf(chunks: readonly Chunk[]): Chunk[][] {
  const rows: Chunk[][] = [];
  for (const chunk of [...chunks].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && chunk.baseline - (row[0] as Chunk).baseline < 0.3 * chunk.fontSize) row.push(chunk);
    else rows.push([chunk]);
  }
  return rows;
}

/** The side without headings must be a text that goes on from elsewhere, not a handful of notes. */
export function isRunningText(rows: readonly Chunk[][]): boolean {
  return rows.filter((row) => row.reduce((sum, chunk) => sum + chunk.text.length, 0) >= 25).length >= 0.3 * rows.length;
}

const fewestWrapped = 3;

/**
 * A second column that a text runs on into begins in the middle of a sentence or of a list of points, and its lines wrap:
 * several begin with a small letter, which those of notes and of cells do not.
 */
export function goesOnOverhead(rows: readonly Chunk[][]): boolean {
  const texts = rows.map((row) => row.map((chunk) => chunk.text).join(' '));
  const wrapped = texts.filter((text) => /^\p{Ll}/u.test(text)).length;
  return wrapped >= fewestWrapped && wrapped >= 0.2 * texts.length && texts.slice(0, 2).some((text) => /^\p{Ll}/u.test(text) || isBullet(text.split(' ')[0] ?? ''));
}

/** Height of the shorter side as a share of the taller one. */
export function reach(left: readonly Chunk[][], right: readonly Chunk[][]): number {
  const [one, other] = [left, right].map((rows) => (rows.at(-1)?.[0]?.baseline ?? 0) - (rows[0]?.[0]?.baseline ?? 0)).sort((a, b) => a - b) as [number, number];
  return one / Math.max(1, other);
}

/** Share of the shorter side's rows that stand on a baseline of the other side. */
export function sharedBaselines(leftRows: readonly Chunk[][], rightRows: readonly Chunk[][]): number {
  const left = leftRows.map((row) => (row[0] as Chunk).baseline);
  const right = rightRows.map((row) => (row[0] as Chunk).baseline);
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  let at = 0;
  let shared = 0;
  for (const baseline of few) {
    while (at < many.length && (many[at] as number) < baseline - 1) at += 1;
    if (at < many.length && Math.abs((many[at] as number) - baseline) <= 1) shared += 1;
  }
  return shared / Math.max(1, few.length);
}

/** Of the chunks between two texts, those on the lines of the left one that end at the edge which most of them share. */
export function marginNotes(left: readonly Chunk[], between: readonly Chunk[]): Chunk[] {
  const beside = between.filter((chunk) => left.some((other) => Math.abs(other.baseline - chunk.baseline) < 1));
  const edge = beside.find(({ right }) => 2 * beside.filter((other) => Math.abs(other.right - right) < 3).length > beside.length)?.right;
  return edge === undefined ? [] : beside.filter(({ right }) => Math.abs(right - edge) < 3);
}

const rating = /^(?:\d{1,3}\s?%|\d{1,2}\s?\/\s?(?:5|10))$/;

/** "80%" beside a skill belongs to it, and to the column it stands in, however far right it is set. */
export function ratesLeft(chunk: Chunk, x: number, chunks: readonly Chunk[]): boolean {
  if (!rating.test(chunk.text)) return false;
  const before = chunks.filter((other) => other.x < chunk.x && Math.abs(other.baseline - chunk.baseline) < 1);
  return before.length > 0 && before.every((other) => other.x < x - 1);
}
