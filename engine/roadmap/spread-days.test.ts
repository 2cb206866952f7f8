import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadOverDays } from './spread-days.ts';

it.each<[number[], number, number[]]>([
  [[5, 3, 1], 3, [0, 1, 2]],
  [[2, 2, 2, 2], 2, [0, 0, 1, 1]],
  [[6, 1, 1, 1], 2, [0, 1, 1, 1]],
  [[1, 1], 5, [0, 1]],
  [[4], 3, [0]],
  [[1, 2, 3], 1, [0, 0, 0]],
  [[], 3, []],
])('%j over %i days: %j', (hours, days, places) => {
  expect(spreadOverDays(hours, days)).toEqual(places);
});

it('keeps the order and is as even as any way to cut the list', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 7 }), fc.integer({ min: 1, max: 4 }), (hours, days) => {
    const places = spreadOverDays(hours, days);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place >= 0 && place < days)).toBe(true);
    const unevenness = (of: readonly number[]): number => {
      const loads = new Map<number, number>();
      of.forEach((place, index) => loads.set(place, (loads.get(place) ?? 0) + (hours[index] ?? 0)));
      return [...loads.values()].reduce((sum, load) => sum + load ** 2, 0);
    };
    for (const other of waysToPlace(hours.length, days)) expect(unevenness(places)).toBeLessThanOrEqual(unevenness(other));
  }));
});

function waysToPlace(count: number, days: number, first = 0): number[][] {
  if (count === 0) return [[]];
  return Array.from({ length: days - first }, (_, at) => first + at).flatMap((day) => waysToPlace(count - 1, days, day).map((rest) => [day, ...rest]));
}
