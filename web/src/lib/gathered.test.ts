import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered } from './gathered.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('hands on each key once, together, and what comes later again', () => {
  const handed: string[][] = [];
  const all = gathered<string>(200, (values) => void handed.push(values));
  for (const key of ['progress', 'gaps', 'progress']) all.add(key, key);
  vi.advanceTimersByTime(199);
  expect(handed).toEqual([]);
  vi.advanceTimersByTime(1);
  all.add('progress', 'progress');
  vi.advanceTimersByTime(200);
  expect(handed).toEqual([['progress', 'gaps'], ['progress']]);
});

test('hands on nothing after its end', () => {
  const handed: string[][] = [];
  const all = gathered<string>(200, (values) => void handed.push(values));
  all.add('progress', 'progress');
  all.end();
  vi.advanceTimersByTime(1000);
  expect(handed).toEqual([]);
});
