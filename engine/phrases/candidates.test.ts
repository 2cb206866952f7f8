import { describe, expect, test } from 'vitest';
import { candidatesOf, candidateWidth, type Candidate } from './candidates.ts';
import { fixtureModel } from './phrases.fixture.ts';
import { readSentences } from './readings.ts';

const model = fixtureModel();
const read = (...ad: string[]): Candidate[][] => candidatesOf(readSentences(model, ad.map((sentence) => sentence.split(' '))), 1);
const likeliest = (candidates: readonly Candidate[] | undefined): Candidate => (candidates ?? []).reduce((best, own) => (own.probability > best.probability ? own : best));

describe('candidates for a phrase', () => {
  const asked = 'Experience with offshore wind and soil mechanics .';

  test('are the words that the chain thinks likely, with as many numbers as the trees know', () => {
    const [candidates] = read(asked);
    expect(candidates?.map(({ start, end }) => [start, end])).toEqual(expect.arrayContaining([[2, 4], [5, 7]]));
    for (const { values, probability, odds } of candidates ?? []) {
      expect(values).toHaveLength(candidateWidth);
      expect(values.every(Number.isFinite)).toBe(true);
      expect(odds).toBeCloseTo(Math.min(9.21024, Math.log(probability / (1 - probability))), 4);
    }
  });

  test('are told apart by what the rest of the ad names', () => {
    const [alone, among] = [read(asked), read('Knowledge of Kubernetes is a plus .', asked, 'Trained in hydraulics pumps .')];
    const [first, second] = [likeliest(alone[0]), likeliest(among[1])];
    expect([second.start, second.end]).toEqual([first.start, first.end]);
    expect(second.values).not.toEqual(first.values);
  });

  test('are none in an ad of nothing', () => {
    expect(read()).toEqual([]);
  });
});
