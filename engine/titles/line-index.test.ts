import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines } from './line-index.ts';

test('every line is found by what it says, and nothing else is', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', 'ß', 'न'), minLength: 1, maxLength: 4 });
  fc.assert(fc.property(fc.uniqueArray(line, { maxLength: 60 }), fc.array(line), (lines, others) => {
    const { count, lineOf } = indexLines(lines.join('\n'));
    expect(count).toBe(lines.length);
    for (const said of [...lines, ...others, '', lines.join('\n')]) expect(lineOf(said)).toBe(lines.indexOf(said));
  }));
});
