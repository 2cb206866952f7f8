import { describe, expect, test } from 'vitest';
import { clauses, sentences } from './sentences.ts';

describe('sentences', () => {
  test.each([
    ['Build APIs. Test them!', ['Build APIs.', 'Test them!']],
    ['Use tools, e.g. Git. B.Tech. required.', ['Use tools, e.g. Git.', 'B.Tech. required.']],
    ['Node.js 3.5 is used.', ['Node.js 3.5 is used.']],
    ['Written in C. Tested in R.', ['Written in C.', 'Tested in R.']],
    ['A. P. Kumar leads.', ['A. P. Kumar leads.']],
    ['- one\n- two', ['- one', '- two']],
    ['हम बनाते हैं। आप जुड़ें।', ['हम बनाते हैं।', 'आप जुड़ें।']],
    ['  \n ', []],
  ])('%j', (text, expected) => {
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('clauses', () => {
  test.each([
    ['No Java, but SQL; Git too', ['No Java', 'SQL', 'Git too']],
    ['Python, SQL and Git', ['Python, SQL and Git']],
    ['Python is a must while Go is a plus', ['Python is a must', 'Go is a plus']],
    ['जावा नहीं लेकिन पायथन', ['जावा नहीं', 'पायथन']],
  ])('%j', (text, expected) => {
    expect(clauses(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
