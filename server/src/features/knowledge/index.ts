import type { Http } from '../../platform/http/http.ts';
import { knowledgeRoutes } from './knowledge.routes.ts';
import { createKnowledgeService, type KnowledgeParts } from './knowledge.service.ts';
import { createKnownTo, type KnownTo } from './known-to.ts';

export type { KnownTo } from './known-to.ts';
export { compileWhatCairnKnows, type WhatCairnKnows } from './what-cairn-knows.ts';

export function createKnowledge(parts: KnowledgeParts): { readonly knownTo: KnownTo; register(http: Pick<Http, 'implement'>): void } {
  const knownTo = createKnownTo(parts.base);
  const service = createKnowledgeService({ ...parts, knownTo });
  return { knownTo, register: (http) => { knowledgeRoutes(http, service); } };
}
