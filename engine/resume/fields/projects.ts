/** Projects. */
import { entryId, fieldOf, type Signal } from '../confidence.ts';
import { entryDates, readAsides } from '../entries/entry-dates.ts';
import { readLabel, takeLabels } from '../entries/labels.ts';
import { joinWrapped } from '../entries/join-text.ts';
import { mainText } from '../entries/line-classes.ts';
import { toPieces, trimSigns, withoutDates } from '../entries/pieces.ts';
import { type Block, type RawEntry, splitEntries } from '../entries/split-entries.ts';
import { pageLines } from '../entries/wrapped-headers.ts';
import type { Field, Project, ResumeLine } from '../types.ts';
import { roleScore } from '../vocabulary/roles.ts';
import { bulletFields } from './bullets.ts';
import { addressesIn } from './emails-links.ts';
import { type EntryLines, only } from './entry-lines.ts';
import { linesOf, type ReadingContext } from './experience.ts';
import { itemFields, splitList } from './lists.ts';

const linkWords = /^[([]?(?:link|github|gitlab|live|demo|live demo|source|source code|code|view|website|project link|github link|repo|repository|video|report|play store|app store)[)\]]?$/iu;
const partOfTitle = /\s*(?:[|‖]|\s[–—-]\s|\s•\s)\s*/u;

export function readProjects(lines: readonly ResumeLine[], context: ReadingContext): EntryLines<Project>[] {
  const raws = splitUndated(splitEntries(lines, { written: context.written, dated: false }));
  return raws.flatMap((raw) => {
    const entry = toProject(raw, context);
    return entry ? [{ entry, lines: linesOf(raw) }] : [];
  });
}

/** Titles that follow each other without points: lines of the first line's look begin a project each. */
function splitUndated(raws: readonly RawEntry[]): RawEntry[] {
  return raws.flatMap((raw) => {
    const [first] = raw.header;
    if (!first || raw.header.length < 2) return [raw];
    const starts = raw.header.flatMap((line, index) => (index === 0 || (line.bold && first.bold && line.spaceAbove > 1.3 && line.indent === first.indent) ? [index] : []));
    if (starts.length < 2) return [raw];
    const ofHeader = raw.header.flatMap(pageLines);
    return starts.map((start, at) => {
      const header = raw.header.slice(start, starts[at + 1] ?? raw.header.length);
      const last = at === starts.length - 1;
      const own = header.flatMap(pageLines);
      return { header, asides: raw.asides.filter((aside) => own.includes(aside.line) || (last && !ofHeader.includes(aside.line))), body: last ? raw.body : [] };
    });
  });
}

function toProject(raw: RawEntry, context: ReadingContext): Project | undefined {
  const { facts, rest } = takeLabels(raw.header);
  const { dates } = toPieces(rest);
  const asides = readAsides(raw.asides);
  const first = raw.header[0] ?? raw.body[0]?.lines[0];
  if (!first) return undefined;
  const title = titleOf(rest, context.written);
  const body = raw.body.map((block) => ({ block, label: readLabel(block.text) }));
  const technologies = body.find(({ label }) => label?.kind === 'technologies' && label.value !== '');
  const paragraphs = body.filter(({ block, label }) => !block.bulleted && label === undefined && block !== technologies?.block).map(({ block }) => block);
  const name = facts.get('name') ?? facts.get('title') ?? title.name ?? nameFromBody(raw.body);
  const described = body.find(({ label }) => label?.kind === 'summary' && label.value !== '');
  const summary = facts.get('summary') ?? title.summary ?? (described?.label ? fieldOf(described.label.value, described.block.lines, ['label']) : summaryOf(paragraphs));
  const named = technologies?.label ? itemFields(splitList(technologies.label.value), technologies.block.lines) : title.technologies;
  const labelled = facts.get('technologies');
  return {
    id: entryId(first),
    ...only('name', name),
    ...only('summary', summary),
    ...only('role', facts.get('role')),
    ...entryDates([...dates, ...asides.dates, ...datesInBody(raw)], context.today, 'both'),
    ...only('link', linkOf(raw)),
    technologies: labelled ? itemFields(splitList(labelled.value), rawLinesOf(labelled, raw)) : named,
    bullets: bulletFields(raw.body.filter((block) => block !== technologies?.block && (summary === undefined || block !== paragraphs[0] || summary.value !== block.text))),
  };
}

function rawLinesOf(field: Field, raw: RawEntry): ResumeLine[] {
  return raw.header.filter((line) => field.evidence.some((place) => place.page === line.page && place.line === line.line));
}

interface Title {
  readonly name?: Field;
  readonly summary?: Field;
  readonly technologies: readonly Field[];
}

/** The first line, with the lines of the same look it wraps onto; after a bar stand the tools, below it may stand a summary. */
function titleOf(header: readonly ResumeLine[], written: ReadonlySet<string>): Title {
  const [first, ...others] = header;
  if (!first) return { technologies: [] };
  const wrapped = others.findIndex((line) => !(first.bold && line.bold && line.spaceAbove < 1.3));
  const own = [first, ...others.slice(0, wrapped < 0 ? others.length : wrapped)];
  const below = others.slice(own.length - 1).filter((line) => !linkWords.test(mainText(line)) && addressesIn(line.text).length === 0 && trimSigns(withoutDates(mainText(line)).text) !== '');
  const bold = leadingBold(first);
  const text = joinWrapped(own.map((line) => withoutDates(mainText(line)).text), written);
  const parts = text.split(partOfTitle).map(trimSigns).filter((part) => part !== '' && !linkWords.test(part) && addressesIn(part).length === 0);
  const { name: opening, rest: more, said } = splitColon(parts);
  const name = trimSigns(withoutDates(bold ?? opening).text) || opening;
  const after = bold === undefined ? more : [trimSigns(text.startsWith(bold) ? text.slice(bold.length) : more.join(', '))].filter((part) => part !== '' && !linkWords.test(part));
  const beside = first.segments.filter((segment) => !segment.aside).slice(1).filter((segment) => segment.gap === 'wide').map((segment) => segment.text);
  const tools = [...after, ...beside].find((part) => /,/.test(part) || part.split(' ').length <= 3);
  const signals: Signal[] = first.bold || bold !== undefined ? ['section', 'place', 'look'] : ['section', 'place'];
  const remark = after.find((part) => part !== tools);
  const summary = said ?? remark ?? (below[0] ? mainText(below[0]) : undefined);
  return {
    ...only('name', name === '' ? undefined : fieldOf(stripLink(name), own, signals)),
    ...only('summary', summary === undefined || roleScore(summary) > 1 ? undefined : fieldOf(summary, below[0] && !remark && !said ? [below[0]] : own, ['section', 'place'])),
    technologies: tools === undefined ? [] : itemFields(splitList(tools.replace(/^\(|\)$/g, '')), own),
  };
}

/** "Crop Watch: a map of fields that need water": a short name, then what it is. */
function splitColon(parts: readonly string[]): { readonly name: string; readonly rest: readonly string[]; readonly said?: string } {
  const [first = '', ...rest] = parts;
  const found = /^([^:：]{2,60})[:：]\s+(\S.*)$/u.exec(first);
  const name = found?.[1];
  return name === undefined || name.split(' ').length > 6 ? { name: first, rest } : { name, rest, said: found?.[2] as string };
}

function leadingBold(line: ResumeLine): string | undefined {
  const [first, second] = line.segments;
  return first?.bold && second && !second.bold && !second.aside ? trimSigns(first.text) : undefined;
}

function stripLink(text: string): string {
  return trimSigns(text.replace(/\s*[([](?:link|github|live|demo|code|source)[)\]]\s*$/iu, ''));
}

function nameFromBody(body: readonly Block[]): Field | undefined {
  const [first] = body;
  if (!first) return undefined;
  const opening = /^([^:：–—]{3,70})\s*[:：–—]\s/u.exec(first.text);
  return opening ? fieldOf(trimSigns(opening[1] as string), first.lines, ['section', 'place']) : undefined;
}

function summaryOf(paragraphs: readonly Block[]): Field | undefined {
  const [first] = paragraphs;
  return first ? fieldOf(first.text, first.lines, ['section', 'place']) : undefined;
}

function linkOf(raw: RawEntry): Field | undefined {
  for (const line of [...raw.header, ...raw.body.flatMap((block) => block.lines)]) {
    const url = line.links.find((link) => /^https?:/i.test(link)) ?? addressesIn(line.text)[0];
    if (url !== undefined) return fieldOf(url, [line], ['link']);
  }
  return undefined;
}

function datesInBody(raw: RawEntry): ReturnType<typeof toPieces>['dates'] {
  return toPieces(raw.body.flatMap((block) => (readLabel(block.text)?.kind === 'dates' ? block.lines : []))).dates;
}
