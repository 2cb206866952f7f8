/** Word classes from unlabelled text: words that stand between the same neighbours share a class. */

import { seededRandom } from '@cairn/engine/seeds';
import { addTo } from './add-to.ts';

export interface VectorSettings {
  readonly minimumCount: number;
  readonly contextWords: number;
  readonly dimensions: number;
  readonly seed: number;
}

/**
 * PPMI of each word with the commonest `contextWords` words one and two places to its left and right, reduced to `dimensions` by a
 * randomised range finder with power iterations, rows made unit, then k-means.
 */
export function wordVectors(sentences: readonly (readonly string[])[], { minimumCount, contextWords, dimensions, seed }: VectorSettings): { readonly words: string[]; readonly vectors: Float64Array; readonly counts: number[] } {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].filter(([, count]) => count >= minimumCount).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const idOf = new Map(words.map((word, id) => [word, id]));
  const columns = 4 * (contextWords + 2);
  const rows = words.map(() => new Map<number, number>());
  const offsets = [-1, 1, -2, 2];
  for (const sentence of sentences) {
    const ids = sentence.map((word) => idOf.get(word) ?? -1);
    ids.forEach((id, at) => {
      if (id < 0) return;
      const row = rows[id] as Map<number, number>;
      offsets.forEach((offset, place) => {
        const there = at + offset;
        const neighbour = there < 0 || there >= ids.length ? contextWords : (ids[there] as number);
        const context = neighbour < 0 || neighbour > contextWords ? contextWords + 1 : neighbour;
        const column = place * (contextWords + 2) + context;
        row.set(column, (row.get(column) ?? 0) + (place < 2 ? 1 : 0.5));
      });
    });
  }
  const columnSums = new Float64Array(columns);
  const rowSums = rows.map((row) => { let sum = 0; for (const [column, value] of row) { sum += value; columnSums[column] = (columnSums[column] as number) + value; } return sum; });
  const total = rowSums.reduce((a, b) => a + b, 0);
  const sparse = rows.map((row, id) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [column, count] of row) {
      const pmi = Math.log((count * total) / ((rowSums[id] as number) * (columnSums[column] as number) ** 1));
      if (pmi > 0) { at.push(column); value.push(Math.sqrt(pmi)); }
    }
    return { at, value };
  });
  const random = seededRandom(seed);
  const rank = dimensions + 10;
  let basis: Float64Array = Float64Array.from({ length: columns * rank }, () => gaussian(random));
  let product: Float64Array = new Float64Array(0);
  for (let power = 0; power < 4; power += 1) {
    product = multiply(sparse, basis, rank);
    orthonormalise(product, words.length, rank);
    basis = multiplyTransposed(sparse, product, columns, rank);
    if (power < 3) orthonormalise(basis, columns, rank);
  }
  // product (words × rank) orthonormal, basis = Aᵀ product: rotate to singular vectors through the small Gram matrix.
  const gram = new Float64Array(rank * rank);
  for (let row = 0; row < columns; row += 1) for (let a = 0; a < rank; a += 1) { const va = basis[row * rank + a] as number; for (let b = 0; b < rank; b += 1) addTo(gram, a * rank + b, va * (basis[row * rank + b] as number)); }
  const { values, vectors: rotation } = jacobi(gram, rank);
  const order = [...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number)).slice(0, dimensions);
  const vectors = new Float64Array(words.length * dimensions);
  for (let row = 0; row < words.length; row += 1) {
    let norm = 0;
    order.forEach((which, at) => {
      let sum = 0;
      for (let a = 0; a < rank; a += 1) sum += (product[row * rank + a] as number) * (rotation[a * rank + which] as number);
      sum *= Math.sqrt(Math.sqrt(Math.max(0, values[which] as number)));
      vectors[row * dimensions + at] = sum;
      norm += sum * sum;
    });
    norm = Math.sqrt(norm) || 1;
    for (let at = 0; at < dimensions; at += 1) vectors[row * dimensions + at] = (vectors[row * dimensions + at] as number) / (norm);
  }
  return { words, vectors, counts: words.map((word) => counts.get(word) as number) };
}

/** k-means on unit rows (k-means++ start); the class of each row, from 1. */
export function kMeans(vectors: Float64Array, dimensions: number, k: number, iterations: number, seed: number): number[] {
  const random = seededRandom(seed);
  const rows = vectors.length / dimensions;
  const centres = new Float64Array(k * dimensions);
  const nearest = new Float64Array(rows).fill(Infinity);
  const distance = (row: number, centre: number): number => { let sum = 0; for (let d = 0; d < dimensions; d += 1) { const difference = (vectors[row * dimensions + d] as number) - (centres[centre * dimensions + d] as number); sum += difference * difference; } return sum; };
  let chosen = Math.floor(random() * rows);
  for (let centre = 0; centre < k; centre += 1) {
    centres.set(vectors.subarray(chosen * dimensions, (chosen + 1) * dimensions), centre * dimensions);
    let sum = 0;
    for (let row = 0; row < rows; row += 1) { nearest[row] = Math.min(nearest[row] as number, distance(row, centre)); sum += nearest[row] as number; }
    let left = random() * sum;
    for (chosen = 0; chosen < rows - 1; chosen += 1) { left -= nearest[chosen] as number; if (left <= 0) break; }
  }
  const classes = new Array<number>(rows).fill(0);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    for (let row = 0; row < rows; row += 1) {
      let best = Infinity;
      for (let centre = 0; centre < k; centre += 1) { const d = distance(row, centre); if (d < best) { best = d; classes[row] = centre; } }
    }
    centres.fill(0);
    const sizes = new Array<number>(k).fill(0);
    classes.forEach((centre, row) => { addTo(sizes, centre, 1); for (let d = 0; d < dimensions; d += 1) addTo(centres, centre * dimensions + d, vectors[row * dimensions + d] as number); });
    sizes.forEach((size, centre) => { for (let d = 0; d < dimensions; d += 1) centres[centre * dimensions + d] = (centres[centre * dimensions + d] as number) / (size || 1); });
  }
  return classes.map((centre) => centre + 1);
}

interface SparseRow { readonly at: readonly number[]; readonly value: readonly number[] }

function multiply(rows: readonly SparseRow[], dense: Float64Array, rank: number): Float64Array {
  const result = new Float64Array(rows.length * rank);
  rows.forEach(({ at, value }, row) => { at.forEach((column, index) => { const v = value[index] as number; for (let d = 0; d < rank; d += 1) addTo(result, row * rank + d, v * (dense[column * rank + d] as number)); }); });
  return result;
}

function multiplyTransposed(rows: readonly SparseRow[], dense: Float64Array, columns: number, rank: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(columns * rank);
  rows.forEach(({ at, value }, row) => { at.forEach((column, index) => { const v = value[index] as number; for (let d = 0; d < rank; d += 1) addTo(result, column * rank + d, v * (dense[row * rank + d] as number)); }); });
  return result;
}

/** Gram-Schmidt on the columns, twice for accuracy. */
function orthonormalise(matrix: Float64Array, rows: number, rank: number): void {
  for (let column = 0; column < rank; column += 1) {
    for (let pass = 0; pass < 2; pass += 1) for (let other = 0; other < column; other += 1) {
      let dot = 0;
      for (let row = 0; row < rows; row += 1) dot += (matrix[row * rank + column] as number) * (matrix[row * rank + other] as number);
      for (let row = 0; row < rows; row += 1) addTo(matrix, row * rank + column, -(dot * (matrix[row * rank + other] as number)));
    }
    let norm = 0;
    for (let row = 0; row < rows; row += 1) norm += (matrix[row * rank + column] as number) ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let row = 0; row < rows; row += 1) matrix[row * rank + column] = (matrix[row * rank + column] as number) / (norm);
  }
}

/** Eigenvalues and eigenvectors (columns) of a small symmetric matrix, by Jacobi rotations. */
function jacobi(symmetric: Float64Array, size: number): { readonly values: number[]; readonly vectors: Float64Array } {
  const a = Float64Array.from(symmetric);
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) v[i * size + i] = 1;
  for (let sweep = 0; sweep < 12; sweep += 1) for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) {
    const apq = a[p * size + q] as number;
    if (Math.abs(apq) < 1e-12) continue;
    const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * apq);
    const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    const c = 1 / Math.sqrt(t * t + 1);
    const s = t * c;
    for (let i = 0; i < size; i += 1) { const x = a[i * size + p] as number; const y = a[i * size + q] as number; a[i * size + p] = c * x - s * y; a[i * size + q] = s * x + c * y; }
    for (let i = 0; i < size; i += 1) { const x = a[p * size + i] as number; const y = a[q * size + i] as number; a[p * size + i] = c * x - s * y; a[q * size + i] = s * x + c * y; }
    for (let i = 0; i < size; i += 1) { const x = v[i * size + p] as number; const y = v[i * size + q] as number; v[i * size + p] = c * x - s * y; v[i * size + q] = s * x + c * y; }
  }
  return { values: Array.from({ length: size }, (_, i) => a[i * size + i] as number), vectors: v };
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
