import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, tokenise } from './tokens.ts';

test.each([
  ['C++, C# and F#', ['C++', 'C#', 'and', 'F#']],
  ['.NET and ASP.NET', ['.NET', 'and', 'ASP.NET']],
  ['Node.js 3.5', ['Node.js', '3.5']],
  ['CI/CD, R&D, Python/Java', ['CI/CD', 'R&D', 'Python', 'Java']],
  ['5+ years', ['5+', 'years']],
  ["master's degree", ["master's", 'degree']],
  ['done.The next', ['done', 'The', 'next']],
  ['front-end', ['front', 'end']],
  ['हिन्दी में काम', ['हिन्दी', 'में', 'काम']],
  ['தமிழ் మరియు తెలుగు', ['தமிழ்', 'మరియు', 'తెలుగు']],
  ['', []],
])('%j has the words %j', (text, words) => {
  expect(tokenise(text).map((token) => token.text)).toEqual(words);
  expect(countWords(text)).toBe(words.length);
});

test('tokens stand where they say, in order, and never overlap', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    let reached = 0;
    for (const { text: written, start, end } of tokenise(text)) {
      expect(text.slice(start, end)).toBe(written);
      expect(start).toBeGreaterThanOrEqual(reached);
      reached = end;
    }
  }));
});
