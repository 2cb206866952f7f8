/** Lists written in a line: split at the signs that part items, with labels in front of groups. */
import { fieldOf } from '../confidence.ts';
import { joinWrapped } from '../entries/join-text.ts';
import { isFull, mainText, sectionShape } from '../entries/line-classes.ts';
import type { Field, ResumeLine } from '../types.ts';

/** One line of a list, wrapped lines joined: "Languages: Python, Go". */
export interface ListLine {
  readonly label?: string;
  readonly text: string;
  readonly lines: readonly ResumeLine[];
  /** The stretches that wide gaps part: cells of a grid. */
  readonly cells: readonly string[];
}

const labelled = /^([^:：,]{2,48}?)\s*[:：]\s*(\S.*)?$/u;
const dashed = /^([\p{L}][\p{L}\p{M}&/ ]{2,40}?)\s+[–—-]\s+(\S.*,.*)$/u;

/** Lines of a list section → logical lines. A line without bullet or label that follows a full or open one goes on with it. */
export function listLines(list: readonly ResumeLine[], written: ReadonlySet<string>): ListLine[] {
  const lines = marginLabels(list);
  const shape = sectionShape(lines);
  const groups: ResumeLine[][] = [];
  for (const line of lines) {
    const above = groups.at(-1)?.at(-1);
    const opener = groups.at(-1)?.[0];
    if (above && opener && goesOn(line, above, opener, shape)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return mergeLabels(groups.map((group) => toListLine(group, written)));
}

/** Beside a label and its list there may be one more of each. */
const mostBesideLabel = 1;

/** Names of groups in a cell of their own before the items ("Databases   MySQL, Redis"): at least two lines do it alike. */
function marginLabels(lines: readonly ResumeLine[]): readonly ResumeLine[] {
  const isLabelled = ({ segments: [first, second, ...more], bullet }: ResumeLine): boolean =>
    first !== undefined && second !== undefined && second.gap === 'wide' && /[\p{L}\p{N}]/u.test(second.text) && bullet === undefined && more.filter((segment) => segment.gap === 'wide').length <= mostBesideLabel && !/[,;|•·]/.test(first.text) && first.text.split(' ').length <= 5;
  const labelled = lines.filter(isLabelled);
  const listed = labelled.filter((line) => /[,;|•·]/.test(line.segments[1]?.text ?? ''));
  if (labelled.length < 2 || listed.length < labelled.length / 2) return lines;
  return lines.map((line) => {
    const [first, ...rest] = line.segments;
    if (!first || !labelled.includes(line)) return line;
    return { ...line, segments: [{ ...first, text: `${first.text.replace(/\s*[:：]$/u, '')}:`, bold: true }, ...rest.map((segment) => ({ ...segment, bold: false }))] };
  });
}

function goesOn(line: ResumeLine, above: ResumeLine, opener: ResumeLine, shape: ReturnType<typeof sectionShape>): boolean {
  const text = mainText(line);
  const aboveText = mainText(above);
  if (!line.wraps || line.bullet !== undefined || labelOf(line) !== undefined || line.page !== above.page || text === '') return false;
  if (line.segments.some((segment) => segment.gap === 'wide') || above.segments.slice(1).some((segment, index) => segment.gap === 'wide' && index > 0)) return false;
  if (line.bold !== above.bold && line.bold) return false;
  if (/[,;&(/|‐-]$/.test(aboveText) || /^[,;&)]/.test(text)) return true;
  const list = /[,;|•·]/.test(aboveText);
  const inside = (aboveText.match(/\(/g)?.length ?? 0) > (aboveText.match(/\)/g)?.length ?? 0);
  if (inside) return true;
  // "Arbitration • Due" above "diligence • Mergers": items that begin with capitals do not begin in the middle of one.
  if (list && /^\p{Ll}/u.test(text) && splitList(aboveText).slice(labelOf(above) === undefined ? 0 : 1).every((item) => /^\p{Lu}/u.test(item))) return true;
  return (list || opener.bullet !== undefined || labelOf(opener) !== undefined) && isFull(above, line, shape) && line.spaceAbove < 1.5;
}

function labelOf(line: ResumeLine): string | undefined {
  const [first, second] = line.segments;
  if (first && second && first.bold && !second.bold && /[:：]$/.test(first.text)) return first.text.replace(/\s*[:：]$/, '');
  return labelled.exec(mainText(line))?.[1];
}

function toListLine(group: readonly ResumeLine[], written: ReadonlySet<string>): ListLine {
  const [first] = group as [ResumeLine, ...ResumeLine[]];
  const text = joinWrapped(group.map(mainText), written);
  const cells = cellsOf(first);
  const bold = boldLabel(first);
  if (bold) {
    const rest = joinWrapped([first.segments.slice(bold.count).map((segment, index) => (index > 0 && segment.gap !== 'none' ? ` ${segment.text}` : segment.text)).join(''), ...group.slice(1).map(mainText)], written);
    return { label: bold.label, text: rest.replace(/^\s*[:：–—-]\s*/u, ''), lines: group, cells: group.length === 1 ? cells.slice(bold.count === 1 && cells.length > 1 ? 1 : 0) : [] };
  }
  const found = labelled.exec(text) ?? (group.length >= 1 ? dashed.exec(text) : null);
  if (found && !/https?$/i.test(found[1] as string)) {
    return { label: (found[1] as string).trim(), text: (found[2] ?? '').trim(), lines: group, cells: [] };
  }
  return { text, lines: group, cells: group.length === 1 ? cells : [] };
}

/** A bold opening before text that is not bold is a label, with or without a colon. */
function boldLabel(line: ResumeLine): { label: string; count: number } | undefined {
  const [first, second] = line.segments;
  // Dots and stars behind a name rate it.
  if (!first || !second || !first.bold || second.bold || !line.segments.slice(1).some(({ text }) => /[\p{L}\p{N}]/u.test(text)) || first.text.split(' ').length > 6) return undefined;
  if (second.gap === 'wide' && second.aside) return undefined;
  return { label: first.text.replace(/\s*[:：–—-]\s*$/u, ''), count: 1 };
}

function cellsOf(line: ResumeLine): string[] {
  const cells: string[] = [];
  for (const segment of line.segments) {
    if (cells.length > 0 && segment.gap !== 'wide') cells[cells.length - 1] += (segment.gap === 'space' ? ' ' : '') + segment.text;
    else cells.push(segment.text);
  }
  return cells;
}

/** A label alone on its line ("Frameworks") names the group of the lines below it. */
function mergeLabels(lines: readonly ListLine[]): ListLine[] {
  const merged: ListLine[] = [];
  let label: string | undefined;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const [first] = line.lines;
    const alone = line.label !== undefined && line.text === '';
    const bold = line.label === undefined && first?.bold === true && first.bullet === undefined && !/[,;|•·]/.test(line.text) && next?.lines[0]?.bold === false && line.cells.length <= 1;
    if (alone || bold) {
      label = alone ? line.label : line.text;
      continue;
    }
    if (line.label !== undefined) label = undefined;
    merged.push(line.label === undefined && label !== undefined ? { ...line, label } : line);
  }
  return merged;
}

const level = /\s*[-–—:(|]*\s*\(?\b(?:beginner|basic|basics|elementary|intermediate|advanced|expert|proficient|proficiency|familiar|working knowledge|good|strong|excellent|fluent|master(?:ed|y)?|experienced|skill?ful|competent|novice|\d{1,2}\+?\s*(?:years?|yrs?)(?:\s+of experience)?|\d{1,3}\s*%|\d\s*\/\s*(?:5|10))(?![\p{L}\d])\)?\s*$/iu;
const longestLevel = 48;
const ratings = /[★☆●○◉◯■□▮▯⬤⚫⚪✩✪]{2,}/gu;

/** Splits at commas, semicolons, bars, middle dots and bullets outside brackets; "and" before the last item. */
export function splitList(text: string): string[] {
  // "Dry needling / Gait analysis / Post-op rehab": one slash may join two names of one thing, two and more part a list.
  if (!/[,;|•·]/.test(text) && text.split(' / ').length > 2) return text.split(' / ').map(cleanItem).filter((item) => /[\p{L}\p{N}]/u.test(item));
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0 && isSeparator(text, at)) {
      items.push(text.slice(start, at));
      start = at + 1;
    }
  }
  items.push(text.slice(start));
  const last = items.at(-1) as string;
  const and = items.length > 1 ? /^\s*(?:and|&|और|एवं)\s+(\S.*)$/iu.exec(last) : null;
  if (and) items[items.length - 1] = and[1] as string;
  return items.map(cleanItem).filter((item) => /[\p{L}\p{N}]/u.test(item));
}

function isSeparator(text: string, at: number): boolean {
  const letter = text[at] as string;
  if (/[;|•●▪◦∙·،、‣]/.test(letter)) return true;
  return letter === ',' && !(/\d/.test(text[at - 1] ?? '') && /\d{3}/.test(text.slice(at + 1, at + 4)));
}

/** "Java (Advanced)", "SQL – 3 years", "Excel 80%" → the skill alone. Only the end is looked at, so that it takes no time. */
function withoutLevel(item: string): string {
  const tail = item.slice(-longestLevel);
  return item.slice(0, item.length - tail.length) + tail.replace(level, '');
}

function cleanItem(item: string): string {
  const bare = withoutLevel(item.replace(ratings, ' ')).replace(/^[\s\-–—*•>✓✔]+|[\s:]+$/gu, '').trim();
  const open = (bare.match(/\(/g)?.length ?? 0) - (bare.match(/\)/g)?.length ?? 0);
  const whole = open > 0 ? bare.replace(/\s*\([^)]*$/, '') : open < 0 ? bare.replace(/\)+$/, '') : bare;
  return /\p{L}{3}\.$/u.test(whole) && !/\b(?:etc|inc|ltd)\.$/i.test(whole) ? whole.slice(0, -1) : whole;
}

export function itemFields(texts: readonly string[], lines: readonly ResumeLine[]): Field[] {
  return texts.map((text) => fieldOf(text, lines.filter((line) => line.text.includes(text)).length > 0 ? lines.filter((line) => line.text.includes(text)) : lines, ['section', 'form']));
}
