import { expect, it } from 'vitest';
import { withTaskMarked } from './roadmap-model.ts';
import { aRoadmap } from './roadmap.fixture.ts';

const at = '2025-11-04T10:00:00Z';

it('a mark moves hours, percentage (rounded down) and the next task', () => {
  const { progress, firstAction } = withTaskMarked(aRoadmap(), 'Joins', 'done', at);
  expect(progress).toMatchObject({ doneHours: 4, percentage: 33.3, doneTasks: 1, nextTaskId: 'Windows', weekNumber: 1 });
  expect(firstAction?.id).toBe('Windows');
});

it('a month is completed with its last task, and the next becomes active', () => {
  const roadmap = ['Joins', 'Windows'].reduce((before, id) => withTaskMarked(before, id, 'done', at), aRoadmap());
  expect(roadmap.months.map(({ state }) => state)).toEqual(['completed', 'active']);
  expect(roadmap.progress.weekNumber).toBe(2);
});

it('everything done is 100 % with nothing next', () => {
  const roadmap = ['Indexes', 'Joins', 'Windows'].reduce((before, id) => withTaskMarked(before, id, 'done', at), aRoadmap());
  expect(roadmap.progress).toMatchObject({ percentage: 100, nextTaskId: null, weekNumber: 2 });
  expect(roadmap.firstAction).toBeNull();
});

it('marking and unmarking gives the roadmap back', () => {
  expect(withTaskMarked(withTaskMarked(aRoadmap(), 'Joins', 'done', at), 'Joins', 'open', at)).toEqual(aRoadmap());
});
