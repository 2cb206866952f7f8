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
  /** Mean direction of the sentences of its description. */
  occupationByDescription(index: number): Float32Array;
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
}

/**
 * Compiles the table: for features, occupations by titles and occupations by description each a scale a row (float32,
 * little-endian) and whole numbers (int8), one row after another.
 *
 * A title's vector is Σ weight × vector over its features (see titleFeatures), brought to length one.
 * Source: learned from ESCO 1.1.1 and O*NET 29.3, see knowledge/titles/provenance.json. Throws RangeError where the bytes
 * are not as many as the head says.
 */
export function compileTitleModel({ head, numbers: bytes }: TitleTable): TitleModel {
  const { dimensions, features, occupations } = JSON.parse(head) as Head;
  let at = 0;
  const matrix = (rowCount: number) => {
    const end = at + rowCount * (4 + dimensions);
    if (end > bytes.length) throw new RangeError(`The table of titles holds ${bytes.length} bytes of numbers and should hold ${end} or more.`);
    // Copied: a view of four-byte numbers has to start at a multiple of four.
    const scales = new Float32Array(new Uint8Array(bytes.subarray(at, at + rowCount * 4)).buffer);
    const values = new Int8Array(new Uint8Array(bytes.subarray(at + rowCount * 4, end)).buffer);
    at = end;
    return { scales, values };
  };
  const vectors = matrix(features.length);
  const byTitles = matrix(occupations.length);
  const byDescription = matrix(occupations.length);
  const rowOf = new Map(features.map((feature, row) => [feature, row]));

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
    occupationByDescription: (index) => rowAsVector(byDescription, index),
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
