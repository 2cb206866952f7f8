import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rootOf, stemOf } from './stems.ts';

test.each([
  ['manage managing managed manages', true],
  ['run running runs', true],
  ['study studies studied studying', true],
  ['optimise optimize optimizing', true],
  ['process processes', true],
  ['manage manager', false],
  ['analysis analyst', false],
])('%s: one stem is %s', (words, same) => {
  expect(new Set(words.split(' ').map(stemOf)).size === 1).toBe(same);
});

test.each([
  ['communicate communication communicative communicator', true],
  ['manage manager management managing', true],
  ['analyse analysis analytical analytics analyst analyzing', true],
  ['collaborate collaborative collaboration', true],
  ['innovate innovative innovation innovatively', true],
  ['independent independence independently', true],
  ['solve solution', true],
  ['lead leader leadership', true],
  ['regulation regulatory', true],
  ['experience experiment', false],
  ['solve solvent', false],
  ['police policy', false],
  ['organ organise', false],
  ['engine engineer', false],
  ['server service', false],
  ['power powerpoint', false],
  ['present presentation presenting', true],
  ['customer customers', true],
  ['product productivity', false],
])('%s: one root is %s', (words, same) => {
  expect(new Set(words.split(' ').map(rootOf)).size === 1).toBe(same);
});

test('words with signs, digits or other letters are left as they are', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{0,8}[+#0-9.कंप]{1,3}$/), (word) => stemOf(word) === word && rootOf(word) === word));
});

test('never makes a word longer, nor empties it', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => {
    expect(stemOf(word).length).toBeGreaterThan(0);
    expect(stemOf(word).length).toBeLessThanOrEqual(word.length);
  }));
});
