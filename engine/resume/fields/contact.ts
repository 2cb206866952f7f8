/** Name, ways to reach the person, and where they live: from the header and from contact sections. */
import { isSupportedCountry, isValidPhoneNumber, type CountryCode } from 'libphonenumber-js';
import { foldKey } from '../../text/fold.ts';
import { fieldOf } from '../confidence.ts';
import { findDateRanges } from '../../text/date-range.ts';
import type { Contact, Field, ResumeLine } from '../types.ts';
import { joinSegments } from '../lines/positioned-lines.ts';
import { isPageTitle, sectionKindOf } from '../vocabulary/headings.ts';
import { organisationScore, schoolScore } from '../vocabulary/organisations.ts';
import { isKnownPlace, isPlace, isRegion } from '../vocabulary/places.ts';
import { roleScore } from '../vocabulary/roles.ts';
import { contactLinks, emailsIn, wrappedEmail } from './emails-links.ts';
import { only } from './entry-lines.ts';
import { findName, type NameFound } from './name.ts';
import { phonesIn } from './phones.ts';

export interface ContactLines {
  /** Before the first heading of each column, and under contact and personal headings. */
  readonly header: readonly ResumeLine[];
  readonly all: readonly ResumeLine[];
}

const placeLabel = /^(?:(?:current |present |permanent |home |postal |mailing |correspondence )?(?:address|location|place|city|residence|based in|lives? in)(?:\((?:s|es)\))?|पता|स्थान|निवास|स्थायी पता|वर्तमान पता)\s*[:：-]\s*(\S.*)$/iu;

/** "E-mail: … Phone: … Location: Lagos, Nigeria" on one line. */
const labelInside = /\b(?:address|location|place|city|based in)\s*[:：]\s*([^|•:：]{2,60})$/iu;

export interface ContactCountries {
  /** Whether a name is that of a town. */
  readonly isTown?: (name: string) => boolean;
  /** Of phone numbers that are written without one. */
  readonly defaultCountry: CountryCode;
  /** The country that a place lies in, where that is sure. */
  readonly countryOf?: (place: string) => string | undefined;
}

export function readContact({ header, all }: ContactLines, countries: ContactCountries): Contact {
  const emails = emailFields(header.length > 0 ? header : all, all);
  const links = contactLinks(header);
  const handles = [...emails.map((email) => email.value.split('@')[0] ?? ''), ...links.map((link) => link.value.url.split('/').at(-1) ?? '')].map((handle) => foldKey(handle));
  const name = findName(header.length > 0 ? header : all.slice(0, 12), { handles });
  const place = withTown(findPlace(header, new Set(name?.lines ?? [])), countries.isTown) ?? placeBesideName(name) ?? townBesideContacts(header, countries.isTown);
  const phones = phonesAt(header, place, countries);
  return {
    ...only('name', name?.field),
    ...only('headline', headlineAfter(header, name?.lines ?? [])),
    emails,
    phones: phones.length > 0 ? phones : phonesAt(all.slice(0, 12), place, countries),
    links,
    ...only('place', place),
  };
}

/** "Emma Johansson, Stockholm" */
function placeBesideName(name: NameFound | undefined): Field | undefined {
  const [line] = name?.lines ?? [];
  const beside = line === undefined || name === undefined ? undefined : line.text.slice(line.text.indexOf(name.field.value) + name.field.value.length).replace(/^[\s,|–—-]+/u, '');
  const place = [beside ?? '', ...(beside ?? '').split(/\s*[|•·]\s*/u)].find((piece) => piece !== '' && isPlace(piece));
  return line !== undefined && place !== undefined ? fieldOf(place, [line], ['form']) : undefined;
}

/** "Inverness | 07700 900318 | …": what stands among addresses and numbers and is called like a town is one. */
function townBesideContacts(header: readonly ResumeLine[], isTown: ContactCountries['isTown']): Field | undefined {
  if (isTown === undefined) return undefined;
  for (const line of header) {
    const parts = line.segments.flatMap((segment) => segment.text.split(/\s*[|•·]\s*|\s{2,}/u)).map(cleanPlace);
    if (parts.length < 2 || !parts.some((part) => emailsIn(part).length > 0 || (part.match(/\d/g)?.length ?? 0) >= 7)) continue;
    const town = parts.find((part) => /^\p{Lu}/u.test(part) && isTown(part) && roleScore(part) + organisationScore(part) === 0);
    if (town !== undefined) return fieldOf(town, [line], ['place']);
  }
  return undefined;
}

/** Numbers as the country of the person's place reads them; as the usual country does where more of them are valid there. */
function phonesAt(lines: readonly ResumeLine[], place: Field | undefined, { defaultCountry, countryOf }: ContactCountries): Field[] {
  const usual = phonesIn(lines, defaultCountry);
  const country = place === undefined ? undefined : countryOf?.(place.value);
  if (usual.length === 0 || country === undefined || country === defaultCountry || !isSupportedCountry(country)) return usual;
  const there = phonesIn(lines, country);
  const valid = (phones: readonly Field[]): number => phones.filter(({ value }) => isValidPhoneNumber(value)).length;
  return valid(there) >= valid(usual) ? there : usual;
}

function emailFields(header: readonly ResumeLine[], all: readonly ResumeLine[]): Field[] {
  const found = new Map<string, Field>();
  for (const lines of [header, all]) {
    for (const [index, line] of lines.entries()) {
      const wrapped = wrappedEmail(line, lines.slice(index + 1, index + 4));
      if (wrapped) {
        if (!found.has(wrapped.email.toLowerCase())) found.set(wrapped.email.toLowerCase(), fieldOf(wrapped.email, [line, wrapped.line], ['form']));
        continue;
      }
      const linked = line.links.flatMap((link) => (/^mailto:/i.test(link) ? emailsIn(link.slice(7)) : []));
      for (const email of emailsIn(line.text)) add(found, email, line, linked.includes(email));
      for (const email of linked) add(found, email, line, true);
    }
    if (found.size > 0) break;
  }
  return [...found.values()];
}

function add(found: Map<string, Field>, email: string, line: ResumeLine, linked: boolean): void {
  const key = email.toLowerCase();
  if (!found.has(key)) found.set(key, fieldOf(email, [line], linked ? ['form', 'link'] : ['form']));
}

const headlineLabel = /^(?:(?:current )?(?:role|title|position|designation|profession|job title)|(?:post|position) applied for|applying for)\s*[:：–-]\s*/iu;

/** The line under the name that says what the person does. */
function headlineAfter(header: readonly ResumeLine[], nameLines: readonly ResumeLine[]): Field | undefined {
  const last = nameLines.at(-1);
  if (!last) return undefined;
  const at = header.indexOf(last);
  const beside = last.segments.slice(1).find((segment) => roleScore(segment.text) >= 0.5 && !isContactText(segment.text) && nameLines.length === 1);
  if (beside && beside.fontSize < last.fontSize) return fieldOf(beside.text, [last], ['place', 'wording']);
  for (const line of header.slice(at + 1, at + 4)) {
    if (line.column !== last.column || line.page !== last.page) break;
    const text = line.text.trim();
    if (isContactText(text) || line.segments.some((segment) => isContactText(segment.text))) continue;
    if (sectionKindOf(text) || isPageTitle(text)) break;
    const words = text.split(' ').length;
    const role = roleScore(text) >= 0.5;
    if (words > 16 || (!role && words > 10) || /[.!?]$/.test(text) || schoolScore(text) > 0) continue;
    if (!role && (isPlace(text) || !/\p{L}[\p{L}\p{M}]{2}/u.test(text) || last.segments.length > 3)) continue;
    return fieldOf(withoutSmaller(line).replace(headlineLabel, ''), [line], role ? ['place', 'wording'] : ['place']);
  }
  return undefined;
}

/** What stands across a gap in letters much smaller is no part of it: an address, a name at some site. */
function withoutSmaller(line: ResumeLine): string {
  const kept = line.segments.findIndex((segment, index) => index > 0 && segment.gap === 'wide' && segment.fontSize < 0.8 * line.fontSize);
  return kept < 0 ? line.text.trim() : joinSegments(line.segments.slice(0, kept));
}

/** "17 Mill Lane", "H.No 45, Okhla", and what Indian resumes say of the family. */
const streetAddress = /^(?:(?:flat|plot|house|h\.?\s?no|door|no)\b.*\d|\d+[a-z]?[\s,/-]+(?:[\p{L}.'’]+\s+){1,4}(?:street|st|road|rd|lane|ln|avenue|ave|drive|dr|close|court|way|crescent|gardens|nagar|colony|marg|terrace|square|boulevard|blvd)\b)|(?:straße|strasse|gasse|weg)\s*\d/iu;
const personalLabel = /^(?:father|mother|husband|spouse|guardian|d\.?o\.?b|date of birth|birth|gender|sex|marital|nationality|religion|caste|age|blood|passport|permanent|notice|total experience|current ctc|expected ctc)\b.*[:：-]/iu;

function isContactText(text: string): boolean {
  return streetAddress.test(text) || personalLabel.test(text) || emailsIn(text).length > 0 || /https?:|www\.|\b(?:linkedin|github)\b/i.test(text) || (text.match(/\d/g)?.length ?? 0) >= 5 || placeLabel.test(text) || isPlace(text) || isPlace(cleanPlace(text));
}

/** A labelled address; else a part of a header line that is a place. */
function findPlace(header: readonly ResumeLine[], nameLines: ReadonlySet<ResumeLine>): Field | undefined {
  for (const [index, line] of header.entries()) {
    const value = placeLabel.exec(line.text)?.[1] ?? labelledBeside(line);
    if (value === undefined) continue;
    const next = header[index + 1];
    const goesOn = next !== undefined && /,$/.test(value) && next.column === line.column && !isContactText(next.text.replace(/\d/g, ''));
    const whole = goesOn ? `${value} ${next.text}` : value;
    return fieldOf(townOf(whole) ?? cleanPlace(whole), goesOn && next ? [line, next] : [line], ['label']);
  }
  for (const line of header) {
    const value = cleanPlace(labelInside.exec(line.text)?.[1] ?? '');
    const named = isPlace(value) ? value : townOf(value);
    if (named !== undefined) return fieldOf(named, [line], ['label', 'form']);
  }
  for (const line of header) {
    // Beside a name that takes two lines of a table there may be the place in the next cell.
    const own = nameLines.has(line) ? line.segments.filter((segment) => segment.gap === 'wide' && segment.fontSize < 0.8 * line.fontSize) : line.segments;
    for (const part of own.flatMap((segment) => segment.text.split(/\s*[|•·●▪◦∙*]\s*|\s+[–—~-]\s+|\s+\/\s+/u))) {
      if (streetAddress.test(part)) continue;
      const place = cleanPlace(beyondContacts(part));
      if (isPlace(place) && !/^\d/.test(part.trim())) return withTownAbove(place, line, header) ?? fieldOf(place, [line], ['form', 'place']);
    }
  }
  for (const line of header) {
    if (nameLines.has(line) || emailsIn(line.text).length > 0 || organisationScore(line.text) > 0.9) continue;
    const town = townOf(line.text);
    if (town) return fieldOf(town, [line], ['form']);
  }
  for (const line of header) {
    if (nameLines.has(line)) continue;
    for (const part of line.segments.flatMap((segment) => segment.text.split(/\s*[|•·]\s*/u))) {
      const town = emailsIn(part).length > 0 || organisationScore(part) > 0.9 || part.split(' ').length > 8 ? undefined : townOf(part);
      if (town) return fieldOf(town, [line], ['form']);
    }
  }
  return undefined;
}

/** "Development Area, Gangtok, Sikkim", "Sikkim" of "…, Gangtok, Sikkim": the town is the one that stands before its state. */
function withTown(place: Field | undefined, isTown: ContactCountries['isTown']): Field | undefined {
  if (place === undefined || isTown === undefined) return place;
  const parts = place.value.split(/,\s*/u);
  const [first = '', second = ''] = parts;
  if (parts.length === 1 && isRegion(first)) {
    const before = place.evidence.map(({ text }) => new RegExp(`(\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+)?),\\s*${first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').exec(text)?.[1]).find((town) => town !== undefined);
    return before !== undefined && isTown(before) ? { ...place, value: `${before}, ${first}` } : place;
  }
  const isStreet = parts.length > 2 && !isKnownPlace(first) && !isTown(first) && isTown(second) && !isRegion(second);
  return isStreet ? { ...place, value: parts.slice(1).join(', ') } : place;
}

/** "9008 Tromsø" above "Norway": an address of several lines ends with the country. */
function withTownAbove(place: string, line: ResumeLine, header: readonly ResumeLine[]): Field | undefined {
  const above = header[header.indexOf(line) - 1];
  if (above === undefined || above.column !== line.column || line.text.trim() !== place || !isRegion(place)) return undefined;
  const town = townOf(above.text);
  return town === undefined || town === place ? undefined : fieldOf(`${town}, ${place}`, [above, line], ['form', 'place']);
}

/** "name@example.com, 98450 12345, Pune, India": what follows the last address and number. */
function beyondContacts(text: string): string {
  const emails = emailsIn(text);
  const last = emails.at(-1);
  const rest = last === undefined ? text : text.slice(text.lastIndexOf(last) + last.length);
  return rest.replace(/^[\s,]*[+(]{0,2}\d[\d\s().-]{6,20}\d\s*[,|]/u, '').replace(/^[\s,|]+/u, '');
}

function labelledBeside(line: ResumeLine): string | undefined {
  const [first, second] = line.segments;
  if (!first || !second || !placeLabel.test(`${first.text.replace(/\s*[:：]$/, '')}: x`)) return undefined;
  return joinSegments(line.segments.slice(1)).replace(/^\s*[:：-]\s*/, '');
}

/** The label of the next fact on the same line. */
const nextLabel = /[\s.,]+(?:(?:preferred|current|permanent|desired|present|work|notice|total|date|birth|e-?mail|phone|mobile|mob|ph|contact|tel|telephone|cell|nationality|gender|marital|linked-?in|github|website|experience|expected)[\s:：]).*$/iu;

/** "LS6 3AB" */
const britishPostcode = /\s+[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/gu;

function cleanPlace(text: string): string {
  return text.replace(nextLabel, '').replace(britishPostcode, '').replace(/\s*\((?:open|willing|ready|able|happy) to [^)]*\)/giu, '').replace(/\s*\((?:home|work|permanent|current|present|residence|office)\)\s*$/iu, '').replace(/\b(?:pin(?:code)?|zip)\s*(?:code)?\s*[:：-]?\s*/giu, '').replace(/(?<=\b(?:NSW|VIC|QLD|TAS|ACT|NT|SA|WA))\s+\d{4}\b/g, '').replace(/[\s,–-]+(?:\d{3}\s?\d{3}|\d{5}(?:-\d{4})?)\b/g, '').replace(/[\s,.;|]+$/u, '').replace(/^[\s,.;|]+/u, '').trim();
}

/** "9 Pier Road, Hove BN3 4EA", "Norwich, NR1 3DH, United Kingdom" */
const britishTown = /(?:^|,\s*)(\p{Lu}[\p{L} .'’-]{1,30}?),?\s+[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b(?:,\s*(\p{Lu}[\p{L} ]+))?/u;
/** "North Street, Sivakasi - 626123, Tamil Nadu", "Thoothukudi (Dt) – 628 501" */
const indianTown = /(?:^|,\s*)(\p{Lu}[\p{L} .]{2,30}?)(?:\s*\([Dd](?:t|ist|istrict)\.?\))?\s*[-–—]\s*[1-8]\d{2}\s?\d{3}(?!\d)\.?(?:,?\s*(\p{Lu}[\p{L} .]+))?/u;

/** A post code stands behind its town; what stands there may be the state as well. */
function townBeforeCode(text: string): string | undefined {
  if (!/\d[A-Z]{2}|\d{3}\s?\d{3}/.test(text)) return undefined;
  const [, town, area] = britishTown.exec(text) ?? indianTown.exec(text) ?? [];
  const bare = town?.trim();
  if (bare === undefined || isRegion(bare) || /^(?:pin|post|ph|phone|mob|mobile|tel|dist|po|near|opp)(?![\p{L}])/iu.test(bare)) return undefined;
  const beyond = area?.trim().replace(/\.$/u, '');
  return beyond !== undefined && isRegion(beyond) ? `${bare}, ${beyond}` : bare;
}

/** "12, MG Road, Indiranagar, Bengaluru, Karnataka - 560038" → "Bengaluru, Karnataka". */
function townOf(text: string): string | undefined {
  if (findDateRanges(text).some((range) => !range.single)) return undefined;
  const american = /(?:^|,\s*)(\p{Lu}[\p{L} .'’-]{1,30}),\s*(\p{Lu}{2})\s+\d{5}(?:-\d{4})?(?!\d)/u.exec(text);
  if (american && isRegion(american[2] as string)) return `${american[1] as string}, ${american[2] as string}`;
  const continental = /(?:^|,\s*)(?:[A-Z]{1,2}-)?\d{4,5},?\s+(\p{Lu}[\p{L}-]+(?: \p{Lu}?[\p{L}-]+)?)(?:,\s*(\p{Lu}[\p{L} ]+))?\s*$/u.exec(text);
  if (continental) return [continental[1], continental[2]].filter((part) => part !== undefined && (part === continental[1] || isRegion(part))).join(', ');
  const coded = townBeforeCode(text);
  if (coded !== undefined) return coded;
  const parts = cleanPlace(text).split(/\s*,\s*/).map(cleanPlace).filter((part) => part !== '' && !/\d/.test(part));
  const town = parts.findIndex((part) => isKnownPlace(part));
  const district = parts.map((part) => /^dist(?:rict|t)?\b[.:\s-]*(\p{Lu}[\p{L} ]{2,24})$/iu.exec(part)?.[1]).find((name) => name !== undefined);
  if (town < 0) return district;
  const kept = parts.slice(town).filter((part, index) => index === 0 || isKnownPlace(part) || isRegion(part));
  return kept.join(', ');
}
