import { expect, it } from 'vitest';
import { journeyOf } from './journey.ts';

type Parts = Parameters<typeof journeyOf>;
const resume = { id: 'resume' } as Parts[0][number];
const gap = { id: 'gap' } as Parts[1][number];
const roadmap = (id: string, nextTaskId: string | null, doneTasks = 0) => ({ id, progress: { nextTaskId, doneTasks } }) as Parts[2][number];

it.each([
  ['nothing yet', [], [], [], 'resume', []],
  ['a resume', [resume], [], [], 'gap', ['resume']],
  ['a gap', [resume], [gap], [], 'roadmap', ['resume', 'gap']],
  ['a roadmap just planned', [resume], [gap], [roadmap('a', 't')], 'task', ['resume', 'gap', 'roadmap']],
  ['a first task done', [resume], [gap], [roadmap('a', 't', 1)], 'task', ['resume', 'gap', 'roadmap', 'firstTask']],
  ['a roadmap to a role, without a resume', [], [], [roadmap('a', 't')], 'task', ['roadmap']],
  ['the whole way walked', [resume], [gap], [roadmap('a', null, 9)], 'finished', ['resume', 'gap', 'roadmap', 'firstTask']],
] as const)('%s: the next step', (_what, resumes, gaps, roadmaps, step, placed) => {
  expect(journeyOf([...resumes], [...gaps], [...roadmaps])).toMatchObject({ step, placed });
});

it('goes on with the newest roadmap that has something open', () => {
  expect(journeyOf([], [], [roadmap('done', null, 3), roadmap('open', 't')]).roadmapId).toBe('open');
});
