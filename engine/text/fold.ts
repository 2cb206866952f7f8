/**
 * Folding makes different ways of writing the same letters equal: case, diacritics, full-width and compatibility forms
 * (NFKC), typographic hyphens and quotes, Indic nukta, chandrabindu and digits.
 */

/** What folding leaves out altogether: soft hyphen, joiners, marks over Latin letters, nukta. */
const ignored = /[\u00ad\u0300-\u036f\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/;
const ignoredEverywhere = new RegExp(ignored, 'g');
/** Zero of each Indic script's ten digits. */
const digitZeros = [0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66];
/** Letters that Unicode does not decompose although people write the plain one instead. */
const plainLetters: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', 'ँ': 'ं', 'ঁ': 'ং' };
/**
 * One letter that stands for several: Latin ligatures, with a mark or raised too (ǣ ǽ ᴭ ꟹ), and the mathematical alphabets,
 * which take two code units each. What folds to one of them has to stand here: folded again it would be written out.
 */
const expanding = /[ßæœÆŒẞǢǣǼǽᴭꟹ\ufb00-\ufb06]|\ud835[\udc00-\udfff]/g;

/** Nothing to fold but case. */
const plainText = /^[\x20-\x7e]*$/;
const ascii = /^\p{ASCII}*$/u;

/** So many arguments are safe in one call. */
const partLength = 8192;

const asciiFold = Uint16Array.from({ length: 128 }, (_, code) => {
  if (code >= 9 && code <= 13) return 0x20;
  return code >= 65 && code <= 90 ? code + 32 : code;
});
const pages: (Uint16Array | undefined)[] = new Array(256);
/** No code unit folds to this one, which is no letter. */
const notYetFolded = 0xffff;

function computeFold(code: number): number {
  const letter = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return code;
  if (ignored.test(letter)) return 0;
  if (/\s/.test(letter)) return 0x20;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return 0x2d;
  if (code === 0x2018 || code === 0x2019 || code === 0x02bc) return 0x27;
  const zero = digitZeros.find((start) => code >= start && code < start + 10);
  if (zero !== undefined) return 0x30 + code - zero;
  const lower = letter.normalize('NFKC').toLowerCase();
  const bare = lower.normalize('NFKD').replace(ignoredEverywhere, '');
  const folded = bare.length === 1 ? bare : lower;
  if (folded.length !== 1) return code;
  const result = (plainLetters[folded] ?? folded).charCodeAt(0);
  return result === code ? code : computeFold(result);
}

/**
 * The folded form of one UTF-16 code unit; 0 for one that folding leaves out. White space becomes a space. Each is computed
 * when it is met: the pages of the Indian scripts whole would be 20 ms of a start.
 */
export function foldCodeUnit(code: number): number {
  if (code < 128) return asciiFold[code] as number;
  const page = (pages[code >> 8] ??= new Uint16Array(256).fill(notYetFolded));
  const known = page[code & 0xff] as number;
  return known === notYetFolded ? (page[code & 0xff] = computeFold(code)) : known;
}

/** A text whose every code unit folds by itself, and for each of its code units the offset in the original. */
export interface ExpandedText {
  readonly text: string;
  /** Null when nothing had to be expanded: offsets are the same. One entry more than the text is long. */
  readonly offsets: Uint32Array | null;
}

function expansionOf(letters: string): string {
  const lower = letters.normalize('NFKD').replace(ignoredEverywhere, '').toLowerCase();
  if (lower === 'ß') return 'ss';
  if (lower === 'æ') return 'ae';
  if (lower === 'œ') return 'oe';
  return letters.normalize('NFKC');
}

/** Writes out ligatures ("ﬁ" → "fi") and mathematical letters, so that offsets can be led back to the original. */
export function expand(text: string): ExpandedText {
  if (text.search(expanding) < 0) return { text, offsets: null };
  const parts: string[] = [];
  const starts: number[] = [];
  let last = 0;
  for (const match of text.matchAll(expanding)) {
    parts.push(text.slice(last, match.index), expansionOf(match[0]));
    starts.push(last, match.index);
    last = match.index + match[0].length;
  }
  parts.push(text.slice(last));
  starts.push(last);
  const expanded = parts.join('');
  const offsets = new Uint32Array(expanded.length + 1);
  let at = 0;
  parts.forEach((part, index) => {
    const isWrittenOut = index % 2 === 1;
    for (let letter = 0; letter < part.length; letter += 1) offsets[at + letter] = (starts[index] as number) + (isWrittenOut ? 0 : letter);
    at += part.length;
  });
  offsets[at] = text.length;
  return { text: expanded, offsets };
}

/** The folded text, for comparing: equal for two ways of writing the same letters. Keeps every space. */
export function fold(text: string): string {
  if (plainText.test(text)) return text.toLowerCase();
  const { text: expanded } = expand(text.normalize('NFC'));
  let folded = '';
  for (let at = 0; at < expanded.length; at += 1) {
    const code = foldCodeUnit(expanded.charCodeAt(at));
    if (code !== 0) folded += String.fromCharCode(code);
  }
  return folded.normalize('NFC');
}

/** Most runs in Latin text are one quote or bullet: a buffer would cost more than the letters. */
const shortRun = 8;

function foldUnits(text: string): string {
  if (text.length <= shortRun) {
    let folded = '';
    for (let at = 0; at < text.length; at += 1) folded += String.fromCharCode(foldCodeUnit(text.charCodeAt(at)) || 0x20);
    return folded;
  }
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = foldCodeUnit(text.charCodeAt(at)) || 0x20;
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += partLength) parts.push(String.fromCharCode(...units.subarray(at, at + partLength)));
  return parts.join('');
}

/** Folded unit by unit, so that offsets stay: what folding leaves out becomes a space. For texts that are expanded. */
export function foldInPlace(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const parts: string[] = [];
  let last = 0;
  for (const { 0: units, index } of text.matchAll(/[^\x20-\x7e]+/g)) {
    parts.push(text.slice(last, index).toLowerCase(), foldUnits(units));
    last = index + units.length;
  }
  parts.push(text.slice(last).toLowerCase());
  return parts.join('');
}

/** The folded text with runs of white space made one space and none at the ends: a key for equality. */
export function foldKey(text: string): string {
  const folded = fold(text);
  return (folded.includes('  ') ? folded.replace(/ {2,}/g, ' ') : folded).trim();
}
