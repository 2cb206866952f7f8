/** TXT and Markdown → paragraphs. */
import type { FlowDocument, FlowParagraph, TextRun } from '@cairn/engine/resume';
import { ReadingRefused, type ReadingLimits } from './refusals.ts';

const linesPerPage = 60;

/**
 * Bytes → text. A byte order mark decides; without one, zero bytes at every other place mean UTF-16; then UTF-8 if the
 * bytes are valid, otherwise windows-1252. Undefined for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  const encoding =
    a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : guessWide(bytes);
  if (encoding !== undefined) return readable(new TextDecoder(encoding).decode(bytes));
  try {
    return readable(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return readable(new TextDecoder('windows-1252').decode(bytes));
  }
}

function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > 0.7 * half && even < 0.1 * half) return 'utf-16le';
  return even > 0.7 * half && odd < 0.1 * half ? 'utf-16be' : undefined;
}

function readable(text: string): string | undefined {
  const controls = text.slice(0, 4096).match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0;
  return controls > 0.02 * Math.min(4096, text.length) ? undefined : text.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\f/g, '\n');
}

export function readPlainText(text: string, limits: ReadingLimits): FlowDocument {
  return toDocument(text, limits, (line) => ({ runs: [plain(line.replaceAll('\t', '    ').replace(/^ {0,3}(?=\S)/, ''))] }));
}

export function readMarkdown(text: string, limits: ReadingLimits): FlowDocument {
  let tables = 0;
  let row = -1;
  return toDocument(text, limits, (line) => {
    const cells = tableCells(line);
    if (!cells) {
      if (row >= 0) tables += 1;
      row = -1;
      return markdownLine(line);
    }
    if (cells.every((cell) => /^:?-{2,}:?$/.test(cell))) return [];
    row += 1;
    return cells.map((cell, column) => ({ runs: inline(cell), cell: { table: tables, row, column, columns: cells.length } }));
  });
}

type Line = FlowParagraph | FlowParagraph[];

function toDocument(text: string, limits: ReadingLimits, read: (line: string) => Line): FlowDocument {
  const lines = text.split('\n');
  if (lines.every((line) => line.trim() === '')) throw new ReadingRefused('resume.empty-file');
  const pages = Math.ceil(lines.length / linesPerPage);
  if (pages > limits.pages) throw new ReadingRefused('resume.too-many-pages', { pages, limit: limits.pages });
  const paragraphs: FlowParagraph[] = [];
  let blank = false;
  for (const line of lines) {
    if (line.trim() === '') {
      blank = true;
      continue;
    }
    const above = paragraphs.at(-1);
    if (isRule(line)) {
      if (above && !blank && above.cell === undefined) paragraphs[paragraphs.length - 1] = { ...above, headingLevel: above.headingLevel ?? (line.trim().startsWith('=') ? 1 : 2) };
      blank = true;
      continue;
    }
    for (const paragraph of [read(line)].flat()) paragraphs.push(blank ? { ...paragraph, spaceAbove: true } : paragraph);
    blank = false;
  }
  return { kind: 'flow', wrapped: true, paragraphs };
}

function isRule(line: string): boolean {
  return /^\s*(?:[=\-_*~#]\s?){3,}\s*$/.test(line);
}

function plain(text: string): TextRun {
  return { text, bold: false, italic: false };
}

function markdownLine(line: string): Line {
  const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
  if (heading) return { runs: inline(heading[2] as string), headingLevel: (heading[1] as string).length };
  const item = /^(\s*)(?:[-*+]|\d{1,2}[.)])\s+(.*)$/.exec(line);
  if (item) return { runs: inline(item[2] as string), listLevel: Math.min(8, Math.floor((item[1] as string).replaceAll('\t', '    ').length / 2)) };
  return { runs: inline(line.trim().replace(/^>\s?/, '').replace(/(?: {2}|\\)$/, '')) };
}

function tableCells(line: string): string[] | undefined {
  const text = line.trim();
  if (!text.startsWith('|') || !text.endsWith('|') || text.length < 3) return undefined;
  return text.slice(1, -1).split('|').map((cell) => cell.trim());
}

const mark = /(\*\*|__)(?=\S)(.+?)\1|(?<![\p{L}\d])([*_])(?=\S)([^*_]+?)\3(?![\p{L}\d])|!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)|<(https?:[^>\s]+|mailto:[^>\s]+)>|`([^`]+)`/gu;

/** Bold, italics and links of a line; deeper nesting is read as its text. */
function inline(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const found of text.matchAll(mark)) {
    if (found.index > at) runs.push(plain(text.slice(at, found.index)));
    const [whole, , bold, , italic, label, url, address, code] = found;
    if (bold !== undefined) runs.push(...inline(bold).map((run) => ({ ...run, bold: true })));
    else if (italic !== undefined) runs.push(...inline(italic).map((run) => ({ ...run, italic: true })));
    else if (url !== undefined) runs.push({ ...plain(label ?? ''), url });
    else if (address !== undefined) runs.push({ ...plain(address.replace(/^mailto:/, '')), url: address });
    else runs.push(plain(code ?? ''));
    at = found.index + whole.length;
  }
  if (at < text.length) runs.push(plain(text.slice(at)));
  return runs.map((run) => ({ ...run, text: run.text.replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1') }));
}
