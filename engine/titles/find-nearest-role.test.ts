import { expect, test } from 'vitest';
import { createRoleFinder, type RoleToFind } from './find-nearest-role.ts';
import { createOccupationFinder } from './find-occupations.ts';
import { smallModel } from './titles.fixture.ts';

const role = (id: string, name: string, iscoCode: string | null, escoCode: string | null = null): RoleToFind => ({ id, name, titles: [], iscoCode, escoCode });
const roles = [role('nurse', 'Ward Nurse', '2221'), role('developer', 'Developer', null, '2512.4'), role('unplaced', 'Programmer', null)];
const find = createRoleFinder(roles, smallModel, createOccupationFinder(smallModel));

test.each([
  ['its own title', 'Ward Nurse', 'You care for patients.', 'nurse'],
  ['a title of seniority and extras', 'Senior Developer (Remote)', 'You write code.', 'developer'],
  ['a title whose own role stands in no occupation group', 'Programmer', 'You write code.', 'developer'],
])('the nearest role is found by %s', (_by, title, text, id) => {
  expect(find(title, text)?.id).toBe(id);
});

test('no role is named for other work, nor where less sure than asked for', () => {
  expect(find('Zookeeper', 'You feed the lions.')).toBeNull();
  expect(find('Developer', 'You write code.', 1.01)).toBeNull();
});

test('confidence is how alike the titles are times how likely the group is, and the reasons say both', () => {
  const found = find('Ward Nurse', 'patient');
  const [title, occupation] = found?.reasons ?? [];
  expect(title).toMatchObject({ what: { code: 'nearest-role.title', params: { title: 'Ward Nurse', role: 'Ward Nurse', percent: 100 } }, evidence: [{ source: 'knowledge', kind: 'role', id: 'nurse' }] });
  expect(occupation).toMatchObject({ what: { code: 'nearest-role.occupation', params: { occupation: 'nurse' } } });
  expect(found?.confidence).toBeCloseTo((title?.effect ?? 0) * (occupation?.effect ?? 0), 6);
});
