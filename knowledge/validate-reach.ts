/** Whether a beginner gets there: prerequisites without a circle, and roles whose every skill can be reached. */
import type { Knowledge, Role, RoleSkill, Skill } from '@cairn/engine/knowledge';
import type { Problem } from './problem.ts';

export function reachProblems({ skills, roles }: Knowledge): Problem[] {
  return [...prerequisiteCycles(skills), ...unreachableRoles(skills, roles)];
}

function prerequisiteCycles(skills: readonly Skill[]): Problem[] {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const done = new Set<string>();
  const problems: Problem[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    const start = path.indexOf(id);
    if (start >= 0) {
      problems.push({
        code: 'knowledge.prerequisite-cycle', entry: `skill ${id}`, message: `needs itself: ${[...path.slice(start), id].join(' → ')}`,
      });
      return;
    }
    if (done.has(id)) return;
    for (const prerequisite of byId.get(id)?.prerequisites ?? []) visit(prerequisite.id, [...path, id]);
    done.add(id);
  };
  for (const skill of skills) visit(skill.id, []);
  return problems;
}

/**
 * Hours of study from knowing nothing to holding every skill of `wanted` at its level: the prerequisite closure, each
 * skill at the highest level anything asks of it, and the hours of its levels added up. `null` when the closure meets
 * an unknown skill or a cycle.
 */
export function hoursFromBeginner(wanted: readonly RoleSkill[], skills: readonly Skill[] | ReadonlyMap<string, Skill>): number | null {
  const byId = skills instanceof Map ? (skills as ReadonlyMap<string, Skill>) : byIdOf(skills as readonly Skill[]);
  const levels = new Map<string, number>();
  const reach = ({ id, level }: RoleSkill, path: ReadonlySet<string>): boolean => {
    const skill = byId.get(id);
    if (skill === undefined || path.has(id)) return false;
    const seen = levels.get(id);
    if (seen === undefined || seen < level) levels.set(id, level);
    return seen !== undefined || skill.prerequisites.every((prerequisite) => reach(prerequisite, new Set([...path, id])));
  };
  if (!wanted.every((skill) => reach(skill, new Set()))) return null;
  return [...levels].reduce(
    (sum, [id, level]) => sum + (byId.get(id)?.hours.slice(0, level).reduce((total, step) => total + step, 0) ?? 0),
    0,
  );
}

function unreachableRoles(skills: readonly Skill[], roles: readonly Role[]): Problem[] {
  // Looked up once for all: an organisation may import thousands of both.
  const byId = byIdOf(skills);
  return roles.filter((role) => hoursFromBeginner(skillsOf(role), byId) === null).map((role) => ({
    code: 'knowledge.unreachable-role', entry: `role ${role.id}`, message: 'a beginner cannot reach all its skills: one is unknown or needs itself',
  }));
}

export function skillsOf(role: Role): RoleSkill[] {
  return [...role.must, ...role.should, ...role.nice];
}

function byIdOf(skills: readonly Skill[]): ReadonlyMap<string, Skill> {
  return new Map(skills.map((skill) => [skill.id, skill]));
}
