import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Level, Proficiency } from '../knowledge/types.ts';
import { creditFromCurrentRole } from './from-current-role.ts';

const role = {
  must: [{ id: 'java', level: 3 }, { id: 'sql', level: 1 }, { id: 'design', level: 4 }],
  should: [{ id: 'docker', level: 2 }, { id: 'kafka', level: 1 }],
} as const;

const levelsOf = (credit: readonly { skillId: string; level: number }[]) => Object.fromEntries(credit.map(({ skillId, level }) => [skillId, level]));

it.each<[string, number, Record<string, number>]>([
  ['on the first day: what must be known, one level below, at least 1', 0, { java: 2, sql: 1, design: 3 }],
  ['just under a year', 0.9, { java: 2, sql: 1, design: 3 }],
  ['from one year: what must be known, never above 3', 1, { java: 3, sql: 1, design: 3 }],
  ['just under three years', 2.9, { java: 3, sql: 1, design: 3 }],
  ['from three years: also what should be, one level below; below 1 is nothing', 3, { java: 3, sql: 1, design: 3, docker: 1 }],
  ['forty years are no more', 40, { java: 3, sql: 1, design: 3, docker: 1 }],
])('%s', (_rule, years, levels) => {
  expect(levelsOf(creditFromCurrentRole(role, years, []))).toEqual(levels);
});

it.each<[string, Proficiency, number | undefined]>([
  ['at more than the credit stays as it is', 4, undefined],
  ['at as much is not credited again', 3, undefined],
  ['at less is credited', 1, 3],
  ['that the person says they do not have is never credited', 0, undefined],
])('a skill known %s', (_rule, level, credited) => {
  expect(levelsOf(creditFromCurrentRole(role, 8, [{ skillId: 'java', level }]))['java']).toBe(credited);
});

it('more years never credit less', () => {
  const anySkills = (ids: string[]) => fc.tuple(...ids.map((id) => fc.integer({ min: 1, max: 4 }).map((level) => ({ id, level: level as Level }))));
  const anyYears = fc.double({ min: 0, max: 60, noNaN: true });
  fc.assert(fc.property(anySkills(['a', 'b', 'c']), anySkills(['c', 'd', 'e']), anyYears, anyYears, (must, should, some, more) => {
    const fewer = creditFromCurrentRole({ must, should }, Math.min(some, more), []);
    const credited = levelsOf(creditFromCurrentRole({ must, should }, Math.max(some, more), []));
    for (const { skillId, level } of fewer) expect(credited[skillId]).toBeGreaterThanOrEqual(level);
  }));
});
