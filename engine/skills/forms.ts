/** The ways a name is written that mean the same wherever they stand, so that the taxonomy need not list them. */
import { foldKey } from '../text/fold.ts';
import { visitCaseEndings } from './case-endings.ts';

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

/** Where ways of writing go. */
export interface Ways {
  whole(way: string): void;
  /** The last whole one with its last `cut` letters replaced by `ending`. */
  ended(cut: number, ending: string): void;
}

/** Singular and plural of the last word: "REST API" and "REST APIs", "data structures" and "data structure". */
function visitInflection(form: string, ways: Ways): void {
  const length = lastWordLength(form);
  if (length < shortestPlural) return;
  const end = form.charCodeAt(form.length - 1);
  if (end === letterY) {
    if (length > 4 && !vowels.includes(form.charAt(form.length - 2))) ways.ended(1, 'ies');
    else ways.ended(0, 's');
  } else if (end !== letterS) {
    if (!endsInOneOf(form, withoutPlural)) ways.ended(0, 's');
  } else if (length > 5 && form.endsWith('ies') && !vowels.includes(form.charAt(form.length - 4))) ways.ended(3, 'y');
  else if (length >= 6 && !endsInOneOf(form, noPlurals)) ways.ended(1, '');
}

/** What a form has to hold for the pattern to be asked, the pattern, and what takes its place. */
const spellingPairs: readonly (readonly [part: string, from: RegExp, to: string])[] = [
  ['isation', /isation/g, 'ization'], ['ization', /ization/g, 'isation'], ['ising', /ising\b/g, 'izing'], ['izing', /izing\b/g, 'ising'],
  ['alyse', /alyse\b/g, 'alyze'], ['alyze', /alyze\b/g, 'alyse'], ['elling', /elling\b/g, 'eling'], ['eling', /([^e])eling\b/g, '$1elling'],
  ['avior', /avior/g, 'aviour'], ['aviour', /aviour/g, 'avior'], ['color', /\bcolor/g, 'colour'], ['colour', /\bcolour/g, 'color'], ['center', /\bcenter/g, 'centre'],
  ['programme', /programme\b/g, 'program'], ['defence', /defence\b/g, 'defense'], ['licence', /licence\b/g, 'license'],
  ['haem', /haem(?=[ao])/g, 'hem'], ['hem', /\bhem(?=ato|ogl|odi)/g, 'haem'], ['anaesth', /anaesth/g, 'anesth'], ['anesth', /anesth/g, 'anaesth'],
  ['paed', /paed(?=i)/g, 'ped'], ['ped', /\bped(?=iatr)/g, 'paed'], ['orthoped', /orthoped/g, 'orthopaed'], ['gynaec', /gynaec/g, 'gynec'], ['gynec', /gynec/g, 'gynaec'],
  ['fibre', /fibre/g, 'fiber'], ['fiber', /\bfiber/g, 'fibre'], ['aluminium', /aluminium/g, 'aluminum'], ['aluminum', /aluminum/g, 'aluminium'],
  ['labour', /\blabour/g, 'labor'], ['labor', /\blabor\b/g, 'labour'], ['mould', /mould/g, 'mold'], ['catalogue', /catalogue/g, 'catalog'], ['analogue', /analogue/g, 'analog'],
  ['enrolment', /enrolment/g, 'enrollment'], ['fulfilment', /fulfilment/g, 'fulfillment'], ['jewellery', /jewellery/g, 'jewelry'],
];
/** Every form that one of the pairs changes holds one of these. */
const spellingHint = /i[sz](?:ation|ing)|aly[sz]e|eling|elling|aviou?r|colou?r|center|programme|defence|licence|haem|\bhem[aou]|anesth|anaesth|paed|pediatr|orthoped|gyna?ec|fib(?:re|er)|alumin|labou?r|mould|alogue|enrolment|fulfilment|jewellery/;

/** British and American spelling: "optimisation" and "optimization", "modelling" and "modeling". */
function spellings(form: string): readonly string[] {
  if (!spellingHint.test(form)) return none;
  const others: string[] = [];
  for (let at = 0, count = spellingPairs.length; at < count; at += 1) {
    const [part, from, to] = spellingPairs[at] as (typeof spellingPairs)[number];
    if (form.includes(part) && form.search(from) >= 0) others.push(form.replace(from, to));
  }
  return others;
}

const unitsOf = (letters: string): Uint8Array => Uint8Array.from({ length: 128 }, (_, code) => Number(letters.includes(String.fromCharCode(code))));
const signUnits = unitsOf("./&'");
const notGluable = unitsOf(".+#/&'");
const separatorUnits = unitsOf('-_');

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

// Written once: a pattern within a function is a new object at each call.
const onlyAscii = /^\p{ASCII}*$/u;
const asciiHump = /(?<=[a-z])[A-Z]/;
const spaceOrDot = /[\s.]/;

/** Where the second part of "JavaScript" begins; -1 for a name with fewer or more than two parts. */
function onlyHump(written: string): number {
  // The Unicode classes take milliseconds to compile: a start without them is a start saved.
  const hump = onlyAscii.test(written) ? asciiHump : /(?<=\p{Ll})\p{Lu}/u;
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
  const at = written.includes(' ') || spaceOrDot.test(written) ? -1 : onlyHump(written);
  return at >= shortestSplitPart && written.length - at >= shortestSplitPart ? foldKey(`${written.slice(0, at)} ${written.slice(at)}`) : null;
}

/** A form folded, with spaces for hyphens and underscores, which are spaces to the matcher. */
export function normaliseForm(written: string): string {
  const key = foldKey(written);
  return holdsOneOf(key, separatorUnits) ? key.replace(/[-_]/g, ' ').replace(/ {2,}/g, ' ').trim() : key;
}

function visitSpellings(form: string, ways: Ways): void {
  const others = spellings(form);
  for (let at = 0, count = others.length; at < count; at += 1) visitInflected(others[at] as string, ways);
}

function visitInflected(form: string, ways: Ways): void {
  ways.whole(form);
  visitInflection(form, ways);
}

function visitSpelled(form: string, ways: Ways): void {
  visitInflected(form, ways);
  visitSpellings(form, ways);
}

/**
 * Visits the safe ways of writing a form, folded; `form` is the normalised one, and comes first. Any of them may come more
 * than once. An ambiguous form is taken as it is written, except for its signs: its inflections are ordinary words too
 * ("excels", "reacts"). Visits and counted loops in place of lists and iterators, and endings in place of joined strings:
 * they were most of what a build allocates.
 */
export function visitWaysOfWriting(written: string, form: string, ambiguous: boolean, ways: Ways): void {
  if (form === '') return;
  ways.whole(form);
  const bySigns = signs(form);
  if (ambiguous) {
    for (let at = 0, count = bySigns.length; at < count; at += 1) ways.whole(bySigns[at] as string);
    return;
  }
  visitInflection(form, ways);
  visitCaseEndings(form, ways.ended);
  visitSpellings(form, ways);
  for (let at = 0, count = bySigns.length; at < count; at += 1) visitSpelled(bySigns[at] as string, ways);
  const together = glued(form);
  if (together !== null) visitSpelled(together, ways);
  const apart = parted(written);
  if (apart !== null) visitSpelled(apart, ways);
}
