import { expect, test } from 'vitest';
import { rarity } from './corpus.ts';

const corpus = { documents: 100, documentFrequency: { common: 100, half: 50, rare: 1 } };

test('the rarer the more telling, from 0 for what every ad asks to 1 for what none does', () => {
  const rarities = ['common', 'half', 'rare', 'unseen'].map((id) => rarity(id, corpus));
  expect(rarities).toEqual(rarities.toSorted((a, b) => a - b));
  expect([rarities[0], rarities[3]]).toEqual([0, 1]);
});

test.each([null, { documents: 5, documentFrequency: { sql: 5 } }])('without enough ads every skill is as rare as the next: %j', (few) => {
  expect(rarity('sql', few)).toBe(rarity('git', few));
});
