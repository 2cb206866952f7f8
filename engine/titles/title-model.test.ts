import { expect, test } from 'vitest';
import { prepareTitle, titleSimilarity } from './similar-titles.ts';
import { textFeatures, titleFeatures, titleWords } from './title-features.ts';
import { compileTitleModel } from './title-model.ts';
import { smallModel as model, smallTable } from './titles.fixture.ts';

test.each([
  ['Registered Nurses', ['registered', 'nurse']],
  ['Head of the Department', ['head', 'department']],
  ['C++ / C# Developers', ['c++', 'c#', 'developer']],
  ['Secretaries and actresses', ['secretary', 'actress']],
  ['Café Manager', ['cafe', 'manager']],
  ['नर्स', ['नर्स']],
])('the words of %s', (title, words) => {
  expect(titleWords(title)).toEqual(words);
});

test('features are words, pairs and pieces, and the pieces of a word weigh as the square root of their number', () => {
  const found = titleFeatures('Nurse Ward');
  expect(found.filter(({ kind }) => kind !== 'piece').map(({ key }) => key)).toEqual(['nurse', 'ward', 'nurse_ward']);
  const pieces = found.filter(({ key, kind }) => kind === 'piece' && 'ward' !== key && '^ward$'.includes(key));
  expect(pieces.map(({ key }) => key)).toEqual(['^war', 'ard$', '^ward', 'ward$']);
  expect(pieces[0]?.weight).toBeCloseTo(1 / Math.sqrt(5), 6);
  expect(textFeatures('nurse nurse nurse nurse ward')).toEqual([{ key: 'nurse', kind: 'word', weight: 2 }, { key: 'ward', kind: 'word', weight: 1 }]);
});

test('titles of one direction are alike, the same title is 1, and a title of unknown words has no direction', () => {
  const [nurse, ward, developer, programmer, unknown] = ['nurse', 'ward', 'developer', 'programmer', 'zzz'].map((title) => prepareTitle(title, model)) as [ReturnType<typeof prepareTitle>, ReturnType<typeof prepareTitle>, ReturnType<typeof prepareTitle>, ReturnType<typeof prepareTitle>, ReturnType<typeof prepareTitle>];
  expect(titleSimilarity(nurse, nurse)).toBeCloseTo(1, 6);
  expect(titleSimilarity(nurse, ward)).toBeGreaterThan(titleSimilarity(nurse, developer));
  expect(titleSimilarity(developer, programmer)).toBeGreaterThan(0.8);
  expect(titleSimilarity(nurse, unknown)).toBe(0);
  expect(model.likeTitles(nurse.vector)[0]).toBeCloseTo(1, 6);
  expect(Array.from(model.likeGroups(Float32Array.of(0, 2)))[1]).toBe(2);
});

test('a table that was cut short is refused', () => {
  expect(() => compileTitleModel({ ...smallTable, numbers: smallTable.numbers.slice(0, 40) })).toThrow(RangeError);
});
