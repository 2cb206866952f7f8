import type { ProfiledSkill } from './skills-queries.ts';

/** Below this the reading was a guess. */
const sureFrom = 0.55;
const mostToCheck = 4;

/** What Cairn is least sure of, the weightiest first; a person's own word needs no check. */
export function skillsToCheck(skills: readonly ProfiledSkill[]): ProfiledSkill[] {
  return skills.filter(({ source, confidence, level }) => source === 'resume' && level > 0 && confidence < sureFrom).sort((a, b) => b.score - a.score).slice(0, mostToCheck);
}

export interface SkillGroup {
  category: string;
  skills: ProfiledSkill[];
}

/** By category, the strongest category and the strongest skill first; what a person says they do not have comes last. */
export function groupedSkills(skills: readonly ProfiledSkill[], search: string): SkillGroup[] {
  const wanted = search.trim().toLocaleLowerCase();
  const found = skills.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return [...Map.groupBy(found, ({ category }) => category)]
    .map(([category, own]) => ({ category, skills: own.toSorted((a, b) => b.level - a.level || b.score - a.score || a.name.localeCompare(b.name)) }))
    .sort((a, b) => strengthOf(b) - strengthOf(a));
}

function strengthOf({ skills }: SkillGroup): number {
  return skills.reduce((sum, { score }) => sum + score, 0);
}
