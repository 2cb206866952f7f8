/** In a fresh process, with node --expose-gc: what each thing that Cairn knows takes until it can be asked, in processor time. One line of JSON out. */
import * as compiler from '@cairn/engine/skills';
import { createPhraseEmbedder } from '@cairn/engine/embeddings';
import { readPhraseModel } from '@cairn/engine/phrases';
import { compileGazetteer } from '@cairn/engine/places';
import { compileTitleModel, createOccupationFinder } from '@cairn/engine/titles';
import { loadEmbeddings, loadPhraseWeights, loadTaxonomy } from '@cairn/knowledge';
import { loadPlaceTable } from '@cairn/knowledge/places';
import { loadTitleTable } from '@cairn/knowledge/titles';
import { threadSeconds } from './thread-seconds.ts';

export const loadedParts = ['skills', 'phrases', 'titles', 'places', 'vectors'] as const;

export interface EverythingLoaded {
  readonly milliseconds: Readonly<Record<(typeof loadedParts)[number], number>>;
  /** What stays in memory, typed arrays included. */
  readonly heldBytes: number;
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function timed<Loaded>(load: () => Loaded): { milliseconds: number; loaded: Loaded } {
  const began = threadSeconds();
  const loaded = load();
  return { milliseconds: 1000 * (threadSeconds() - began), loaded };
}

/** Only where it is run, so that its names can be imported. */
if (import.meta.main) {
  const before = heldBytes();
  const skills = timed(() => loadTaxonomy(compiler).taxonomy);
  const phrases = timed(() => readPhraseModel(loadPhraseWeights()));
  const titles = timed(() => createOccupationFinder(compileTitleModel(loadTitleTable())));
  const places = timed(() => compileGazetteer(loadPlaceTable()));
  const vectors = timed(() => createPhraseEmbedder(loadEmbeddings(), skills.loaded));
  const result: EverythingLoaded = {
    milliseconds: { skills: skills.milliseconds, phrases: phrases.milliseconds, titles: titles.milliseconds, places: places.milliseconds, vectors: vectors.milliseconds },
    heldBytes: heldBytes() - before,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  // Asked after the measurement, so that nothing was thrown away before it.
  const answers = [phrases.loaded.nodes.rows.keys.length, titles.loaded.find({ title: 'Nurse' }, 1).length, places.loaded.meanings('pune').length, vectors.loaded.skill('python')?.length ?? 0];
  if (answers.includes(0)) throw new Error(`Something that was loaded knows nothing: ${answers.join(', ')}`);
}
