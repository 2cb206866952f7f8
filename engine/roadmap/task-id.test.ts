import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hoursOf, parseTaskId, taskId } from './task-id.ts';
import { taskKinds, type Stretch } from './types.ts';

const anyStretch: fc.Arbitrary<Stretch> = fc.record({
  subjectId: fc.stringMatching(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  level: fc.constantFrom(1, 2, 3, 4), kind: fc.constantFrom(...taskKinds),
  from: fc.integer({ min: 1, max: 900 }), longer: fc.nat(20),
}).map(({ longer, ...stretch }) => ({ ...stretch, to: stretch.from + longer }));

it('is read back as what it was made from, and needs no escaping in an URL', () => {
  fc.assert(fc.property(anyStretch, (stretch) => {
    expect(parseTaskId(taskId(stretch))).toEqual(stretch);
    expect(encodeURIComponent(taskId(stretch))).toBe(taskId(stretch));
  }));
});

it.each([
  '', 'react', 'react.2.learn', 'react.5.learn.1-2', 'react.0.learn.1-2', 'react.2.sleep.1-2', 'react.2.learn.0-2',
  'react.2.learn.3-2', 'react.2.learn.1-2 ', '.2.learn.1-2', 'react.2.learn.1-99999999',
])('%j is no task id', (text) => {
  expect(parseTaskId(text)).toBeNull();
});

it('counts both ends', () => {
  expect(hoursOf({ subjectId: 'a', level: 1, kind: 'learn', from: 3, to: 5 })).toBe(3);
});
