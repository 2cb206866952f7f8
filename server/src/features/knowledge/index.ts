import type { Http } from '../../platform/http/http.ts';
import { readImportJob } from './import/import.jobs.ts';
import { importRoutes } from './import/import.routes.ts';
import { createImportService, type ImportParts } from './import/import.service.ts';
import { keysWithImport } from './import/import.store.ts';
import { knowledgeRoutes } from './knowledge.routes.ts';
import { createKnowledgeService, type KnowledgeParts, type KnowledgeService } from './knowledge.service.ts';
import { createKnownTo, type KnownTo } from './known-to.ts';

export type { KnownTo } from './known-to.ts';
export { compileWhatCairnKnows, type WhatCairnKnows } from './what-cairn-knows.ts';

export function createKnowledge(parts: KnowledgeParts & Omit<ImportParts, 'knownTo'>): { readonly knownTo: KnownTo; readonly findResources: KnowledgeService['findResources']; register(http: Pick<Http, 'implement'>): void } {
  const knownTo = createKnownTo(parts.base);
  const service = createKnowledgeService({ ...parts, knownTo });
  const imports = createImportService({ ...parts, knownTo });
  parts.files.own('knowledge', keysWithImport);
  parts.jobs.register(readImportJob, parts);
  return {
    knownTo, findResources: service.findResources,
    register(http) {
      knowledgeRoutes(http, service);
      importRoutes(http, imports);
    },
  };
}
