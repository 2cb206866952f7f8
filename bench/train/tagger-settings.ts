import type { BoostingSettings } from './boosted-trees.ts';
import type { TaggerSettings } from './tagger-training.ts';

/** Chosen by cross-validate-tagger.ts inside the training file (bench/tried/tagger.md). */
export const taggerSettings: TaggerSettings = { epochs: 14, averageFrom: 7, rate: 0.15, decay: 0.001, dropout: 0.75, seeds: [1, 2, 3], minimumCount: 2, thresholds: [0.25, 0.25], sharpness: 0.35 };

/** The trees learn from so many parts of the ads, each read by chains of one seed that have seen the other parts alone. */
export const treeParts = 5;
export const treeSettings: BoostingSettings = { trees: 160, depth: 4, rate: 0.06, leastHessian: 5, decay: 3, rowShare: 0.7, valueShare: 0.3, seed: 1 };
