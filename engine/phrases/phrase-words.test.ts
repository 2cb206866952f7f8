import { expect, test } from 'vitest';
import { phraseWords } from './phrase-words.ts';

test.each([
  ['brackets are words', 'Engineer (m/f/d) [new]', 'Engineer ( m/f/d ) [ new ]'],
  ['the stop at the end is a word, those inside are not', 'Node.js e.g. at work.', 'Node.js e.g. at work .'],
  ['commas, semicolons and quotes are left out', '"Fast", calm; kind', 'Fast calm kind'],
  ['a comma between digits stays', 'over 10,000 users', 'over 10,000 users'],
  ['a colon, a question or an exclamation mark stays with its word', 'Skills: ready? Go!', 'Skills: ready? Go!'],
  ['a stop alone is a word once', '.', '.'],
  ['signs of a list are words', '• lead - teams', '• lead - teams'],
])('%s', (_, sentence, expected) => {
  const text = `Before. ${sentence} After`;
  const words = phraseWords(text, { start: 8, end: 8 + sentence.length });
  expect(words.map((word) => word.text).join(' ')).toBe(expected);
  for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
});

test('a word says what was left out before it, a semicolon rather than a comma', () => {
  expect(phraseWords('a b, c; d,; e', { start: 0, end: 13 }).map(({ after }) => after)).toEqual([null, null, ',', ';', ';']);
});
