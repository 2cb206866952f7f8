import type { Http } from '../../platform/http/http.ts';
import { skillsRoutes } from './skills.routes.ts';
import { createSkillsService, type SkillsParts, type SkillsService } from './skills.service.ts';

export { compileWhatCairnKnows, type WhatCairnKnows } from './what-cairn-knows.ts';
export { monthOf, type SkillsService } from './skills.service.ts';
export { replaceLearned } from './skills.store.ts';

export function registerSkills(http: Pick<Http, 'implement'>, parts: SkillsParts): SkillsService {
  const service = createSkillsService(parts);
  skillsRoutes(http, service, parts.known);
  return service;
}
