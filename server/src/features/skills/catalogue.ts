/** What Cairn knows made ready for searching by name, once for each body of knowledge. */
import { titlesOfRole, type Role, type Skill } from '@cairn/engine/knowledge';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { Titles } from '../titles/index.ts';
import { toSearch, type Searchable } from './search-by-name.ts';

/** From this similarity on a role is what somebody with the title does; below it roles of the same field come up: cabin crew for an astronaut at 0.52. */
const leastSimilarity = 0.55;

export interface Catalogue {
  readonly skills: readonly Searchable<Skill>[];
  readonly roles: readonly Searchable<Role>[];
  readonly rolesLike: (title: string) => Promise<readonly Role[]>;
}

export function createCatalogues(titles: Titles): (known: WhatCairnKnows) => Catalogue {
  const catalogues = new WeakMap<WhatCairnKnows, Catalogue>();
  return (known) => {
    const catalogue = catalogues.get(known) ?? makeCatalogue(known, titles);
    catalogues.set(known, catalogue);
    return catalogue;
  };
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
