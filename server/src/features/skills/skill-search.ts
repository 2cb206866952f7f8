import type { Embedder } from '@cairn/engine/embeddings';
import type { Skill } from '@cairn/engine/knowledge';
import { loadEmbeddings } from '@cairn/knowledge';
import type { Log } from '../../platform/log/log.ts';
import { createMeaningSearch } from './search-by-meaning.ts';
import { modelVectors, tableVectors, type SkillVectors } from './skill-vectors.ts';
import type { WhatCairnKnows } from './what-cairn-knows.ts';

export interface SkillSearch {
  byMeaning(search: string): Promise<Skill[]>;
  /** Loads the model that an administrator put on disk, where there is one. Until it is there, and if it cannot be loaded, Cairn's own vectors serve. */
  warm(): Promise<void>;
}

export function createSkillSearch({ known, loadModel, log }: { known: WhatCairnKnows; loadModel: (() => Promise<Embedder>) | undefined; log: Pick<Log, 'info' | 'error'> }): SkillSearch {
  const { skills } = known.knowledge;
  let vectors: SkillVectors | undefined;
  // Made when somebody first types what no name contains: it takes a few hundred milliseconds that the start has not.
  let search: ((text: string) => Promise<Skill[]>) | undefined;
  const ownVectors = (): SkillVectors => (vectors ??= tableVectors(skills, known.taxonomy, loadEmbeddings()));
  return {
    byMeaning: (text) => (search ??= createMeaningSearch(skills, ownVectors))(text),
    async warm() {
      if (loadModel === undefined) return;
      try {
        const embedder = await loadModel();
        vectors = await modelVectors(skills, embedder);
        log.info({ model: embedder.model, leastLikeness: vectors.leastLikeness }, 'skills are searched with the model on disk');
      } catch (error) {
        log.error({ error }, "the model on disk could not be loaded: skills are searched with Cairn's own vectors");
      }
    },
  };
}
