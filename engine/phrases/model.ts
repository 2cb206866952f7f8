import { stepCount, tagCount } from './chain.ts';
import { featureKeyBits } from './features.ts';
import type { Lexicon, Numbers } from './lexicon.ts';
import type { GradeWeights } from './sentence-grades.ts';
import { placeOf, sortedKeys, type SortedKeys } from './sorted-keys.ts';
import { leaf, type Trees } from './trees.ts';

/** Weights of features by key. */
export interface FeatureTable {
  /** Which row of `weights` a feature's key has. */
  readonly rows: SortedKeys;
  readonly weights: Int8Array;
  /** Numbers in a row. */
  readonly width: number;
  /** What a whole weight stands for. */
  readonly unit: number;
}

export interface PhraseModel {
  readonly lexicon: Lexicon;
  readonly grades: GradeWeights;
  /** For the tags of skill, then those of knowledge. */
  readonly nodes: FeatureTable;
  readonly edges: FeatureTable;
  /** What is added to the log-odds that the chains give a phrase, from `candidatesOf` it. */
  readonly trees: readonly [skill: Trees, knowledge: Trees];
  /** A phrase of each kind has to be likelier than this to be chosen. */
  readonly thresholds: readonly [skill: number, knowledge: number];
}

/** Of a word or a phrase (hashing.ts). */
const hashBits = 32;

/** The first bytes of the weights, with the version of their form. */
export const modelMark = 0x43505432;

/**
 * Weights as `bench/train` writes them: the mark, then thresholds, words and their clusters, listed phrases, sentence
 * grades, node and edge weights, and the trees, each node before what lies below it. Whole numbers and reals are little-endian; keys ascend and each is kept as its distance
 * from the one before, seven bits a byte. The model keeps the bytes and reads weights in them. Throws RangeError for bytes of another form.
 */
export function readPhraseModel(bytes: Uint8Array): PhraseModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const whole = (): number => { at += 4; return view.getUint32(at - 4, true); };
  const real = (): number => { at += 4; return view.getFloat32(at - 4, true); };
  const cutShort = (): RangeError => new RangeError('The weights of the phrase model are cut short');
  const octet = (): number => {
    const value = bytes[at];
    if (value === undefined) throw cutShort();
    at += 1;
    return value;
  };
  const keys = (count: number): Uint32Array => {
    const read = new Uint32Array(count);
    let key = 0;
    let from = at;
    for (let index = 0; index < count; index += 1) {
      let factor = 1;
      for (let byte = 128; byte >= 128; factor *= 128) {
        byte = bytes[from] ?? 0;
        key += (byte & 127) * factor;
        from += 1;
      }
      read[index] = key;
    }
    if (from > bytes.byteLength) throw cutShort();
    at = from;
    return read;
  };
  /** Where they stand: copied, the weights would be three megabytes more to fill. */
  const signed = (count: number): Int8Array => {
    if (at + count > bytes.byteLength) throw cutShort();
    at += count;
    return new Int8Array(bytes.buffer, bytes.byteOffset + at - count, count);
  };
  /** Its values are read from the bytes when they are asked for. */
  const numbers = (valueBytes: number): Numbers => {
    const places = sortedKeys(keys(whole()), hashBits);
    const start = at;
    at += places.keys.length * valueBytes;
    if (at > bytes.byteLength) throw cutShort();
    return {
      get: (key) => {
        const place = placeOf(places, key);
        if (place < 0) return undefined;
        let value = 0;
        for (let byte = valueBytes - 1; byte >= 0; byte -= 1) value = value * 256 + (bytes[start + place * valueBytes + byte] as number);
        return value;
      },
    };
  };
  const table = (width: number): FeatureTable => {
    const own = keys(whole());
    const unit = real();
    return { rows: sortedKeys(own, featureKeyBits), weights: signed(own.length * width), width, unit };
  };
  const trees = (): Trees => {
    const features = new Uint8Array(whole());
    const numbers = new Float32Array(features.length);
    const rights = new Int32Array(features.length);
    const roots: number[] = [];
    const asking: number[] = [];
    for (let node = 0; node < features.length; node += 1) {
      if (asking.length === 0) roots.push(node);
      features[node] = octet();
      numbers[node] = real();
      if (features[node] !== leaf) asking.push(node);
      // A leaf ends the first half of the last node that still lacks its second; the next node begins that.
      else for (let above = asking.pop(); above !== undefined; above = asking.pop()) {
        if (rights[above] !== 0) continue;
        rights[above] = node + 1;
        asking.push(above);
        break;
      }
    }
    if (asking.length > 0) throw new RangeError('The trees of the phrase model are cut short');
    return { roots: Int32Array.from(roots), features, numbers, rights };
  };
  if (bytes.byteLength < 4 || whole() !== modelMark) throw new RangeError('These are no weights of a phrase model');
  const thresholds = [real(), real()] as const;
  const lexicon: Lexicon = { clusters: numbers(3), phrases: numbers(1) };
  const buckets = whole();
  const grades: GradeWeights = { unit: real(), weights: signed(2 * buckets) };
  return { lexicon, grades, thresholds, nodes: table(2 * tagCount), edges: table(2 * stepCount), trees: [trees(), trees()] };
}

/** Adds the weights of a feature, as whole numbers, to the sums of either kind from `at` on. A feature not kept adds nothing. */
export function addWeights({ rows, weights, width }: FeatureTable, feature: number, skillSums: Float64Array, knowledgeSums: Float64Array, at: number): void {
  const row = placeOf(rows, feature >>> (32 - featureKeyBits));
  if (row < 0) return;
  const half = width / 2;
  const base = row * width;
  for (let number = 0; number < half; number += 1) {
    skillSums[at + number] = (skillSums[at + number] as number) + (weights[base + number] as number);
    knowledgeSums[at + number] = (knowledgeSums[at + number] as number) + (weights[base + half + number] as number);
  }
}
