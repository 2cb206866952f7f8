import { begin, inside, last, only, outside, stepCount, stepProbability, steps, sumLattice, tagCount, tagProbability } from '@cairn/engine/phrases';
import { seededRandom } from '@cairn/engine/seeds';
import { addTo } from './add-to.ts';

/** Two chains over the same features, skill and knowledge: their phrases may lie inside each other. */
export const kindCount = 2;
export const nodeWidth = kindCount * tagCount;
export const edgeWidth = kindCount * stepCount;

export interface Example {
  /** Numbers of the features that are kept, -1 for the others; `nodeCount` for each word. */
  readonly nodes: Int32Array;
  readonly nodeCount: number;
  readonly edges: Int32Array;
  readonly edgeCount: number;
  /** The tags of each word, by kind. */
  readonly tags: readonly (readonly number[])[];
}

export interface ChainWeights {
  /** `nodeWidth` for each feature: the tags of the first kind, then of the second. */
  readonly nodes: Float32Array;
  /** `edgeWidth` for each feature. */
  readonly edges: Float32Array;
}

export interface TrainingSettings {
  readonly epochs: number;
  /** Weights are the mean of those after this epoch (from 0) and each later one. */
  readonly averageFrom: number;
  readonly rate: number;
  /** L2, paid by a weight whenever its feature occurs. */
  readonly decay: number;
  /** Share of the features left out each time a word is looked at. */
  readonly dropout: number;
  readonly seed: number;
}

/** Gradients below this change nothing worth its time. */
const leastGradient = 0.004;

/** BIO to the five tags of the chain. */
export function tagsOf(bio: readonly string[]): number[] {
  return bio.map((tag, at) => {
    if (tag === 'O') return outside;
    const goesOn = bio[at + 1] === 'I';
    if (tag === 'B') return goesOn ? begin : only;
    return goesOn ? inside : last;
  });
}

const stepBetween = new Int8Array(tagCount * tagCount).fill(-1);
steps.forEach(([from, to], index) => { stepBetween[from * tagCount + to] = index; });

/** AdaGrad on the log-likelihood of both chains, sentence by sentence (Duchi, Hazan, Singer 2011). */
export function trainChains(examples: readonly Example[], nodeFeatures: number, edgeFeatures: number, settings: TrainingSettings): ChainWeights {
  const random = seededRandom(settings.seed);
  const fresh = (): ChainWeights => ({ nodes: new Float32Array(nodeFeatures * nodeWidth), edges: new Float32Array(edgeFeatures * edgeWidth) });
  const weights = fresh();
  const squares = fresh();
  squares.nodes.fill(1);
  squares.edges.fill(1);
  const sums = fresh();
  const order = Int32Array.from(examples.keys());
  const threshold = Math.round(settings.dropout * 256);
  const { rate, decay } = settings;
  const learn = (own: Float32Array, square: Float32Array, at: number, gradient: number): void => {
    const weight = own[at] as number;
    const slope = gradient - decay * weight;
    const sum = (square[at] as number) + slope * slope;
    square[at] = sum;
    own[at] = weight + (rate * slope) / Math.sqrt(sum);
  };
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const moved = order[at] as number;
      order[at] = order[other] as number;
      order[other] = moved;
    }
    for (const which of order) {
      const { nodes, nodeCount, edges, edgeCount, tags } = examples[which] as Example;
      const length = (tags[0] as readonly number[]).length;
      const kept = new Int32Array(nodes.length);
      const ends = new Int32Array(length);
      const node = [new Float64Array(length * tagCount), new Float64Array(length * tagCount)] as const;
      const step = [new Float64Array(length * stepCount), new Float64Array(length * stepCount)] as const;
      let count = 0;
      let bits = 0;
      let left = 0;
      for (let at = 0; at < length; at += 1) {
        const from = count;
        for (let f = at * nodeCount; f < (at + 1) * nodeCount; f += 1) {
          if (left === 0) { bits = (random() * 0x1000000) | 0; left = 3; }
          const chance = bits & 255;
          bits >>= 8;
          left -= 1;
          const id = nodes[f] as number;
          if (id >= 0 && chance >= threshold) { kept[count] = id; count += 1; }
        }
        ends[at] = count;
        for (let f = from; f < count; f += 1) {
          const base = (kept[f] as number) * nodeWidth;
          for (let tag = 0; tag < tagCount; tag += 1) {
            addTo(node[0], at * tagCount + tag, weights.nodes[base + tag] as number);
            addTo(node[1], at * tagCount + tag, weights.nodes[base + tagCount + tag] as number);
          }
        }
        if (at > 0) for (let f = at * edgeCount; f < (at + 1) * edgeCount; f += 1) {
          const id = edges[f] as number;
          if (id < 0) continue;
          for (let s = 0; s < stepCount; s += 1) {
            addTo(step[0], at * stepCount + s, weights.edges[id * edgeWidth + s] as number);
            addTo(step[1], at * stepCount + s, weights.edges[id * edgeWidth + stepCount + s] as number);
          }
        }
      }
      const scale = 256 / (256 - threshold);
      for (let kind = 0; kind < kindCount; kind += 1) {
        const own = node[kind] as Float64Array;
        for (let at = 0; at < own.length; at += 1) own[at] = (own[at] as number) * scale;
        const lattice = sumLattice(length, own, step[kind] as Float64Array);
        const gold = tags[kind] as readonly number[];
        for (let at = 0; at < length; at += 1) {
          for (let tag = 0; tag < tagCount; tag += 1) {
            const gradient = (gold[at] === tag ? 1 : 0) - tagProbability(lattice, at, tag);
            if (Math.abs(gradient) < leastGradient) continue;
            for (let f = at === 0 ? 0 : (ends[at - 1] as number); f < (ends[at] as number); f += 1) learn(weights.nodes, squares.nodes, (kept[f] as number) * nodeWidth + kind * tagCount + tag, gradient);
          }
          if (at === 0) continue;
          const goldStep = stepBetween[(gold[at - 1] as number) * tagCount + (gold[at] as number)];
          for (let s = 0; s < stepCount; s += 1) {
            const gradient = (goldStep === s ? 1 : 0) - stepProbability(lattice, at, s);
            if (Math.abs(gradient) < leastGradient) continue;
            for (let f = at * edgeCount; f < (at + 1) * edgeCount; f += 1) if ((edges[f] as number) >= 0) learn(weights.edges, squares.edges, (edges[f] as number) * edgeWidth + kind * stepCount + s, gradient);
          }
        }
      }
    }
    if (epoch < settings.averageFrom) continue;
    for (let at = 0; at < sums.nodes.length; at += 1) addTo(sums.nodes, at, weights.nodes[at] as number);
    for (let at = 0; at < sums.edges.length; at += 1) addTo(sums.edges, at, weights.edges[at] as number);
  }
  const averaged = settings.epochs - settings.averageFrom;
  return { nodes: sums.nodes.map((sum) => sum / averaged), edges: sums.edges.map((sum) => sum / averaged) };
}
