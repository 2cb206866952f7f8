import type { Skill, SkillCategory } from '../knowledge/types.ts';

/** Categories whose skills are things one opens and works in. */
const toolCategories: ReadonlySet<SkillCategory> = new Set(['tool', 'office']);
/** A weaker tie means "found together sometimes", not "used while learning it". */
const weakestTie = 0.5;
const mostToolsPerSkill = 3;

/** Names of the tools used while learning a skill: itself, if it is one, and tools it is `used-with`, the closest first. */
export function toolsOf(skill: Skill, skills: ReadonlyMap<string, Skill>): string[] {
  const ties = skill.related
    .filter((related) => related.kind === 'used-with' && related.strength >= weakestTie)
    .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  const names = toolCategories.has(skill.category) ? [skill.name] : [];
  for (const { id } of ties) {
    const other = skills.get(id);
    if (other !== undefined && toolCategories.has(other.category)) names.push(other.name);
  }
  return [...new Set(names)].slice(0, mostToolsPerSkill);
}
