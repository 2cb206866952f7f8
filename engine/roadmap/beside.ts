import type { Skill, SkillCategory } from '../knowledge/types.ts';

const besideCategories: ReadonlySet<SkillCategory> = new Set(['soft-skill', 'spoken-language']);

/** What is learned with others and in use, a little every week beside the rest, and not by weeks of nothing else. */
export function isLearnedBeside({ category }: Pick<Skill, 'category'>): boolean {
  return besideCategories.has(category);
}
