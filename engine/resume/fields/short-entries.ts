/** Certifications, awards and publications: an entry is a line or two. */
import { findDateRanges } from '../../text/date-range.ts';
import { entryId, fieldOf, type Signal } from '../confidence.ts';
import { joinWrapped } from '../entries/join-text.ts';
import { asideTexts, isFull, isSentence, mainText, sectionShape } from '../entries/line-classes.ts';
import { splitCommas, trimSigns, withoutDates } from '../entries/pieces.ts';
import type { Award, Certification, Field, Publication, ResumeLine, YearMonth } from '../types.ts';
import { organisationScore, schoolScore } from '../vocabulary/organisations.ts';
import { isPlace } from '../vocabulary/places.ts';
import { type EntryLines, only } from './entry-lines.ts';

interface Item {
  readonly lines: readonly ResumeLine[];
  readonly text: string;
}

/**
 * Items of a list: each bullet, or each line that opens with a bold word or a date at its margin, or stands apart; what
 * wraps or is set lighter below goes with it.
 */
function listItems(lines: readonly ResumeLine[], written: ReadonlySet<string>): Item[] {
  const bulleted = lines.some((line) => line.bullet !== undefined);
  const someBold = lines.some((line) => opensBold(line)) && lines.some((line) => !opensBold(line));
  const spaced = lines.slice(1).some((line) => line.spaceAbove > 1.35) && lines.slice(1).some((line) => line.spaceAbove < 1.2);
  const shape = sectionShape(lines);
  const groups: ResumeLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (!group || !above || opensItem(line, above, { bulleted, someBold, spaced, shape })) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => ({ lines: group, text: joinWrapped(group.map(mainText).filter((text) => text !== ''), written) }));
}

interface ListLook {
  readonly bulleted: boolean;
  readonly someBold: boolean;
  readonly spaced: boolean;
  readonly shape: ReturnType<typeof sectionShape>;
}

function opensItem(line: ResumeLine, above: ResumeLine, look: ListLook): boolean {
  if (line.bullet !== undefined) return true;
  const text = mainText(line);
  if (text === '') return false;
  if (look.bulleted && above.bullet !== undefined) return line.indent < above.indent - 3 && !/^\p{Ll}/u.test(text);
  if (look.someBold) return opensBold(line) && !(opensBold(above) && above.bold && line.bold && line.spaceAbove < 1.3 && asideTexts(line).length === 0);
  if (look.spaced) return line.spaceAbove > 1.35;
  if (!line.wraps) return true;
  if (/\b(?:and|of|with|for|in|the|to|by|on|&|from)$/iu.test(mainText(above))) return false;
  return !/^\p{Ll}/u.test(text) && !(isFull(above, line, look.shape) && !/[.)\d]$/.test(mainText(above)));
}

function opensBold(line: ResumeLine): boolean {
  return line.segments.find((segment) => !segment.aside)?.bold === true;
}

interface Parts {
  readonly parts: readonly string[];
  readonly date?: Field<YearMonth>;
}

const strongSign = /\s*[|‖]\s*|\s+[–—-]\s+|\s+[•·]\s+|\s*\n\s*/u;
const issuedBy = /\s+(?:by|from|issued by|offered by|through|via|at)\s+(?=[\p{Lu}\p{Lo}])/iu;

function partsOf(item: Item): Parts {
  const asides = item.lines.flatMap((line) => asideTexts(line).map((text) => ({ text, line })));
  const dated = withoutDates(item.text);
  const aside = asides.map(({ text, line }) => ({ range: findDateRanges(text)[0], line })).find(({ range }) => range !== undefined);
  const inText = dated.ranges.at(-1) ?? findDateRanges(item.text).at(-1);
  const range = aside?.range ?? inText;
  const value = range?.end ?? range?.start;
  const line = aside?.line ?? item.lines[0];
  const parts = item.lines.flatMap((own) => bySegment(own)).flatMap((text) => withoutDates(text).text.split(strongSign)).map(trimSigns).filter((part) => part !== '');
  return { parts: parts.length > 0 ? parts : [trimSigns(dated.text)], ...only('date', value !== undefined && line ? fieldOf(value, [line], ['form', 'place']) : undefined) };
}

/** Stretches of a line that a gap or a change from bold sets apart. */
function bySegment(line: ResumeLine): string[] {
  const texts: string[] = [];
  let bold: boolean | undefined;
  for (const segment of line.segments) {
    if (segment.aside) continue;
    if (texts.length > 0 && segment.gap !== 'wide' && segment.bold === bold) texts[texts.length - 1] += (segment.gap === 'space' ? ' ' : '') + segment.text;
    else texts.push(segment.text);
    bold = segment.bold;
  }
  return texts;
}

/** Items that wrap over lines are read as one text, not line by line. */
function unwrapped(item: Item): Item {
  const [first, ...others] = item.lines as [ResumeLine, ...ResumeLine[]];
  if (others.length === 0 || (opensBold(first) && !others.every(opensBold)) || first.segments.length > 1) return item;
  return { ...item, lines: [{ ...first, segments: [{ ...(first.segments[0] as ResumeLine['segments'][0]), text: item.text }] }] };
}

export function readCertifications(lines: readonly ResumeLine[], written: ReadonlySet<string>): EntryLines<Certification>[] {
  return listItems(lines, written).flatMap(eachDated).flatMap((item) => {
    const { parts, date } = partsOf(withoutExpiry(unwrapped(item)));
    const first = item.lines[0];
    const whole = parts[0];
    if (!first || whole === undefined) return [];
    const by = parts.length === 1 ? whole.split(issuedBy) : [whole];
    const atWork = by.length === 2 && whole.startsWith(`${by[0] as string} at `) && !isGiver(by[1] as string);
    const commas = by.length === 1 && parts.length === 1 ? splitCommas(whole).map(trimSigns) : [];
    const [one, other] = atWork ? [whole] : by.length === 2 ? by : commas.length === 2 ? commas : [whole, parts.find((part, index) => index > 0 && !isCredentialId(part))];
    const [name, issuer] = one !== undefined && other !== undefined && platforms.test(one) && !platforms.test(other) ? [other, one] : [one, other];
    const link = item.lines.flatMap((line) => line.links).find((url) => /^https?:/i.test(url));
    return [{
      entry: {
        id: entryId(first),
        ...only('name', name ? fieldOf(trimSigns(name), item.lines, nameSignals(first)) : undefined),
        ...only('issuer', issuer ? fieldOf(trimSigns(issuer), item.lines, ['section', 'place']) : undefined),
        ...only('date', date),
        ...only('link', link ? fieldOf(link, item.lines, ['link']) : undefined),
      },
      lines: item.lines,
    }];
  });
}

/** Who gives certificates and is none: "NPTEL – Database Management". */
const platforms = /^(?:nptel|swayam|coursera|udemy|edx|udacity|linkedin learning|great learning|simplilearn|upgrad|infosys springboard|google|microsoft|ibm|cisco|oracle|hackerrank|freecodecamp|kaggle|national skill development corporation|nsdc)$/iu;
/** "First Aid at Work" names nobody who gives it. */
function isGiver(text: string): boolean {
  return organisationScore(text) > 0 || schoolScore(text) > 0 || platforms.test(text);
}

const expiry = /[,;(–—-]?\s*(?:exp(?:ir(?:es|y|ing|ation)(?: date)?|\.)?|valid (?:till|until|through|thru|upto|to)|renewal(?: date)?)\s*[:：]?\s*(?:[\p{L}.]{3,9}\s)?\d[\d/.-]*\d\)?/giu;

/** When it ends is not when it was given. */
function withoutExpiry(item: Item): Item {
  if (item.text.search(expiry) < 0) return item;
  return { text: item.text.replace(expiry, ''), lines: item.lines.map((line) => ({ ...line, text: line.text.replace(expiry, ''), segments: line.segments.map((segment) => ({ ...segment, text: segment.text.replace(expiry, '') })) })) };
}

/** "PMP (2018), Primavera P6 (2016)", "A (2023) | B (2022)": several on a line, each with its year. */
function eachDated(item: Item): Item[] {
  const [line, ...others] = item.lines;
  const [segment, ...more] = line?.segments ?? [];
  if (!line || !segment || others.length > 0 || more.length > 0) return [item];
  const texts = item.text.split(/(?<=\(\d{4}\)|\(\p{L}{3,9} \d{4}\))\s*[,;|•]\s*/u);
  return texts.length < 2 ? [item] : texts.map((text) => ({ text, lines: [{ ...line, text, segments: [{ ...segment, text }] }] }));
}

function isCredentialId(text: string): boolean {
  return /^(?:credential|certificate|license|licence|id)\b/iu.test(text) || /^(?:certificate|verify|link|view|credential)$/iu.test(text);
}

function nameSignals(line: ResumeLine): Signal[] {
  return opensBold(line) ? ['section', 'place', 'look'] : ['section', 'place'];
}

export function readAwards(lines: readonly ResumeLine[], written: ReadonlySet<string>): EntryLines<Award>[] {
  return withoutRank(listItems(lines, written)).flatMap((item) => {
    const single = unwrapped(item);
    const { parts, date } = partsOf(single);
    const [first] = item.lines;
    const [title, ...others] = titleFirst(parts);
    if (!first || title === undefined) return [];
    const sentence = isSentence(item.text, first);
    const issuer = sentence ? undefined : others.find((part) => organisationScore(part) > 0 || schoolScore(part) > 0) ?? others.find((part) => !isPlace(part) && part.split(' ').length <= 6);
    const value = sentence ? item.text : title;
    return [{
      entry: {
        id: entryId(first),
        title: fieldOf(value, item.lines, nameSignals(first)),
        ...only('issuer', issuer ? fieldOf(issuer, item.lines, ['section', 'place']) : undefined),
        ...only('date', date),
      },
      lines: item.lines,
    }];
  });
}

/** "Domestic" over awards that all have a year says where they were won. */
function withoutRank(items: readonly Item[]): readonly Item[] {
  const [first, ...others] = items;
  const isDated = (item: Item): boolean => item.lines.some((line) => findDateRanges(line.text).length > 0);
  return first && others.length > 0 && !isDated(first) && others.every(isDated) && first.text.split(' ').length <= 2 && opensBold(first.lines[0] as ResumeLine) ? others : items;
}

/** "2nd/140" beside an award is a rank; "Best Teacher Award, SVU" names who gave it. */
function titleFirst(parts: readonly string[]): readonly string[] {
  const named = parts.findIndex((part) => /\p{L}{4}/u.test(part));
  const [title, ...others] = named > 0 ? [parts[named] as string, ...parts.filter((_, index) => index !== named)] : parts;
  if (title === undefined || others.length > 0) return title === undefined ? parts : [title, ...others];
  const commas = splitCommas(title).map(trimSigns);
  const [name, giver] = commas;
  return commas.length === 2 && name !== undefined && giver !== undefined && (organisationScore(giver) > 0 || schoolScore(giver) > 0 || /^\p{Lu}{2,6}$/u.test(giver)) ? [name, giver] : parts;
}

export function readPublications(lines: readonly ResumeLine[], written: ReadonlySet<string>): EntryLines<Publication>[] {
  return listItems(lines, written).flatMap((item) => {
    const [first] = item.lines;
    if (!first) return [];
    const { date } = partsOf(item);
    const bold = item.lines.filter(opensBold).map(mainText);
    const quoted = /["“”«]([^"“”»]{8,300})["“”»]/u.exec(item.text)?.[1];
    const rest = item.lines.filter((line) => !opensBold(line)).map(mainText).filter((text) => text !== '');
    const title = quoted ?? (bold.length > 0 ? titleIn(joinWrapped(bold, written)) : titleIn(mainText(first)));
    const authors = rest.find((text) => isAuthors(text));
    const venue = rest.find((text) => text !== authors && text !== title);
    const link = item.lines.flatMap((line) => line.links).find((url) => /^https?:/i.test(url)) ?? doiIn(item.text);
    return [{
      entry: {
        id: entryId(first),
        title: fieldOf(title.replace(/[.,]$/, ''), item.lines, bold.length > 0 || quoted ? ['section', 'place', 'look'] : ['section', 'place']),
        authors: authors ? splitCommas(authors.replace(/\s+(?:and|&)\s+/giu, ', ')).map(trimSigns).filter((name) => name !== '').map((name) => fieldOf(name, item.lines, ['section', 'form'])) : [],
        ...only('venue', venue ? fieldOf(venueOf(venue), item.lines, ['section', 'place']) : undefined),
        ...only('date', date),
        ...only('link', link ? fieldOf(link, item.lines, ['link']) : undefined),
      },
      lines: item.lines,
    }];
  });
}

/** What stands before the venue and the date when all share a line. */
function titleIn(text: string): string {
  const [title = text] = withoutDates(text).text.split(/\s+[–—|-]\s+(?=[\p{Lu}\p{Lo}])/u);
  return trimSigns(title);
}

/** "10.1234/abc (Journal of Things)" → "Journal of Things". */
function venueOf(text: string): string {
  return trimSigns(/\(([^()]+)\)\s*$/u.exec(text)?.[1] ?? withoutDates(text.replace(/\bdoi\s*:?\s*\S+|10\.\d{4,9}\/\S+/giu, ' ')).text);
}

function doiIn(text: string): string | undefined {
  const doi = /\b10\.\d{4,9}\/[^\s,;)]+/u.exec(text)?.[0];
  return doi ? `https://doi.org/${doi}` : undefined;
}

/** Two or more names parted by commas: short stretches of capitalised words. */
function isAuthors(text: string): boolean {
  const names = text.replace(/\s+(?:and|&)\s+/giu, ', ').split(/\s*,\s*/).filter((name) => name !== '');
  return names.length >= 2 && names.every((name) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’*-]*(?:\s+[\p{L}\p{M}.'’*-]+){0,3}$/u.test(name));
}
