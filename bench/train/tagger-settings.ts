import type { TaggerSettings } from './tagger-training.ts';

/** Chosen by cross-validate-tagger.ts inside the training file (bench/tried/tagger.md). */
export const taggerSettings: TaggerSettings = { epochs: 14, averageFrom: 7, rate: 0.15, decay: 0.001, dropout: 0.75, seeds: [1, 2, 3], minimumCount: 2, thresholds: [0.3, 0.3], sharpness: 0.35 };
