/**
 * A linear chain over the tags of a sentence: outside, and the begin, inside, last and only word of a phrase.
 * Source: Lafferty, McCallum, Pereira, "Conditional random fields" (2001); the tags: Ratinov, Roth (2009).
 */
export const outside = 0;
export const begin = 1;
export const inside = 2;
export const last = 3;
export const only = 4;
export const tagCount = 5;

/** Legal steps from one tag to the next. */
export const steps: readonly (readonly [from: number, to: number])[] = [
  [outside, outside], [outside, begin], [outside, only], [last, outside], [last, begin], [last, only], [only, outside], [only, begin], [only, only],
  [begin, inside], [begin, last], [inside, inside], [inside, last],
];
export const stepCount = steps.length;
/** Tags a sentence may begin and end with. */
export const mayBegin: readonly number[] = [outside, begin, only];
export const mayEnd: readonly number[] = [outside, last, only];

/** Sums of scores kept as probabilities scaled word by word, so that long sentences neither overflow nor underflow. */
export interface Lattice {
  readonly length: number;
  /** exp(node score), `tagCount` for each word, scaled so that the largest is 1. */
  readonly nodes: Float64Array;
  /** exp(step score), `stepCount` for each word. */
  readonly steps: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly scale: Float64Array;
}

/** Scores become a lattice with forward and backward sums. `nodeScores` and `stepScores` are read, not kept. */
export function sumLattice(length: number, nodeScores: Float64Array, stepScores: Float64Array): Lattice {
  const nodes = new Float64Array(length * tagCount);
  const stepFactors = new Float64Array(length * stepCount);
  for (let at = 0; at < length; at += 1) {
    let highest = -Infinity;
    for (let tag = 0; tag < tagCount; tag += 1) highest = Math.max(highest, nodeScores[at * tagCount + tag] as number);
    for (let tag = 0; tag < tagCount; tag += 1) nodes[at * tagCount + tag] = Math.exp((nodeScores[at * tagCount + tag] as number) - highest);
    let highestStep = -Infinity;
    for (let step = 0; step < stepCount; step += 1) highestStep = Math.max(highestStep, stepScores[at * stepCount + step] as number);
    for (let step = 0; step < stepCount; step += 1) stepFactors[at * stepCount + step] = Math.exp((stepScores[at * stepCount + step] as number) - highestStep);
  }
  const forward = new Float64Array(length * tagCount);
  const backward = new Float64Array(length * tagCount);
  const scale = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const here = at * tagCount;
    if (at === 0) for (const tag of mayBegin) forward[tag] = nodes[tag] as number;
    else {
      const before = here - tagCount;
      for (let step = 0; step < stepCount; step += 1) {
        const [from, to] = steps[step] as readonly [number, number];
        forward[here + to] = (forward[here + to] as number) + (forward[before + from] as number) * (stepFactors[at * stepCount + step] as number);
      }
      for (let tag = 0; tag < tagCount; tag += 1) forward[here + tag] = (forward[here + tag] as number) * (nodes[here + tag] as number);
    }
    let sum = 0;
    for (let tag = 0; tag < tagCount; tag += 1) sum += forward[here + tag] as number;
    const factor = sum > 0 ? 1 / sum : 1;
    scale[at] = factor;
    for (let tag = 0; tag < tagCount; tag += 1) forward[here + tag] = (forward[here + tag] as number) * factor;
  }
  const end = (length - 1) * tagCount;
  let total = 0;
  for (const tag of mayEnd) total += forward[end + tag] as number;
  for (const tag of mayEnd) backward[end + tag] = 1 / total;
  for (let at = length - 1; at > 0; at -= 1) {
    const here = at * tagCount;
    const before = here - tagCount;
    for (let step = 0; step < stepCount; step += 1) {
      const [from, to] = steps[step] as readonly [number, number];
      backward[before + from] = (backward[before + from] as number) + (stepFactors[at * stepCount + step] as number) * (nodes[here + to] as number) * (backward[here + to] as number) * (scale[at] as number);
    }
  }
  return { length, nodes, steps: stepFactors, forward, backward, scale };
}

/** Probability that the word at `at` has the tag. */
export function tagProbability({ forward, backward }: Lattice, at: number, tag: number): number {
  return (forward[at * tagCount + tag] as number) * (backward[at * tagCount + tag] as number);
}

/** Probability of the step into the word at `at`. */
export function stepProbability({ forward, backward, nodes, steps: factors, scale }: Lattice, at: number, step: number): number {
  const [from, to] = steps[step] as readonly [number, number];
  return (forward[(at - 1) * tagCount + from] as number) * (factors[at * stepCount + step] as number) * (nodes[at * tagCount + to] as number) * (backward[at * tagCount + to] as number) * (scale[at] as number);
}

export interface ProbableSpan { readonly start: number; readonly end: number; readonly probability: number }

const beginToInside = steps.findIndex(([from, to]) => from === begin && to === inside);
const beginToLast = steps.findIndex(([from, to]) => from === begin && to === last);
const insideToInside = steps.findIndex(([from, to]) => from === inside && to === inside);
const insideToLast = steps.findIndex(([from, to]) => from === inside && to === last);

/** Every phrase of up to `longest` words whose probability is at least `least`. */
export function probableSpans(lattice: Lattice, longest: number, least: number): ProbableSpan[] {
  const { length, forward, backward, nodes, steps: factors, scale } = lattice;
  const spans: ProbableSpan[] = [];
  for (let start = 0; start < length; start += 1) {
    const alone = tagProbability(lattice, start, only);
    if (alone >= least) spans.push({ start, end: start + 1, probability: alone });
    let sum = forward[start * tagCount + begin] as number;
    // What begins here can be no likelier than that something begins here.
    if (tagProbability(lattice, start, begin) < least) continue;
    for (let at = start + 1; at < length && at < start + longest; at += 1) {
      const toLast = at === start + 1 ? beginToLast : insideToLast;
      const toInside = at === start + 1 ? beginToInside : insideToInside;
      const closing = sum * (factors[at * stepCount + toLast] as number) * (nodes[at * tagCount + last] as number) * (scale[at] as number) * (backward[at * tagCount + last] as number);
      if (closing >= least) spans.push({ start, end: at + 1, probability: closing });
      sum *= (factors[at * stepCount + toInside] as number) * (nodes[at * tagCount + inside] as number) * (scale[at] as number);
    }
  }
  return spans;
}

/** Of the phrases, those that do not overlap and whose probabilities above `threshold` add up to most. In order. */
export function chooseSpans(length: number, spans: readonly ProbableSpan[], threshold: number): ProbableSpan[] {
  const best = new Float64Array(length + 1);
  const chosen = new Array<ProbableSpan | null>(length + 1).fill(null);
  const byEnd: ProbableSpan[][] = Array.from({ length: length + 1 }, () => []);
  for (const span of spans) (byEnd[span.end] as ProbableSpan[]).push(span);
  for (let end = 1; end <= length; end += 1) {
    best[end] = best[end - 1] as number;
    for (const span of byEnd[end] as ProbableSpan[]) {
      const value = (best[span.start] as number) + span.probability - threshold;
      if (value > (best[end] as number)) { best[end] = value; chosen[end] = span; }
    }
  }
  const result: ProbableSpan[] = [];
  for (let end = length; end > 0;) {
    const span = chosen[end] as ProbableSpan | null;
    if (span === null) end -= 1;
    else { result.push(span); end = span.start; }
  }
  return result.reverse();
}
