/**
 * Learns a vector for each feature of a title so that titles of one occupation lie together: a title is the sum of its
 * features' vectors, brought to length one. Each title of a batch is to find its partner (another title, a sentence or a
 * title of the like occupation in the other taxonomy) among all partners of the batch: cross-entropy over cosines /
 * temperature, both ways, partners of the same occupation left out; Adagrad with one rate a row.
 */

import { seededRandom } from '@cairn/engine/seeds';

export interface SparseRows {
  /** Where each row starts; one more than there are rows. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly weights: Float32Array;
}

export interface TrainingPairs {
  readonly rows: SparseRows;
  readonly columnCount: number;
  /** Occupation of each row. */
  readonly groups: Int32Array;
  /** Rows that look for a partner. */
  readonly anchors: readonly number[];
  partnerOf(anchor: number, chance: () => number): number | null;
}

export interface TrainingSettings {
  readonly dimensions: number;
  readonly epochs: number;
  readonly batch: number;
  readonly temperature: number;
  readonly rate: number;
  /** Share of the features that a title is without, anew each time it is seen. */
  readonly leftOut: number;
  readonly seed: number;
}

export function train({ rows, columnCount, groups, anchors, partnerOf }: TrainingPairs, settings: TrainingSettings, report: (epoch: number, loss: number) => void): Float32Array {
  const { dimensions, epochs, batch, temperature, rate, leftOut } = settings;
  const chance = seededRandom(settings.seed);
  const vectors = Float32Array.from({ length: columnCount * dimensions }, () => (Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())) / Math.sqrt(dimensions));
  const squares = new Float32Array(columnCount).fill(1e-6);
  const gradient = new Float32Array(columnCount * dimensions);
  const touched = new Uint8Array(columnCount);
  const [left, right] = [side(), side()];
  const cosines = new Float32Array(batch * batch);
  const pull = new Float32Array(batch * batch);

  function side() {
    return { rows: new Int32Array(batch), kept: [] as Int32Array[], unit: new Float32Array(batch * dimensions), length: new Float32Array(batch), gradient: new Float32Array(batch * dimensions) };
  }

  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const pairs = shuffled(anchors, chance).flatMap((anchor): [number, number][] => {
      const partner = partnerOf(anchor, chance);
      return partner === null ? [] : [[anchor, partner]];
    });
    let loss = 0;
    let batches = 0;
    for (let start = 0; start + batch <= pairs.length; start += batch) {
      for (let index = 0; index < batch; index += 1) [left.rows[index], right.rows[index]] = pairs[start + index] as [number, number];
      embed(left);
      embed(right);
      loss += pullTogether();
      batches += 1;
      spread(left);
      spread(right);
      step();
    }
    report(epoch, loss / batches);
  }
  return vectors;

  function embed(of: ReturnType<typeof side>): void {
    of.unit.fill(0);
    for (let index = 0; index < batch; index += 1) {
      const row = of.rows[index] as number;
      const kept: number[] = [];
      for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at += 1) if (chance() >= leftOut) kept.push(at);
      of.kept[index] = Int32Array.from(kept);
      const to = index * dimensions;
      for (const at of kept) {
        const [from, weight] = [(rows.columns[at] as number) * dimensions, rows.weights[at] as number];
        for (let axis = 0; axis < dimensions; axis += 1) of.unit[to + axis] = (of.unit[to + axis] as number) + weight * (vectors[from + axis] as number);
      }
      let square = 1e-12;
      for (let axis = 0; axis < dimensions; axis += 1) square += (of.unit[to + axis] as number) ** 2;
      of.length[index] = Math.sqrt(square);
      for (let axis = 0; axis < dimensions; axis += 1) of.unit[to + axis] = (of.unit[to + axis] as number) / Math.sqrt(square);
    }
  }

  /** Fills both sides' gradients by the unit vectors; answers the mean loss. */
  function pullTogether(): number {
    for (let i = 0; i < batch; i += 1) {
      for (let j = 0; j < batch; j += 1) {
        const [a, b] = [left.rows[i] as number, right.rows[j] as number];
        const same = i !== j && (groups[b] === groups[right.rows[i] as number] || groups[a] === groups[b] || groups[a] === groups[left.rows[j] as number]);
        cosines[i * batch + j] = same ? -Infinity : dot(left.unit, i * dimensions, right.unit, j * dimensions) / temperature;
      }
    }
    pull.fill(0);
    let loss = 0;
    for (let i = 0; i < batch; i += 1) loss += softmax((j) => i * batch + j) + softmax((j) => j * batch + i);
    for (let i = 0; i < batch; i += 1) pull[i * batch + i] = (pull[i * batch + i] as number) - 1 / temperature;
    left.gradient.fill(0);
    right.gradient.fill(0);
    for (let i = 0; i < batch; i += 1) {
      for (let j = 0; j < batch; j += 1) {
        const weight = pull[i * batch + j] as number;
        if (Math.abs(weight) < 1e-6) continue;
        addScaled(left.gradient, i * dimensions, right.unit, j * dimensions, weight);
        addScaled(right.gradient, j * dimensions, left.unit, i * dimensions, weight);
      }
    }
    return loss / (2 * batch);

    function softmax(at: (index: number) => number): number {
      let highest = -Infinity;
      for (let j = 0; j < batch; j += 1) highest = Math.max(highest, cosines[at(j)] as number);
      let sum = 0;
      for (let j = 0; j < batch; j += 1) sum += Math.exp((cosines[at(j)] as number) - highest);
      for (let j = 0; j < batch; j += 1) pull[at(j)] = (pull[at(j)] as number) + Math.exp((cosines[at(j)] as number) - highest) / sum / 2 / temperature;
      const own = at(indexOfOwn(at));
      return highest + Math.log(sum) - (cosines[own] as number);
    }
    /** A row's and a column's own partner stand on the diagonal. */
    function indexOfOwn(at: (index: number) => number): number {
      return at(1) - at(0) === 1 ? at(0) / batch : at(0);
    }
  }

  function dot(a: Float32Array, from: number, b: Float32Array, start: number): number {
    let sum = 0;
    for (let axis = 0; axis < dimensions; axis += 1) sum += (a[from + axis] as number) * (b[start + axis] as number);
    return sum;
  }

  function addScaled(to: Float32Array, at: number, from: Float32Array, start: number, weight: number): void {
    for (let axis = 0; axis < dimensions; axis += 1) to[at + axis] = (to[at + axis] as number) + weight * (from[start + axis] as number);
  }

  /** From the unit vectors back to the features of each title. */
  function spread(of: ReturnType<typeof side>): void {
    for (let index = 0; index < batch; index += 1) {
      const from = index * dimensions;
      const along = dot(of.gradient, from, of.unit, from);
      for (let axis = 0; axis < dimensions; axis += 1) of.gradient[from + axis] = ((of.gradient[from + axis] as number) - along * (of.unit[from + axis] as number)) / (of.length[index] as number);
      for (const at of of.kept[index] ?? []) {
        const column = rows.columns[at] as number;
        touched[column] = 1;
        addScaled(gradient, column * dimensions, of.gradient, from, rows.weights[at] as number);
      }
    }
  }

  function step(): void {
    for (let column = 0; column < columnCount; column += 1) {
      if (touched[column] === 0) continue;
      touched[column] = 0;
      const start = column * dimensions;
      squares[column] = (squares[column] as number) + dot(gradient, start, gradient, start) / dimensions;
      const scale = -rate / Math.sqrt(squares[column] as number);
      addScaled(vectors, start, gradient, start, scale);
      gradient.fill(0, start, start + dimensions);
    }
  }
}

function shuffled<T>(all: readonly T[], chance: () => number): T[] {
  const order = [...all];
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(chance() * (index + 1));
    [order[index], order[other]] = [order[other] as T, order[index] as T];
  }
  return order;
}
