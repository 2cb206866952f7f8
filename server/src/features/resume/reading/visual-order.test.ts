import { describe, expect, it } from 'vitest';
import { drawnOrder, joinGlyphs, unnamedMark } from './visual-order.ts';

const visual = { isVisual: true, isLongVowelInTwo: false };

describe('glyphs as they are drawn become words as they are spoken', () => {
  it.each([
    ['a vowel in front of its letter', 'शिक्षा', ['ि', 'श', 'क्ष', 'ा']],
    ['in front of a whole cluster', 'स्थिति', ['ि', 'स्', 'थ', 'ि', 'त']],
    ['a mark behind the syllable that it opens', 'वर्मा', ['व', 'म', 'ा', 'र्']],
    ['both on one syllable', 'आर्थिक', ['आ', 'ि', 'थ', 'र्', 'क']],
    ['one after the other', 'निर्माण', ['ि', 'न', 'म', 'ा', 'र्', 'ण']],
    ['a mark that the file has no text for', 'मार्च', ['म', 'ा', 'च', unnamedMark]],
    ['a long vowel drawn as the short one with a mark', 'नई', ['न', 'इ', unnamedMark]],
    ['a sign in two parts', 'बच्चों', ['ब', 'च्', 'च', 'ा', 'ें']],
  ] as const)('%s', (_what, word, drawn) => {
    expect(joinGlyphs([...drawn], visual)).toBe(word);
  });
});

it('a file that stores words as they are spoken is left alone', () => {
  const words = [['क', 'ि'], ['प्र', 'त', 'ि'], ['श', 'ि', 'क्ष', 'ा']];
  const order = drawnOrder(words);
  expect(words.map((glyphs) => joinGlyphs(glyphs, order))).toEqual(['कि', 'प्रति', 'शिक्षा']);
});

it('a word that opens with the vowel tells that it is drawn in front', () => {
  expect(drawnOrder([['ि', 'क'], ['न', 'ा', 'म']]).isVisual).toBe(true);
});
