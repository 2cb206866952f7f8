import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

test.each([
  ['a,b\n1,2\n', [{ a: '1', b: '2' }]],
  ['a,b\r\n"x, ""y""\nz",\r\n', [{ a: 'x, "y"\nz', b: '' }]],
  ['a\nlast', [{ a: 'last' }]],
])('%j', (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

test('a quote that is not closed is refused', () => {
  expect(() => readCsv('a\n"open')).toThrow('broken');
});
