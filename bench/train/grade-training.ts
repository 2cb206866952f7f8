import { gradeFeatures, type SeenWord } from '@cairn/engine/phrases';
import { seededRandom } from '@cairn/engine/seeds';

export const gradeSettings = { epochs: 6, rate: 0.1, decay: 0.0003, dropout: 0.3, buckets: 1 << 17, parts: 5, seed: 1 } as const;

/** An ad: the words of its sentences, and whether each names a skill and a knowledge. */
export interface GradedAd {
  readonly sentences: readonly (readonly SeenWord[])[];
  readonly names: readonly (readonly [boolean, boolean])[];
}

const oddsOf = (weights: Float32Array, features: Uint32Array): readonly [number, number] => {
  let skill = 0;
  let knowledge = 0;
  for (const feature of features) {
    const at = 2 * (feature & (gradeSettings.buckets - 1));
    skill += weights[at] as number;
    knowledge += weights[at + 1] as number;
  }
  const scale = 1 / Math.sqrt(features.length);
  return [skill * scale, knowledge * scale];
};

function trainOn(examples: readonly { readonly features: Uint32Array; readonly names: readonly [boolean, boolean] }[]): Float32Array {
  const { epochs, rate, decay, dropout, buckets, seed } = gradeSettings;
  const weights = new Float32Array(2 * buckets);
  const squares = new Float32Array(2 * buckets).fill(0.3);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { features, names } of examples.map(() => examples[Math.floor(random() * examples.length)] as (typeof examples)[number])) {
      const kept = features.filter(() => random() >= dropout);
      const odds = oddsOf(weights, kept);
      const scale = 1 / Math.sqrt(kept.length);
      const gradients = odds.map((value, kind) => ((names[kind] === true ? 1 : 0) - 1 / (1 + Math.exp(-value))) * scale);
      for (const feature of kept) for (let kind = 0; kind < 2; kind += 1) {
        const at = 2 * (feature & (buckets - 1)) + kind;
        const slope = (gradients[kind] as number) - decay * (weights[at] as number);
        squares[at] = (squares[at] as number) + slope * slope;
        weights[at] = (weights[at] as number) + (rate * slope) / Math.sqrt(squares[at] as number);
      }
    }
  }
  return weights;
}

/** Weights from all ads; and for each ad the odds of weights that have not seen it, which is what an unseen ad will get. */
export function trainGrades(ads: readonly GradedAd[]): { readonly weights: Float32Array; readonly odds: (readonly [number, number])[][] } {
  const features = ads.map(({ sentences }) => sentences.map((_, at) => gradeFeatures(sentences, at)));
  const examplesOf = (isUsed: (ad: number) => boolean) => ads.flatMap(({ names }, ad) => (isUsed(ad) ? names.map((own, at) => ({ features: features[ad]?.[at] as Uint32Array, names: own })) : []));
  const odds: (readonly [number, number])[][] = [];
  for (let part = 0; part < gradeSettings.parts; part += 1) {
    const weights = trainOn(examplesOf((ad) => ad % gradeSettings.parts !== part));
    for (let ad = part; ad < ads.length; ad += gradeSettings.parts) odds[ad] = (features[ad] as Uint32Array[]).map((own) => oddsOf(weights, own));
  }
  return { weights: trainOn(examplesOf(() => true)), odds };
}
