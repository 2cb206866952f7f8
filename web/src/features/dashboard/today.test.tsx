// @vitest-environment happy-dom
import '../../test-support/browser.ts';
import type { RoadmapAnswer } from '@cairn/contracts';
import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeApi } from '../../test-support/fake-api.ts';
import { show } from '../../test-support/show.tsx';
import { currentRoadmap, Today } from './today.tsx';

const task = (id: string, state: 'open' | 'done') => ({ id, kind: 'learn', title: id, what: { code: 'roadmap.task.learn', params: { skill: id, level: 1 } }, skillId: 'sql', level: 1, hours: 4, state, done: state === 'done', finishedAt: state === 'done' ? '2025-11-04T10:00:00Z' : null, resourceIds: [], projectId: null, reasons: [] });

/** One week of two tasks, of which `done` are done. */
function walked(done: 0 | 1): RoadmapAnswer {
  const tasks = [task('Joins', done > 0 ? 'done' : 'open'), task('Windows', 'open')];
  return {
    id: 'r1', title: 'Data analyst', startsOn: '2025-11-03', totalWeeks: 1, months: [{ weeks: [{ number: 1, tasks }] }], firstAction: tasks[done],
    progress: { doneHours: done * 4, totalHours: 8, percentage: done * 50, doneTasks: done, totalTasks: 2, weekNumber: 1, nextTaskId: tasks[done]?.id },
    match: { before: 40, now: done > 0 ? 52 : 40, after: 90 },
  } as unknown as RoadmapAnswer;
}

function Walking({ today = '2025-11-04' }: { today?: string }) {
  const { data } = useQuery(currentRoadmap);
  return data?.roadmap && <Today roadmap={data.roadmap} today={today} />;
}

it('marks the next task done where it stands, tells what followed, and takes it back', async () => {
  const user = userEvent.setup();
  fakeApi({ 'GET /roadmaps/current': () => ({ roadmap: walked(0), doneTasks: 0 }), 'POST /roadmaps/r1/tasks/Joins/complete': () => walked(1), 'POST /roadmaps/r1/tasks/Joins/undo': () => walked(0) });
  await show(<Walking />);
  await screen.findByRole('heading', { name: 'Learn Joins (beginner)' });
  await user.click(screen.getByRole('button', { name: 'Done' }));

  await screen.findByRole('heading', { name: 'Learn Windows (beginner)' });
  expect(screen.getByText('This week: 4 of 8 hours.')).toBeTruthy();
  await waitFor(() => { expect(screen.getByText('Since you began, your match went from 40% to 52%.')).toBeTruthy(); });

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('heading', { name: 'Learn Joins (beginner)' });
});

it('a week that is over is not this week, and can be moved on', async () => {
  const user = userEvent.setup();
  const moved = { ...walked(0), startsOn: '2025-11-17' };
  const calls = fakeApi({ 'GET /roadmaps/current': () => ({ roadmap: walked(0), doneTasks: 0 }), 'POST /roadmaps/r1/replan': () => moved });
  await show(<Walking today="2025-11-17" />);
  await screen.findByText('Week 1, 2 weeks behind: 0 of 8 hours.');
  await user.click(screen.getByRole('button', { name: 'I missed a week' }));
  await screen.findByText('This week: 0 of 8 hours.');
  expect(calls.at(-1)?.body).toEqual({ kind: 'missed-week' });
});

it('a week that has not begun is called by its number', async () => {
  fakeApi({ 'GET /roadmaps/current': () => ({ roadmap: walked(0), doneTasks: 0 }) });
  await show(<Walking today="2025-11-02" />);
  await screen.findByText('Week 1: 0 of 8 hours.');
});
