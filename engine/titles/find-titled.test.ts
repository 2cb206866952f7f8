import { expect, test } from 'vitest';
import { createOccupationFinder } from './find-occupations.ts';
import { findTitled, prepareTitled } from './find-titled.ts';
import { compileTitleModel } from './title-model.ts';
import { smallModel, smallTable } from './titles.fixture.ts';

const roles = [{ id: 'nurse', titles: ['Staff Nurse', 'Nurse'] }, { id: 'developer', titles: ['Junior Developer'] }];
const titled = prepareTitled(roles, ({ titles }) => titles, smallModel);
const found = (title: string, least = 0.3): string[] => findTitled(title, titled, smallModel, least).map(({ entry }) => entry.id);

test.each([
  ['another word for the work', 'Programmer', ['developer']],
  ['seniority on either side', 'Senior Developer (Remote)', ['developer']],
  ['the post under an old name', 'Ward Sister', ['nurse']],
  ['work that nobody does here', 'Zookeeper', []],
])('an entry is found by %s', (_how, title, ids) => {
  expect(found(title)).toEqual(ids);
});

test('the same title has similarity 1, and what is less alike than asked for is left out', () => {
  expect(findTitled('Nurse', titled, smallModel, 0)[0]).toMatchObject({ entry: { id: 'nurse' }, similarity: expect.closeTo(1, 6) });
  expect(found('Programmer', 0.99)).toEqual([]);
});

const occupations = createOccupationFinder(smallModel);

test.each([
  ['the title', { title: 'Senior Programmer' }, '2512.4'],
  ['the title against another sector', { title: 'Ward Nurse', sector: 'developer' }, '2221.1'],
  ['the description where the title says nothing', { title: 'Vacancy 12', description: 'You are a programmer among developers.' }, '2512.4'],
  ['the sector where nothing else does', { title: 'Vacancy 12', sector: 'nurse' }, '2221.1'],
])('an occupation is found by %s', (_how, job, code) => {
  expect(occupations.find(job, 1).map((each) => each.code)).toEqual([code]);
});

test('of occupations that nothing tells apart the one of the shorter name is likelier', () => {
  const longer = compileTitleModel({ ...smallTable, head: smallTable.head.replace('2221.1\tnurse\tnurse', '2221.1\tnurse large zoo\tnurse of the large zoo') });
  expect(createOccupationFinder(longer).find({ title: 'Vacancy 12' }, 1)[0]).toMatchObject({ code: '2512.4', confidence: expect.closeTo(1 / (1 + Math.exp(-1.2)), 6) });
});

test('confidences of all make one, and a word in common with one raises its own', () => {
  const [plain, told] = ['', 'You see each patient.'].map((description) => occupations.find({ title: 'Vacancy 12', description }, 2));
  expect(plain?.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 6);
  expect(told?.[0]).toMatchObject({ code: '2221.1', confidence: expect.closeTo(1 / (1 + Math.exp(-4.3)), 6) });
});

test('an answer names the title that was most alike, and has no more than was asked for', () => {
  expect(occupations.find({ title: 'ward nurse' }, 2).map(({ bestTitle }) => bestTitle)).toEqual(['ward nurse', 'developer']);
  expect(occupations.find({ title: 'ward nurse' }, 0)).toEqual([]);
});
