import { expect, test } from 'vitest';
import { withoutFalseGaps } from './false-gaps.ts';

const item = (str: string, x: number, width: number, y = 700) => ({ str, width, transform: [10, 0, 0, 10, x, y] });
const devanagari = /[\u0900-\u097F]/u;

test.each<[string, ReturnType<typeof item>[], ReturnType<typeof item>[], [string, number][]]>([
  ['a letter without width', [item('अध्', 50, 8), item('यापिका', 62, 30)], [item('अध्यापिका', 50, 42)], [['अध्', 12], ['यापिका', 30]]],
  ['a space that nobody wrote', [item('श्', 50, 0), item(' ', 50, 7), item('य', 56, 8)], [item('श्य', 50, 14)], [['श्', 6], ['य', 8]]],
  ['a space that is there', [item('पश्चात्', 50, 25), item(' ', 75, 8), item('वह', 83, 10)], [item('पश्चात्', 50, 30), item('वह', 83, 10)], [['पश्चात्', 25], [' ', 8], ['वह', 10]]],
  ['a vowel sign before its letter that no word knows', [item('पटना', 50, 20), item(' ', 70, 3), item('वि', 73, 10)], [item('पटना', 50, 20), item('व', 76, 7)], [['पटना', 20], [' ', 3], ['वि', 10]]],
  ['another column', [item('अर्थात्', 50, 30), item('पटना', 300, 20)], [], [['अर्थात्', 30], ['पटना', 20]]],
  ['the next line', [item('श्', 50, 0, 700), item('य', 56, 8, 680)], [], [['श्', 0], ['य', 8]]],
  ['another script', [item('Data', 50, 20), item(' ', 70, 3), item('Engineer', 73, 40)], [], [['Data', 20], [' ', 3], ['Engineer', 40]]],
])('%s', (_what, items, words, read) => {
  expect(withoutFalseGaps(items, words, devanagari).map(({ str, width }) => [str, width])).toEqual(read);
});
