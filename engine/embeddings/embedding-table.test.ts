import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skill } from '../skills/skills.fixture.ts';
import { compileTaxonomy } from '../skills/taxonomy.ts';
import { calibrate, cosine, createPhraseEmbedder, gramHashes, isAlike, likenessThreshold, type EmbeddingTable } from './index.ts';

const buckets = 64;
const letters = gramHashes('sew', buckets);
/** Rows: the skill machine-learning, the words machin, oil, sew; then the buckets, those of "sew" pointing where it does. */
const rows = [[127, 0, 0], [0, 127, 0], [0, 0, 127], [0, 90, 90], ...Array.from({ length: buckets }, (_, at) => (letters.includes(at) ? [0, 90, 90] : [0, 0, 0]))];
const table: EmbeddingTable = {
  model: 'of this test', dimensions: 3, skills: ['machine-learning'], words: ['machin', 'oil', 'sew'], grams: buckets,
  weights: Uint8Array.from([51, 255, 255]), vectors: Int8Array.from(rows.flat()), scales: new Float32Array(rows.length).fill(1 / 127),
};
const taxonomy = compileTaxonomy([skill('machine-learning', 'machine learning', 'machine-learning'), skill('untold', 'oil', 'trade')]);
const embedder = createPhraseEmbedder(table, taxonomy);
const round = (vector: Float32Array | null) => (vector === null ? null : [...vector].map((value) => Number(value.toFixed(2)) + 0));

describe('the vector of a phrase', () => {
  test.each([
    ['a word', 'oil', [0, 0, 1]],
    ['its inflections too', 'oils', [0, 0, 1]],
    ['a frequent word weighs less', 'oil machines', [0, 0.2, 0.98]],
    ['a skill that is named and not its words', 'machine learning', [1, 0, 0]],
    ['a skill weighs as much as all other words', 'machine learning oil', [0.71, 0, 0.71]],
    ['function words say nothing', 'the oil of', [0, 0, 1]],
    ['nothing known', 'of the', null],
    ['nothing', '', null],
  ])('%s: %s', (_, text, vector) => {
    expect(round(embedder.phrase(text))).toEqual(vector);
  });

  test('an unknown word is guessed from its letters', () => {
    const guessed = embedder.phrase('sewn');
    expect(guessed).not.toBeNull();
    expect(cosine(guessed as Float32Array, embedder.phrase('sew') as Float32Array)).toBeCloseTo(1, 3);
  });

  test('has length 1 or is not there, whatever is written', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const vector = embedder.phrase(text);
      if (vector !== null) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }));
  });
});

test.each([['machine-learning', [1, 0, 0]], ['untold', null]])('the vector of the skill %s', (id, vector) => {
  expect(round(embedder.skill(id))).toEqual(vector);
});

test.each([['oil', 'oils', true], ['oil', 'machine learning', false], ['oil', 'of the', null]])('%s and %s: alike is %s', (one, other, alike) => {
  expect(isAlike(embedder, one, other)).toBe(alike);
  expect(likenessThreshold.value).toBeGreaterThan(0);
});

test.each([
  ['all above it are alike', [[0.9, true], [0.7, true], [0.3, false]], 0.7],
  ['one of ten may be wrong', [...Array.from({ length: 8 }, (_, at) => [0.9 - at / 100, true]), [0.6, false], [0.5, true], [0.4, false], [0.3, false]], 0.5],
  ['none is alike', [[0.9, false]], 1],
  ['no pairs', [], 1],
] as [string, [number, boolean][], number][])('the threshold where %s', (_, pairs, threshold) => {
  expect(calibrate(pairs.map(([likeness, alike]) => ({ cosine: likeness, isAlike: alike })))).toBe(threshold);
});
