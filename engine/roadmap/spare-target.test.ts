import { describe, expect, test } from 'vitest';
import { spareTarget } from './spare-target.ts';
import type { PlannedStep, SkillTarget } from './types.ts';

const target = (skillId: string, importance: number): SkillTarget => ({ skillId, level: 1, importance });
const step = (skillId: string, requires: string[] = []) => ({ skillId, level: 1, requires }) as unknown as PlannedStep;
const open = new Map([['sql', 10], ['css', 10], ['go', 10]]);

describe('the skill a plan can do without', () => {
  test('is the least important', () => {
    expect(spareTarget({ targets: [target('sql', 90), target('css', 20), target('go', 40)], steps: [] }, open)).toBe('css');
  });
  test('is none on which another stands', () => {
    expect(spareTarget({ targets: [target('sql', 90), target('css', 20), target('go', 40)], steps: [step('css'), step('css', ['css.1']), step('go', ['css.1'])] }, open)).toBe('go');
  });
  test('is none that is finished, and none of a plan of one', () => {
    expect([spareTarget({ targets: [target('sql', 90), target('css', 20)], steps: [] }, new Map([['sql', 3]])), spareTarget({ targets: [target('sql', 90)], steps: [] }, open)]).toEqual(['sql', null]);
  });
});
