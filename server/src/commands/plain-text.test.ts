import { describe, expect, test } from 'vitest';
import { clean, cut, table, untitled } from './plain-text.ts';

test.each([
  ['what would clear the screen', 'Asha\u001B[2J\u001B[H Rao', 'Asha [2J [H Rao'],
  ['what would go back and write over', 'Asha\rRavi\bx', 'Asha Ravi x'],
  ['what would write from right to left', 'Asha\u202E oaR', 'Asha  oaR'],
  ['line breaks', ' Asha\n\nRao\u2028 ', 'Asha Rao'],
])('%s is not handed to the terminal', (_what, text, shown) => {
  expect(clean(text)).toBe(shown);
});

test.each([
  ['a text that fits', 'Python', 6, 'Python'],
  ['a text that is too long', 'Python and SQL', 8, 'Python…'],
  ['letters of several code points', 'नमस्ते दुनिया', 4, 'नमस्ते…'],
])('%s is cut to what readers count as letters', (_what, text, most, shown) => {
  expect(cut(text, most)).toBe(shown);
});

describe('a table', () => {
  const columns = [{ title: 'skill' }, { title: 'years', align: 'right' }, { title: 'line' }] as const;
  test('lines its columns up and ends no line in spaces', () => {
    expect(table(columns, [['SQL', '10', '1:2'], ['Cafe\u0301', '2', '']])).toEqual(['  skill  years  line', '  SQL       10  1:2', '  Cafe\u0301       2']);
  });
  test('leaves out a column in which nothing stands', () => {
    expect(table(columns, [['SQL', '', '1:2']])).toEqual(['  skill  line', '  SQL    1:2']);
  });
  test('without rows is nothing', () => {
    expect(table(columns, [])).toEqual([]);
  });
  test('may do without titles', () => {
    expect(untitled([['name', 'Asha'], ['e-mail', 'asha@example.org']])).toEqual(['  name    Asha', '  e-mail  asha@example.org']);
  });
});
