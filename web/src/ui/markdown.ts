/** The Markdown that lessons are written in: paragraphs, headings, lists, tables, code; no links and no HTML, so nothing of a text becomes markup. */
export type Inline = { readonly kind: 'text' | 'code' | 'strong' | 'emphasis'; readonly text: string };

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const fence = /^```\s*([\w+#-]*)\s*$/;
const heading = /^#{1,6}\s+(.+?)\s*#*$/;
const bullet = /^([-*]|\d{1,4}[.)])\s+(.*)$/;
const rule = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** Lists within lists go so deep; what is beyond stays a text. */
const deepest = 6;

export function readMarkdown(text: string, depth = 0): Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') { at += 1; continue; }
    const [block, next] = fence.test(line) ? readCode(lines, at) : readHeading(line, at, blocks) ?? readTable(lines, at) ?? (depth < deepest ? readList(lines, at, depth) : null) ?? readParagraph(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

type Read = [Block, number];

function readCode(lines: readonly string[], at: number): Read {
  const language = fence.exec(lines[at] ?? '')?.[1] ?? '';
  let end = at + 1;
  while (end < lines.length && !/^```\s*$/.test(lines[end] ?? '')) end += 1;
  return [{ kind: 'code', language, text: lines.slice(at + 1, end).join('\n') }, end + 1];
}

function readHeading(line: string, at: number, before: readonly Block[]): Read | null {
  const text = heading.exec(line)?.[1];
  return text === undefined ? null : [{ kind: 'heading', text, id: `part-${String(before.filter(({ kind }) => kind === 'heading').length + 1)}` }, at + 1];
}

function readTable(lines: readonly string[], at: number): Read | null {
  const [head = '', under = ''] = lines.slice(at, at + 2);
  if (!head.includes('|') || !rule.test(under)) return null;
  let end = at + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1;
  return [{ kind: 'table', head: cellsOf(head), rows: lines.slice(at + 2, end).map(cellsOf) }, end];
}

const cellsOf = (line: string): string[] => line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|').map((cell) => cell.trim());

/** An item goes on in lines that are indented, and holds blocks of its own. */
function readList(lines: readonly string[], at: number, depth: number): Read | null {
  const [, mark] = bullet.exec(lines[at] ?? '') ?? [];
  if (mark === undefined) return null;
  const isOrdered = /\d/.test(mark);
  const items: Block[][] = [];
  let next = at;
  for (;;) {
    const [, own, first] = bullet.exec(lines[next] ?? '') ?? [];
    if (own === undefined || first === undefined || /\d/.test(own) !== isOrdered) break;
    const body = [first];
    next += 1;
    while (next < lines.length && (/^\s{2,}\S/.test(lines[next] ?? '') || ((lines[next] ?? '').trim() === '' && /^\s{2,}\S/.test(lines[next + 1] ?? '')))) body.push((lines[next++] ?? '').replace(/^\s{1,4}/, ''));
    items.push(readMarkdown(body.join('\n'), depth + 1));
    if ((lines[next] ?? '').trim() === '' && bullet.test(lines[next + 1] ?? '')) next += 1;
  }
  return [{ kind: 'list', isOrdered, start: isOrdered ? Number.parseInt(mark, 10) : 1, items }, next];
}

function readParagraph(lines: readonly string[], at: number): Read {
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !fence.test(lines[end] ?? '') && !heading.test(lines[end] ?? '') && !bullet.test(lines[end] ?? '')) end += 1;
  return [{ kind: 'paragraph', text: lines.slice(at, end).join('\n') }, end];
}

/** Code between backquotes first: stars in it are none. */
export function readInline(text: string): Inline[] {
  const found: Inline[] = [];
  let last = 0;
  for (const match of text.matchAll(/`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*(?!\s)([^*\n]+?)(?<!\s)\*/g)) {
    if (match.index > last) found.push({ kind: 'text', text: text.slice(last, match.index) });
    const [, code, strong, emphasis] = match;
    found.push(code !== undefined ? { kind: 'code', text: code } : strong !== undefined ? { kind: 'strong', text: strong } : { kind: 'emphasis', text: emphasis ?? '' });
    last = match.index + match[0].length;
  }
  if (last < text.length) found.push({ kind: 'text', text: text.slice(last) });
  return found;
}
