import { expect, it } from 'vitest';
import { journeyOf } from './journey.ts';

type Parts = Parameters<typeof journeyOf>;
const resume = { id: 'resume' } as Parts[0][number];
const gap = { id: 'gap' } as Parts[1][number];
const walking = (nextTaskId: string | null, doneTasks = 0) => ({ roadmap: { progress: { nextTaskId } }, doneTasks }) as Parts[2];
const none: Parts[2] = { roadmap: null, doneTasks: 0 };

it.each([
  ['nothing yet', [], [], none, 'resume', []],
  ['a resume', [resume], [], none, 'gap', ['resume']],
  ['a gap', [resume], [gap], none, 'roadmap', ['resume', 'gap']],
  ['a roadmap just planned', [resume], [gap], walking('t'), 'task', ['resume', 'gap', 'roadmap']],
  ['a first task done', [resume], [gap], walking('t', 1), 'task', ['resume', 'gap', 'roadmap', 'firstTask']],
  ['a roadmap to a role, without a resume', [], [], walking('t'), 'task', ['roadmap']],
  ['the whole way walked', [resume], [gap], walking(null, 9), 'finished', ['resume', 'gap', 'roadmap', 'firstTask']],
] as const)('%s: the next step', (_what, resumes, gaps, current, step, placed) => {
  expect(journeyOf([...resumes], [...gaps], current)).toMatchObject({ step, placed });
});
