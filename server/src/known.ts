/** What Cairn knows by itself: read once, never changed, and so the same for every application of a process. */
import { loadLearningMaterial, type LearningMaterial } from '@cairn/knowledge/learning';
import { compileWhatCairnKnows, type WhatCairnKnows } from './features/knowledge/index.ts';
import { createPlaces, type Places } from './features/places/index.ts';
import { createTitles, type Titles } from './features/titles/index.ts';

export interface Known {
  readonly base: WhatCairnKnows;
  readonly titles: Titles;
  readonly places: Places;
  /** Read when somebody first learns: a few megabytes that the start should not take. */
  material(): LearningMaterial;
}

export function readKnown(): Known {
  let material: LearningMaterial | undefined;
  return { base: compileWhatCairnKnows(), titles: createTitles(), places: createPlaces(), material: () => (material ??= loadLearningMaterial()) };
}
