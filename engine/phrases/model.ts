import { stepCount, tagCount } from './chain.ts';
import { featureKeyBits } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { GradeWeights } from './sentence-grades.ts';
import { leaf, type Trees } from './trees.ts';

/** Weights of features by key: open addressing, at most half full. */
export interface FeatureTable {
  /** Feature key + 1, or 0 where nothing is. */
  readonly keys: Int32Array;
  /** Which row of `weights` the key has. */
  readonly rows: Int32Array;
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

/** The first bytes of the weights, with the version of their form. */
export const modelMark = 0x43505432;

/**
 * Weights as `bench/train` writes them: the mark, then thresholds, words and their clusters, listed phrases, sentence
 * grades, node and edge weights, and the trees, each node before what lies below it. Whole numbers and reals are little-endian; keys ascend and each is kept as its distance
 * from the one before, seven bits a byte. Throws RangeError for bytes of another form.
 */
export function readPhraseModel(bytes: Uint8Array): PhraseModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const whole = (): number => { at += 4; return view.getUint32(at - 4, true); };
  const real = (): number => { at += 4; return view.getFloat32(at - 4, true); };
  const octet = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError('The weights of the phrase model are cut short');
    at += 1;
    return value;
  };
  const keys = (count: number): Uint32Array => {
    const read = new Uint32Array(count);
    let key = 0;
    for (let index = 0; index < count; index += 1) {
      let distance = 0;
      let factor = 1;
      let byte = 128;
      while (byte >= 128) {
        byte = octet();
        distance += (byte & 127) * factor;
        factor *= 128;
      }
      key += distance;
      read[index] = key;
    }
    return read;
  };
  const signed = (count: number): Int8Array => {
    if (at + count > bytes.byteLength) throw new RangeError('The weights of the phrase model are cut short');
    at += count;
    return new Int8Array(bytes.buffer, bytes.byteOffset + at - count, count).slice();
  };
  const map = (valueBytes: number): Map<number, number> => {
    const read = new Map<number, number>();
    for (const key of keys(whole())) {
      let value = 0;
      for (let byte = 0; byte < valueBytes; byte += 1) value += octet() * 256 ** byte;
      read.set(key, value);
    }
    return read;
  };
  const table = (width: number): FeatureTable => {
    const own = keys(whole());
    const unit = real();
    return { ...address(own), weights: signed(own.length * width), width, unit };
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
  const lexicon: Lexicon = { clusters: map(3), phrases: map(1) };
  const buckets = whole();
  const grades: GradeWeights = { unit: real(), weights: signed(2 * buckets) };
  return { lexicon, grades, thresholds, nodes: table(2 * tagCount), edges: table(2 * stepCount), trees: [trees(), trees()] };
}

function address(own: Uint32Array): Pick<FeatureTable, 'keys' | 'rows'> {
  let size = 16;
  while (size < 2 * own.length) size *= 2;
  const keys = new Int32Array(size);
  const rows = new Int32Array(size);
  for (let row = 0; row < own.length; row += 1) {
    const key = own[row] as number;
    let slot = key & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key + 1;
    rows[slot] = row;
  }
  return { keys, rows };
}

/** Adds the weights of a feature, as whole numbers, to the sums of either kind from `at` on. A feature not kept adds nothing. */
export function addWeights({ keys, rows, weights, width }: FeatureTable, feature: number, skillSums: Float64Array, knowledgeSums: Float64Array, at: number): void {
  const mask = keys.length - 1;
  const key = (feature >>> (32 - featureKeyBits)) + 1;
  let slot = (key - 1) & mask;
  while (keys[slot] !== key) {
    if (keys[slot] === 0) return;
    slot = (slot + 1) & mask;
  }
  const half = width / 2;
  const base = (rows[slot] as number) * width;
  for (let number = 0; number < half; number += 1) {
    skillSums[at + number] = (skillSums[at + number] as number) + (weights[base + number] as number);
    knowledgeSums[at + number] = (knowledgeSums[at + number] as number) + (weights[base + half + number] as number);
  }
}
