import type { Http } from '../../platform/http/http.ts';
import type { Embedder } from '@cairn/engine/embeddings';
import type { WhatCairnKnows } from '../knowledge/index.ts';
import type { Log } from '../../platform/log/log.ts';
import { createSkillSearch } from './skill-search.ts';
import type { Titles } from '../titles/index.ts';
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

export function createSkills(parts: SkillsParts & SearchParts & { readonly titles: Titles }): SkillsService & { register(http: Pick<Http, 'implement'>): void; warm(): Promise<void> } {
  const service = createSkillsService(parts);
  const search = createSkillSearch(parts);
  return { ...service, register: (http) => { skillsRoutes(http, service, search, parts.titles); }, warm: () => search.warm() };
}
