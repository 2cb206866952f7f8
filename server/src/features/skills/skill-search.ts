import type { Embedder } from '@cairn/engine/embeddings';
import type { Skill } from '@cairn/engine/knowledge';
import { loadEmbeddings } from '@cairn/knowledge';
import type { Log } from '../../platform/log/log.ts';
import { createMeaningSearch } from './search-by-meaning.ts';
import { modelVectors, tableVectors, type SkillVectors } from './skill-vectors.ts';
import type { WhatCairnKnows } from '../knowledge/index.ts';

export interface SkillSearch {
  byMeaning(known: WhatCairnKnows, search: string): Promise<Skill[]>;
  /** Loads the model that an administrator put on disk, where there is one. Until it is there, and if it cannot be loaded, Cairn's own vectors serve. */
  warm(): Promise<void>;
}

export function createSkillSearch({ base, loadModel, log }: { base: WhatCairnKnows; loadModel: (() => Promise<Embedder>) | undefined; log: Pick<Log, 'info' | 'error'> }): SkillSearch {
  const { skills } = base.knowledge;
  let modelled: SkillVectors | undefined;
  // Made when somebody first types what no name contains: it takes a few hundred milliseconds that the start has not.
  const searches = new WeakMap<WhatCairnKnows, (text: string) => Promise<Skill[]>>();
  function searchOf(known: WhatCairnKnows): (text: string) => Promise<Skill[]> {
    let own: SkillVectors | undefined;
    // The model has read Cairn's own skills alone; reading what an organisation imports would take it minutes.
    return createMeaningSearch(known.knowledge.skills, () => (known === base ? modelled : undefined) ?? (own ??= tableVectors(known.knowledge.skills, known.taxonomy, loadEmbeddings())));
  }
  return {
    byMeaning(known, text) {
      const search = searches.get(known) ?? searchOf(known);
      searches.set(known, search);
      return search(text);
    },
    async warm() {
      if (loadModel === undefined) return;
      try {
        const embedder = await loadModel();
        modelled = await modelVectors(skills, embedder);
        log.info({ model: embedder.model, leastLikeness: modelled.leastLikeness }, 'skills are searched with the model on disk');
      } catch (error) {
        log.error({ error }, "the model on disk could not be loaded: skills are searched with Cairn's own vectors");
      }
    },
  };
}
