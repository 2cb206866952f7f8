import { skills } from '@cairn/contracts';
import type { RoleSkill, Skill } from '@cairn/engine/knowledge';
import { Failure } from '../../platform/http/failure.ts';
import type { Http } from '../../platform/http/http.ts';
import { mutable } from '../../platform/mutable.ts';
import { searchByName, toSearch } from './search-by-name.ts';
import type { Titles } from '../titles/index.ts';
import type { SkillSearch } from './skill-search.ts';
import type { SkillsService } from './skills.service.ts';
import type { WhatCairnKnows } from './what-cairn-knows.ts';

/** From this similarity on a role is what somebody with the title does; below it roles of the same field come up: cabin crew for an astronaut at 0.52. */
const leastSimilarity = 0.55;

export function skillsRoutes({ implement }: Pick<Http, 'implement'>, service: SkillsService, known: WhatCairnKnows, skillSearch: SkillSearch, titles: Titles): void {
  const byName = <T extends { name: string }>(a: T, b: T) => a.name.localeCompare(b.name, 'en');
  const allSkills = toSearch(known.knowledge.skills.toSorted(byName), ({ name, aliases }) => [name, ...aliases]);
  const allRoles = toSearch(known.knowledge.roles.toSorted(byName), ({ name, titles }) => [name, ...titles]);

  const byTitle = titles.finderOf(known.knowledge.roles, ({ name, titles: others }) => [name, ...others]);
  const rolesLike = (title: string) => Promise.resolve(byTitle(title, leastSimilarity).map(({ entry }) => entry));

  implement(skills.list, async ({ query }) => ({ status: 200, body: await searchByName(allSkills, query, (search) => skillSearch.byMeaning(search)) }));
  implement(skills.read, ({ params }) => ({ status: 200, body: asRead(known.skills.get(params.skillId)) }));
  implement(skills.roles, async ({ query }) => ({ status: 200, body: await searchByName(allRoles, query, rolesLike) }));
  implement(skills.role, ({ params }) => {
    const role = known.roles.get(params.roleId);
    if (!role) throw new Failure('role.unknown');
    const named = (skill: RoleSkill) => ({ ...skill, name: known.skills.get(skill.id)?.name ?? skill.id });
    return { status: 200, body: { ...role, titles: [...role.titles], must: role.must.map(named), should: role.should.map(named), nice: role.nice.map(named) } };
  });

  implement(skills.mine, async ({ person }) => ({ status: 200, body: { items: mutable((await service.mine(person)).skills) } }));
  implement(skills.correct, async ({ person, params, body }) => ({ status: 200, body: { items: mutable((await service.correct(person, params.skillId, body.level)).skills) } }));
  implement(skills.uncorrect, async ({ person, params }) => ({ status: 200, body: { items: mutable((await service.uncorrect(person, params.skillId)).skills) } }));
}

function asRead(skill: Skill | undefined) {
  if (!skill) throw new Failure('skills.unknown');
  return mutable(skill);
}
