import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInline, readMarkdown, type Block } from './markdown.ts';

const kinds = (text: string) => readMarkdown(text).map(({ kind }) => kind);

describe('a lesson', () => {
  it.each<[string, string, Block[]]>([
    ['paragraphs', 'one\ntwo\n\nthree', [{ kind: 'paragraph', text: 'one\ntwo' }, { kind: 'paragraph', text: 'three' }]],
    ['headings, numbered', '## First\ntext\n## Second', [{ kind: 'heading', text: 'First', id: 'part-1' }, { kind: 'paragraph', text: 'text' }, { kind: 'heading', text: 'Second', id: 'part-2' }]],
    ['code as it is', '```sql\nselect *\n\n  from t\n```', [{ kind: 'code', language: 'sql', text: 'select *\n\n  from t' }]],
    ['code that never ends', '```\nx', [{ kind: 'code', language: '', text: 'x' }]],
    ['a table', '| a | b |\n|---|---|\n| 1 | |', [{ kind: 'table', head: ['a', 'b'], rows: [['1', '']] }]],
    ['a list that goes on after text between', '5. Go\n6. on', [{ kind: 'list', isOrdered: true, start: 5, items: [[{ kind: 'paragraph', text: 'Go' }], [{ kind: 'paragraph', text: 'on' }]] }]],
    ['a list in a list', '1. one\n   - inner\n2. two', [{ kind: 'list', isOrdered: true, start: 1, items: [[{ kind: 'paragraph', text: 'one' }, { kind: 'list', isOrdered: false, start: 1, items: [[{ kind: 'paragraph', text: 'inner' }]] }], [{ kind: 'paragraph', text: 'two' }]] }]],
    ['markup and links as text', '<img src=x onerror=alert(1)> [a](javascript:b)', [{ kind: 'paragraph', text: '<img src=x onerror=alert(1)> [a](javascript:b)' }]],
  ])('reads %s', (_case, text, blocks) => { expect(readMarkdown(text)).toEqual(blocks); });

  it('keeps kinds apart without empty lines between', () => { expect(kinds('text\n- item\n```\ncode\n```\n## h')).toEqual(['paragraph', 'list', 'code', 'heading']); });
});

it('marks code, weight and emphasis, and leaves stars that are signs', () => {
  expect(readInline('`a*b*c` **so** *it* is 2 * 3 * 4')).toEqual([{ kind: 'code', text: 'a*b*c' }, { kind: 'text', text: ' ' }, { kind: 'strong', text: 'so' }, { kind: 'text', text: ' ' }, { kind: 'emphasis', text: 'it' }, { kind: 'text', text: ' is 2 * 3 * 4' }]);
});

const anyText = fc.array(fc.constantFrom('- ', '1. ', '   ', '```', '## ', '|', '|---|', 'word', '*', '`', '\n', '\n\n', '<b>'), { maxLength: 60 }).map((parts) => parts.join(''));
it('whatever the text, reading ends and no word is lost', () => {
  const wordsIn = (value: unknown): number => (JSON.stringify(value).match(/word/g) ?? []).length;
  fc.assert(fc.property(anyText, (text) => { expect(wordsIn(readMarkdown(text))).toBe(wordsIn(text)); }));
});
