import { describe, expect, test } from 'vitest';
import { hoursWorked } from './hours-worked.ts';
import type { TaskState } from './types.ts';

const record = (taskId: string, state: TaskState, minute: number) => ({ taskId, state, changedAt: `2026-01-05T10:0${minute}:00.000Z` });
const worked = (...records: ReturnType<typeof record>[]) => hoursWorked(records).map(({ stretch, hours, at }) => [stretch.from, hours, at.slice(14, 16)]);

describe('hours of work', () => {
  test('count when they were done', () => {
    expect(worked(record('sql.1.learn.1-4', 'done', 1), record('sql.1.learn.5-6', 'done', 2))).toEqual([[1, 4, '01'], [5, 2, '02']]);
  });
  test('that two tasks name count once, with the first', () => {
    expect(worked(record('sql.1.learn.1-4', 'done', 1), record('sql.1.learn.3-6', 'done', 2))).toEqual([[1, 4, '01'], [3, 2, '02']]);
  });
  test('that were taken back count no more, and done again when they were', () => {
    expect(worked(record('sql.1.learn.1-4', 'done', 1), record('sql.1.learn.1-4', 'open', 2))).toEqual([]);
    expect(worked(record('sql.1.learn.1-4', 'done', 1), record('sql.1.learn.1-2', 'open', 2), record('sql.1.learn.1-3', 'done', 3))).toEqual([[1, 2, '01'], [1, 2, '03']]);
  });
  test('that were skipped or are no task are no work', () => {
    expect(worked(record('sql.1.learn.1-4', 'skipped', 1), record('nonsense', 'done', 2))).toEqual([]);
  });
});
