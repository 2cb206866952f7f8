/** The ways a name is written that mean the same wherever they stand, so that the taxonomy need not list them. */
import { foldKey } from '../text/fold.ts';

/** Shorter names are left as they are: "as" is no plural of "a", and a glued "ab" is another word. */
const shortestPlural = 3;
const shortestGlued = 5;
const shortestSplitPart = 4;

const latinWord = /^[a-z]+$/;

function lastWord(form: string): string {
  return /[^ ]*$/.exec(form)?.[0] ?? '';
}

/** Singular and plural of the last word: "REST API" and "REST APIs", "data structures" and "data structure". */
function inflections(form: string): string[] {
  const last = lastWord(form);
  if (!latinWord.test(last) || last.length < shortestPlural) return [];
  if (/[^aeiou]y$/.test(last) && last.length > 4) return [`${form.slice(0, -1)}ies`];
  if (/[^aeiou]ies$/.test(last) && last.length > 5) return [`${form.slice(0, -3)}y`];
  if (last.endsWith('s')) return last.length >= 6 && !/(?:ss|us|is|ics|sses|xes|ches|shes)$/.test(last) ? [form.slice(0, -1)] : [];
  return /(?:x|ch|sh|ing)$/.test(last) ? [] : [`${form}s`];
}

/** British and American spelling: "optimisation" and "optimization", "modelling" and "modeling". */
function spellings(form: string): string[] {
  const pairs: readonly (readonly [RegExp, string])[] = [
    [/isation/g, 'ization'], [/ization/g, 'isation'], [/ising\b/g, 'izing'], [/izing\b/g, 'ising'],
    [/alyse\b/g, 'alyze'], [/alyze\b/g, 'alyse'], [/elling\b/g, 'eling'], [/([^e])eling\b/g, '$1elling'],
    [/avior/g, 'aviour'], [/aviour/g, 'avior'], [/\bcolor/g, 'colour'], [/\bcolour/g, 'color'], [/\bcenter/g, 'centre'],
    [/programme\b/g, 'program'], [/defence\b/g, 'defense'], [/licence\b/g, 'license'],
  ];
  return pairs.filter(([from]) => form.search(from) >= 0).map(([from, to]) => form.replace(from, to));
}

/** "Node.js": "nodejs", "node js". "CI/CD": "ci cd", "cicd", "ci / cd". "R&D": "r & d", "r and d". A leading dot stays. */
function signs(form: string): string[] {
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

/** "machine learning" is also "machinelearning" (hash tags, glued text), "JavaScript" also "Java Script". */
function spacings(written: string, form: string): string[] {
  const variants: string[] = [];
  if (form.includes(' ') && !/[.+#/&']/.test(form)) {
    const words = form.split(' ');
    if (words.length === 2 && form.length > shortestGlued && words.every((word) => word.length > 1 || /\d/.test(word))) variants.push(words.join(''));
  }
  const parts = written.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  if (parts.length === 2 && !/[\s.]/.test(written) && parts.every((part) => part.length >= shortestSplitPart)) {
    variants.push(foldKey(parts.join(' ')));
  }
  return variants;
}

/** Hyphens and underscores are spaces to the matcher, so forms are compared with spaces. */
function normalised(form: string): string {
  return foldKey(form).replace(/[-_]/g, ' ').replace(/ +/g, ' ').trim();
}

/**
 * Every safe way of writing a form, the form itself first, folded. An ambiguous form is taken as it is written, except
 * for its signs: its inflections are ordinary words too ("excels", "reacts").
 */
export function formVariants(written: string, ambiguous: boolean): string[] {
  const base = normalised(written);
  if (base === '') return [];
  if (ambiguous) return [...new Set([base, ...signs(base)])];
  const forms = [base, ...signs(base), ...spacings(written, base)];
  const spelled = forms.flatMap((form) => [form, ...spellings(form)]);
  return [...new Set(spelled.flatMap((form) => [form, ...inflections(form)]))].filter((form) => form !== '');
}
