import { describe, expect, it } from 'vitest';
import { orderSteps, type OrderedStep } from './order.ts';
import { neededSteps } from './steps.ts';
import { aSkill } from './test-support/fixtures.ts';
import type { SkillTarget } from './types.ts';
import { uniqueTargets } from './wishes.ts';

const flat = (hours: number): readonly [number, number, number, number] => [hours, hours, hours, hours];
const skills = new Map([
  aSkill('must', { hours: flat(100) }),
  aSkill('nicety', { hours: flat(4) }),
  aSkill('base', { hours: flat(25) }),
  aSkill('on-base', { hours: flat(25), prerequisites: [{ id: 'base', level: 1 }] }),
  aSkill('also-on-base', { hours: flat(25), prerequisites: [{ id: 'base', level: 1 }] }),
  aSkill('lonely', { hours: flat(25) }),
].map((skill) => [skill.id, skill]));

const order = (...targets: readonly [string, number][]): OrderedStep[] => {
  const asked: SkillTarget[] = uniqueTargets(targets.map(([skillId, importance]) => ({ skillId, importance, level: 1 })));
  return orderSteps(neededSteps(asked, new Map(), skills), asked);
};
const ids = (ordered: readonly OrderedStep[]): string[] => ordered.map(({ step }) => step.skill.id);

describe('what comes first', () => {
  it.each<{ rule: string; targets: [string, number][]; order: string[] }>([
    { rule: 'of equal hours the more important', targets: [['base', 40], ['lonely', 60]], order: ['lonely', 'base'] },
    { rule: 'of equal importance the shorter', targets: [['must', 50], ['nicety', 50]], order: ['nicety', 'must'] },
    { rule: 'a small nicety does not pass a long must', targets: [['must', 100], ['nicety', 15]], order: ['must', 'nicety'] },
    { rule: 'a foundation of two before a stand-alone of the same hours and importance', targets: [['on-base', 60], ['also-on-base', 60], ['lonely', 59]], order: ['base', 'also-on-base', 'on-base', 'lonely'] },
    { rule: 'an important skill pulls its foundation forward', targets: [['on-base', 90], ['lonely', 60]], order: ['base', 'on-base', 'lonely'] },
    { rule: 'ties go by id', targets: [['lonely', 50], ['base', 50]], order: ['base', 'lonely'] },
  ])('$rule', ({ targets, order: expected }) => {
    expect(ids(order(...targets))).toEqual(expected);
  });
});

describe('what a priority is made of', () => {
  it('importance and half of what it unlocks, over the root of the hours', () => {
    const [base] = order(['on-base', 60], ['also-on-base', 40], ['base', 20]);
    expect(base).toMatchObject({ own: 0.2 / 5, unlocked: (0.5 * (0.6 + 0.4)) / 5, neededFor: ['on-base', 'also-on-base'] });
  });

  it('no less than that of what waits for it', () => {
    const [base, onBase] = order(['on-base', 90]);
    expect(base?.priority).toBe(onBase?.priority);
    expect(base).toMatchObject({ own: 0, waitingSkillId: 'on-base' });
    expect(base?.broughtForward).toBeCloseTo((0.9 - 0.45) / 5, 12);
  });
});
