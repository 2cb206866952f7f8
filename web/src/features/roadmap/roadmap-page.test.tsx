// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeApi, refuse } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { withTaskMarked } from './roadmap-model.ts';
import { RoadmapView } from './roadmap-page.tsx';
import { roadmapQuery } from './roadmap-queries.ts';
import { aRoadmap } from './roadmap.fixture.ts';

const roadmap = aRoadmap();
const path = `/roadmaps/${roadmap.id}`;
const done = () => ({ ...withTaskMarked(roadmap, 'Joins', 'done', '2025-11-04T10:00:00Z'), match: { before: 40, now: 55, after: 90 } });

/** The page over the cache, as its route shows it. */
function Page({ today }: { today: string }) {
  const { data } = useQuery(roadmapQuery(roadmap.id));
  return data ? <RoadmapView roadmap={data} today={today} /> : null;
}

function showPage(today = '2025-11-05') {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  queryClient.setQueryData(roadmapQuery(roadmap.id).queryKey, roadmap);
  return show(<Page today={today} />, queryClient);
}

it('a tick counts at once, brings the match that follows, and can be undone', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ [`POST ${path}/tasks/Joins/complete`]: done, [`POST ${path}/tasks/Joins/undo`]: () => roadmap });
  await showPage();
  await user.click(screen.getByRole('checkbox', { name: /Joins/ }));
  expect(screen.getByRole('checkbox', { name: /Joins/ }).getAttribute('aria-checked')).toBe('true');
  await waitFor(() => { expect(screen.getByRole('img', { name: '4 of 12 hours done, 33.3%' })).toBeTruthy(); });
  await waitFor(() => { expect(screen.getByText('Your match went from 40% to 55%. At the end of the way it is 90%.')).toBeTruthy(); });

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => { expect(screen.getByRole('img', { name: '0 of 12 hours done, 0%' })).toBeTruthy(); });
  expect(calls.map(({ method, path: called }) => `${method} ${called}`)).toEqual([`POST ${path}/tasks/Joins/complete`, `POST ${path}/tasks/Joins/undo`]);
});

it('takes a tick back that the server refuses, and says why', async () => {
  const user = userEvent.setup();
  fakeApi({ [`POST ${path}/tasks/Joins/complete`]: () => refuse(404, 'roadmap.task-unknown', { title: 'There is no such task.', next: 'Reload the roadmap.' }) });
  await showPage();
  await user.click(screen.getByRole('checkbox', { name: /Joins/ }));
  await waitFor(() => { expect(screen.getByRole('alert')).toBeTruthy(); });
  expect(screen.getByRole('checkbox', { name: /Joins/ }).getAttribute('aria-checked')).toBe('false');
});

it('a skill leaves the plan only when every statement is affirmed', async () => {
  const user = userEvent.setup();
  const statements = [{ level: 1, text: 'Writes a join.', what: { code: 'roadmap.self-check.can-do', params: { skill: 'SQL', level: 1 } } }, { level: 2, text: null, what: { code: 'roadmap.self-check.can-do', params: { skill: 'SQL', level: 2 } } }];
  const calls = fakeApi({ [`GET ${path}/self-check/sql`]: () => ({ skillId: 'sql', name: 'SQL', level: 2, statements }), [`POST ${path}/replan`]: () => roadmap });
  await showPage();
  await user.click(screen.getByRole('button', { name: 'I can do this already: SQL' }));
  const skip = await screen.findByRole('button', { name: 'Take it out' });
  await user.click(await screen.findByRole('checkbox', { name: 'Writes a join.' }));
  expect(skip).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('checkbox', { name: 'I can work with SQL at intermediate level without help.' }));
  await user.click(skip);
  await waitFor(() => { expect(calls.at(-1)?.body).toEqual({ kind: 'skip-skill', skillId: 'sql', level: 2, affirmed: [true, true] }); });
});

it.each([
  ['2025-11-09', 'This week: week 1', false],
  ['2025-11-10', 'Week 1, 1 week behind', true],
  ['2025-11-17', 'Week 1, 2 weeks behind', true],
  ['2025-11-01', 'Week 1', false],
])('on %s the week of the next task is called "%s"', async (today, heading, offersToMove) => {
  fakeApi({});
  await showPage(today);
  expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'I missed a week' })).toHaveLength(offersToMove ? 2 : 1);
});

it('a week behind is moved on where it is said', async () => {
  const user = userEvent.setup();
  const calls = fakeApi({ [`POST ${path}/replan`]: () => ({ ...roadmap, version: 2 }) });
  await showPage('2025-11-17');
  await user.click(screen.getAllByRole('button', { name: 'I missed a week' })[0] as HTMLElement);
  await user.click(await screen.findByRole('button', { name: 'Move the open work' }));
  await waitFor(() => { expect(calls.map(({ body }) => body)).toEqual([{ kind: 'missed-week' }]); });
});

const proof = { skillId: 'sql', name: 'SQL', level: 1, state: 'offered', provenOn: '2025-11-03', answers: 7, tasks: 2, hours: 8 } as const;
it.each([
  ['offered', 'You have proven SQL (beginner)', 'Leave out 8 h', 'leave-out'],
  ['offered', 'You have proven SQL (beginner)', 'Keep them in the plan', 'keep'],
  ['faded', 'Your proof of SQL (beginner) has faded', 'Put back', 'put-back'],
  ['faded', 'Your proof of SQL (beginner) has faded', 'Leave it out all the same', 'stay-out'],
  ['left-out', 'Left out, SQL (beginner) being proven: 2 tasks, 8 h.', 'Put back: SQL', 'put-back'],
] as const)('what is proven is %s: "%s", and "%s" chooses', async (state, said, name, choice) => {
  const user = userEvent.setup();
  const shown = { ...roadmap, proofs: [{ ...proof, state }] };
  const calls = fakeApi({ [`POST ${path}/proofs/sql`]: () => roadmap });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  queryClient.setQueryData(roadmapQuery(roadmap.id).queryKey, shown);
  await show(<Page today="2025-11-05" />, queryClient);
  expect(screen.getByText(said)).toBeTruthy();
  await user.click(screen.getByRole('button', { name }));
  await waitFor(() => { expect(screen.queryByText(said)).toBeNull(); });
  expect(calls.map(({ body }) => body)).toEqual([{ level: 1, choice }]);
});
