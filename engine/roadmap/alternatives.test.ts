import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFeedback, planRoadmap } from './plan-roadmap.ts';
import { aKnowledge, anyWish, aRequest, aSkill, planOf } from './test-support/fixtures.ts';
import type { ImpossiblePlan, PlanAlternative, PlanRequest } from './types.ts';
import type { Knowledge } from '../knowledge/types.ts';

const knowledge = aKnowledge({ skills: [aSkill('must', { hours: [60, 60, 60, 60] }), aSkill('should', { hours: [50, 60, 60, 60] }), aSkill('nice', { hours: [30, 60, 60, 60] })] });
const targets = [{ skillId: 'must', level: 1, importance: 90 }, { skillId: 'should', level: 1, importance: 50 }, { skillId: 'nice', level: 1, importance: 10 }] as const;

function impossibleOf(request: PlanRequest, known: Knowledge = knowledge): ImpossiblePlan | null {
  const result = planRoadmap(request, known, noFeedback);
  return result.ok ? null : result.impossible;
}

function asAltered(request: PlanRequest, alternative: PlanAlternative): PlanRequest {
  if (alternative.kind === 'more-weeks') return { ...request, weeksAvailable: alternative.weeks };
  if (alternative.kind === 'more-of-both') return { ...request, weeksAvailable: alternative.weeks, hoursPerWeek: alternative.hoursPerWeek };
  if (alternative.kind === 'more-hours') return { ...request, hoursPerWeek: alternative.hoursPerWeek };
  return { ...request, targets: request.targets.filter((target) => alternative.skillIds.includes(target.skillId)) };
}

describe('a plan that does not fit', () => {
  it('says what it needs and offers the nearest that fit', () => {
    expect(impossibleOf(aRequest({ targets, weeksAvailable: 10 }))).toEqual({
      neededHours: 140, availableHours: 100,
      alternatives: [
        { kind: 'more-weeks', weeks: 14 },
        { kind: 'more-hours', hoursPerWeek: 14 },
        { kind: 'more-of-both', weeks: 12, hoursPerWeek: 12 },
        { kind: 'fewer-skills', skillIds: ['must', 'nice'], leftOut: ['should'] },
      ],
    });
  });

  it('leaves out the least important first', () => {
    const fewer = impossibleOf(aRequest({ targets, weeksAvailable: 11 }))?.alternatives.at(-1);
    expect(fewer).toEqual({ kind: 'fewer-skills', skillIds: ['must', 'should'], leftOut: ['nice'] });
  });

  it('fits to the hour', () => {
    expect(impossibleOf(aRequest({ targets, weeksAvailable: 14 }))).toBeNull();
  });

  it.each<{ rule: string; facts: Partial<PlanRequest>; kinds: string[] }>([
    { rule: 'offers no more than 60 hours a week', facts: { weeksAvailable: 2 }, kinds: ['more-weeks', 'more-of-both'] },
    { rule: 'offers no more than four years', facts: { hoursPerWeek: 1, weeksAvailable: 5, targets: [{ skillId: 'must', level: 4, importance: 90 }] }, kinds: ['more-hours', 'more-of-both'] },
    { rule: 'offers no more of both where more of one alone asks for as little', facts: { weeksAvailable: 13 }, kinds: ['more-weeks', 'more-hours', 'fewer-skills'] },
  ])('$rule', ({ facts, kinds }) => {
    const offered = impossibleOf(aRequest({ targets, ...facts }))?.alternatives.map((alternative) => alternative.kind);
    expect(offered).toEqual(kinds);
  });

  it.each<{ far: string; hours: number; weeksAvailable: number; hoursPerWeek: number; offered: readonly PlanAlternative[] }>([
    { far: '900 hours in 2 weeks at 2 hours', hours: 900, weeksAvailable: 2, hoursPerWeek: 2, offered: [{ kind: 'more-of-both', weeks: 30, hoursPerWeek: 30 }] },
    { far: '900 hours in 26 weeks at 2 hours', hours: 900, weeksAvailable: 26, hoursPerWeek: 2, offered: [{ kind: 'more-hours', hoursPerWeek: 35 }, { kind: 'more-of-both', weeks: 113, hoursPerWeek: 8 }] },
    { far: 'all that 60 hours a week for four years hold', hours: 12_480, weeksAvailable: 2, hoursPerWeek: 2, offered: [{ kind: 'more-of-both', weeks: 208, hoursPerWeek: 60 }] },
    { far: 'an hour more than that', hours: 12_481, weeksAvailable: 2, hoursPerWeek: 2, offered: [] },
  ])('$far: both are stretched alike, as far as both go', ({ hours, weeksAvailable, hoursPerWeek, offered }) => {
    const long = aKnowledge({ skills: [aSkill('long', { hours: [hours, hours, hours, hours] })] });
    expect(impossibleOf(aRequest({ targets: [{ skillId: 'long', level: 1, importance: 50 }], weeksAvailable, hoursPerWeek }), long)?.alternatives).toEqual(offered);
  });
});

it('is called impossible exactly when the hours do not suffice, and each alternative is possible', () => {
  fc.assert(fc.property(anyWish, fc.integer({ min: 1, max: 60 }), ({ knowledge: known, request }, weeksAvailable) => {
    const limited = { ...request, weeksAvailable };
    const free = planOf(request, known);
    const impossible = impossibleOf(limited, known);
    expect(impossible !== null).toBe(free.totalWeeks > weeksAvailable);
    if (impossible === null) return;
    expect(impossible.neededHours).toBe(free.totalHours);
    for (const alternative of impossible.alternatives) {
      expect(impossibleOf(asAltered(limited, alternative), known)).toBeNull();
      if (alternative.kind === 'fewer-skills') {
        expect([...alternative.skillIds, ...alternative.leftOut].sort()).toEqual(limited.targets.map((target) => target.skillId).sort());
        for (const skillId of alternative.leftOut) {
          expect(impossibleOf(asAltered(limited, { ...alternative, skillIds: [...alternative.skillIds, skillId] }), known)).not.toBeNull();
        }
      }
      if (alternative.kind === 'more-of-both') {
        const { weeks, hoursPerWeek } = alternative;
        expect(weeks).toBeGreaterThan(weeksAvailable);
        expect(hoursPerWeek).toBeGreaterThan(limited.hoursPerWeek);
        expect(impossibleOf(asAltered(limited, { ...alternative, weeks: weeks - 1 }), known)).not.toBeNull();
        expect(impossibleOf(asAltered(limited, { ...alternative, hoursPerWeek: hoursPerWeek - 1 }), known)).not.toBeNull();
      }
      if (alternative.kind === 'more-weeks') expect(impossibleOf({ ...limited, weeksAvailable: alternative.weeks - 1 }, known)).not.toBeNull();
      if (alternative.kind === 'more-hours') expect(impossibleOf({ ...limited, hoursPerWeek: alternative.hoursPerWeek - 1 }, known)).not.toBeNull();
    }
  }));
});
