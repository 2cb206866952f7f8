import { skills } from '@cairn/contracts';
import { titlesOfRole, type Role, type Skill } from '@cairn/engine/knowledge';
import { Failure } from '../../platform/http/failure.ts';
import type { Http } from '../../platform/http/http.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import { mutable } from '../../platform/mutable.ts';
import { presentRole } from './present-role.ts';
import { searchByName, toSearch, type Searchable } from './search-by-name.ts';
import type { Titles } from '../titles/index.ts';
import type { SkillSearch } from './skill-search.ts';
import type { SkillsService } from './skills.service.ts';

/** From this similarity on a role is what somebody with the title does; below it roles of the same field come up: cabin crew for an astronaut at 0.52. */
const leastSimilarity = 0.55;

export function skillsRoutes({ implement }: Pick<Http, 'implement'>, service: SkillsService, skillSearch: SkillSearch, titles: Titles): void {
  const catalogues = new WeakMap<WhatCairnKnows, Catalogue>();
  function catalogueOf(known: WhatCairnKnows): Catalogue {
    const catalogue = catalogues.get(known) ?? makeCatalogue(known, titles);
    catalogues.set(known, catalogue);
    return catalogue;
  }

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

interface Catalogue {
  readonly skills: readonly Searchable<Skill>[];
  readonly roles: readonly Searchable<Role>[];
  readonly rolesLike: (title: string) => Promise<readonly Role[]>;
}

function makeCatalogue({ knowledge }: WhatCairnKnows, titles: Titles): Catalogue {
  const byName = <T extends { name: string }>(a: T, b: T) => a.name.localeCompare(b.name, 'en');
  const byTitle = titles.finderOf(knowledge.roles, titlesOfRole);
  return {
    skills: toSearch(knowledge.skills.toSorted(byName), ({ name, aliases }) => [name, ...aliases]),
    roles: toSearch(knowledge.roles.toSorted(byName), titlesOfRole),
    rolesLike: (title) => Promise.resolve(byTitle(title, leastSimilarity).map(({ entry }) => entry)),
  };
}

function asRead(skill: Skill | undefined) {
  if (!skill) throw new Failure('skills.unknown');
  return mutable(skill);
}
