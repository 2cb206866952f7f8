/** What Cairn knows, compiled: looked up by id, and as the taxonomy that reads texts. */
import * as compiler from '@cairn/engine/skills';
import type { Knowledge, ProjectBrief, Resource, Role, Skill } from '@cairn/engine/knowledge';
import { readPhraseModel, type PhraseModel } from '@cairn/engine/phrases';
import { compileTaxonomy, type Taxonomy } from '@cairn/engine/skills';
import { loadPhraseWeights, loadTaxonomy } from '@cairn/knowledge';

export interface WhatCairnKnows {
  readonly knowledge: Knowledge;
  readonly taxonomy: Taxonomy;
  /** Finds skills in a text that the taxonomy does not list. */
  readonly phraseModel: PhraseModel;
  readonly skills: ReadonlyMap<string, Skill>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly projects: ReadonlyMap<string, ProjectBrief>;
}

/** Cairn's own. Throws KnowledgeError on a fault of form; that the entries agree with each other is proven by knowledge/'s own tests. */
export function compileWhatCairnKnows(): WhatCairnKnows {
  let phraseModel: PhraseModel | undefined;
  const { knowledge, taxonomy } = loadTaxonomy(compiler);
  return whatIsKnown(knowledge, taxonomy, () => (phraseModel ??= readPhraseModel(loadPhraseWeights())));
}

/** Of entries that are not Cairn's own alone. */
export function compileKnowledge(knowledge: Knowledge, phraseModel: () => PhraseModel): WhatCairnKnows {
  return whatIsKnown(knowledge, compileTaxonomy(knowledge.skills, knowledge.said), phraseModel);
}

/** The phrase model is read when the first ad is: 25 ms that the start should not take. */
function whatIsKnown(knowledge: Knowledge, taxonomy: Taxonomy, phraseModel: () => PhraseModel): WhatCairnKnows {
  return {
    knowledge,
    taxonomy,
    get phraseModel() {
      return phraseModel();
    },
    skills: byId(knowledge.skills),
    roles: byId(knowledge.roles),
    resources: byId(knowledge.resources),
    projects: byId(knowledge.projects),
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
