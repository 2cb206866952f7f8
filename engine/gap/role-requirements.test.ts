import { expect, test } from 'vitest';
import type { Role } from '../knowledge/types.ts';
import { taxonomy } from './gap.fixture.ts';
import { requirementsFromRole } from './role-requirements.ts';

const role: Role = {
  id: 'backend-developer', name: 'Backend Developer', titles: [], seniority: { entry: [], mid: [], senior: [], lead: [] }, field: 'software', summary: '', moves: [], iscoCode: null, escoCode: null, pay: [],
  must: [{ id: 'sql', level: 3 }], should: [{ id: 'docker', level: 2 }], nice: [{ id: 'kubernetes', level: 1 }, { id: 'unknown', level: 1 }],
};

test('a role asks for its skills at its levels; one that nobody knows is left out', () => {
  expect(requirementsFromRole(role, taxonomy)).toMatchObject([
    { skillId: 'sql', requirement: 'must', level: 3 },
    { skillId: 'docker', requirement: 'should', level: 2 },
    { skillId: 'kubernetes', requirement: 'nice', level: 1 },
  ]);
});
