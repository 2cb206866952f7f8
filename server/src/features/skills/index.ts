import type { Http } from '../../platform/http/http.ts';
import type { Embedder } from '@cairn/engine/embeddings';
import type { Skill } from '@cairn/engine/knowledge';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Titles } from '../titles/index.ts';
import { createCatalogues } from './catalogue.ts';
import { searchByName } from './search-by-name.ts';
import { createSkillSearch } from './skill-search.ts';
import { skillsRoutes } from './skills.routes.ts';
import { createSkillsService, type SkillsParts, type SkillsService } from './skills.service.ts';

export { skillsData } from './skills-data.ts';
export { monthOf, type SkillsService } from './skills.service.ts';
export { replaceLearned } from './skills.store.ts';

export interface SearchParts {
  readonly log: Log;
  /** Cairn's own. */
  readonly base: WhatCairnKnows;
  /** Undefined: no model was put on disk. */
  readonly loadModel: (() => Promise<Embedder>) | undefined;
}

/** The skills nearest to what was written, the best first: by name, else by words and meaning. */
export type NearestSkills = (known: WhatCairnKnows, written: string, most: number) => Promise<readonly Skill[]>;

export interface SkillsFeature extends SkillsService {
  readonly nearestSkills: NearestSkills;
  register(http: Pick<Http, 'implement'>): void;
  warm(): Promise<void>;
}

export function createSkills(parts: SkillsParts & SearchParts & { readonly titles: Titles }): SkillsFeature {
  const service = createSkillsService(parts);
  const search = createSkillSearch(parts);
  const catalogueOf = createCatalogues(parts.titles);
  return {
    ...service,
    nearestSkills: async (known, written, most) => (await searchByName(catalogueOf(known).skills, { search: written, limit: most }, (text) => search.byMeaning(known, text))).items,
    register: (http) => { skillsRoutes(http, service, search, catalogueOf); },
    warm: () => search.warm(),
  };
}
