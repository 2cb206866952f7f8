/** Whose resume it is. */
import { foldKey } from '../../text/fold.ts';
import { confidenceOf, evidenceOf, type Signal } from '../confidence.ts';
import { joinWrapped } from '../entries/join-text.ts';
import { joinSegments } from '../lines/positioned-lines.ts';
import type { Field, ResumeLine } from '../types.ts';
import { isPageTitle, sectionKindOf } from '../vocabulary/headings.ts';
import { organisationScore, schoolScore } from '../vocabulary/organisations.ts';
import { isKnownPlace, isPlace } from '../vocabulary/places.ts';
import { roleScore } from '../vocabulary/roles.ts';
import { degreeAtStart } from '../vocabulary/degrees.ts';

export interface NameFound {
  readonly field: Field;
  readonly lines: readonly ResumeLine[];
}

const label = /^(?:full\s+)?(?:name|candidate(?:'s)?\s+name|नाम|पूरा नाम)(?:\s*\([^)]{0,40}\)|\s*\/\s*[\p{L}\p{M} ]{1,24})?\s*[:：-]\s*(\S.*)$/iu;
const bareLabel = /^(?:full\s+)?(?:name|candidate(?:'s)?\s+name|नाम|पूरा नाम|first name\(?s?\)?.{0,20}surname.{0,12}|surname\(?s?\)?.{0,20}first name.{0,12})\s*[:：]?$/iu;
const titles = /^(?:mr|mrs|ms|miss|dr|er|prof|shri|smt|ca|sr|adv|advocate|ar|engr|capt|col|maj|rev|sir|mohd(?=\.? mohd)|श्री|श्रीमती|सुश्री|डॉ|कुमारी)\.?\s+(?=\S)/iu;
/** "Resume of Asha Verma" */
const pageTitleOf = /^(?:resume|résumé|cv|curriculum vitae|bio-?data)\s+(?:of|for|[-–:])\s+/iu;
const ranks = /^(?:(?:lt|col|maj|capt|gen|brig|cdr|cmde|sqn|ldr|wg|flt|gp|sub|hav|nk|retd)\.?\s+)+(?=\p{L})/iu;
const afterName = /\s*(?:[,|–—(•·]|\s[-/]\s).*$/u;
const credentials = /,\s*(?:ph\.?d|mba|m\.?d|cpa|pmp|m\.?s|b\.?e|b\.?tech|m\.?tech|rn|esq|ca|cfa|pe|jr|sr)\b.*$/iu;
const letterWord = /^[\p{L}][\p{L}\p{M}'’.-]*$/u;

/**
 * The name is written in the largest letters, at the top, in two to five words of letters only, and agrees with the
 * e-mail address or a profile link; a label ("Name:") outweighs all of them. `lines` are the header of every column.
 */
export function findName(lines: readonly ResumeLine[], hints: { readonly handles: readonly string[] }): NameFound | undefined {
  const labelled = byLabel(lines);
  if (labelled) return labelled;
  const largest = Math.max(0, ...lines.map((line) => line.fontSize));
  let best: { found: NameFound; score: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const whole = wholeName(lines, index);
    const text = nameIn(whole.text);
    if (!text) continue;
    const signals: Signal[] = [];
    if (line.fontSize >= largest - 0.3 && lines.some((other) => other.fontSize < line.fontSize - 0.5)) signals.push('look', 'place');
    if (index === 0) signals.push('place');
    if (agrees(text, hints.handles)) signals.push('agreement');
    if (line.headingLevel === 1) signals.push('look');
    const score = confidenceOf(signals) + (line.bold ? 0.02 : 0) - 0.03 * Math.min(index, 12) - (line.page > 1 ? 0.5 : 0) - (text.split(' ').length < 2 ? 0.15 : 0);
    if (signals.length > 0 && (!best || score > best.score)) best = { score, found: { field: toField(text, whole.lines, signals), lines: whole.lines } };
  }
  return best?.found;
}

function toField(text: string, lines: readonly ResumeLine[], signals: readonly Signal[]): Field {
  return { value: text, confidence: confidenceOf(signals), evidence: evidenceOf(lines) };
}

function byLabel(lines: readonly ResumeLine[]): NameFound | undefined {
  for (const line of lines) {
    const [first, second] = line.segments;
    const beside = first && second && bareLabel.test(first.text.trim()) ? joinSegments(line.segments.slice(1)).replace(/^\s*[:：-]\s*/, '') : undefined;
    const value = beside ?? label.exec(line.text)?.[1];
    const name = value === undefined ? undefined : nameIn(value);
    if (name) return { field: toField(name, [line], ['label', 'form']), lines: [line] };
  }
  return undefined;
}

/** A name may take two lines of the same large letters; smaller ones beside it, of another cell, may stand between them. */
function wholeName(lines: readonly ResumeLine[], index: number): { text: string; lines: readonly ResumeLine[] } {
  const line = lines[index] as ResumeLine;
  const text = firstSegment(line);
  const first = line.segments[0];
  if (!first || first.fontSize <= 14 || longWords(text) > 3 || !isNameLike(text)) return { text, lines: [line] };
  for (const next of lines.slice(index + 1, index + 4)) {
    if (next.page !== line.page || next.column !== line.column) break;
    const below = next.segments[0];
    if (!below || (below.x > first.x + first.width && below.fontSize < first.fontSize - 0.5)) continue;
    const more = firstSegment(next);
    const joins = Math.abs(below.fontSize - first.fontSize) < 0.5 && below.bold === first.bold && more.split(' ').length <= 2 && isNameLike(more) && roleScore(more) < 0.9;
    const room = longWords(text) <= 2 || Math.abs(below.x - first.x) < 1;
    return joins && room ? { text: joinWrapped([text, more]), lines: [line, next] } : { text, lines: [line] };
  }
  return { text, lines: [line] };
}

/** Titles and initials do not count. */
function longWords(text: string): number {
  return text.replace(titles, '').split(' ').filter((word) => !/^\p{L}\.$/u.test(word)).length;
}

/** The first stretch of the line; a first and a last name in two styles or with a wide gap are one. */
function firstSegment(line: ResumeLine): string {
  const [first, ...others] = line.segments;
  if (!first) return line.text;
  let text = first.text;
  for (const segment of others) {
    const sameSize = Math.abs(segment.fontSize - first.fontSize) < 0.5 && first.fontSize > 13;
    if (!sameSize || !isNameLike(`${text} ${segment.text}`)) break;
    text += segment.gap === 'none' ? segment.text : ` ${segment.text}`;
  }
  return text;
}

/** The name a text holds: without titles, degrees after a comma and what follows a dash or bar. */
export function nameIn(text: string): string | undefined {
  const bare = text.trim().replace(pageTitleOf, '').replace(ranks, '').replace(titles, '').replace(credentials, '').replace(afterName, '').replace(/(?<!\b\p{Lu})[:：,;.]+$|[:：,;]+$/u, '').replace(/\((?:s|es)\)$/u, '').replace(/\s+/g, ' ');
  return isNameLike(bare) && !isOtherThing(bare) ? bare : undefined;
}

function isNameLike(text: string): boolean {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > 5 || text.length < 2 || text.length > 48) return false;
  if (!words.every((word) => letterWord.test(word))) return false;
  const cased = words.filter((word) => /\p{Ll}|\p{Lu}/u.test(word));
  const small = cased.filter((word) => /^\p{Ll}/u.test(word) && !/^(?:de|da|do|dos|van|von|der|den|bin|bint|al|el|la|le|di|del|ter|y|e|ibn|d['’]\p{Lu}.*)$/u.test(word));
  return small.length === 0 || (small.length === cased.length && words.length >= 2);
}

function isOtherThing(text: string): boolean {
  const words = foldKey(text).split(' ');
  return (
    sectionKindOf(text) !== undefined || isPageTitle(text) || isKnownPlace(text) || isPlace(text) || roleScore(text) >= 0.9 ||
    organisationScore(text) >= 0.6 || schoolScore(text) > 0 || (words.length > 1 && degreeAtStart(text) !== undefined) || words.some((word) => notNames.has(word))
  );
}

const notNames = new Set('e-mail telephone email phone mobile address curriculum vitae resume page linkedin github portfolio website contact objective summary date birth gender nationality india science engineering technology information street road nagar colony'.split(' '));

/** The e-mail address or a profile's handle holds a word of the name, or its initials with a word. */
function agrees(name: string, handles: readonly string[]): boolean {
  const words = foldKey(name).split(/[ .-]/).filter((word) => word.length >= 3);
  return handles.some((handle) => words.some((word) => handle.includes(word)));
}
