import type { Role } from '@cairn/engine/knowledge';
import { expect, test } from 'vitest';
import { chooseRole } from './choose-role.ts';

const role = (id: string, name: string, titles: string[] = []): Role => ({ id, name, titles, seniority: { entry: [], mid: [], senior: [], lead: [] }, field: 'software', summary: '', must: [], should: [], nice: [], moves: [], iscoCode: null, escoCode: null, pay: [] });
const roles = [role('backend-developer', 'Backend Developer', ['Server Engineer']), role('nurse', 'Staff Nurse'), role('server-engineer', 'Systems Engineer')];

test.each([
  ['id', 'backend-developer', 'backend-developer'],
  ['name, in any case', ' bAckend developer ', 'backend-developer'],
  ['title', 'Server Engineer', 'backend-developer'],
  ['title, whatever the seniority', 'Sr. Server Engineer II (Remote)', 'backend-developer'],
  ['id before a title that reads the same', 'server-engineer', 'server-engineer'],
])('a role is found by its %s', (_how, wanted, id) => {
  expect(chooseRole(wanted, roles).id).toBe(id);
});

test('a misspelt role is answered with the nearest', () => {
  expect(() => chooseRole('bakend devloper', roles)).toThrow(/no role "bakend devloper".* Nearest: Backend Developer \(backend-developer\)\. \(role\.unknown\)/);
});

test('a role that goes by another name is answered with those of like titles', () => {
  expect(() => chooseRole('ward sister', roles)).toThrow(/Nearest: Staff Nurse \(nurse\)\./);
});

test('a role that resembles none is answered with all of them', () => {
  expect(() => chooseRole('xyz', roles)).toThrow(/knows these: backend-developer, nurse, server-engineer/);
});
