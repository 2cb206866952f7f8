import type { Skill } from '../knowledge/types.ts';

/** A weaker tie means "found together sometimes", not "used while learning it". */
const weakestTie = 0.5;
const mostToolsPerSkill = 4;

/** Names of the tools used while learning a skill: its own, and those of tools it is `used-with`, the closest first. */
export function toolsOf(skill: Skill, skills: ReadonlyMap<string, Skill>): string[] {
  const ties = skill.related
    .filter((related) => related.kind === 'used-with' && related.strength >= weakestTie)
    .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  const names = ownTools(skill);
  for (const { id } of ties) {
    const other = skills.get(id);
    if (other?.category === 'tool') names.push(...ownTools(other));
  }
  return [...new Set(names)].slice(0, mostToolsPerSkill);
}

function ownTools({ category, name, tools }: Skill): string[] {
  return [...(tools ?? (category === 'tool' ? [name] : []))];
}
