/** The ways a name is written that mean the same wherever they stand, so that the taxonomy need not list them. */
import { foldKey } from '../text/fold.ts';
import { visitWithCaseEndings } from './case-endings.ts';

/** Shorter names are left as they are: "as" is no plural of "a", and a glued "ab" is another word. */
const shortestPlural = 3;
const shortestGlued = 5;
const shortestSplitPart = 4;
/** Letters of "CI/CD", which is also "ci cd"; "a/b" stays as it is. */
const shortestSplit = 4;

const none: readonly string[] = [];
const vowels = 'aeiou';
const space = 32;
const letterS = 115;
const letterY = 121;

/** Endings in s that are no plural, or one that loses more than its s. */
const noPlurals = ['ss', 'us', 'is', 'ics', 'xes', 'ches', 'shes'];
const withoutPlural = ['x', 'ch', 'sh', 'ing'];

/** A regular expression with an anchor at the end would be tried at every letter. The last word is longer than any of these. */
function endsInOneOf(word: string, endings: readonly string[]): boolean {
  for (let at = 0, count = endings.length; at < count; at += 1) if (word.endsWith(endings[at] as string)) return true;
  return false;
}

const isSmallLatin = (code: number): boolean => code >= 97 && code <= 122;

/** Letters of the last word; 0 when not all of it is a to z. */
function lastWordLength(form: string): number {
  let start = form.length;
  while (start > 0 && isSmallLatin(form.charCodeAt(start - 1))) start -= 1;
  return start === 0 || form.charCodeAt(start - 1) === space ? form.length - start : 0;
}

/** Singular and plural of the last word: "REST API" and "REST APIs", "data structures" and "data structure". Null for none. */
function inflection(form: string): string | null {
  const length = lastWordLength(form);
  if (length < shortestPlural) return null;
  const end = form.charCodeAt(form.length - 1);
  if (end === letterY) return length > 4 && !vowels.includes(form.charAt(form.length - 2)) ? `${form.slice(0, -1)}ies` : `${form}s`;
  if (end !== letterS) return endsInOneOf(form, withoutPlural) ? null : `${form}s`;
  if (length > 5 && form.endsWith('ies') && !vowels.includes(form.charAt(form.length - 4))) return `${form.slice(0, -3)}y`;
  return length >= 6 && !endsInOneOf(form, noPlurals) ? form.slice(0, -1) : null;
}

const spellingPairs: readonly (readonly [RegExp, string])[] = [
  [/isation/g, 'ization'], [/ization/g, 'isation'], [/ising\b/g, 'izing'], [/izing\b/g, 'ising'],
  [/alyse\b/g, 'alyze'], [/alyze\b/g, 'alyse'], [/elling\b/g, 'eling'], [/([^e])eling\b/g, '$1elling'],
  [/avior/g, 'aviour'], [/aviour/g, 'avior'], [/\bcolor/g, 'colour'], [/\bcolour/g, 'color'], [/\bcenter/g, 'centre'],
  [/programme\b/g, 'program'], [/defence\b/g, 'defense'], [/licence\b/g, 'license'],
  [/haem(?=[ao])/g, 'hem'], [/\bhem(?=ato|ogl|odi)/g, 'haem'], [/anaesth/g, 'anesth'], [/anesth/g, 'anaesth'],
  [/paed(?=i)/g, 'ped'], [/\bped(?=iatr)/g, 'paed'], [/orthoped/g, 'orthopaed'], [/gynaec/g, 'gynec'], [/gynec/g, 'gynaec'],
  [/fibre/g, 'fiber'], [/\bfiber/g, 'fibre'], [/aluminium/g, 'aluminum'], [/aluminum/g, 'aluminium'], [/\blabour/g, 'labor'], [/\blabor\b/g, 'labour'],
  [/mould/g, 'mold'], [/catalogue/g, 'catalog'], [/analogue/g, 'analog'], [/enrolment/g, 'enrollment'], [/fulfilment/g, 'fulfillment'], [/jewellery/g, 'jewelry'],
];
/** Every form that one of the pairs changes holds one of these. */
const spellingHint = /i[sz](?:ation|ing)|aly[sz]e|eling|elling|aviou?r|colou?r|center|programme|defence|licence|haem|\bhem[aou]|anesth|anaesth|paed|pediatr|orthoped|gyna?ec|fib(?:re|er)|alumin|labou?r|mould|alogue|enrolment|fulfilment|jewellery/;

/** British and American spelling: "optimisation" and "optimization", "modelling" and "modeling". */
function spellings(form: string): readonly string[] {
  if (!spellingHint.test(form)) return none;
  return spellingPairs.filter(([from]) => form.search(from) >= 0).map(([from, to]) => form.replace(from, to));
}

const unitsOf = (letters: string): Uint8Array => Uint8Array.from({ length: 128 }, (_, code) => Number(letters.includes(String.fromCharCode(code))));
const signUnits = unitsOf("./&'");
const notGluable = unitsOf(".+#/&'");

/** For a form of twenty letters a loop takes a third of what asking a regular expression does. */
function holdsOneOf(form: string, units: Uint8Array): boolean {
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    if (code < 128 && units[code] === 1) return true;
  }
  return false;
}

/** "Node.js": "nodejs", "node js". "CI/CD": "ci cd", "cicd", "ci / cd". "R&D": "r & d", "r and d". A leading dot stays. */
function signs(form: string): readonly string[] {
  if (!holdsOneOf(form, signUnits) && !form.includes(' and ')) return none;
  const variants: string[] = [];
  if (/(?<=.)\.(?=.)/.test(form)) {
    variants.push(form.replace(/(?<=.)\.(?=.)/g, ' '), form.replace(/(?<=.)\.(?=.)/g, ''));
  }
  if (form.includes('/')) {
    variants.push(form.replace(/ ?\/ ?/g, ' / '), form.replace(/ ?\/ ?/g, '/'));
    if (form.replace(/[^\p{L}\p{N}]/gu, '').length >= shortestSplit) variants.push(form.replace(/ ?\/ ?/g, ' '), form.replace(/ ?\/ ?/g, ''));
  }
  if (form.includes('&')) variants.push(form.replace(/ ?& ?/g, ' & '), form.replace(/ ?& ?/g, '&'), form.replace(/ ?& ?/g, ' and '));
  if (form.includes(' and ')) variants.push(form.replace(/ and /g, ' & '));
  if (form.includes("'")) variants.push(form.replace(/'/g, ''));
  return variants;
}

/** Where the second part of "JavaScript" begins; -1 for a name with fewer or more than two parts. */
function onlyHump(written: string): number {
  // The Unicode classes take milliseconds to compile: a start without them is a start saved.
  const hump = /^\p{ASCII}*$/u.test(written) ? /(?<=[a-z])[A-Z]/ : /(?<=\p{Ll})\p{Lu}/u;
  const at = written.search(hump);
  return at >= 0 && written.slice(at).search(hump) < 0 ? at : -1;
}

/** A single letter glued to a word makes another word; a digit does not. */
const isGluable = (form: string, start: number, end: number): boolean => end - start > 1 || (end > start && form.charCodeAt(start) >= 48 && form.charCodeAt(start) <= 57);

/** "machine learning" is also "machinelearning" (hash tags, glued text). Null for none. */
function glued(form: string): string | null {
  const gap = form.indexOf(' ');
  if (gap <= 0 || form.length <= shortestGlued || form.includes(' ', gap + 1)) return null;
  if (!isGluable(form, 0, gap) || !isGluable(form, gap + 1, form.length) || holdsOneOf(form, notGluable)) return null;
  return form.slice(0, gap) + form.slice(gap + 1);
}

/** "JavaScript" is also "Java Script". Null for none. */
function parted(written: string): string | null {
  const at = written.includes(' ') || /[\s.]/.test(written) ? -1 : onlyHump(written);
  return at >= shortestSplitPart && written.length - at >= shortestSplitPart ? foldKey(`${written.slice(0, at)} ${written.slice(at)}`) : null;
}

/** A form folded, with spaces for hyphens and underscores, which are spaces to the matcher. */
export function normaliseForm(written: string): string {
  const key = foldKey(written);
  return /[-_]/.test(key) ? key.replace(/[-_]/g, ' ').replace(/ {2,}/g, ' ').trim() : key;
}

type Visit = (way: string) => void;

function visitInflected(form: string, visit: Visit): void {
  visit(form);
  const inflected = inflection(form);
  if (inflected !== null) visit(inflected);
}

function visitSpelled(form: string, visit: Visit): void {
  visitInflected(form, visit);
  const others = spellings(form);
  for (let at = 0, count = others.length; at < count; at += 1) visitInflected(others[at] as string, visit);
}

/**
 * Visits the other safe ways of writing a form, folded; `form` is the normalised one. It comes among them too, and any of them
 * more than once. An ambiguous form is taken as it is written, except for its signs: its inflections are ordinary words too
 * ("excels", "reacts"). Visits and counted loops in place of lists and iterators, which were two thirds of what a build
 * allocates.
 */
export function visitWaysOfWriting(written: string, form: string, ambiguous: boolean, visit: Visit): void {
  if (form === '') return;
  const bySigns = signs(form);
  if (ambiguous) {
    bySigns.forEach(visit);
    return;
  }
  visitSpelled(form, visit);
  for (let at = 0, count = bySigns.length; at < count; at += 1) visitSpelled(bySigns[at] as string, visit);
  const together = glued(form);
  if (together !== null) visitSpelled(together, visit);
  const apart = parted(written);
  if (apart !== null) visitSpelled(apart, visit);
  visitWithCaseEndings(form, visit);
}
