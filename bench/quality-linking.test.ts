import { expect, test } from 'vitest';
import { rPrecisionAt5 } from './quality-linking.ts';
import { readTable } from './read-table.ts';

test.each([
  ['one of one, found', [['a']], ['a', 'x'], 100],
  ['one of one, sixth', [['a']], ['1', '2', '3', '4', '5', 'a'], 0],
  ['one of two found', [['a', 'b']], ['a'], 50],
  ['of more than five the first five can be right', [['a', 'b', 'c', 'd', 'e', 'f']], ['a', 'b', 'c', 'd', 'e'], 100],
  ['the mean over texts', [['a'], ['b']], ['a'], 50],
])('RP@5: %s', (_, truths, ranked, value) => {
  const texts = truths.map((concepts, index) => ({ text: String(index), concepts: new Set(concepts) }));
  expect(rPrecisionAt5(texts, () => ranked)).toBe(value);
});

test('RP@5 of no texts is not measured', () => {
  expect(rPrecisionAt5([], () => [])).toBeNull();
});

test.each([
  ['a,b\n1,2\n', ',', [{ a: '1', b: '2' }]],
  ['a,b\n"x, ""y""\nz",2', ',', [{ a: 'x, "y"\nz', b: '2' }]],
  ['\ufeffa,b\r\n1,\r\n', ',', [{ a: '1', b: '' }]],
  ['a\tb\n1\t"2', '\t', [{ a: '1', b: '"2' }]],
] as const)('a table %j', (text, separator, rows) => {
  expect(readTable(text, separator)).toEqual(rows);
});
