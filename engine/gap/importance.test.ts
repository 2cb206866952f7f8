import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requirementKinds } from '../knowledge/types.ts';
import { fixtureSkills } from '../skills/skills.fixture.ts';
import { asks, taxonomy } from './gap.fixture.ts';
import { importanceOf } from './importance.ts';
import type { Requirement } from './types.ts';

const important = (requirement: Requirement, documentFrequency: Record<string, number> = {}): number =>
  importanceOf(requirement, taxonomy, { documents: 100, documentFrequency }).importance;

describe('matters more, all else equal', () => {
  test.each<[string, number, number]>([
    ['a must than a should', important(asks('sql')), important(asks('sql', { requirement: 'should' }))],
    ['a should than a nice', important(asks('sql', { requirement: 'should' })), important(asks('sql', { requirement: 'nice' }))],
    ['what is named often', important(asks('sql', { mentions: 3 })), important(asks('sql'))],
    ['what few ads ask for', important(asks('sql'), { sql: 2 }), important(asks('sql'), { sql: 90 })],
    ['what employers want', important(asks('python')), important(asks('kotlin'))],
    ['a technical skill than a soft one', important(asks('rest-apis')), important(asks('leadership'))],
  ])('%s', (_, more, less) => {
    expect(more).toBeGreaterThan(less);
  });
});


test('is 0 to 100, and its reasons add up to it', () => {
  const requirement = fc.record({
    skillId: fc.constantFrom(...fixtureSkills.map(({ id }) => id)), requirement: fc.constantFrom(...requirementKinds), mentions: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(fc.property(requirement, fc.nat({ max: 100 }), ({ skillId, ...facts }, frequency) => {
    const { importance, reasons } = importanceOf(asks(skillId, facts), taxonomy, { documents: 100, documentFrequency: { [skillId]: frequency } });
    expect(importance).toBeGreaterThan(0);
    expect(importance).toBeLessThanOrEqual(100);
    expect(reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(importance, 6);
  }));
});
