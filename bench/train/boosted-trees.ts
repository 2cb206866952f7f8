import { leaf, sumTrees, type Trees } from '@cairn/engine/phrases';
import { seededRandom } from '@cairn/engine/seeds';
import { addTo } from './add-to.ts';

export interface BoostingSettings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Of the squared gradients' sum that a leaf must hold: how many doubtful rows it stands for, about four to one. */
  readonly leastHessian: number;
  /** L2 on the leaves. */
  readonly decay: number;
  /** Shares of the rows and of the values that each tree looks at. */
  readonly rowShare: number;
  readonly valueShare: number;
  readonly seed: number;
}

export interface BoostedRows {
  /** `width` values for each row. */
  readonly values: Float64Array;
  readonly width: number;
  /** Log-odds before any tree. */
  readonly odds: Float64Array;
  /** 1 for true, 0 for false. */
  readonly labels: Uint8Array;
}

/** Values are told apart by so many cuts at most. */
const mostCuts = 63;

/** Where the values of a column are cut, of equal shares; as small reals, as they are kept. */
function cutsOf({ values, width, labels }: BoostedRows, column: number): number[] {
  const sorted = Float64Array.from(labels, (_, row) => values[row * width + column] as number).sort();
  const cuts: number[] = [];
  for (let part = 1; part <= mostCuts; part += 1) {
    const at = Math.floor((part * sorted.length) / (mostCuts + 1));
    const cut = Math.fround(sorted[at] as number);
    if (cut > (cuts.at(-1) ?? (sorted[0] as number))) cuts.push(cut);
  }
  return cuts;
}

/** Trees that are added to log-odds: logistic loss, each step of second order (Friedman 2001; Chen, Guestrin 2016). The same rows and settings give the same trees. */
export function boostTrees(rows: BoostedRows, settings: BoostingSettings): Trees {
  const { values, width, labels } = rows;
  const { trees, depth: mostDepth, rate, leastHessian, decay, rowShare, valueShare, seed } = settings;
  const random = seededRandom(seed);
  const cuts = Array.from({ length: width }, (_, column) => cutsOf(rows, column));
  const bins = new Uint8Array(values.length);
  for (let at = 0; at < values.length; at += 1) bins[at] = (cuts[at % width] as number[]).filter((cut) => (values[at] as number) >= cut).length;
  const odds = Float64Array.from(rows.odds);
  const gradients = new Float64Array(labels.length);
  const hessians = new Float64Array(labels.length);
  const [roots, features, numbers, rights]: [number[], number[], number[], number[]] = [[], [], [], []];

  const grow = (own: readonly number[], used: readonly number[], depth: number): void => {
    const node = features.length;
    const gradient = own.reduce((sum, row) => sum + (gradients[row] as number), 0);
    const hessian = own.reduce((sum, row) => sum + (hessians[row] as number), 0);
    const best = depth < mostDepth ? bestCut(own, used, gradient, hessian) : null;
    if (best === null) {
      features.push(leaf);
      numbers.push((rate * gradient) / (hessian + decay));
      rights.push(0);
      return;
    }
    const { column, bin } = best;
    features.push(column);
    numbers.push((cuts[column] as number[])[bin] as number);
    rights.push(0);
    grow(own.filter((row) => (bins[row * width + column] as number) <= bin), used, depth + 1);
    rights[node] = features.length;
    grow(own.filter((row) => (bins[row * width + column] as number) > bin), used, depth + 1);
  };

  const bestCut = (own: readonly number[], used: readonly number[], gradient: number, hessian: number): { readonly column: number; readonly bin: number } | null => {
    let best: { readonly column: number; readonly bin: number } | null = null;
    let most = 0;
    const alone = (gradient * gradient) / (hessian + decay);
    for (const column of used) {
      const sums = new Float64Array(mostCuts + 1);
      const weights = new Float64Array(mostCuts + 1);
      for (const row of own) {
        const bin = bins[row * width + column] as number;
        addTo(sums, bin, gradients[row] as number);
        addTo(weights, bin, hessians[row] as number);
      }
      let [below, weight] = [0, 0];
      for (let bin = 0; bin < (cuts[column] as number[]).length; bin += 1) {
        below += sums[bin] as number;
        weight += weights[bin] as number;
        if (weight < leastHessian || hessian - weight < leastHessian) continue;
        const gain = (below * below) / (weight + decay) + (gradient - below) ** 2 / (hessian - weight + decay) - alone;
        if (gain > most) {
          most = gain;
          best = { column, bin };
        }
      }
    }
    return best;
  };

  for (let tree = 0; tree < trees; tree += 1) {
    odds.forEach((own, row) => {
      const probability = 1 / (1 + Math.exp(-own));
      gradients[row] = (labels[row] as number) - probability;
      hessians[row] = probability * (1 - probability);
    });
    const looked = Array.from(labels.keys()).filter(() => random() < rowShare);
    const used = cuts.flatMap((own, column) => (random() < valueShare && own.length > 0 ? [column] : []));
    const root = features.length;
    roots.push(root);
    grow(looked, used, 0);
    const grown = { roots: Int32Array.of(root), features: Uint8Array.from(features), numbers: Float32Array.from(numbers), rights: Int32Array.from(rights) };
    odds.forEach((own, row) => { odds[row] = own + sumTrees(grown, values, row * width); });
  }
  return { roots: Int32Array.from(roots), features: Uint8Array.from(features), numbers: Float32Array.from(numbers), rights: Int32Array.from(rights) };
}
