import { skills } from '@cairn/contracts';
import type { Skill } from '@cairn/engine/knowledge';
import { Failure } from '../../platform/http/failure.ts';
import type { Http } from '../../platform/http/http.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { mutable } from '../../platform/mutable.ts';
import { presentRole } from './present-role.ts';
import type { Catalogue } from './catalogue.ts';
import { searchByName } from './search-by-name.ts';
import type { SkillSearch } from './skill-search.ts';
import type { SkillsService } from './skills.service.ts';

export function skillsRoutes({ implement }: Pick<Http, 'implement'>, service: SkillsService, skillSearch: SkillSearch, catalogueOf: (known: WhatCairnKnows) => Catalogue): void {
  implement(skills.list, async ({ person, query }) => {
    const known = await service.known(person);
    return { status: 200, body: await searchByName(catalogueOf(known).skills, query, (search) => skillSearch.byMeaning(known, search)) };
  });
  implement(skills.read, async ({ person, params }) => ({ status: 200, body: asRead((await service.known(person)).skills.get(params.skillId)) }));
  implement(skills.roles, async ({ person, query }) => {
    const catalogue = catalogueOf(await service.known(person));
    return { status: 200, body: await searchByName(catalogue.roles, query, catalogue.rolesLike) };
  });
  implement(skills.role, async ({ person, params }) => {
    const known = await service.known(person);
    const role = known.roles.get(params.roleId);
    if (!role) throw new Failure('role.unknown');
    return { status: 200, body: presentRole(role, known) };
  });

  implement(skills.mine, async ({ person }) => ({ status: 200, body: { items: mutable((await service.mine(person)).skills) } }));
  implement(skills.correct, async ({ person, params, body }) => ({ status: 200, body: { items: mutable((await service.correct(person, params.skillId, body.level)).skills) } }));
  implement(skills.uncorrect, async ({ person, params }) => ({ status: 200, body: { items: mutable((await service.uncorrect(person, params.skillId)).skills) } }));
}

function asRead(skill: Skill | undefined) {
  if (!skill) throw new Failure('skills.unknown');
  return mutable(skill);
}
