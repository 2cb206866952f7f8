import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand, fold, foldInPlace, foldKey } from './fold.ts';

describe('fold', () => {
  test.each([
    ['case', 'PyThOn', 'python'],
    ['diacritics', 'Café Müller', 'cafe muller'],
    ['decomposed diacritics', 'Cafe\u0301', 'cafe'],
    ['dotted capital I', 'İstanbul', 'istanbul'],
    ['full-width letters', 'ＳＱＬ', 'sql'],
    ['ligatures', 'ﬁne straße', 'fine strasse'],
    ['ligatures with a mark, or raised', 'ǣ Ǽ ᴭ ꟹ', 'ae ae ae oe'],
    ['mathematical letters', '𝐏𝐲𝐭𝐡𝐨𝐧', 'python'],
    ['hyphens', 'front‑end', 'front-end'],
    ['soft hyphens and zero-width joiners', 'data\u00adbase\u200b', 'database'],
    ['nukta', 'ज़रूरी', 'जरूरी'],
    ['chandrabindu', 'हँसी', 'हंसी'],
    ['Devanagari digits', '५ वर्ष', '5 वर्ष'],
  ])('makes %s not matter', (_, written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  test('keeps vowel signs: without them an Indic word is another word', () => {
    expect(fold('की')).not.toBe(fold('क'));
  });

  test('is the same folded twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
    const letters = Array.from({ length: 0x2_0000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff).map((code) => String.fromCodePoint(code));
    expect(letters.filter((letter) => fold(fold(letter)) !== fold(letter))).toEqual([]);
  });

  test('foldInPlace keeps every offset', () => {
    expect(foldInPlace('Ça\u00ad va — पायथन')).toBe('ca  va - पायथन');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldInPlace(text).length === text.length));
  });

  test('foldKey ignores how much white space there is', () => {
    expect(foldKey('  Machine\n Learning ')).toBe('machine learning');
  });
});

describe('expand', () => {
  test('leads every offset back to the original', () => {
    const { text, offsets } = expand('aﬁ𝐏z');
    expect(text).toBe('afiPz');
    expect([...(offsets ?? [])]).toEqual([0, 1, 1, 2, 4, 5]);
    expect([...(expand('xǣy').offsets ?? [])]).toEqual([0, 1, 1, 2, 3]);
  });

  test('leaves a text alone that needs nothing', () => {
    expect(expand('plain').offsets).toBeNull();
  });
});
