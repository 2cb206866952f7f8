import type { Http } from '../../platform/http/http.ts';
import type { Titles } from '../titles/index.ts';
import { skillsRoutes } from './skills.routes.ts';
import { createSkillsService, type SkillsParts, type SkillsService } from './skills.service.ts';

export { skillsData } from './skills-data.ts';
export { compileWhatCairnKnows, type WhatCairnKnows } from './what-cairn-knows.ts';
export { monthOf, type SkillsService } from './skills.service.ts';
export { replaceLearned } from './skills.store.ts';

export function createSkills(parts: SkillsParts & { readonly titles: Titles }): SkillsService & { register(http: Pick<Http, 'implement'>): void } {
  const service = createSkillsService(parts);
  return { ...service, register: (http) => { skillsRoutes(http, service, parts.known, parts.titles); } };
}
