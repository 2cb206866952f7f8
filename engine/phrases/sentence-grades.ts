/**
 * How likely a sentence is to name a skill or knowledge at all, from its words, its neighbours and its place in the ad: a
 * logistic regression over hashed features. Ads speak of the company, its benefits and the law too, in the same words.
 */
import type { SeenWord } from './features.ts';
import { mix } from './hashing.ts';

export interface GradeWeights {
  /** Two for each bucket, skill and knowledge; as many buckets as a power of two. */
  readonly weights: ArrayLike<number>;
  /** What a whole weight stands for. */
  readonly unit: number;
}

/** Words beyond these say little more about a sentence. */
const longestOwn = 80;
const longestNeighbour = 40;
/** Sentences up to so many words that end in a colon or question mark are headings; one holds for so many sentences. */
const longestHeading = 8;
const headingReach = 40;

/** The features of the sentence at `at`, as hashes. `isHeading` says so of each sentence of the ad. */
export function gradeFeatures(ad: readonly (readonly SeenWord[])[], at: number): Uint32Array {
  const features: number[] = [];
  const add = (template: number, value: number, other = 0): void => { features.push(mix(mix(5000 + template, value), other)); };
  const own = (ad[at] ?? []).slice(0, longestOwn);
  const first = own[0];
  const second = own[1];
  add(0, 0);
  own.forEach((seen, index) => {
    add(1, seen.word);
    add(2, seen.stem);
    add(3, seen.fine);
    const before = own[index - 1];
    if (before === undefined) return;
    add(4, before.word, seen.word);
    add(5, before.coarse, seen.coarse);
  });
  add(6, first?.word ?? 0);
  add(7, first?.coarse ?? 0);
  add(8, first?.shape ?? 0);
  add(9, second?.coarse ?? 0, first?.coarse ?? 0);
  add(10, first?.word ?? 0, second?.word ?? 0);
  add(11, Math.min(12, own.length));
  add(12, own.at(-1)?.word ?? 0);
  add(13, Math.floor((10 * at) / ad.length));
  add(14, Math.min(10, ad.length - at));
  add(15, Math.min(15, at));
  for (const offset of [-3, -2, -1, 1, 2, 3]) {
    const words = ad[at + offset]?.slice(0, longestNeighbour);
    const place = offset + 10;
    if (words === undefined) {
      add(16, place);
      continue;
    }
    const side = Math.max(-2, Math.min(2, offset)) + 10;
    words.forEach((seen, index) => {
      add(17, side, seen.word);
      add(18, side, seen.fine);
      const before = words[index - 1];
      if (before !== undefined && Math.abs(offset) === 1) add(19, side, mix(before.word, seen.word));
    });
    add(20, place, words[0]?.coarse ?? 0);
    add(21, place, Math.min(12, words.length));
    add(22, place, words[0]?.word ?? 0);
  }
  for (let back = at - 1; back >= Math.max(0, at - headingReach); back -= 1) {
    const words = ad[back] ?? [];
    if (words.length > longestHeading || words.at(-1)?.endsHeading !== true) continue;
    for (const { word } of words) add(23, word);
    add(24, Math.min(12, at - back));
    break;
  }
  return Uint32Array.from(features);
}

/** Log-odds of skill and of knowledge. */
export function gradeSentence({ weights, unit }: GradeWeights, features: Uint32Array): readonly [skill: number, knowledge: number] {
  const mask = weights.length / 2 - 1;
  let skill = 0;
  let knowledge = 0;
  for (const feature of features) {
    const at = 2 * (feature & mask);
    skill += weights[at] as number;
    knowledge += weights[at + 1] as number;
  }
  const scale = unit / Math.sqrt(features.length);
  return [skill * scale, knowledge * scale];
}
