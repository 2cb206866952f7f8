/** Counts of pairs, both ways the same, and what can be done with them. */
export class PairCounts {
  readonly #counts: Map<number, number>[] = [];

  constructor(size: number) {
    for (let index = 0; index < size; index += 1) this.#counts.push(new Map());
  }

  add(one: number, other: number, weight: number): void {
    if (one === other || weight <= 0) return;
    const mine = this.#counts[one];
    const theirs = this.#counts[other];
    mine?.set(other, (mine.get(other) ?? 0) + weight);
    theirs?.set(one, (theirs.get(one) ?? 0) + weight);
  }

  /**
   * Positive pointwise mutual information, ln(p(one, other) ÷ (p(one) · p(other)^0.75 normed)), with the contexts smoothed
   * as in Levy, Goldberg and Dagan (2015); pairs counted less than `fewest` are left out as chance.
   */
  toPositiveInformation(fewest: number): SparseMatrix {
    const rowSums = this.#counts.map((row) => [...row.values()].reduce((sum, count) => sum + count, 0));
    const smoothed = rowSums.map((sum) => sum ** 0.75);
    const total = rowSums.reduce((sum, value) => sum + value, 0);
    const smoothedTotal = smoothed.reduce((sum, value) => sum + value, 0);
    const starts = new Uint32Array(this.#counts.length + 1);
    const columns: number[] = [];
    const values: number[] = [];
    this.#counts.forEach((row, one) => {
      for (const [other, count] of row) {
        if (count < fewest) continue;
        const information = (context: number, word: number): number => Math.log((count / total) / (((rowSums[word] ?? 0) / total) * ((smoothed[context] ?? 0) / smoothedTotal)));
        // The mean of both directions keeps the matrix symmetric.
        const value = (information(one, other) + information(other, one)) / 2;
        if (value > 0) {
          columns.push(other);
          values.push(value);
        }
      }
      starts[one + 1] = columns.length;
    });
    return { size: this.#counts.length, starts, columns: Uint32Array.from(columns), values: Float32Array.from(values) };
  }
}

/** Compressed rows. */
export interface SparseMatrix {
  readonly size: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** `matrix` × `block`, where the block has `width` columns, row after row. */
function multiply({ size, starts, columns, values }: SparseMatrix, block: Float32Array, width: number): Float32Array {
  const product = new Float32Array(size * width);
  for (let row = 0; row < size; row += 1) {
    const to = row * width;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const value = values[at] as number;
      const from = (columns[at] as number) * width;
      for (let column = 0; column < width; column += 1) product[to + column] = (product[to + column] as number) + value * (block[from + column] as number);
    }
  }
  return product;
}

/** Makes the columns orthonormal in place: modified Gram-Schmidt, twice, over a transposed copy. */
function orthonormalise(block: Float32Array, size: number, width: number): void {
  const columns = Array.from({ length: width }, (_, column) => Float64Array.from({ length: size }, (_value, row) => block[row * width + column] as number));
  columns.forEach((column, index) => {
    for (let round = 0; round < 2; round += 1) {
      for (const earlier of columns.slice(0, index)) {
        const share = dot(column, earlier);
        for (let row = 0; row < size; row += 1) column[row] = (column[row] as number) - share * (earlier[row] as number);
      }
    }
    const length = Math.sqrt(dot(column, column)) || 1;
    for (let row = 0; row < size; row += 1) column[row] = (column[row] as number) / length;
  });
  columns.forEach((column, index) => { for (let row = 0; row < size; row += 1) block[row * width + index] = column[row] as number; });
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

/** Eigenvalues and -vectors of a small symmetric matrix by Jacobi rotations; vectors are columns. */
function symmetricEigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) vectors[at * size + at] = 1;
  const get = (row: number, column: number): number => matrix[row * size + column] as number;
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let rest = 0;
    for (let row = 0; row < size; row += 1) for (let column = row + 1; column < size; column += 1) rest += get(row, column) ** 2;
    if (rest < 1e-12) break;
    for (let row = 0; row < size; row += 1) {
      for (let column = row + 1; column < size; column += 1) {
        const off = get(row, column);
        if (Math.abs(off) < 1e-14) continue;
        const theta = (get(column, column) - get(row, row)) / (2 * off);
        const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        rotate(matrix, size, row, column, cosine, tangent * cosine);
        rotateColumns(vectors, size, row, column, cosine, tangent * cosine);
      }
    }
  }
  return { values: Float64Array.from({ length: size }, (_, at) => get(at, at)), vectors };
}

function rotateColumns(matrix: Float64Array, size: number, p: number, q: number, cosine: number, sine: number): void {
  for (let row = 0; row < size; row += 1) {
    const one = matrix[row * size + p] as number;
    const other = matrix[row * size + q] as number;
    matrix[row * size + p] = cosine * one - sine * other;
    matrix[row * size + q] = sine * one + cosine * other;
  }
}

function rotate(matrix: Float64Array, size: number, p: number, q: number, cosine: number, sine: number): void {
  rotateColumns(matrix, size, p, q, cosine, sine);
  for (let column = 0; column < size; column += 1) {
    const one = matrix[p * size + column] as number;
    const other = matrix[q * size + column] as number;
    matrix[p * size + column] = cosine * one - sine * other;
    matrix[q * size + column] = sine * one + cosine * other;
  }
}

/**
 * The `dimensions` largest eigenvalues of a symmetric matrix with their vectors, row after row: randomised subspace
 * iteration (Halko, Martinsson and Tropp, 2011, algorithm 4.4), `extra` more columns and `rounds` power iterations.
 */
export function randomisedEigen(matrix: SparseMatrix, { dimensions, extra, rounds, random }: { dimensions: number; extra: number; rounds: number; random: () => number }): { values: Float64Array; vectors: Float32Array } {
  const width = dimensions + extra;
  const { size } = matrix;
  // Sums of 12 uniform numbers are near enough to normal ones.
  let block: Float32Array = Float32Array.from({ length: size * width }, () => Array.from({ length: 4 }, random).reduce((sum, value) => sum + value, -2));
  for (let round = 0; round <= rounds; round += 1) {
    block = multiply(matrix, block, width);
    orthonormalise(block, size, width);
  }
  const image = multiply(matrix, block, width);
  const small = new Float64Array(width * width);
  for (let row = 0; row < size; row += 1) {
    for (let one = 0; one < width; one += 1) {
      const value = block[row * width + one] as number;
      for (let other = 0; other < width; other += 1) small[one * width + other] = (small[one * width + other] as number) + value * (image[row * width + other] as number);
    }
  }
  for (let one = 0; one < width; one += 1) for (let other = 0; other < one; other += 1) small[one * width + other] = small[other * width + one] = ((small[one * width + other] as number) + (small[other * width + one] as number)) / 2;
  const { values, vectors } = symmetricEigen(small, width);
  const order = Array.from({ length: width }, (_, at) => at).toSorted((one, other) => (values[other] as number) - (values[one] as number)).slice(0, dimensions);
  const result = new Float32Array(size * dimensions);
  for (let row = 0; row < size; row += 1) {
    order.forEach((column, dimension) => {
      let sum = 0;
      for (let at = 0; at < width; at += 1) sum += (block[row * width + at] as number) * (vectors[at * width + column] as number);
      result[row * dimensions + dimension] = sum;
    });
  }
  return { values: Float64Array.from(order, (at) => values[at] as number), vectors: result };
}
