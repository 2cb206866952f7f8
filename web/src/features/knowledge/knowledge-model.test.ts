import { skillCategories } from '@cairn/engine/knowledge';
import { expect, test } from 'vitest';
import { categories, idOfName, linesOf } from './knowledge-model.ts';

test.each([['Loom weaving & dyeing', 'loom-weaving-dyeing'], ['Crème brûlée', 'creme-brulee'], ['C#', 'c'], ['बिदरी', 'own-7f'], ['x'.repeat(90), 'x'.repeat(60)], [' - ', 'own-7f']])('%s becomes the id %s', (name, id) => {
  expect(idOfName(name, '7f')).toBe(id);
});
test('lines without words and lines said before fall away', () => {
  expect(linesOf(' a \n\nb\na\n')).toEqual(['a', 'b']);
});
test('every kind of skill can be chosen', () => {
  expect(categories).toEqual(skillCategories);
});
