import { skillCategories } from '@cairn/engine/knowledge';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { categories, idOfName, linesOf, roleFields, withOwn } from './knowledge-model.ts';

test.each([['Loom weaving & dyeing', 'loom-weaving-dyeing'], ['Crème brûlée', 'creme-brulee'], ['C#', 'c'], ['बिदरी', 'own-7f'], ['x'.repeat(90), 'x'.repeat(60)], [' - ', 'own-7f']])('%s becomes the id %s', (name, id) => {
  expect(idOfName(name, '7f')).toBe(id);
});
test('lines without words and lines said before fall away', () => {
  expect(linesOf(' a \n\nb\na\n')).toEqual(['a', 'b']);
});
test('every kind of skill can be chosen', () => {
  expect(categories).toEqual(skillCategories);
});
test("every field of Cairn's own roles can be chosen", () => {
  const roles = resolve(import.meta.dirname, '../../../../knowledge/roles');
  const fields = readdirSync(roles).flatMap((file) => [...readFileSync(join(roles, file), 'utf8').matchAll(/^\s*field: (\S+)$/gm)].map(([, field = '']) => field));
  expect(fields.length).toBeGreaterThan(80);
  expect(fields.filter((field) => !(roleFields as readonly string[]).includes(field))).toEqual([]);
});
test('what an entry says already can be kept, whether it is among the choices or not', () => {
  expect([withOwn(['en', 'hi'], 'kok'), withOwn(['en', 'hi'], 'hi'), withOwn(['en'], '')]).toEqual([['kok', 'en', 'hi'], ['en', 'hi'], ['en']]);
});
