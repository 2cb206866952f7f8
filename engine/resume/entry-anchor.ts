/**
 * What an entry said, so that it is known again in another reading, where its lines have moved.
 *
 *   likeness = Σ weight × agreement ÷ Σ weight, over what either side says
 *
 * Weights: name 35, role 20, date 25, first line 20. What one side alone says agrees with 0.
 * Texts agree by the share of words in common (Dice), from 0 to 1: `2 × Σ likeness of paired words ÷ words of both`;
 * two words are alike by their pairs of letters (Dice) from 0.7 up; a text whose every word stands in the other agrees
 * with at least 0.8; half and less is 0. The date is the start, or the end where one of the two has no
 * start. Dates agree with 1; with 0.8 where one of them leaves the month open; another month is −0.5 and another year −1,
 * for two stays at one place tell themselves apart by nothing else.
 * Where the person corrected the name, the role or the start, 0.9 × agreement with their words counts if that is more:
 * a newer file often says what they had corrected.
 * The constants are a judgement: an entry with a new role but its organisation and start is still the same one; one that
 * shares organisation and role, but not the start, is another.
 */
import { fold } from '../text/index.ts';
import type { LineEvidence } from '../reasons/reason.ts';
import type { EntryList } from './correction-paths.ts';
import type { Field, Resume } from './types.ts';

export interface EntryAnchor {
  /** The organisation, institution, title or language. */
  readonly name?: string;
  /** The role, degree, issuer, venue or level. */
  readonly role?: string;
  /** 'YYYY-MM' or 'YYYY'; of what has one date only, that date. */
  readonly start?: string;
  readonly end?: string;
  readonly firstLine?: string;
  /** Counts from 0 among entries of its list that say all of this alike. */
  readonly twin: number;
}

/** What the person wants an entry to say, where that is one of the facts it is known by. */
export type WantedFacts = Partial<Readonly<Record<'name' | 'role' | 'start', string>>>;

type Text = 'name' | 'role' | 'firstLine';
type Fields = Readonly<Record<string, unknown>>;

const textWeights: Readonly<Record<Text, number>> = { name: 35, role: 20, firstLine: 20 };
const texts = Object.keys(textWeights) as readonly Text[];
const dateWeight = 25;
/** Where each list keeps the facts. */
const factKeys: Readonly<Record<EntryList, Partial<Readonly<Record<'name' | 'role' | 'start' | 'end', string>>>>> = {
  experience: { name: 'organisation', role: 'role', start: 'start', end: 'end' },
  volunteering: { name: 'organisation', role: 'role', start: 'start', end: 'end' },
  education: { name: 'institution', role: 'degree', start: 'start', end: 'end' },
  projects: { name: 'name', role: 'role', start: 'start', end: 'end' },
  certifications: { name: 'name', role: 'issuer', start: 'date' },
  languages: { name: 'language', role: 'level' },
  awards: { name: 'title', role: 'issuer', start: 'date' },
  publications: { name: 'title', role: 'venue', start: 'date' },
  other: { name: 'heading' },
};
const sameWord = 0.7;
const sameText = 0.5;
const contained = 0.8;
const monthOpen = 0.8;
const anotherMonth = -0.5;
const anotherYear = -1;
const asCorrected = 0.9;
/** Enough to know an entry by; a longer text is cut. */
const mostLetters = 200;
const mostWords = 12;

/** The anchors of a list's entries, by their ids, in the order of the resume. */
export function anchorsOf(resume: Resume, list: EntryList): Map<string, EntryAnchor> {
  const seen = new Map<string, number>();
  const anchors = new Map<string, EntryAnchor>();
  for (const entry of resume[list]) {
    const said = saidBy(list, entry as unknown as Fields);
    const key = JSON.stringify(said);
    const twin = seen.get(key) ?? 0;
    seen.set(key, twin + 1);
    anchors.set(entry.id, { ...said, twin });
  }
  return anchors;
}

/** An anchor, or what the person wants, with its words taken apart once: it is compared with every entry of a list. */
export interface Prepared<Facts> {
  readonly facts: Facts;
  readonly words: Readonly<Partial<Record<Text, readonly string[]>>>;
}

export function prepared<Facts extends Partial<Readonly<Record<Text, string>>>>(facts: Facts): Prepared<Facts> {
  return { facts, words: Object.fromEntries(texts.flatMap((text) => (facts[text] === undefined ? [] : [[text, wordsOf(facts[text])]]))) };
}

/**
 * −0.25 to 1 by the formula above; 0 where neither side says anything. `wanted` is what the person made of the anchored
 * entry. By whole words alone it is never more, and a hundred times as quick.
 */
export function likeness({ facts: anchor, words }: Prepared<EntryAnchor>, { facts: entry, words: others }: Prepared<EntryAnchor>, { facts: wanted, words: wishes }: Prepared<WantedFacts>, by: 'words' | 'letters'): number {
  let sum = 0;
  let most = 0;
  for (const text of texts) {
    if (anchor[text] === undefined && entry[text] === undefined) continue;
    most += textWeights[text];
    sum += textWeights[text] * Math.max(textAgreement(words[text], others[text], by), asCorrected * textAgreement(wishes[text], others[text], by));
  }
  if ([anchor.start, anchor.end, entry.start, entry.end].some((date) => date !== undefined)) {
    most += dateWeight;
    const asItWas = anchor.start !== undefined && entry.start !== undefined ? dateAgreement(anchor.start, entry.start) : dateAgreement(anchor.end, entry.end);
    sum += dateWeight * (wanted.start === undefined ? asItWas : Math.max(asItWas, asCorrected * dateAgreement(wanted.start, entry.start)));
  }
  return most === 0 ? 0 : sum / most;
}

/** The facts that a correction of an entry, or of one of its fields, changes. */
export function wantedBy(list: EntryList, key: string | undefined, value: unknown): WantedFacts {
  const fields = key === undefined ? value : { [key]: value };
  if (typeof fields !== 'object' || fields === null) return {};
  const { end: _anyEnd, ...wanted } = factsIn(list, fields as Fields);
  return wanted;
}

function saidBy(list: EntryList, entry: Fields): Omit<EntryAnchor, 'twin'> {
  const firstLine = firstLineOf(entry);
  return { ...factsIn(list, entry), ...(firstLine === undefined ? {} : { firstLine: short(firstLine) }) };
}

function factsIn(list: EntryList, fields: Fields): WantedFacts & { readonly end?: string } {
  const found = Object.entries(factKeys[list]).flatMap(([fact, key]) => {
    const text = textIn(fields[key]);
    return text === undefined ? [] : [[fact, short(text)]];
  });
  return Object.fromEntries(found) as WantedFacts;
}

/** A field's value, or a text that stands alone (the heading of an own section). */
function textIn(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** Of the lines that the entry's fields were read from, the topmost. */
function firstLineOf(entry: Fields): string | undefined {
  const fields = Object.values(entry).flat() as readonly (Partial<Field<unknown>> | string | boolean)[];
  const lines = fields.flatMap((field): readonly LineEvidence[] => (typeof field === 'object' ? (field.evidence ?? []) : []));
  return lines.toSorted((a, b) => a.page - b.page || a.line - b.line)[0]?.text;
}

function short(text: string): string {
  return [...text].slice(0, mostLetters).join('');
}

function dateAgreement(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return 0;
  if (one === other) return 1;
  if (one.slice(0, 4) !== other.slice(0, 4)) return anotherYear;
  return one.length === other.length ? anotherMonth : monthOpen;
}

function textAgreement(one: readonly string[] | undefined, other: readonly string[] | undefined, by: 'words' | 'letters'): number {
  if (one === undefined || other === undefined) return 0;
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length === 0) return 0;
  const left = [...more];
  const misspelt = fewer.filter((word) => !take(left, word));
  const same = fewer.length - misspelt.length;
  let paired = same;
  for (const word of by === 'letters' ? misspelt : []) {
    const alike = left.map((candidate) => wordLikeness(word, candidate));
    const best = Math.max(0, ...alike);
    if (best < sameWord) continue;
    left.splice(alike.indexOf(best), 1);
    paired += best;
  }
  const share = (2 * paired) / (fewer.length + more.length);
  const agreement = same === fewer.length ? Math.max(contained, share) : share;
  return agreement > sameText ? agreement : 0;
}

/** Takes one of them out of a list; false where there is none. */
function take(list: string[], wanted: string): boolean {
  const at = list.indexOf(wanted);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

function wordsOf(text: string): string[] {
  return fold(text).split(/[^\p{L}\p{M}\p{N}+#]+/u).filter((word) => word !== '').slice(0, mostWords);
}

/** Dice of the pairs of neighbouring letters, for a letter typed wrong; words of up to three letters are the same or are not. */
function wordLikeness(one: string, other: string): number {
  // A slip of typing keeps the first letter and nearly the length: most pairs of words end here.
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 3) return 0;
  if (one.length <= 3 || other.length <= 3 || /\d/.test(one + other)) return 0;
  const left = pairsOf(other);
  const pairs = pairsOf(one);
  const total = pairs.length + left.length;
  return (2 * pairs.filter((pair) => take(left, pair)).length) / total;
}

function pairsOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_none, at) => word.slice(at, at + 2));
}
