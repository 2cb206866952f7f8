/** What an answer must not hold although its form is right. An answer that breaks a rule is sent back once, then dropped. */

export type BreachKind = 'link' | 'markup' | 'contact' | 'number' | 'prompt-leak' | 'encoded' | 'language' | 'stand-in';

export interface Breach {
  readonly kind: BreachKind;
  readonly found: string;
}

export interface GuardInput {
  /** All that Cairn gave the model, and what of knowledge/ it may name: links, contacts and numbers of it may come back. Never a text from outside. */
  readonly allowed: string;
  /** Further texts of which numbers may come back, and nothing else. */
  readonly allowedNumbers: string;
  /** The instructions, no long stretch of which may come back. */
  readonly system: string;
  /** ISO 639-1 of the language that was asked for; null where any will do. */
  readonly language: string | null;
  readonly detectLanguage: (text: string) => string | null;
}

/** Endings that sites have; a text names a place to go to by them, with or without a scheme. */
const endings = 'com|org|net|in|io|dev|ai|co|edu|gov|info|xyz|app|example|site|online|click|ly|ru|cn|uk|tk|cc|club|biz';
/** A dot also where it is written so that only a person reads it. */
const link = new RegExp([
  String.raw`\b[a-z][a-z0-9+.-]{1,11}:\/\/[^\s<>()"'\x60\]]+`,
  String.raw`www\.[^\s<>()"'\x60\]]+`,
  String.raw`\b[\w-]+(?:(?:\.|\[\.\]|\(\.\)|[。．])[\w-]+)*(?:\.|\[\.\]|\(\.\)|[。．])(?:${endings})\b(?:\/[^\s<>()"'\x60\]]*)?`,
  String.raw`\b[\w-]+ ?[[(]?\bdot\b[\])]? ?(?:com|org|net|example)\b`,
  String.raw`\b(?:\d{1,3}\.){3}\d{1,3}\b`,
].join('|'), 'gi');
const markup = /<\/?[a-z][^>\n]*>|!?\[[^\]\n]*\]\([^)\n]*\)|!?\[[^\]\n]+\]:?\s*\[?https?|&#?\w+;|(?:javascript|data|vbscript):\S/gi;
/** What no sentence holds: long runs without a blank, as an encoded text has them. */
const encoded = /[A-Za-z0-9+/_=-]{40,}|(?:[01]{8}[ ,]?){5,}|(?:\b(?:0x)?[0-9a-f]{2}\b[ ,:]?){12,}/gi;
const contact = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)\+?\d[\d\s().-]{8,}\d(?!\d)/g;
const standIn = /\[\[P\d+\]\]/g;
/** Numbers that say something: two digits and more, decimals, and anything with a per cent sign or a currency. */
const number = /(?<![\w.])(?:[$€£₹]\s?)?\d[\d,]*(?:\.\d+)?\s?%?/g;
/** What reads as a share or a mark: only one that was given as such may come back, though its number stand elsewhere. */
const share = /(?:\d[\d,]*(?:\.\d+)?|\bhundred|सौ)\s?(?:%|per ?cent\b|प्रतिशत)|\d+(?:\.\d+)?\s*(?:\/|out of|में से)\s*\d+/gi;

/** Words of the instructions in a row that nobody repeats by chance. */
const leakWords = 9;
const shortestToDetect = 40;

/** Every breach of every text in `output`, each thing once. */
export function breachesIn(output: unknown, { allowed, allowedNumbers, system, language, detectLanguage }: GuardInput): Breach[] {
  const texts = textsIn(output);
  const all = texts.join('\n');
  const given = allowed.toLowerCase();
  const strange = (pattern: RegExp) => [...new Set(all.match(pattern) ?? [])].filter((found) => !given.includes(found.toLowerCase().replace(/[.,;:]+$/, '')));
  const numbersGiven = new Set(`${allowed}\n${allowedNumbers}`.match(number)?.map(bareNumber));
  return [
    ...strange(link).filter((found) => !contactOnly(found, all)).map((found): Breach => ({ kind: 'link', found })),
    ...strange(markup).map((found): Breach => ({ kind: 'markup', found })),
    ...strange(contact).map((found): Breach => ({ kind: 'contact', found })),
    ...[...new Set(all.match(number) ?? [])].filter((found) => saysSomething(found) && !numbersGiven.has(bareNumber(found))).map((found): Breach => ({ kind: 'number', found: found.trim() })),
    ...strangeShares(all, allowed).map((found): Breach => ({ kind: 'number', found })),
    ...strange(encoded).map((found): Breach => ({ kind: 'encoded', found })),
    ...disguisedLeaks(all, system).map((found): Breach => ({ kind: 'prompt-leak', found })),
    ...leaks(all, system, given).map((found): Breach => ({ kind: 'prompt-leak', found })),
    ...(all.match(standIn) ?? []).slice(0, 1).map((found): Breach => ({ kind: 'stand-in', found })),
    ...wrongLanguage(texts, language, detectLanguage).map((found): Breach => ({ kind: 'language', found })),
  ];
}

function strangeShares(text: string, allowed: string): string[] {
  const key = (written: string) => written.toLowerCase().replaceAll(/\s|,/g, '').replace(/percent|प्रतिशत/, '%');
  const given = new Set(allowed.match(share)?.map(key));
  return [...new Set(text.match(share) ?? [])].filter((found) => !given.has(key(found)));
}

/** The end of an e-mail address is no link of its own. */
function contactOnly(found: string, all: string): boolean {
  return all.includes(`@${found}`);
}

const bareNumber = (written: string): string => written.replaceAll(/[\s,$€£₹]/g, '').replace(/%$/, '').replace(/\.0+$/, '');

function saysSomething(written: string): boolean {
  return bareNumber(written).replace('.', '').length >= 2 || /[%$€£₹.]/.test(written.trim().replace(/\.$/, ''));
}

function leaks(text: string, system: string, given: string): string[] {
  const words = (written: string) => written.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = (list: readonly string[]) => list.slice(0, Math.max(0, list.length - leakWords + 1)).map((_, at) => list.slice(at, at + leakWords).join(' '));
  const secret = new Set(runs(words(system)));
  const data = words(given).join(' ');
  return runs(words(text)).filter((run) => secret.has(run) && !data.includes(run)).slice(0, 1);
}

/** Letters in a row, everything between them left out, that nobody repeats by chance. */
const leakLetters = 40;

/** The instructions written with blanks between the letters, backwards, or with the letters moved by 13. */
function disguisedLeaks(text: string, system: string): string[] {
  const squeezed = (written: string) => written.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const secret = squeezed(system);
  const told = squeezed(text);
  const isSpacedOut = /(?:\b\p{L}\b[^\p{L}\n]{1,3}){20}/u.test(text);
  const readings = [[...told].reverse().join(''), told.replaceAll(/[a-z]/g, movedBy13), ...(isSpacedOut ? [told] : [])];
  const stretches = Array.from({ length: Math.max(0, secret.length - leakLetters + 1) }, (_, at) => secret.slice(at, at + leakLetters));
  const found = readings.find((reading) => stretches.some((stretch) => reading.includes(stretch)));
  return found === undefined ? [] : ['the instructions in disguise'];
}

const movedBy13 = (letter: string): string => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97);

function wrongLanguage(texts: readonly string[], language: string | null, detectLanguage: GuardInput['detectLanguage']): string[] {
  if (language === null) return [];
  const long = texts.filter((text) => text.length >= shortestToDetect).join(' ');
  const detected = long === '' ? null : detectLanguage(long);
  return detected === null || detected === language ? [] : [detected];
}

export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** `value` with every text in it changed. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)])) as T;
}
