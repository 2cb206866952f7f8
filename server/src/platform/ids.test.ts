import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidv7 } from './ids.ts';

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('the example of RFC 9562, appendix A.6', () => {
  const bits = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidv7(0x017f22e279b0, bits)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('version 7 of the RFC variant, whatever time and chance', () => {
  fc.assert(fc.property(time, random, (now, bits) => {
    expect(uuidv7(now, bits)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }));
});

test('ids made at different milliseconds sort by them, whatever the chance', () => {
  fc.assert(fc.property(time, time, random, random, (one, other, a, b) => {
    fc.pre(one !== other);
    expect(uuidv7(one, a) < uuidv7(other, b)).toBe(one < other);
  }));
});

test('too little chance is refused', () => {
  expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError);
});
