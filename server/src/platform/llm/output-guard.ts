/** What an answer must not hold although its form is right. An answer that breaks a rule is sent back once, then dropped. */

export type BreachKind = 'link' | 'markup' | 'contact' | 'number' | 'prompt-leak' | 'language' | 'stand-in';

export interface Breach {
  readonly kind: BreachKind;
  readonly found: string;
}

export interface GuardInput {
  /** All that the model was given, and what of knowledge/ it may name: links, contacts and numbers of it may come back. */
  readonly allowed: string;
  /** The instructions, no long stretch of which may come back. */
  readonly system: string;
  /** ISO 639-1 of the language that was asked for; null where any will do. */
  readonly language: string | null;
  readonly detectLanguage: (text: string) => string | null;
}

const link = /(?:https?:\/\/|www\.)[^\s<>()"'`\]]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|in|io|dev|ai|co|edu|gov|info|xyz|app)\b(?:\/[^\s<>()"'`\]]*)?/gi;
const markup = /<\/?[a-z][^>\n]*>|!?\[[^\]\n]*\]\([^)\n]*\)|&#?\w+;|javascript:/gi;
const contact = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)\+?\d[\d\s().-]{8,}\d(?!\d)/g;
const standIn = /\[\[P\d+\]\]/g;
/** Numbers that say something: two digits and more, decimals, and anything with a per cent sign or a currency. */
const number = /(?<![\w.])(?:[$€£₹]\s?)?\d[\d,]*(?:\.\d+)?\s?%?/g;

/** Words of the instructions in a row that nobody repeats by chance. */
const leakWords = 9;
const shortestToDetect = 40;

/** Every breach of every text in `output`, each thing once. */
export function breachesIn(output: unknown, { allowed, system, language, detectLanguage }: GuardInput): Breach[] {
  const texts = textsIn(output);
  const all = texts.join('\n');
  const given = allowed.toLowerCase();
  const strange = (pattern: RegExp) => [...new Set(all.match(pattern) ?? [])].filter((found) => !given.includes(found.toLowerCase().replace(/[.,;:]+$/, '')));
  const numbersGiven = new Set(allowed.match(number)?.map(bareNumber));
  return [
    ...strange(link).filter((found) => !contactOnly(found, all)).map((found): Breach => ({ kind: 'link', found })),
    ...strange(markup).map((found): Breach => ({ kind: 'markup', found })),
    ...strange(contact).map((found): Breach => ({ kind: 'contact', found })),
    ...[...new Set(all.match(number) ?? [])].filter((found) => saysSomething(found) && !numbersGiven.has(bareNumber(found))).map((found): Breach => ({ kind: 'number', found: found.trim() })),
    ...leaks(all, system, given).map((found): Breach => ({ kind: 'prompt-leak', found })),
    ...(all.match(standIn) ?? []).slice(0, 1).map((found): Breach => ({ kind: 'stand-in', found })),
    ...wrongLanguage(texts, language, detectLanguage).map((found): Breach => ({ kind: 'language', found })),
  ];
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
