import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOf, sortedKeys } from './sorted-keys.ts';

test.each([24, 32])('every key of up to %i bits is found at its place, and no other', (bits) => {
  const key = fc.integer({ min: 0, max: 2 ** bits - 1 });
  fc.assert(fc.property(fc.uniqueArray(key, { maxLength: 200 }), fc.array(key), (some, others) => {
    const keys = Uint32Array.from(some).sort();
    const table = sortedKeys(keys, bits);
    for (const asked of [...some, ...others, 0, 2 ** bits - 1]) expect(placeOf(table, asked)).toBe(keys.indexOf(asked));
  }));
});
