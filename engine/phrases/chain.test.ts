import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, chooseSpans, inside, last, mayBegin, mayEnd, only, outside, probableSpans, stepCount, stepProbability, steps, sumLattice, tagCount, tagProbability } from './chain.ts';

/** Every legal row of tags with its unscaled weight: what the sums have to agree with. */
function everyPath(length: number, node: Float64Array, step: Float64Array): { readonly tags: number[]; readonly weight: number }[] {
  let paths = mayBegin.map((tag) => ({ tags: [tag], weight: Math.exp(node[tag] as number) }));
  for (let at = 1; at < length; at += 1) {
    paths = paths.flatMap(({ tags, weight }) => steps.flatMap(([from, to], index) => (from === tags.at(-1) ? [{ tags: [...tags, to], weight: weight * Math.exp((node[at * tagCount + to] as number) + (step[at * stepCount + index] as number)) }] : [])));
  }
  return paths.filter(({ tags }) => mayEnd.includes(tags.at(-1) as number));
}

const score = fc.double({ min: -3, max: 3, noNaN: true });
const lattices = fc.integer({ min: 1, max: 5 }).chain((length) => fc.tuple(fc.constant(length), fc.array(score, { minLength: length * tagCount, maxLength: length * tagCount }), fc.array(score, { minLength: length * stepCount, maxLength: length * stepCount })));

test('probabilities of tags, steps and phrases are those of counting every row of tags', () => {
  fc.assert(fc.property(lattices, ([length, nodeScores, stepScores]) => {
    const [node, step] = [Float64Array.from(nodeScores), Float64Array.from(stepScores)];
    const lattice = sumLattice(length, node, step);
    const paths = everyPath(length, node, step);
    const total = paths.reduce((sum, { weight }) => sum + weight, 0);
    const share = (holds: (tags: readonly number[]) => boolean): number => paths.filter(({ tags }) => holds(tags)).reduce((sum, { weight }) => sum + weight, 0) / total;
    for (let at = 0; at < length; at += 1) {
      for (let tag = 0; tag < tagCount; tag += 1) expect(tagProbability(lattice, at, tag)).toBeCloseTo(share((tags) => tags[at] === tag), 9);
      if (at > 0) steps.forEach(([from, to], index) => { expect(stepProbability(lattice, at, index)).toBeCloseTo(share((tags) => tags[at - 1] === from && tags[at] === to), 9); });
    }
    for (const { start, end, probability } of probableSpans(lattice, length, 0)) {
      const phrase = Array.from({ length: end - start }, (_, at) => (end - start === 1 ? only : at === 0 ? begin : at === end - start - 1 ? last : inside));
      expect(probability).toBeCloseTo(share((tags) => phrase.every((tag, at) => tags[start + at] === tag)), 9);
    }
  }), { numRuns: 40 });
});

test('scores of thousands and sentences of thousands neither overflow nor vanish', () => {
  const length = 3000;
  const node = Float64Array.from({ length: length * tagCount }, (_, at) => (at % tagCount === outside ? 4000 : -4000));
  const lattice = sumLattice(length, node, new Float64Array(length * stepCount));
  expect(tagProbability(lattice, length - 1, outside)).toBeCloseTo(1, 9);
});

describe('of phrases that overlap', () => {
  test.each([
    ['the likelier is chosen', [[0, 2, 0.5], [1, 3, 0.6]], [[1, 3]]],
    ['two are chosen that together are likelier than one', [[0, 1, 0.5], [1, 2, 0.5], [0, 2, 0.7]], [[0, 1], [1, 2]]],
    ['none is chosen below the threshold', [[0, 1, 0.29]], []],
    ['those that only touch are both chosen', [[0, 2, 0.9], [2, 4, 0.9]], [[0, 2], [2, 4]]],
  ])('%s', (_, spans, expected) => {
    expect(chooseSpans(4, spans.map(([start, end, probability]) => ({ start: start as number, end: end as number, probability: probability as number })), 0.3).map(({ start, end }) => [start, end])).toEqual(expected);
  });
});
