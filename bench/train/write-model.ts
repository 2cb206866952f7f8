import { featureKeyBits, modelMark, type ListedLexicon, type Trees } from '@cairn/engine/phrases';
import { addTo } from './add-to.ts';

/** All but the trees: they learn from what the chains say of ads that these have not seen. */
export interface TrainedChains {
  readonly lexicon: ListedLexicon;
  readonly thresholds: readonly [number, number];
  readonly grades: Float32Array;
  readonly nodes: TrainedTable;
  readonly edges: TrainedTable;
}

/** What `readPhraseModel` reads, before it is made small. */
export interface TrainedModel extends TrainedChains {
  readonly trees: readonly [skill: Trees, knowledge: Trees];
}

export interface TrainedTable {
  /** Feature keys, of `featureKeyBits` bits; the rows of `weights` are in their order. */
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  readonly width: number;
}

/** Of the sizes of all weights, this share is kept whole; the few beyond are cut to what a byte holds. */
const keptWhole = 0.9995;
/** Rows whose every weight is below this share of the largest say nothing that a byte could hold. */
const sayingNothing = 2;

/** The bytes that `readPhraseModel` of '@cairn/engine/phrases' reads. */
export function writeModel({ lexicon, thresholds, grades, nodes, edges, trees }: TrainedModel): Uint8Array {
  const parts: Uint8Array[] = [];
  const numbers = (bytes: number, write: (view: DataView) => void): void => {
    const part = new Uint8Array(bytes);
    write(new DataView(part.buffer));
    parts.push(part);
  };
  const whole = (value: number): void => { numbers(4, (view) => { view.setUint32(0, value, true); }); };
  const real = (value: number): void => { numbers(4, (view) => { view.setFloat32(0, value, true); }); };
  const keys = (sorted: readonly number[]): void => {
    const bytes: number[] = [];
    let before = 0;
    for (const key of sorted) {
      let distance = key - before;
      while (distance >= 128) {
        bytes.push((distance % 128) + 128);
        distance = Math.floor(distance / 128);
      }
      bytes.push(distance);
      before = key;
    }
    whole(sorted.length);
    parts.push(Uint8Array.from(bytes));
  };
  const map = (values: ReadonlyMap<number, number>, valueBytes: number): void => {
    const sorted = [...values].sort(([a], [b]) => a - b);
    keys(sorted.map(([key]) => key));
    parts.push(Uint8Array.from(sorted.flatMap(([, value]) => Array.from({ length: valueBytes }, (_, byte) => Math.floor(value / 256 ** byte) % 256))));
  };
  const small = (weights: Float32Array, unit: number): Int8Array => Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))));
  const table = ({ keys: own, weights, width }: TrainedTable): void => {
    const unit = unitOf(weights);
    const bytes = small(weights, unit);
    const rows = Array.from(own.keys()).filter((row) => bytes.subarray(row * width, (row + 1) * width).some((value) => Math.abs(value) >= sayingNothing)).sort((a, b) => (own[a] as number) - (own[b] as number));
    keys(rows.map((row) => own[row] as number));
    real(unit);
    const sorted = new Int8Array(rows.length * width);
    rows.forEach((row, place) => { sorted.set(bytes.subarray(row * width, (row + 1) * width), place * width); });
    parts.push(new Uint8Array(sorted.buffer));
  };
  whole(modelMark);
  thresholds.forEach(real);
  map(lexicon.clusters, 3);
  map(lexicon.phrases, 1);
  whole(grades.length / 2);
  const unit = unitOf(grades);
  real(unit);
  parts.push(new Uint8Array(small(grades, unit).buffer));
  table(nodes);
  table(edges);
  for (const { features, numbers: own } of trees) {
    whole(features.length);
    features.forEach((feature, node) => {
      parts.push(Uint8Array.of(feature));
      real(own[node] as number);
    });
  }
  return Buffer.concat(parts);
}

function unitOf(weights: Float32Array): number {
  const sizes = weights.map(Math.abs).filter((size) => size > 0).sort();
  return (sizes[Math.floor(sizes.length * keptWhole)] ?? 1) / 127;
}

/** Numbers for the features that occur at least `minimum` times, by key; -1 for the others. */
export function numberFeatures(lists: readonly Uint32Array[], minimum: number): { readonly numbers: Int32Array; readonly keys: Int32Array } {
  const numbers = new Int32Array(2 ** featureKeyBits);
  for (const list of lists) for (const feature of list) addTo(numbers, feature >>> (32 - featureKeyBits), 1);
  const keys: number[] = [];
  for (let key = 0; key < numbers.length; key += 1) {
    const isKept = (numbers[key] as number) >= minimum;
    numbers[key] = isKept ? keys.length : -1;
    if (isKept) keys.push(key);
  }
  return { numbers, keys: Int32Array.from(keys) };
}
