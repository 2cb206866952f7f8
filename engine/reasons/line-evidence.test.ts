import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineEvidence } from './line-evidence.ts';

it('is the line as it stands, of a long one its beginning', () => {
  expect(lineEvidence({ page: 2, line: 7, text: 'Built services in Go' })).toEqual({ source: 'resume', page: 2, line: 7, text: 'Built services in Go' });
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 200, maxLength: 300 }), (text) => {
    const shown = lineEvidence({ page: 1, line: 1, text }).text;
    expect(text.startsWith(shown)).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(240);
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(text.length, 239));
    expect(shown.isWellFormed()).toBe(true);
  }));
});
