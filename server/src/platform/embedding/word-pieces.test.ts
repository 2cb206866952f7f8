import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basicWords, createWordPieces, readTokenizerFile, readVocabulary } from './word-pieces.ts';

const vocabulary = readVocabulary(['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'data', 'base', '##base', '##s', 'engineer', '##ing', 'cafe', '-', 'c', '+', '人'].join('\n'));
const { encode } = createWordPieces(vocabulary);
const pieces = [...vocabulary.keys()];
const read = (text: string, longest = 20) => encode(text, longest).map((id) => pieces[id]).join(' ');

describe('pieces of a text', () => {
  test.each([
    ['the longest piece first', 'databases', '[CLS] data ##base ##s [SEP]'],
    ['a piece inside a word is another than one at its beginning', 'base database', '[CLS] base data ##base [SEP]'],
    ['lower case, without accents', 'CAFÉ', '[CLS] cafe [SEP]'],
    ['punctuation stands apart', 'data-base', '[CLS] data - base [SEP]'],
    ['signs too', 'C++', '[CLS] c + + [SEP]'],
    ['a word with a part that is unknown is unknown', 'dataxyz engineering', '[CLS] [UNK] engineer ##ing [SEP]'],
    ['Han characters are words', '人data', '[CLS] 人 data [SEP]'],
    ['nothing', '', '[CLS] [SEP]'],
    ['a word of over a hundred letters is not looked up', 'data'.repeat(26), '[CLS] [UNK] [SEP]'],
  ])('%s: %s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('too many are cut, and the marks stay', () => {
    expect(read('data data data data', 4)).toBe('[CLS] data data [SEP]');
  });

  test('every text has its marks and no more pieces than asked for', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 12 }), (text, longest) => {
      const ids = encode(text, longest);
      expect(ids.length).toBeLessThanOrEqual(longest);
      expect([pieces[ids[0] ?? -1], pieces[ids.at(-1) ?? -1]]).toEqual(['[CLS]', '[SEP]']);
    }));
  });
});

test('control characters are dropped, tabs and line ends are spaces', () => {
  expect(basicWords('a\u0000b\tc\nd\u200be')).toEqual(['ab', 'c', 'de']);
});

describe('tokenizer.json', () => {
  test('has the vocabulary', () => {
    expect(readTokenizerFile(JSON.stringify({ model: { type: 'WordPiece', vocab: { '[UNK]': 0, data: 7 } } })).get('data')).toBe(7);
  });

  test.each([
    ['another kind of tokeniser', { model: { type: 'BPE', vocab: {} } }, 'not of a WordPiece tokeniser'],
    ['none', {}, 'not of a WordPiece tokeniser'],
    ['a cased model', { model: { type: 'WordPiece', vocab: {} }, normalizer: { lowercase: false } }, 'cased model'],
  ])('%s is refused', (_, file, message) => {
    expect(() => readTokenizerFile(JSON.stringify(file))).toThrow(message);
  });
});

test('a vocabulary without the marks is refused', () => {
  expect(() => createWordPieces(new Map([['data', 0]]))).toThrow('[CLS]');
});
