import { expect, test } from 'vitest';
import { mayRole, permissionTable, roles, type Permission } from '@cairn/contracts';
import { homeOf, mayOpen, placesOf } from './places.ts';

const needs: Partial<Record<string, Permission>> = { '/resumes': 'resume.own', '/gaps': 'gap.own', '/roadmaps': 'roadmap.own', '/skills': 'skills.own', '/people': 'people.read', '/knowledge': 'knowledge.manage', '/failed-jobs': 'jobs.manage' };

test.each(roles)('%s is led only to pages whose data the server would give', (role) => {
  const { daily, office } = placesOf(role);
  for (const { to } of [...daily, ...office]) {
    const permission = needs[to];
    if (permission) expect([to, mayRole(role, permission)]).toEqual([to, true]);
  }
  for (const [to, permission] of Object.entries(needs)) {
    expect(permissionTable).toHaveProperty([permission ?? '']);
    expect([to, mayOpen(role, to)]).toEqual([to, mayRole(role, permission as Permission)]);
  }
});
test('a page below a closed place is closed too, and one that only begins alike is not', () => {
  expect([mayOpen('recruiter', '/roadmaps/new'), mayOpen('recruiter', '/gapsandmore')]).toEqual([false, true]);
});
test.each(roles)('the bar of a phone holds at most five places of %s', (role) => {
  expect(placesOf(role).inBar.length).toBeLessThanOrEqual(5);
  expect(mayOpen(role, homeOf(role))).toBe(true);
});
