import { indexLines } from './line-index.ts';
import { compileOccupationWords } from './occupation-words.ts';
import { textFeatures, titleFeatures, type TitleFeature } from './title-features.ts';

export interface KnownOccupation {
  /** ESCO's code: the ISCO-08 group and the place below it ("2422.10"). */
  readonly code: string;
  /** The preferred title first. */
  readonly titles: readonly string[];
}

export interface ListedOccupation extends KnownOccupation {
  /** Of the preferred title, see titleWords. */
  readonly words: readonly string[];
}

/** Vectors have length one, or zero where a text has no known feature. */
export interface TitleModel {
  readonly dimensions: number;
  readonly occupations: readonly ListedOccupation[];
  titleVector(title: string): Float32Array;
  textVector(text: string): Float32Array;
  /** For each occupation the product of a direction with the mean direction of its titles, which has length one. */
  likeTitles(direction: Float32Array): Float64Array;
  /** The same with the direction of the description of its ISCO-08 unit group; 0 where that has none. */
  likeGroups(direction: Float32Array): Float64Array;
  /** How well the words of a text fit each occupation, see compileOccupationWords. */
  wordsInCommon(text: string): Float32Array;
}

/** What scripts/derive-titles.ts writes, taken apart by who loads it. */
export interface TitleTable {
  /**
   * Five blocks with an empty line between them: the number of dimensions; the features, a line each, in the order of their rows;
   * the occupations in the order of theirs, each its code, the words of its preferred title, and its titles, a tab between them;
   * codes of ISCO-08 unit groups, four digits; the words of the occupations.
   */
  readonly head: string;
  readonly numbers: Uint8Array;
}

/** Rows of whole numbers, and what a 1 stands for in each. */
interface Matrix {
  readonly scales: Float32Array;
  readonly values: Int8Array;
}

/**
 * Compiles the table: for features, occupations by titles and ISCO groups each a scale a row (float32,
 * little-endian) and whole numbers (int8), one row after another; then for the words of the occupations how many
 * have each (uint16), which (uint16) and with what weight (uint8).
 *
 * A title's vector is Σ weight × vector over its features (see titleFeatures), brought to length one.
 * Source: learned from ESCO 1.1.1 and O*NET 29.3, see knowledge/titles/provenance.json. Throws RangeError where the bytes
 * are fewer than the head says.
 */
export function compileTitleModel({ head, numbers: bytes }: TitleTable): TitleModel {
  const [firstBlock, featureBlock = '', occupationBlock = '', groupBlock = '', wordBlock = ''] = head.split('\n\n');
  const dimensions = Number(firstBlock);
  const features = indexLines(featureBlock);
  const occupations = occupationBlock.split('\n').map((line) => new OccupationLine(line));
  const groups = groupBlock.split('\n');
  const words = indexLines(wordBlock);
  let at = 0;
  const cutShort = (end: number): RangeError => new RangeError(`The table of titles holds ${bytes.length} bytes of numbers and should hold ${end} or more.`);
  /** Copied: a view of numbers of several bytes has to start at a multiple of their length. */
  const take = (length: number): ArrayBuffer => {
    const end = at + length;
    if (end > bytes.length) throw cutShort(end);
    const copy = new Uint8Array(bytes.subarray(at, end)).buffer;
    at = end;
    return copy;
  };
  /** The whole numbers stay where they are: copied, they would be four megabytes more to fill. */
  const matrix = (rowCount: number): Matrix => {
    const scales = new Float32Array(take(rowCount * 4));
    const start = at;
    at += rowCount * dimensions;
    if (at > bytes.length) throw cutShort(at);
    return { scales, values: new Int8Array(bytes.buffer, bytes.byteOffset + start, rowCount * dimensions) };
  };
  const vectors = matrix(features.count);
  const withTitles = productsWith(matrix(occupations.length), dimensions);
  const withGroups = productsWith(matrix(groups.length), dimensions);
  const counts = new Uint16Array(take(words.count * 2));
  const placeCount = counts.reduce((sum, count) => sum + count, 0);
  const wordsInCommon = compileOccupationWords({ words, counts, occupations: new Uint16Array(take(placeCount * 2)), weights: new Uint8Array(take(placeCount)) }, occupations.length);
  const groupRow = new Map(groups.map((code, row) => [code, row]));
  const groupOf = Int32Array.from(occupations, ({ code }) => groupRow.get(code.slice(0, 4)) ?? -1);

  function addRow(sum: Float32Array, { scales, values }: Matrix, row: number, weight: number): void {
    const start = row * dimensions;
    const scale = weight * (scales[row] as number);
    for (let axis = 0; axis < dimensions; axis += 1) sum[axis] = (sum[axis] as number) + scale * (values[start + axis] as number);
  }
  function vectorOf(own: readonly TitleFeature[]): Float32Array {
    const sum = new Float32Array(dimensions);
    for (const { key, weight } of own) {
      const row = features.lineOf(key);
      if (row >= 0) addRow(sum, vectors, row, weight);
    }
    return toLengthOne(sum);
  }
  return {
    dimensions,
    occupations,
    titleVector: (title) => vectorOf(titleFeatures(title)),
    textVector: (text) => vectorOf(textFeatures(text)),
    likeTitles: withTitles,
    likeGroups(direction) {
      const ofGroups = withGroups(direction);
      return Float64Array.from(groupOf, (group) => (group < 0 ? 0 : (ofGroups[group] as number)));
    },
    wordsInCommon,
  };
}

/** Taken apart when it is asked: of 30,000 titles a start needs none. */
class OccupationLine implements ListedOccupation {
  readonly #line: string;

  constructor(line: string) {
    this.#line = line;
  }

  get code(): string {
    return this.#line.slice(0, this.#line.indexOf('\t'));
  }

  get words(): readonly string[] {
    const start = this.#line.indexOf('\t') + 1;
    const end = this.#line.indexOf('\t', start);
    return end === start ? [] : this.#line.slice(start, end).split(' ');
  }

  get titles(): readonly string[] {
    return this.#line.split('\t').slice(2);
  }
}

/** Products with the rows of a matrix, each brought to length one; its scale falls out of that. As vectors of their own 3,000 rows take 1.5 MB and a fifteenth of a start. */
function productsWith({ values }: Matrix, dimensions: number): (direction: Float32Array) => Float64Array {
  const lengths = new Float64Array(values.length / dimensions);
  for (let row = 0, start = 0; row < lengths.length; row += 1, start += dimensions) {
    let square = 0;
    for (let at = start; at < start + dimensions; at += 1) square += (values[at] as number) ** 2;
    lengths[row] = Math.sqrt(square) || 1;
  }
  return (direction) => {
    const products = new Float64Array(lengths.length);
    for (let row = 0, start = 0; row < lengths.length; row += 1, start += dimensions) {
      let sum = 0;
      for (let axis = 0; axis < dimensions; axis += 1) sum += (direction[axis] as number) * (values[start + axis] as number);
      products[row] = sum / (lengths[row] as number);
    }
    return products;
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
