import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTaxonomy } from '../skills/taxonomy.ts';
import { differentPairs, similarPairs, similaritySkills } from './similarity.fixture.ts';
import { similarityThreshold, skillSimilarity } from './similarity.ts';

const taxonomy = compileTaxonomy(similaritySkills);
const isSimilar = (pair: string): boolean => {
  const [one, other] = pair.split(' ') as [string, string];
  return skillSimilarity(taxonomy, one, other) >= similarityThreshold;
};

test('every labelled skill is in the graph', () => {
  const unknown = [...similarPairs, ...differentPairs].flatMap((pair) => pair.split(' ')).filter((id) => !taxonomy.skills.has(id));
  expect(unknown).toEqual([]);
});

test('at the threshold nine of ten pairs called similar are, and nine of ten that are are found', () => {
  const found = similarPairs.filter(isSimilar).length;
  const wrong = differentPairs.filter(isSimilar).length;
  expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.9);
  expect(found / similarPairs.length).toBeGreaterThanOrEqual(0.9);
});

describe('never similar', () => {
  test.each([
    ['a language and what is written in it', 'python machine-learning'],
    ['a language and its library', 'python pandas'],
    ['names that share a word', 'java javascript'],
    ['a language and its dialect of queries', 'sql postgresql'],
    ['two spoken languages', 'hindi urdu'],
    ['two parts of one trade', 'docker kubernetes'],
  ])('%s: %s', (_, pair) => {
    expect(isSimilar(pair)).toBe(false);
  });
});

test('is the same both ways, 1 only for a skill and itself, and never outside 0 to 1', () => {
  const id = fc.constantFrom(...similaritySkills.map((skill) => skill.id));
  fc.assert(fc.property(id, id, (one, other) => {
    const similarity = skillSimilarity(taxonomy, one, other);
    expect(similarity).toBe(skillSimilarity(taxonomy, other, one));
    expect(similarity === 1).toBe(one === other);
    expect(similarity).toBeGreaterThanOrEqual(0);
  }), { numRuns: 2000 });
});
