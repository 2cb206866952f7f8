import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsLearned, levelsReached, nextTask, phaseStates, progressOf, taskStates, tasksOf } from './progress.ts';
import { aKnowledge, anyProgressOn, anyWish, aRequest, aSkill, planOf } from './test-support/fixtures.ts';
import type { Progress, TaskState } from './types.ts';

const knowledge = aKnowledge({ skills: [aSkill('a', { hours: [12, 20, 40, 80] }), aSkill('b', { hours: [8, 20, 40, 80] })] });
const request = aRequest({ targets: [{ skillId: 'a', level: 1, importance: 90 }, { skillId: 'b', level: 1, importance: 10 }], hoursPerWeek: 4 });
const plan = planOf(request, knowledge);
const record = (taskId: string, state: TaskState, changedAt = '2026-01-06T10:00:00Z'): Progress[number] => ({ taskId, state, changedAt });
const doneAll = (filter: (id: string) => boolean): Progress => tasksOf(plan).filter((task) => filter(task.id)).map((task) => record(task.id, 'done'));

describe('a task', () => {
  it.each<{ rule: string; progress: Progress; state: TaskState }>([
    { rule: 'is open at first', progress: [], state: 'open' },
    { rule: 'is done when said so', progress: [record('a.1.learn.1-9', 'done')], state: 'done' },
    { rule: 'is done when other tasks, of another roadmap, cover its hours', progress: [record('a.1.learn.1-2', 'done'), record('a.1.learn.3-6', 'done')], state: 'done' },
    { rule: 'is open when they cover a part', progress: [record('a.1.learn.1-3', 'done')], state: 'open' },
    { rule: 'follows the later record', progress: [record('a.1.learn.1-9', 'open', '2026-01-08T10:00:00Z'), record('a.1.learn.1-6', 'done', '2026-01-07T10:00:00Z')], state: 'open' },
    { rule: 'is not moved by records of other work', progress: [record('a.2.learn.1-4', 'done'), record('a.1.practise.1-4', 'done'), record('nonsense', 'done')], state: 'open' },
    { rule: 'counts as skipped when all of it is', progress: [record('a.1.learn.1-9', 'skipped')], state: 'skipped' },
    { rule: 'counts as done when half was and half is skipped', progress: [record('a.1.learn.1-2', 'done'), record('a.1.learn.3-4', 'skipped')], state: 'done' },
  ])('$rule', ({ progress, state }) => {
    expect(tasksOf(plan)[0]?.id).toBe('a.1.learn.1-4');
    expect(taskStates(plan, progress).get('a.1.learn.1-4')).toBe(state);
  });
});

it('names the first open task and its week', () => {
  expect(nextTask(plan, [])?.id).toBe('a.1.learn.1-4');
  const progress = doneAll((id) => id.startsWith('a.1.'));
  expect(nextTask(plan, progress)?.id).toBe(tasksOf(plan).find((task) => task.skillId === 'b')?.id);
  expect(progressOf(plan, progress)).toMatchObject({ doneHours: 12, totalHours: 20, percentage: 60, weekNumber: 4 });
});

it('opens the phases one after the other', () => {
  expect(phaseStates(plan, [])).toEqual(['active', 'locked']);
  expect(phaseStates(plan, doneAll((id) => id.startsWith('a.1.')))).toEqual(['active', 'locked']);
  expect(phaseStates(plan, plan.months[0]?.weeks.flatMap((week) => week.tasks.map((task) => record(task.id, 'done'))) ?? [])).toEqual(['completed', 'active']);
  expect(phaseStates(plan, doneAll(() => true))).toEqual(['completed', 'completed']);
});

it('is at 100 % only when nothing is open', () => {
  const big = planOf(aRequest({ targets: [{ skillId: 'a', level: 1, importance: 1 }] }), aKnowledge({ skills: [aSkill('a', { hours: [3000, 1, 1, 1] })] }));
  const [first, ...others] = tasksOf(big).map((task) => record(task.id, 'done'));
  expect(progressOf(big, others).percentage).toBe(99.8);
  expect(progressOf(big, [first as Progress[number], ...others])).toMatchObject({ percentage: 100, nextTaskId: null });
  const allButTheCheck = others.filter((other) => !other.taskId.includes('check'));
  expect(progressOf(big, [first as Progress[number], ...allButTheCheck]).percentage).toBe(99.9);
});

it.each<[string, Progress, Record<string, number>]>([
  ['by the check alone', [record('a.1.check.1-1', 'done')], { a: 1 }],
  ['by a check that was skipped', [record('a.1.check.1-1', 'skipped')], { a: 1 }],
  ['not by learning without a check', [record('a.1.learn.1-7', 'done'), record('a.1.practise.1-4', 'done')], {}],
])('a level is reached %s', (_, progress, levels) => {
  expect(Object.fromEntries(levelsReached(plan, progress))).toEqual(levels);
});

it('knows what was learned from the records alone, as from the plan they were made for', () => {
  fc.assert(fc.property(anyWish.chain((wish) => {
    const any = planOf(wish.request, wish.knowledge);
    return anyProgressOn(any, ['done', 'skipped', 'open']).map((progress) => ({ any, progress }));
  }), ({ any, progress }) => {
    expect(levelsLearned(progress)).toEqual(levelsReached(any, progress));
  }));
});

it('adds up: phases and skills to the whole, whatever is done', () => {
  fc.assert(fc.property(anyWish.chain((wish) => {
    const any = planOf(wish.request, wish.knowledge);
    return anyProgressOn(any, ['done', 'skipped', 'open']).map((progress) => ({ any, progress }));
  }), ({ any, progress }) => {
    const whole = progressOf(any, progress);
    for (const parts of [whole.byPhase, whole.bySkill]) {
      expect(parts.reduce((sum, part) => sum + part.doneHours, 0)).toBe(whole.doneHours);
      expect(parts.reduce((sum, part) => sum + part.totalHours, 0)).toBe(whole.totalHours);
    }
    expect(whole.nextTaskId).toBe(nextTask(any, progress)?.id ?? null);
    expect(whole.percentage === 100).toBe(whole.nextTaskId === null);
    expect(whole.byPhase.map((phase) => phase.state)).toEqual(phaseStates(any, progress));
    expect(whole.byPhase.filter((phase) => phase.state === 'active').length).toBe(whole.nextTaskId === null ? 0 : 1);
  }));
});

it('is the same in every roadmap: what is done in one is done in the other, however its weeks are cut', () => {
  fc.assert(fc.property(anyWish, fc.integer({ min: 1, max: 40 }), ({ knowledge: known, request: asked }, hoursPerWeek) => {
    const one = planOf(asked, known);
    const other = planOf({ ...asked, hoursPerWeek }, known);
    const progress = tasksOf(one).map((task) => record(task.id, 'done'));
    expect(progressOf(other, progress)).toMatchObject({ percentage: 100, doneHours: one.totalHours });
  }));
});
