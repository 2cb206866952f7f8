/**
 * The alphabet of the phrase trie: 64 symbols, so that a node's children fit two 32-bit maps. Letters, digits and the
 * signs that names are written with have one symbol each; any other letter is written with three (see encodeLetter).
 */
import { foldCodeUnit } from '../text/fold.ts';

export const separatorSymbol = 37;
const firstEscape = 44;

/** What a code unit is to the matcher, by class. */
export const letterClass = {
  /** Ends a word and stands in no form. */
  other: 0,
  /** A letter, digit or mark with a symbol of its own. */
  plain: 1,
  /** A letter, digit or mark written with three symbols. */
  escaped: 2,
  /** White space, hyphens, underscore: between the words of a form. */
  separator: 3,
  /** . + # / & ': part of names such as "C++" and "CI/CD". */
  sign: 4,
  /** Left out by folding. */
  ignored: 5,
} as const;

const signSymbols: Readonly<Record<string, number>> = { '.': 38, '+': 39, '#': 40, '/': 41, '&': 42, "'": 43 };
const isWordUnit = /[\p{L}\p{N}\p{M}]/u;

function describe(code: number): number {
  const folded = foldCodeUnit(code);
  if (folded === 0) return letterClass.ignored;
  const letter = String.fromCharCode(folded);
  if (letter >= 'a' && letter <= 'z') return letterClass.plain | ((folded - 96) << 3);
  if (letter >= '0' && letter <= '9') return letterClass.plain | ((folded - 21) << 3);
  if (letter === ' ' || letter === '-' || letter === '_') return letterClass.separator | (separatorSymbol << 3);
  const sign = signSymbols[letter];
  if (sign !== undefined) return letterClass.sign | (sign << 3);
  return isWordUnit.test(letter) ? letterClass.escaped : letterClass.other;
}

const ascii = Uint16Array.from({ length: 128 }, (_, code) => describe(code));
const pages: (Uint16Array | undefined)[] = new Array(256);

/** The class of a UTF-16 code unit in the low 3 bits, its symbol (where it has one) in the bits above. */
export function unitInfo(code: number): number {
  if (code < 128) return ascii[code] as number;
  const page = (pages[code >> 8] ??= Uint16Array.from({ length: 256 }, (_, low) => describe((code & 0xff00) | low)));
  return page[code & 0xff] as number;
}

export function isWordClass(info: number): boolean {
  const kind = info & 7;
  return kind === letterClass.plain || kind === letterClass.escaped;
}

/** The symbols of a letter without one of its own: 4 + 6 + 6 bits of its folded code unit. */
export function escapeSymbols(code: number): readonly [number, number, number] {
  const folded = foldCodeUnit(code);
  return [firstEscape + (folded >> 12), (folded >> 6) & 63, folded & 63];
}

/** A form as symbols, one per character of the answer; null when it holds something no text can match. */
export function encodeForm(form: string): string | null {
  let symbols = '';
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    const info = unitInfo(code);
    const kind = info & 7;
    if (kind === letterClass.ignored) continue;
    if (kind === letterClass.other) return null;
    symbols += kind === letterClass.escaped ? String.fromCharCode(...escapeSymbols(code)) : String.fromCharCode(info >> 3);
  }
  return symbols === '' ? null : symbols;
}
