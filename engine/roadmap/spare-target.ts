import type { Plan } from './types.ts';

/**
 * The skill that a plan can most easily do without: of the targets with something open (`openHours` by skill) on which
 * no other skill of the plan stands, the least important; ties by id. Null when there is none.
 */
export function spareTarget({ targets, steps }: Pick<Plan, 'targets' | 'steps'>, openHours: ReadonlyMap<string, number>): string | null {
  const neededByOthers = new Set(steps.flatMap(({ skillId, requires }) => requires.map((key) => key.slice(0, key.lastIndexOf('.'))).filter((needed) => needed !== skillId)));
  const spare = targets
    .filter(({ skillId }) => (openHours.get(skillId) ?? 0) > 0 && !neededByOthers.has(skillId))
    .sort((a, b) => a.importance - b.importance || a.skillId.localeCompare(b.skillId));
  // A plan of one skill without it is no plan.
  return targets.length > 1 ? (spare[0]?.skillId ?? null) : null;
}
