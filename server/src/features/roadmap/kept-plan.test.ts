import { loadKnowledge } from '@cairn/knowledge';
import { noFeedback, planRoadmap, progressOf, replan, tasksOf, taskStates, type Plan, type TaskRecord } from '@cairn/engine/roadmap';
import { expect, test } from 'vitest';
import { keptOutline, keptPlan, planOfKept } from './kept-plan.ts';

const knowledge = loadKnowledge();
function planFor(roleId: string): Plan {
  const role = knowledge.roles.find(({ id }) => id === roleId);
  const targets = [...(role?.must ?? []), ...(role?.should ?? [])].map(({ id, level }) => ({ skillId: id, level, importance: 50 }));
  const made = planRoadmap({ targets, known: [], hoursPerWeek: 12, weeksAvailable: null, startsOn: '2026-01-05', language: 'en', freeOnly: false, learningStyle: 'mixed' }, knowledge, noFeedback);
  if (!made.ok) throw new Error('This role cannot be planned');
  return made.plan;
}
const plan = planFor('backend-developer');
const records: TaskRecord[] = tasksOf(plan).slice(0, 20).map(({ id }, index) => ({ taskId: id, state: index % 7 === 0 ? 'skipped' : 'done', changedAt: `2026-01-06T10:00:${String(index).padStart(2, '0')}.000Z` }));
const replanned = replan(plan, records, { kind: 'less-time', from: '2026-03-04', at: '2026-03-04T10:00:00.000Z', hoursPerWeek: 5 }).plan;
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test.each([['as first made', plan], ['of a data analyst', planFor('data-analyst')], ['after replanning', replanned]])('a plan %s comes back whole, from half the room', (_which, whole) => {
  expect(planOfKept(stored(keptPlan(whole)))).toEqual(whole);
  expect(JSON.stringify(keptPlan(whole)).length).toBeLessThan(0.65 * JSON.stringify(whole).length);
});

test.each([['as first made', plan], ['after replanning', replanned]])('the outline of a plan %s measures progress as the plan does, from a tenth of the room', (_which, whole) => {
  const outline = stored(keptOutline(whole));
  expect(progressOf(outline, records)).toEqual(progressOf(whole, records));
  expect(taskStates(outline, records)).toEqual(taskStates(whole, records));
  expect(JSON.stringify(outline).length).toBeLessThan(0.1 * JSON.stringify(whole).length);
});
