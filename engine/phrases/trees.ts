/** Regression trees that are added up: Friedman, "Greedy function approximation: a gradient boosting machine" (2001). */
export interface Trees {
  /** The first node of each tree. */
  readonly roots: Int32Array;
  /** What a node asks about, or `leaf`. */
  readonly features: Uint8Array;
  /** A node's cut: below it the answer is the next node, else the one at `rights`. Of a leaf, what it adds. */
  readonly numbers: Float32Array;
  readonly rights: Int32Array;
}

export const leaf = 255;

export const noTrees: Trees = { roots: new Int32Array(0), features: new Uint8Array(0), numbers: new Float32Array(0), rights: new Int32Array(0) };

/** The sum of what the trees say of the values that stand from `base` on. */
export function sumTrees({ roots, features, numbers, rights }: Trees, values: ArrayLike<number>, base = 0): number {
  let sum = 0;
  for (const root of roots) {
    let node = root;
    for (let feature = features[node] as number; feature !== leaf; feature = features[node] as number) {
      node = (values[base + feature] as number) < (numbers[node] as number) ? node + 1 : (rights[node] as number);
    }
    sum += numbers[node] as number;
  }
  return sum;
}
