import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableText, storableValue } from './storable-text.ts';

test.each([
  ['a\0b', 'ab'], ['\ud83c', '\ufffd'], ['b\udf00c', 'b\ufffdc'], ['नमस्ते 🂡', 'नमस्ते 🂡'], ['\\u0000', '\\u0000'], ['', ''],
])('%j is kept as %j', (text, kept) => {
  expect(storableText(text)).toBe(kept);
  expect(storableValue({ lines: [{ text }] })).toEqual({ lines: [{ text: kept }] });
});

test('what can be kept stays as it is, and nothing else is left', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
    const kept = storableValue(texts);
    expect(kept).toEqual(texts.map(storableText));
    expect(kept.every((text) => text.isWellFormed() && !text.includes('\0'))).toBe(true);
    expect(storableValue(kept)).toEqual(kept);
  }));
});
