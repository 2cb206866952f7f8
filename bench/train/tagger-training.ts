import { adFeatures, featureKeyBits, seeWord, type ListedLexicon, type SeenWord } from '@cairn/engine/phrases';
import { addTo } from './add-to.ts';
import { edgeWidth, nodeWidth, tagsOf, trainChains, type ChainWeights, type Example, type TrainingSettings } from './chain-training.ts';
import { trainGrades } from './grade-training.ts';
import type { LabelledSentence } from './text-sources.ts';
import { numberFeatures, type TrainedChains } from './write-model.ts';

export interface TaggerSettings extends Omit<TrainingSettings, 'seed'> {
  /** The chains are trained with each, and their weights averaged. */
  readonly seeds: readonly number[];
  /** Features that occur less often in the training text are not kept. */
  readonly minimumCount: number;
  readonly thresholds: readonly [number, number];
  /** What all scores are multiplied by when reading: dropout leaves the chains too sure of themselves. */
  readonly sharpness: number;
}

/** Trains sentence grades, then the chains on the grades that an unseen ad would get. */
export function trainTagger(ads: readonly (readonly LabelledSentence[])[], lexicon: ListedLexicon, settings: TaggerSettings): TrainedChains {
  const seen = new Map<string, SeenWord>();
  const see = (text: string): SeenWord => {
    const known = seen.get(text) ?? seeWord(text, lexicon);
    seen.set(text, known);
    return known;
  };
  const graded = ads.map((ad) => ({
    sentences: ad.map(({ tokens }) => tokens.map(see)),
    names: ad.map(({ skill, knowledge }) => [skill.includes('B'), knowledge.includes('B')] as const),
  }));
  const { weights: grades, odds } = trainGrades(graded);
  const features = graded.flatMap(({ sentences }, ad) => adFeatures(sentences, odds[ad] as (readonly [number, number])[], lexicon));
  const nodes = numberFeatures(features.map((own) => own.nodes), settings.minimumCount);
  const edges = numberFeatures(features.map((own) => own.edges), settings.minimumCount);
  const numbered = (list: Uint32Array, numbers: Int32Array): Int32Array => Int32Array.from(list, (feature) => numbers[feature >>> (32 - featureKeyBits)] as number);
  const sentences = ads.flat();
  const examples = features.map((own, at): Example => {
    const { skill, knowledge } = sentences[at] as LabelledSentence;
    return { nodes: numbered(own.nodes, nodes.numbers), nodeCount: own.nodeCount, edges: numbered(own.edges, edges.numbers), edgeCount: own.edgeCount, tags: [tagsOf(skill), tagsOf(knowledge)] };
  });
  const trained = settings.seeds.map((seed) => trainChains(examples, nodes.keys.length, edges.keys.length, { ...settings, seed }));
  const softened = (table: 'nodes' | 'edges'): Float32Array => {
    const sums = new Float64Array((trained[0] as ChainWeights)[table].length);
    for (const weights of trained) weights[table].forEach((weight, at) => { addTo(sums, at, weight); });
    return Float32Array.from(sums, (sum) => (sum / trained.length) * settings.sharpness);
  };
  return {
    lexicon, grades, thresholds: settings.thresholds,
    nodes: { keys: nodes.keys, weights: softened('nodes'), width: nodeWidth }, edges: { keys: edges.keys, weights: softened('edges'), width: edgeWidth },
  };
}
