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
    id: 'r1', title: 'Data analyst', totalWeeks: 1, months: [{ weeks: [{ number: 1, tasks }] }], firstAction: tasks[done],
    progress: { doneHours: done * 4, totalHours: 8, percentage: done * 50, doneTasks: done, totalTasks: 2, weekNumber: 1, nextTaskId: tasks[done]?.id },
    match: { before: 40, now: done > 0 ? 52 : 40, after: 90 },
  } as unknown as RoadmapAnswer;
}

function Walking() {
  const { data } = useQuery(currentRoadmap);
  return data?.roadmap && <Today roadmap={data.roadmap} />;
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
