import { expect, test } from 'vitest';
import { parseCsv, readCsv } from './read-csv.ts';

test.each<[string, string, string[][]]>([
  ['plain fields', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
  ['quotes hold commas, quotes and line breaks', '"a,""b""","c\nd"\r\ne,f', [['a,"b"', 'c\nd'], ['e', 'f']]],
  ['empty fields', 'a,,\n,b,', [['a', '', ''], ['', 'b', '']]],
])('%s', (_, text, rows) => {
  expect(parseCsv(text)).toEqual(rows);
});

test('a file that is not there has no rows', () => {
  expect(readCsv('/nowhere/at-all.csv')).toEqual([]);
});

test('a quote that is not closed is refused', () => {
  expect(() => parseCsv('a\n"open')).toThrow('broken');
});
