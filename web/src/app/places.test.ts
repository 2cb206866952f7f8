import { expect, test } from 'vitest';
import { mayRole, permissionTable, roles, type Permission } from '@cairn/contracts';
import { visits } from '../../first-visit.ts';
import { homeOf, mayOpen, placesOf } from './places.ts';
import { router } from './router.tsx';

const needs: Partial<Record<string, Permission>> = { '/resumes': 'resume.own', '/gaps': 'gap.own', '/roadmaps': 'roadmap.own', '/learn': 'learning.own', '/skills': 'skills.own', '/study': 'study.own', '/staff/questions': 'questions.manage', '/advisor': 'advisor.own', '/tutor': 'tutor.own', '/people': 'people.read', '/knowledge': 'knowledge.manage', '/language-models': 'models.read', '/failed-jobs': 'jobs.manage' };

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
test('a page below a closed place is closed too', () => {
  expect([mayOpen('recruiter', '/roadmaps/new'), mayOpen('student', '/roadmaps/new'), mayOpen('student', '/people/1')]).toEqual([false, true, false]);
});
test('whoever did not come to learn is not asked for a resume on arrival', () => {
  expect(roles.filter((role) => mayOpen(role, '/welcome'))).toEqual(['student', 'alumni']);
});
test('every page of a member says who may open it', () => {
  const pages = Object.values(router.routesById).filter(({ id, fullPath }) => id.startsWith('/member/') && fullPath !== '/home').map(({ fullPath }) => fullPath);
  expect(pages.length).toBeGreaterThan(15);
  expect(pages.filter((path) => !roles.some((role) => mayOpen(role, path)))).toEqual([]);
});
test.each(Object.entries(visits).filter(([, { questions }]) => questions))('%s is asked for ahead of its code by those alone who may open it', (path, { closedTo }) => {
  expect(closedTo).toEqual(roles.filter((role) => !mayOpen(role, path)));
});
test.each(roles)('the bar of a phone holds at most five places of %s', (role) => {
  expect(placesOf(role).inBar.length).toBeLessThanOrEqual(5);
  expect(mayOpen(role, homeOf(role))).toBe(true);
});
