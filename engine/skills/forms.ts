/** The ways a name is written that mean the same wherever they stand, so that the taxonomy need not list them. */
import { foldKey } from '../text/fold.ts';
import { withCaseEndings } from './case-endings.ts';

/** Shorter names are left as they are: "as" is no plural of "a", and a glued "ab" is another word. */
const shortestPlural = 3;
const shortestGlued = 5;
const shortestSplitPart = 4;

const none: readonly string[] = [];
const latinWord = /^[a-z]+$/;
const vowels = 'aeiou';

/** Endings in s that are no plural, or one that loses more than its s. */
const noPlurals = ['ss', 'us', 'is', 'ics', 'xes', 'ches', 'shes'];
const withoutPlural = ['x', 'ch', 'sh', 'ing'];

/** A regular expression with an anchor at the end would be tried at every letter. */
function endsInOneOf(word: string, endings: readonly string[]): boolean {
  for (const ending of endings) if (word.endsWith(ending)) return true;
  return false;
}

/** Singular and plural of the last word: "REST API" and "REST APIs", "data structures" and "data structure". Null for none. */
function inflection(form: string): string | null {
  const last = form.slice(form.lastIndexOf(' ') + 1);
  if (last.length < shortestPlural || !latinWord.test(last)) return null;
  if (last.length > 4 && last.endsWith('y') && !vowels.includes(last.charAt(last.length - 2))) return `${form.slice(0, -1)}ies`;
  if (last.length > 5 && last.endsWith('ies') && !vowels.includes(last.charAt(last.length - 4))) return `${form.slice(0, -3)}y`;
  if (last.endsWith('s')) return last.length >= 6 && !endsInOneOf(last, noPlurals) ? form.slice(0, -1) : null;
  return endsInOneOf(last, withoutPlural) ? null : `${form}s`;
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

/** "Node.js": "nodejs", "node js". "CI/CD": "ci cd", "cicd", "ci / cd". "R&D": "r & d", "r and d". A leading dot stays. */
function signs(form: string): readonly string[] {
  if (!/[./&']| and /.test(form)) return none;
  const variants: string[] = [];
  const letters = form.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (/(?<=.)\.(?=.)/.test(form)) {
    variants.push(form.replace(/(?<=.)\.(?=.)/g, ' '), form.replace(/(?<=.)\.(?=.)/g, ''));
  }
  if (form.includes('/')) {
    variants.push(form.replace(/ ?\/ ?/g, ' / '), form.replace(/ ?\/ ?/g, '/'));
    if (letters >= 4) variants.push(form.replace(/ ?\/ ?/g, ' '), form.replace(/ ?\/ ?/g, ''));
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

const isGluable = (word: string): boolean => word.length > 1 || /\d/.test(word);

/** "machine learning" is also "machinelearning" (hash tags, glued text), "JavaScript" also "Java Script". */
function spacings(written: string, form: string): string[] {
  const variants: string[] = [];
  const space = form.indexOf(' ');
  const isPair = space > 0 && form.length > shortestGlued && !form.includes(' ', space + 1);
  if (isPair && isGluable(form.slice(0, space)) && isGluable(form.slice(space + 1)) && !/[.+#/&']/.test(form)) variants.push(form.slice(0, space) + form.slice(space + 1));
  const split = /[\s.]/.test(written) ? -1 : onlyHump(written);
  if (split >= shortestSplitPart && written.length - split >= shortestSplitPart) variants.push(foldKey(`${written.slice(0, split)} ${written.slice(split)}`));
  return variants;
}

/** A form folded, with spaces for hyphens and underscores, which are spaces to the matcher. */
export function normaliseForm(written: string): string {
  const key = foldKey(written);
  return /[-_]/.test(key) ? key.replace(/[-_]/g, ' ').replace(/ {2,}/g, ' ').trim() : key;
}

/**
 * Every other safe way of writing a form, folded; `form` is the normalised one. An ambiguous form is taken as it is
 * written, except for its signs: its inflections are ordinary words too ("excels", "reacts").
 */
export function formVariants(written: string, form: string, ambiguous: boolean): string[] {
  if (form === '') return [];
  const all = [form];
  const add = (variant: string): void => { if (variant !== '' && !all.includes(variant)) all.push(variant); };
  const addInflected = (variant: string): void => {
    add(variant);
    const inflected = inflection(variant);
    if (inflected !== null) add(inflected);
  };
  const addSpelled = (shape: string): void => {
    addInflected(shape);
    spellings(shape).forEach(addInflected);
  };
  if (ambiguous) signs(form).forEach(add);
  else {
    addSpelled(form);
    signs(form).forEach(addSpelled);
    spacings(written, form).forEach(addSpelled);
    withCaseEndings(form).forEach(add);
  }
  return all.slice(1);
}
