import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Level } from '../knowledge/types.ts';
import { divideHours, stepHours } from './steps.ts';
import { aSkill } from './test-support/fixtures.ts';

it.each<[number, Level, { learn: number; practise: number; check: number }]>([
  [1, 1, { learn: 0, practise: 0, check: 1 }],
  [2, 1, { learn: 1, practise: 0, check: 1 }],
  [21, 1, { learn: 10, practise: 10, check: 1 }],
  [21, 2, { learn: 9, practise: 11, check: 1 }],
  [21, 3, { learn: 8, practise: 12, check: 1 }],
  [21, 4, { learn: 6, practise: 14, check: 1 }],
])('%i hours to level %i are %j', (hours, level, parts) => {
  expect(divideHours(hours, level)).toEqual(parts);
});

it('divides hours without losing one, always with a check', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 2000 }), fc.constantFrom<Level>(1, 2, 3, 4), (hours, level) => {
    const { learn, practise, check } = divideHours(hours, level);
    expect(learn + practise + check).toBe(hours);
    expect(learn >= 0 && practise >= 0 && check === 1).toBe(true);
  }));
});

it.each<[number, number]>([[0, 1], [0.2, 1], [7, 7], [7.5, 8]])('%d hours in the knowledge are %i in a plan', (hours, planned) => {
  expect(stepHours(aSkill('a', { hours: [hours, 1, 1, 1] }), 1)).toBe(planned);
});
