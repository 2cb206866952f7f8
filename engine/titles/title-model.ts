import { compileOccupationWords } from './occupation-words.ts';
import { textFeatures, titleFeatures, type TitleFeature } from './title-features.ts';

export interface KnownOccupation {
  /** ESCO's code: the ISCO-08 group and the place below it ("2422.10"). */
  readonly code: string;
  /** The preferred title first. */
  readonly titles: readonly string[];
}

/** Vectors have length one, or zero where a text has no known feature. */
export interface TitleModel {
  readonly dimensions: number;
  readonly occupations: readonly KnownOccupation[];
  titleVector(title: string): Float32Array;
  textVector(text: string): Float32Array;
  /** Mean direction of an occupation's titles. */
  occupationByTitles(index: number): Float32Array;
  /** Direction of the description of its ISCO-08 unit group; zero where that has none. */
  occupationByGroup(index: number): Float32Array;
  /** How well the words of a text fit each occupation, see compileOccupationWords. */
  wordsInCommon(text: string): Float32Array;
}

/** What scripts/derive-titles.ts writes, taken apart by who loads it. */
export interface TitleTable {
  /** JSON: number of dimensions, features in the order of their rows, occupations in the order of theirs. */
  readonly head: string;
  readonly numbers: Uint8Array;
}

interface Head {
  readonly dimensions: number;
  readonly features: readonly string[];
  readonly occupations: readonly KnownOccupation[];
  /** Codes of ISCO-08 unit groups, four digits. */
  readonly groups: readonly string[];
  readonly words: readonly string[];
}

/**
 * Compiles the table: for features, occupations by titles and ISCO groups each a scale a row (float32,
 * little-endian) and whole numbers (int8), one row after another; then for the words of the occupations how many
 * have each (uint16), which (uint16) and with what weight (uint8).
 *
 * A title's vector is Σ weight × vector over its features (see titleFeatures), brought to length one.
 * Source: learned from ESCO 1.1.1 and O*NET 29.3, see knowledge/titles/provenance.json. Throws RangeError where the bytes
 * are not as many as the head says.
 */
export function compileTitleModel({ head, numbers: bytes }: TitleTable): TitleModel {
  const { dimensions, features, occupations, groups, words } = JSON.parse(head) as Head;
  let at = 0;
  /** Copied: a view of numbers of several bytes has to start at a multiple of their length. */
  const take = (length: number): ArrayBuffer => {
    const end = at + length;
    if (end > bytes.length) throw new RangeError(`The table of titles holds ${bytes.length} bytes of numbers and should hold ${end} or more.`);
    const copy = new Uint8Array(bytes.subarray(at, end)).buffer;
    at = end;
    return copy;
  };
  const matrix = (rowCount: number) => {
    return { scales: new Float32Array(take(rowCount * 4)), values: new Int8Array(take(rowCount * dimensions)) };
  };
  const vectors = matrix(features.length);
  const byTitles = matrix(occupations.length);
  const byGroup = matrix(groups.length);
  const counts = new Uint16Array(take(words.length * 2));
  const placeCount = counts.reduce((sum, count) => sum + count, 0);
  const wordsInCommon = compileOccupationWords({ words, counts, occupations: new Uint16Array(take(placeCount * 2)), weights: new Uint8Array(take(placeCount)) }, occupations.length);
  const groupRow = new Map(groups.map((code, row) => [code, row]));
  /** A group has several occupations, which share its vector. */
  const groupVectors = new Map<string, Float32Array>();
  const rowOf = new Map<string, number>();
  features.forEach((feature, row) => { rowOf.set(feature, row); });

  function addRow(sum: Float32Array, { scales, values }: ReturnType<typeof matrix>, row: number, weight: number): void {
    const start = row * dimensions;
    const scale = weight * (scales[row] as number);
    for (let axis = 0; axis < dimensions; axis += 1) sum[axis] = (sum[axis] as number) + scale * (values[start + axis] as number);
  }
  function vectorOf(own: readonly TitleFeature[]): Float32Array {
    const sum = new Float32Array(dimensions);
    for (const { key, weight } of own) {
      const row = rowOf.get(key);
      if (row !== undefined) addRow(sum, vectors, row, weight);
    }
    return toLengthOne(sum);
  }
  function rowAsVector(of: ReturnType<typeof matrix>, row: number): Float32Array {
    const sum = new Float32Array(dimensions);
    addRow(sum, of, row, 1);
    return toLengthOne(sum);
  }
  return {
    dimensions,
    occupations,
    titleVector: (title) => vectorOf(titleFeatures(title)),
    textVector: (text) => vectorOf(textFeatures(text)),
    occupationByTitles: (index) => rowAsVector(byTitles, index),
    occupationByGroup(index) {
      const code = occupations[index]?.code.slice(0, 4) ?? '';
      const row = groupRow.get(code);
      const known = groupVectors.get(code) ?? (row === undefined ? new Float32Array(dimensions) : rowAsVector(byGroup, row));
      groupVectors.set(code, known);
      return known;
    },
    wordsInCommon,
  };
}

/** The cosine of two vectors of length one, -1 to 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let axis = 0; axis < a.length; axis += 1) sum += (a[axis] as number) * (b[axis] as number);
  return sum;
}

function toLengthOne(vector: Float32Array): Float32Array {
  const length = Math.sqrt(cosine(vector, vector));
  if (length > 0) for (let axis = 0; axis < vector.length; axis += 1) vector[axis] = (vector[axis] as number) / length;
  return vector;
}
