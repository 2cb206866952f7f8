import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinNeighbours, packWeeks } from './pack-weeks.ts';
import { hoursOf } from './task-id.ts';
import type { Stretch } from './types.ts';

const learn = (subjectId: string, from: number, to: number): Stretch => ({ subjectId, level: 1, kind: 'learn', from, to });
const short = (weeks: readonly (readonly Stretch[])[]): string[] =>
  weeks.map((week) => week.map(({ subjectId, from, to }) => `${subjectId}${from}-${to}`).join(' '));

it.each<{ rule: string; route: Stretch[]; hoursPerWeek: number; taken?: number; weeks: string[] }>([
  { rule: 'cuts at the end of a week', route: [learn('a', 1, 3), learn('b', 1, 4)], hoursPerWeek: 5, weeks: ['a1-3 b1-2', 'b3-4'] },
  { rule: 'cuts a long stretch into even pieces of at most 6 hours', route: [learn('a', 1, 14)], hoursPerWeek: 40, weeks: ['a1-5 a6-10 a11-14'] },
  { rule: 'leaves to the first week what is not taken', route: [learn('a', 1, 4)], hoursPerWeek: 5, taken: 3, weeks: ['a1-2', 'a3-4'] },
  { rule: 'leaves a full first week empty', route: [learn('a', 1, 2)], hoursPerWeek: 5, taken: 7, weeks: ['', 'a1-2'] },
  { rule: 'has no week without work', route: [], hoursPerWeek: 5, weeks: [] },
])('$rule', ({ route, hoursPerWeek, taken, weeks }) => {
  expect(short(packWeeks(route, hoursPerWeek, taken))).toEqual(weeks);
});

it('makes as many weeks as the hours say, in the order given', () => {
  const anyRoute = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 }).map((lengths) => lengths.map((to, index) => learn(`s${index}.`, 1, to)));
  fc.assert(fc.property(anyRoute, fc.integer({ min: 1, max: 60 }), fc.nat(60), (route, hoursPerWeek, taken) => {
    const weeks = packWeeks(route, hoursPerWeek, taken);
    const hours = route.reduce((sum, stretch) => sum + hoursOf(stretch), 0);
    const hour = (stretch: Stretch): string[] => Array.from({ length: hoursOf(stretch) }, (_, at) => `${stretch.subjectId}${stretch.from + at}`);
    expect(weeks.flat().flatMap(hour)).toEqual(route.flatMap(hour));
    expect(weeks.length).toBe(hours === 0 ? 0 : Math.ceil((hours + Math.min(taken, hoursPerWeek)) / hoursPerWeek));
    for (const piece of weeks.flat()) expect(hoursOf(piece)).toBeLessThanOrEqual(6);
  }));
});

it('joins pieces that follow each other, up to a task', () => {
  expect(short([joinNeighbours([learn('a', 1, 2), learn('a', 3, 4), learn('a', 5, 8), learn('b', 9, 9), learn('b', 11, 11)])])).toEqual(['a1-4 a5-8 b9-9 b11-11']);
});
