import { expect, it } from 'vitest';
import { knownLevelsOf, uniqueTargets } from './wishes.ts';

it('asks for each skill once, at its highest level and importance, most important first', () => {
  expect(uniqueTargets([
    { skillId: 'b', level: 1, importance: 40 }, { skillId: 'a', level: 3, importance: 20 }, { skillId: 'a', level: 1, importance: 60 }, { skillId: 'a', level: 2, importance: 5 }, { skillId: 'c', level: 2, importance: 60 },
  ])).toEqual([{ skillId: 'a', level: 3, importance: 60 }, { skillId: 'c', level: 2, importance: 60 }, { skillId: 'b', level: 1, importance: 40 }]);
});

it.each([[-5, 0], [140, 100], [33.3, 33.3]])('importance %d counts as %d', (importance, counted) => {
  expect(uniqueTargets([{ skillId: 'a', level: 1, importance }])[0]?.importance).toBe(counted);
});

it('knows the highest level told, and level 0 as not known', () => {
  expect([...knownLevelsOf([{ skillId: 'a', level: 1 }, { skillId: 'a', level: 3 }, { skillId: 'a', level: 2 }, { skillId: 'b', level: 0 }])]).toEqual([['a', 3]]);
});
