import { loadKnowledge } from '@cairn/knowledge';
import { expect, test } from 'vitest';
import { createTitles } from './index.ts';
import { createRoleByTitle } from './role-by-title.ts';

const { roles } = loadKnowledge();
const roleOf = createRoleByTitle(createTitles());

test.each([
  ['Java developer', 'java-developer'], ['Senior Java Engineer', 'java-developer'], ['Nurse', 'registered-nurse'], ['Data scientist at Lakeside', 'data-scientist'],
  ['ACCOUNTANT', 'accountant'], ['Shop assistant', 'retail-sales-associate'],
  ['Ward Sister', 'registered-nurse'], ['SDE II', 'full-stack-developer'], ['Article Assistant', 'audit-associate'], ['executive engineer civil', 'site-engineer'], ['PGT', 'school-teacher'],
])('%s works as %s', (title, id) => {
  expect(roleOf(title, roles)?.id).toBe(id);
});

test.each(['Student', 'B.Tech student', 'Fresher', 'Looking for a job', 'Developer', 'Engineer', 'Manager', '', '…'])('nobody can say what role "%s" is', (title) => {
  expect(roleOf(title, roles)).toBeUndefined();
});
