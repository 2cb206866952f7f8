import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundPartsToTenths, roundToTenths } from './rounding.ts';

test('rounded parts add up to the rounded sum and are off by less than a tenth', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 20 }), (parts) => {
    const rounded = roundPartsToTenths(parts);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expect(sum(rounded)).toBeCloseTo(sum(parts), 0);
    expect(Math.abs(sum(rounded) - sum(parts))).toBeLessThanOrEqual(0.05 + 1e-6);
    rounded.forEach((value, index) => expect(Math.abs(value - (parts[index] as number))).toBeLessThanOrEqual(0.1 + 1e-9));
  }));
});

test('parts add up to a sum that was rounded before, whichever way half a tenth went', () => {
  expect(roundPartsToTenths([11.12, 11.13], 22.2)).toEqual([11.1, 11.1]);
  expect(roundPartsToTenths([11.12, 11.13], 22.3)).toEqual([11.1, 11.2]);
});

test('one decimal', () => {
  expect(roundToTenths(33.333)).toBe(33.3);
});
