import type { Level, Proficiency, Role } from '../knowledge/types.ts';
import type { KnownSkill } from './types.ts';

/** Nobody is taken for an expert because of a title. */
const mostCredited = 3;
const settledYears = 1;
const seasonedYears = 3;

/**
 * What somebody is taken to know because of the role they work in, for a plan only:
 *
 *   under 1 year     must: max(1, asked - 1)
 *   1 to under 3     must: asked
 *   from 3 on        must: asked, should: asked - 1
 *
 * Levels 1 to 4; credit is at most 3, and none is given at 0. Only what is more than the known level is given back, by
 * skill id. A skill known at 0 is one that the person says they do not have: it is never credited.
 *
 * `yearsOfExperience` in years, 0 and more. No errors: below 0 counts as 0. Source: our own judgement
 * (docs/formulas.md, roadmap-current-role).
 */
export function creditFromCurrentRole(role: Pick<Role, 'must' | 'should'>, yearsOfExperience: number, known: readonly KnownSkill[]): KnownSkill[] {
  const had = new Map<string, Proficiency>();
  const denied = new Set<string>();
  for (const { skillId, level } of known) {
    if (level === 0) denied.add(skillId);
    had.set(skillId, Math.max(level, had.get(skillId) ?? 0) as Proficiency);
  }
  const credited = new Map<string, number>();
  const credit = (skillId: string, level: number): void => {
    const capped = Math.min(mostCredited, level);
    if (!denied.has(skillId) && capped > Math.max(had.get(skillId) ?? 0, credited.get(skillId) ?? 0)) credited.set(skillId, capped);
  };
  for (const { id, level } of role.must) credit(id, yearsOfExperience < settledYears ? Math.max(1, level - 1) : level);
  if (yearsOfExperience >= seasonedYears) for (const { id, level } of role.should) credit(id, level - 1);
  return [...credited].map(([skillId, level]) => ({ skillId, level: level as Level })).sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
}
