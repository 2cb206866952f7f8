import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderNotes } from './order-notes.ts';

const note = (id: string, createdAt: string, pinned = false) => ({ id, pinned, createdAt });

describe('the order of notes', () => {
  test.each([
    ['the newest comes first', [note('a', '2026-01-01'), note('b', '2026-01-02')], ['b', 'a']],
    ['a pinned one comes before a newer one', [note('a', '2026-01-01', true), note('b', '2026-01-02')], ['a', 'b']],
    ['of two made at once the greater id comes first', [note('a', '2026-01-01'), note('b', '2026-01-01')], ['b', 'a']],
    ['nothing stays nothing', [], []],
  ])('%s', (_rule, notes, ids) => {
    expect(orderNotes(notes).map(({ id }) => id)).toEqual(ids);
  });

  test('does not depend on the order they came in', () => {
    const notes = fc.uniqueArray(fc.record({ id: fc.uuid(), pinned: fc.boolean(), createdAt: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03') }), { selector: ({ id }) => id });
    fc.assert(fc.property(notes, fc.integer(), (given, turn) => {
      const turned = given.map((_one, index) => given[(index + Math.abs(turn)) % given.length]).filter((one) => one !== undefined);
      expect(orderNotes(turned)).toEqual(orderNotes(given));
    }));
  });
});
